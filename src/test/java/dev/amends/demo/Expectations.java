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

import dev.amends.bench.Ended;
import dev.amends.bench.IncomingCall;
import dev.amends.bench.Invite;
import dev.amends.promise.Callback;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What should have become of everybody. The phones and the carrier's list of INVITEs are the
 * judges; Amends' own ledger is only compared with them.
 */
final class Expectations {

    private static final String SENIOR = "senior1";
    private static final Duration A_WHILE = Duration.ofSeconds(10);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(4);

    private final Town town;
    private final List<Callback> ledger;
    private final Verdict verdict = new Verdict();

    Expectations(Town town, List<Callback> ledger) {
        this.town = town;
        this.ledger = ledger;
    }

    /** Judges everything. */
    Verdict judge() {
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
        nobodyElse();
        neverTwiceAtOnce();
        aRepWasThere();
        nobodyWaited();
        ledgerAgrees();
        return verdict;
    }

    /** That nothing is left up when all is over. */
    void nothingLeft(int channels) {
        verdict.expect("no call is left up", channels == 0, channels + " channels");
        verdict.expect(
                "all phones did what they should", town.complaints().isEmpty(), town.complaints());
    }

    private void spoke(Person person, String what) {
        Optional<Conversation> talk = town.conversationCalling(person);
        boolean ok = talk.isPresent() && invites(person).isEmpty();
        verdict.expect(name(person) + what, ok, seen(person, talk));
    }

    private void spokeWithSenior(Person person, String what) {
        Optional<Conversation> talk = town.conversationCalling(person);
        boolean ok = talk.filter(t -> t.rep().equals(SENIOR)).isPresent();
        verdict.expect(name(person) + what, ok && invites(person).isEmpty(), seen(person, talk));
    }

    private void kept(Person person, int calls, String what) {
        Optional<Conversation> talk = town.conversationCalled(person);
        boolean ok =
                talk.filter(t -> t.length().compareTo(A_WHILE.minusSeconds(1)) >= 0).isPresent()
                        && talk.get().call().equals(town.callsTo(person).getLast());
        verdict.expect(
                name(person) + what,
                ok && invites(person).size() == calls && is(person, Callback.Kept.class),
                seen(person, talk));
    }

    private void notReached() {
        Optional<Conversation> talk = town.conversationCalled(HANA);
        verdict.expect(
                name(HANA) + "called twice, never there: the promise is a task for a person now",
                talk.isEmpty() && invites(HANA).size() == 2 && is(HANA, Callback.Broken.class),
                seen(HANA, talk));
    }

    private void withdrawn() {
        Optional<Conversation> talk = town.conversationCalled(JANA);
        verdict.expect(
                name(JANA) + "pressed 3, was called once and never again",
                talk.isEmpty() && invites(JANA).size() == 1 && is(JANA, Callback.Withdrawn.class),
                seen(JANA, talk));
    }

    private void nobodyElse() {
        List<String> others =
                town.invites().all().stream()
                        .map(Invite::calledUser)
                        .filter(number ->
                                Cast.byNumber(number).filter(p -> !p.called().isEmpty()).isEmpty())
                        .toList();
        verdict.expect("nobody was called who had not asked for it", others.isEmpty(), others);
    }

    private void neverTwiceAtOnce() {
        List<Person> twice =
                Cast.ALL.stream().filter(person -> overlap(town.callsTo(person))).toList();
        verdict.expect("nobody was called twice at the same time", twice.isEmpty(), twice);
    }

    private static boolean overlap(List<IncomingCall> calls) {
        for (int i = 1; i < calls.size(); i++) {
            Optional<Instant> end = end(calls.get(i - 1));
            if (end.isEmpty() || end.get().isAfter(calls.get(i).invite().at())) {
                return true;
            }
        }
        return false;
    }

    /** At every INVITE of the carrier one more rep is on a promised call than people are called. */
    private void aRepWasThere() {
        List<Invite> alone =
                town.invites().all().stream()
                        .filter(invite -> repsWaitingAt(invite.at()) == 0)
                        .toList();
        verdict.expect(
                "nobody was called before a rep was on the line for the call",
                alone.isEmpty(),
                alone);
    }

    private long repsWaitingAt(Instant moment) {
        return town.callsToReps().stream()
                .filter(c -> c.invite().fromName().startsWith("Promised callback"))
                .filter(c -> c.ear().packets() > 0)
                .filter(c -> c.invite().at().isBefore(moment))
                .filter(c -> end(c).filter(e -> e.isBefore(moment)).isEmpty())
                .count();
    }

    /** From the key to the rep's voice. */
    private void nobodyWaited() {
        List<String> waits =
                town.waits().entrySet().stream()
                        .filter(e -> e.getValue().compareTo(LONGEST_SILENCE) > 0)
                        .map(e -> e.getKey().name() + " " + e.getValue())
                        .toList();
        verdict.expect("nobody who was called back had to wait for a rep", waits.isEmpty(), waits);
    }

    private void ledgerAgrees() {
        long asked = Cast.ALL.stream().filter(p -> !p.called().isEmpty()).count();
        verdict.expect(
                "the ledger has the %d promises that were made, none is open".formatted(asked),
                ledger.size() == asked && ledger.stream().noneMatch(Callback::open),
                ledger.stream().map(Callback::word).toList());
    }

    private boolean is(Person person, Class<? extends Callback> state) {
        return ledger.stream()
                .filter(c -> c.terms().number().e164().equals(person.number()))
                .anyMatch(state::isInstance);
    }

    private List<Invite> invites(Person person) {
        return town.invites().to(person.number());
    }

    private String seen(Person person, Optional<Conversation> talk) {
        String spoke =
                talk.map(t -> "spoke with " + t.rep() + " for " + t.length().toMillis() + " ms")
                        .orElse("spoke with nobody");
        String stands =
                ledger.stream()
                        .filter(c -> c.terms().number().e164().equals(person.number()))
                        .map(c -> ", promise " + c.word())
                        .findFirst()
                        .orElse("");
        return spoke + ", was called " + invites(person).size() + " times" + stands;
    }

    private static Optional<Instant> end(IncomingCall call) {
        return call.ended().map(Ended::at);
    }

    private static String name(Person person) {
        return "%-6s ".formatted(person.name());
    }
}
