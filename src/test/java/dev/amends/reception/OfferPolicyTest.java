package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.Learned;
import dev.amends.line.LinePicture;
import dev.amends.line.Pace;
import dev.amends.routing.Route;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;
import dev.amends.staff.Staff;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class OfferPolicyTest {

    private static final Route ORDINARY = new Route.Ordinary("first call");
    private static final Route SENIORS = new Route.SeniorsFirst(Scene.SENIORS_ONLY, "repeat");
    private static final Route HEAD_START = new Route.HeadStart("repeat");

    private final Scene scene = Scene.usual().waiting(30, 20, 10);

    @Test
    void enough_callers_wait() {
        offered(scene, ORDINARY, "3 wait");
        offered(scene, SENIORS, "3 wait");
        offered(scene, HEAD_START, "3 wait");
        offered(scene.waiting(9, 8).waitingForSeniors(7), ORDINARY, "3 wait");
    }

    @Test
    void too_few_callers_wait() {
        notOffered(scene.waiting(9, 8), ORDINARY, "only 2 wait");
        notOffered(scene.nobodyWaiting(), ORDINARY, "only 0 wait");
    }

    @Test
    void with_the_threshold_at_nought_everyone_is_offered_it() {
        offered(scene.nobodyWaiting().offerWhenWaiting(0), ORDINARY, "offered to everyone");
        offered(scene.unknown().offerWhenWaiting(0), ORDINARY, "offered to everyone");
    }

    @Test
    void whose_own_number_cannot_be_called_is_offered_it_as_well() {
        offered(scene.notCallable(), ORDINARY, "3 wait");
        offered(scene.notCallable().offerWhenWaiting(0), ORDINARY, "offered to everyone");
    }

    @Test
    void nothing_is_offered_while_nobody_knows_how_many_wait() {
        notOffered(scene.unknown(), ORDINARY, "not known how many wait");
    }

    @Test
    void an_upset_caller_for_whom_a_senior_is_free_is_not_asked_to_choose() {
        Scene free = scene.seniors(RepState.FREE);
        notOffered(free, SENIORS, "a senior is free for him");
        offered(free, ORDINARY, "3 wait");
        offered(free, HEAD_START, "3 wait");
    }

    @Test
    void a_senior_for_whom_others_wait_already_is_not_free_for_him() {
        Scene taken = scene.seniors(RepState.FREE).waitingForSeniors(5);
        offered(taken, SENIORS, "4 wait");
    }

    @Test
    void where_a_wait_can_be_predicted_it_decides_however_many_wait() {
        decided(scene, ORDINARY, 23, new CallbackOffer.Offered("a wait of 92 s is expected"));
        decided(
                scene,
                ORDINARY,
                22,
                new CallbackOffer.NotOffered("only a wait of 88 s is expected"));
        decided(
                scene.waiting(9),
                ORDINARY,
                60,
                new CallbackOffer.Offered("a wait of 120 s is expected"));
    }

    @Test
    void who_counts_as_having_come_earlier_is_expected_to_wait_less() {
        decided(
                scene.waiting(90, 20, 10),
                ORDINARY,
                40,
                new CallbackOffer.Offered("a wait of 160 s is expected"));
        decided(
                scene.waiting(90, 20, 10),
                HEAD_START,
                40,
                new CallbackOffer.NotOffered("only a wait of 80 s is expected"));
    }

    /** One rep, who takes so long for a call; nobody hangs up. */
    private static void decided(Scene scene, Route route, double handling, CallbackOffer expected) {
        CallerFacts facts = scene.facts();
        Pace pace = new Pace(handling, 0, 0, 60, Map.of());
        LinePicture picture =
                new LinePicture(
                        true,
                        facts.picture().waiting(),
                        List.of(),
                        0,
                        List.of(),
                        new Staff(List.of(new Rep("PJSIP/rep1", RepState.TALKING))),
                        Staff.NOBODY,
                        new Learned(Optional.of(pace), Map.of()));
        assertThat(OfferPolicy.decide(Scene.seeing(facts, picture), route)).isEqualTo(expected);
    }

    private static void offered(Scene scene, Route route, String reason) {
        assertThat(OfferPolicy.decide(scene.facts(), route))
                .isEqualTo(new CallbackOffer.Offered(reason));
    }

    private static void notOffered(Scene scene, Route route, String reason) {
        assertThat(OfferPolicy.decide(scene.facts(), route))
                .isEqualTo(new CallbackOffer.NotOffered(reason));
    }
}
