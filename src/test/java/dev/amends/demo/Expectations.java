package dev.amends.demo;

import static dev.amends.demo.Cast.ANNA;
import static dev.amends.demo.Cast.BEN;
import static dev.amends.demo.Cast.CARLA;
import static dev.amends.demo.Cast.DORA;
import static dev.amends.demo.Cast.EMIL;
import static dev.amends.demo.Cast.FAY;
import static dev.amends.demo.Cast.GUS;
import static dev.amends.demo.Cast.HANA;
import static dev.amends.demo.Cast.IVO;
import static dev.amends.demo.Cast.JANA;
import static dev.amends.demo.Cast.KURT;
import static dev.amends.demo.Cast.LENA;
import static dev.amends.demo.Cast.MONA;
import static dev.amends.demo.Cast.NILS;
import static dev.amends.demo.Cast.PILAR;

import dev.amends.promise.Callback;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What should have become of everybody. The phones and the carrier's list of INVITEs are the
 * judges; Amends' own ledger is only compared with them.
 */
final class Expectations {

    private static final String SENIOR = "senior1";
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    private final Evidence evidence;
    private final Town town;
    private final Verdict verdict;

    Expectations(Evidence evidence, Verdict verdict) {
        this.evidence = evidence;
        this.town = evidence.town();
        this.verdict = verdict;
    }

    /** Judges each of them. */
    void judge() {
        spoke(ANNA, "ordinary, spoke with a rep at once");
        spoke(BEN, "ordinary, spoke with a rep at once");
        spokeWithSenior(CARLA, "repeat, spoke with the senior rep");
        spokeWithSenior(KURT, "hung up in the queue and called again, spoke with the senior rep");
        spokeWithSenior(DORA, "flagged, spoke with the senior rep");
        spoke(EMIL, "refused the callback, kept waiting, spoke with a rep");
        kept(LENA, 1, "asked while waiting, called back once, spoke ten seconds and more");
        kept(FAY, 1, "called back once, spoke ten seconds and more");
        kept(GUS, 2, "busy, called once more, spoke ten seconds and more");
        notReached();
        kept(IVO, 2, "the machine did not count as reached; called once more, and spoke");
        withdrawn();
        servedMeanwhile();
        kept(MONA, 1, "number withheld, called back once on the one she had keyed in");
        heardHerNumber();
        kept(PILAR, 1, "called back once, spoke ten seconds and more");
        heardSpanish();
    }

    private void spoke(Person person, String what) {
        Optional<Conversation> talk = town.conversationCalling(person);
        boolean ok = talk.isPresent() && evidence.invites(person).isEmpty();
        verdict.expect(name(person) + what, ok, evidence.seen(person, talk));
    }

    private void spokeWithSenior(Person person, String what) {
        Optional<Conversation> talk = town.conversationCalling(person);
        boolean ok = talk.filter(t -> t.rep().equals(SENIOR)).isPresent();
        verdict.expect(
                name(person) + what,
                ok && evidence.invites(person).isEmpty(),
                evidence.seen(person, talk));
    }

    private void kept(Person person, int calls, String what) {
        Optional<Conversation> talk = town.conversationCalled(person);
        boolean ok =
                talk.filter(t -> t.length().compareTo(A_WHILE.minusSeconds(1)) >= 0).isPresent()
                        && talk.get().call().equals(town.callsTo(person).getLast());
        verdict.expect(
                name(person) + what,
                ok
                        && evidence.invites(person).size() == calls
                        && evidence.is(person, Callback.Kept.class),
                evidence.seen(person, talk));
    }

    private void notReached() {
        Optional<Conversation> talk = town.conversationCalled(HANA);
        verdict.expect(
                name(HANA) + "called twice, never there: the promise is a task for a person now",
                talk.isEmpty()
                        && evidence.invites(HANA).size() == 2
                        && evidence.is(HANA, Callback.Broken.class),
                evidence.seen(HANA, talk));
    }

    private void withdrawn() {
        Optional<Conversation> talk = town.conversationCalled(JANA);
        verdict.expect(
                name(JANA) + "pressed 3, was called once and never again",
                talk.isEmpty()
                        && evidence.invites(JANA).size() == 1
                        && evidence.is(JANA, Callback.Withdrawn.class),
                evidence.seen(JANA, talk));
    }

    private void servedMeanwhile() {
        Optional<Conversation> talk = town.conversationCalling(NILS);
        boolean ok = talk.filter(t -> t.length().compareTo(A_WHILE) >= 0).isPresent();
        verdict.expect(
                name(NILS) + "rang again, waited in his own place, was served and never called",
                ok
                        && evidence.invites(NILS).isEmpty()
                        && evidence.is(NILS, Callback.Withdrawn.class),
                evidence.seen(NILS, talk));
    }

    private void heardHerNumber() {
        List<String> heard = evidence.channelsThatHeard(MONA.number());
        verdict.expect(
                name(MONA) + "heard the number that she had keyed in, digit by digit",
                heard.size() == 1,
                "digits heard in calls " + heard);
    }

    /** Hers is the call in which her number was read out; nobody else is called in Spanish. */
    private void heardSpanish() {
        List<String> asking = evidence.channelsThatHeard(PILAR.number());
        Set<String> spanish = evidence.channelsIn("es");
        verdict.expect(
                name(PILAR) + "heard Spanish when she called and when she was called, nobody else",
                spanish.size() == 2
                        && asking.size() == 1
                        && spanish.containsAll(asking)
                        && spanish.stream().anyMatch(c -> c.startsWith("PJSIP/carrier-"))
                        && spanish.stream().noneMatch(evidence.channelsIn("en")::contains),
                "Spanish in " + spanish + ", hers is " + asking);
    }

    static String name(Person person) {
        return "%-6s ".formatted(person.name());
    }
}
