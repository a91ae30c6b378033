package dev.amends.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.Temper;
import dev.amends.caller.TemperCause;
import dev.amends.line.LineName;
import dev.amends.routing.UpsetSharePolicy.Earlier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How many callers may come first as upset. */
class UpsetShareTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final LineName SUPPORT = new LineName("support");
    private static final LineName SALES = new LineName("sales");
    private static final Temper UPSET = Temper.upset(TemperCause.FLAGGED, "flagged");
    private static final Temper CALM = Temper.calm("first call lately");

    @ParameterizedTest(name = "{0} % at most, {1} of {2} came first: first too: {3}")
    @CsvSource({
        "25, 19, 19, true", // too few to tell a share
        "25,  4, 20, true", // five of 21 are less than a quarter
        "25,  5, 20, false",
        "25, 24, 99, true", // 25 of 100
        "25, 25, 99, false",
        "100, 200, 200, true",
        "0,  0, 20, false"
    })
    void no_more_than_a_share_comes_first(int percent, int first, int lately, boolean asWell) {
        List<Earlier> before = before(first, 10, true);
        before.addAll(before(lately - first, 0, false));
        Temper decided = new UpsetSharePolicy(percent).decide(UPSET, before);
        assertThat(decided.first()).isEqualTo(asWell);
        assertThat(decided.level()).isEqualTo(Temper.Level.UPSET);
    }

    @Test
    void who_is_less_upset_does_not_take_the_place_of_who_is_more_upset() {
        List<Earlier> before = before(30, 9, true);
        before.addAll(before(30, 0, false));
        UpsetSharePolicy policy = new UpsetSharePolicy(25);
        assertThat(policy.decide(UPSET, before).first()).isTrue();

        List<Earlier> more = before(30, 11, true);
        more.addAll(before(30, 0, false));
        assertThat(policy.decide(UPSET, more).first()).isFalse();
    }

    @Test
    void those_who_were_upset_and_waited_with_the_others_do_not_use_it_up() {
        assertThat(new UpsetSharePolicy(25).decide(UPSET, before(50, 20, false)).first()).isTrue();
    }

    @Test
    void it_says_why() {
        List<Earlier> before = before(10, 10, true);
        before.addAll(before(10, 0, false));
        assertThat(new UpsetSharePolicy(25).decide(UPSET, before).reason())
                .isEqualTo(
                        "flagged; in line with the others, as 10 of the last 20 callers came first"
                                + " already");
    }

    @Test
    void calm_callers_are_never_put_first() {
        assertThat(new UpsetSharePolicy(100).decide(CALM, before(50, 0, false)).first()).isFalse();
    }

    @Test
    void in_the_long_run_the_share_holds_whoever_comes() {
        UpsetShare share = new UpsetShare(25);
        int first = 0;
        for (int n = 0; n < 1000; n++) {
            Temper temper = n % 5 < 2 ? UPSET : CALM;
            first += share.comes(SUPPORT, "1", temper, NOW.plusSeconds(n)).first() ? 1 : 0;
        }
        // The first twenty are not counted yet.
        assertThat(first).isBetween(245, 255);
    }

    @Test
    void each_line_has_its_own_share_and_it_forgets_after_an_hour() {
        UpsetShare share = new UpsetShare(25);
        for (int n = 0; n < 30; n++) {
            share.comes(SUPPORT, "1", UPSET, NOW);
        }
        assertThat(share.comes(SUPPORT, "1", UPSET, NOW.plus(Duration.ofHours(1))).first())
                .isFalse();
        assertThat(share.comes(SALES, "1", UPSET, NOW).first()).isTrue();
        assertThat(
                        share.comes(
                                        SUPPORT,
                                        "1",
                                        UPSET,
                                        NOW.plus(Duration.ofHours(2).plusSeconds(1)))
                                .first())
                .isTrue();
    }

    private static List<Earlier> before(int many, double points, boolean first) {
        return new ArrayList<>(Collections.nCopies(many, new Earlier(points, first)));
    }
}
