package dev.amends.rehearsal;

import dev.amends.caller.CallId;
import dev.amends.caller.CallerHistory;
import dev.amends.caller.Flag;
import dev.amends.caller.Temper;
import dev.amends.line.ExpectedWait;
import dev.amends.line.Line;
import dev.amends.line.LinePicture;
import dev.amends.line.Standing;
import dev.amends.line.TellPolicy;
import dev.amends.line.WaitPolicy;
import dev.amends.promise.PromiseId;
import dev.amends.reception.CallbackOffer;
import dev.amends.reception.Callee;
import dev.amends.reception.CallerFacts;
import dev.amends.reception.LookedUp;
import dev.amends.reception.OfferPolicy;
import dev.amends.routing.Route;
import dev.amends.routing.RoutingPolicy;
import dev.amends.routing.UpsetShare;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.speech.Spelling;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Callers come in: recognised, routed, told their wait, offered a call back, or let wait. */
final class FrontDoor {

    private static final Spelling SPELLING =
            Languages.of(List.of(Language.ENGLISH.code())).spelling(Language.ENGLISH);

    private final Surroundings around;
    private final Agenda agenda;
    private final Rules rules;
    private final UpsetShare share;
    private final Diary diary;
    private final Runnable changed;
    private int came;

    FrontDoor(Surroundings around, Rules rules, Diary diary, Runnable changed) {
        this.around = around;
        this.agenda = around.agenda();
        this.rules = rules;
        this.share = new UpsetShare(rules.mostUpsetPercent());
        this.diary = diary;
        this.changed = changed;
    }

    /** What callers come into. */
    record Surroundings(
            Agenda agenda, Queues queues, PromisedCalls promised, Supplier<LinePicture> picture) {}

    /** Somebody calls. */
    void comesIn(Person person, boolean counts) {
        Instant now = agenda.instant();
        Party who = new Party("1793606400." + ++came, person, now, counts);
        LinePicture picture = around.picture().get();
        Temper temper =
                share.comes(
                        rules.line().name(),
                        who.id,
                        rules.temper().decide(history(person, now), now),
                        now);
        Route route = RoutingPolicy.decide(temper, rules.line(), picture);
        Standing standing = Standing.ORDINARY;
        if (temper.first()) {
            who.arrival = who.arrival.earlierBy(rules.line().headStart());
            standing = Standing.AHEAD;
            who.first = true;
        }
        diary.note(who, "comes: " + route.reason(), outcome -> outcome.came(person.upset()));
        WaitPolicy.Place place = new WaitPolicy.Place(Set.of(who.id), who.arrival, standing);
        Optional<ExpectedWait> wait = WaitPolicy.expected(picture, place);
        if (offered(who, picture, route) && person.accepts()) {
            around.promised().promise(who, wait);
        } else {
            int ahead = WaitPolicy.ahead(picture, place).all();
            who.tell(TellPolicy.tell(wait, ahead, Optional.empty()));
            waits(who, route);
        }
        changed.run();
    }

    private static CallerHistory history(Person person, Instant now) {
        return person.upset()
                ? new CallerHistory(
                        1, Optional.empty(), Optional.of(new Flag("upset", now, Instant.MAX)))
                : CallerHistory.BLANK;
    }

    private boolean offered(Party who, LinePicture picture, Route route) {
        CallerFacts facts =
                new CallerFacts(
                        new CallId(who.id),
                        rules.line(),
                        picture,
                        Optional.empty(),
                        LookedUp.of(new Callee.NoNumber()),
                        LookedUp.of(Optional.empty()),
                        LookedUp.of(new PromiseId("0".repeat(32))),
                        Language.ENGLISH,
                        SPELLING,
                        agenda.instant());
        return OfferPolicy.decide(facts, route) instanceof CallbackOffer.Offered;
    }

    private void waits(Party who, Route route) {
        Instant now = agenda.instant();
        Line line = rules.line();
        agenda.in(who.person.patience(), () -> hangsUp(who));
        if (route instanceof Route.SeniorsFirst) {
            around.queues().joinSeniors(who, now);
            agenda.in(line.seniorsOnly(), () -> goesToTheOthers(who));
        } else {
            around.queues().joinOrdinary(who, now);
        }
    }

    private void goesToTheOthers(Party who) {
        if (who.stage() == Stage.WAITING) {
            around.queues().gaveUp(who, agenda.instant());
            around.queues().joinOrdinary(who, agenda.instant());
            changed.run();
        }
    }

    private void hangsUp(Party who) {
        if (who.stage() == Stage.WAITING) {
            Instant now = agenda.instant();
            diary.note(
                    who,
                    "hangs up",
                    outcome -> outcome.hungUp(who.person.upset(), who.lasted(now), who.told()));
            around.queues().gaveUp(who, now);
            who.becomes(Stage.OVER, now);
            changed.run();
        }
    }
}
