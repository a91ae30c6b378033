package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.routing.Route;
import dev.amends.staff.RepState;

import org.junit.jupiter.api.Test;

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

    private static void offered(Scene scene, Route route, String reason) {
        assertThat(OfferPolicy.decide(scene.facts(), route))
                .isEqualTo(new CallbackOffer.Offered(reason));
    }

    private static void notOffered(Scene scene, Route route, String reason) {
        assertThat(OfferPolicy.decide(scene.facts(), route))
                .isEqualTo(new CallbackOffer.NotOffered(reason));
    }
}
