package dev.amends.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.LinePicture;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;
import dev.amends.staff.Staff;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether the rep who knows the matter is rung first. */
class SameRepPolicyTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final Route OTHERWISE = new Route.HeadStart("flagged");
    private static final SeniorTerms A_DAY =
            new SeniorTerms(false, Duration.ofHours(24), Duration.ofSeconds(8));

    @ParameterizedTest(name = "{0} known, spoke {1} h ago, within {2} h, is {3}, watched {4}: {5}")
    @CsvSource({
        "PJSIP/ann, 0,  24, FREE,    true,  PJSIP/ann",
        "PJSIP/ann, 24, 24, FREE,    true,  PJSIP/ann",
        "PJSIP/ann, 25, 24, FREE,    true,  ''",
        "PJSIP/ann, 0,  0,  FREE,    true,  ''",
        "PJSIP/ann, 0,  24, TALKING, true,  ''",
        "PJSIP/ann, 0,  24, RINGING, true,  ''",
        "PJSIP/ann, 0,  24, PAUSED,  true,  ''",
        "PJSIP/ann, 0,  24, GONE,    true,  ''",
        "PJSIP/ann, 0,  24, FREE,    false, ''",
        "PJSIP/bob, 0,  24, FREE,    true,  ''"
    })
    void he_is_if_he_is_free_and_it_is_not_too_long_ago(
            String device, long ago, long within, RepState state, boolean known, String rung) {
        Route route =
                SameRepPolicy.decide(
                        OTHERWISE,
                        knows(device, ago),
                        new SeniorTerms(false, Duration.ofHours(within), Duration.ofSeconds(8)),
                        picture(known, new Rep("PJSIP/ann", state)),
                        NOW);
        if (rung.isEmpty()) {
            assertThat(route).isSameAs(OTHERWISE);
        } else {
            assertThat(route)
                    .isEqualTo(
                            new Route.RepWhoKnows(
                                    rung,
                                    Duration.ofSeconds(8),
                                    OTHERWISE,
                                    "the rep who knows the matter is free; flagged"));
            assertThat(route.headStart()).isTrue();
            assertThat(route.word()).isEqualTo("same-rep");
        }
    }

    @Test
    void where_nobody_knows_it_nobody_is() {
        Rep ann = new Rep("PJSIP/ann", RepState.FREE);
        assertThat(
                        SameRepPolicy.decide(
                                OTHERWISE, Optional.empty(), A_DAY, picture(true, ann), NOW))
                .isSameAs(OTHERWISE);
    }

    @Test
    void a_local_member_is_rung_by_the_name_that_his_queue_has() {
        Rep ben = new Rep("Local/5002@from-queue/n", RepState.FREE);
        assertThat(
                        SameRepPolicy.decide(
                                OTHERWISE,
                                knows("Local/5002@from-queue", 1),
                                A_DAY,
                                picture(true, ben),
                                NOW))
                .asInstanceOf(InstanceOfAssertFactories.type(Route.RepWhoKnows.class))
                .extracting(Route.RepWhoKnows::device)
                .isEqualTo("Local/5002@from-queue/n");
    }

    @Test
    void a_senior_who_is_kept_for_upset_callers_is_rung_for_his_own() {
        Rep kept = new Rep("PJSIP/ann", RepState.PAUSED, true);
        Rep senior = new Rep("PJSIP/ann", RepState.FREE);
        LinePicture picture =
                new LinePicture(
                        true,
                        List.of(),
                        List.of(),
                        0,
                        new Staff(List.of(kept)),
                        new Staff(List.of(senior)));
        assertThat(SameRepPolicy.decide(OTHERWISE, knows("PJSIP/ann", 1), A_DAY, picture, NOW))
                .isInstanceOf(Route.RepWhoKnows.class);
    }

    private static Optional<SameRepPolicy.Knows> knows(String device, long hoursAgo) {
        return Optional.of(new SameRepPolicy.Knows(device, NOW.minus(Duration.ofHours(hoursAgo))));
    }

    private static LinePicture picture(boolean known, Rep rep) {
        return new LinePicture(
                known, List.of(), List.of(), 0, new Staff(List.of(rep)), Staff.NOBODY);
    }
}
