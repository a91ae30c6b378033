package dev.amends.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.line.LinePicture;
import dev.amends.staff.Rep;
import dev.amends.staff.RepState;
import dev.amends.staff.Staff;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which seniors ordinary callers do not get. Seniors are named a, b, c, by their order. */
class SeniorReservePolicyTest {

    @ParameterizedTest(name = "seniors {0}, others {1}, kept {2}: {3}")
    @CsvSource({
        "FREE FREE,              TALKING, '',  a,   kept free for upset callers",
        "FREE FREE,              TALKING, b,   b,   kept free for upset callers",
        "TALKING FREE,           TALKING, a,   b,   kept free for upset callers",
        "TALKING FREE,           TALKING, a b, b,   kept free for upset callers",
        "TALKING TALKING,        TALKING, b,   a b, no senior is free: the first who is will be"
                + " kept",
        "TALKING RINGING PAUSED, TALKING, '',  a b, no senior is free: the first who is will be"
                + " kept",
        "FREE FREE FREE,         TALKING, b,   '',  3 seniors are free",
        "FREE TALKING TALKING,   FREE,    '',  a b c, others are free for ordinary callers",
        "TALKING TALKING,        FREE,    '',  a b, others are free for ordinary callers",
        "FREE,                   FREE,    a,   '',  fewer than two seniors on duty",
        "FREE PAUSED GONE,       FREE,    a,   '',  fewer than two seniors on duty",
        "'',                     FREE,    '',  '',  fewer than two seniors on duty",
        "FREE TALKING,           PAUSED,  a,   '',  nobody else on duty",
        "FREE TALKING,           '',      '',  '',  nobody else on duty"
    })
    void the_first_rule_that_speaks_wins(
            String seniors, String others, String kept, String now, String reason) {
        SeniorReserve decided = decide(picture(true, seniors, others), false, words(kept));
        assertThat(decided.devices()).isEqualTo(words(now));
        assertThat(decided.reason()).isEqualTo(reason);
    }

    @Test
    void while_nothing_is_known_nothing_changes() {
        assertThat(decide(picture(false, "", ""), true, Set.of("b")).devices())
                .containsExactly("b");
    }

    @Test
    void an_upset_caller_who_is_next_in_the_ordinary_queue_may_have_any_senior() {
        assertThat(decide(picture(true, "FREE TALKING", "FREE"), true, Set.of("a")))
                .isEqualTo(new SeniorReserve(Set.of(), "an upset caller is the next one"));
    }

    private static SeniorReserve decide(LinePicture picture, boolean upsetFirst, Set<String> kept) {
        return SeniorReservePolicy.decide(new SeniorReservePolicy.Facts(picture, upsetFirst, kept));
    }

    /**
     * A senior who is kept is shown as paused in the ordinary queue, which is not held against him.
     */
    private static LinePicture picture(boolean known, String seniors, String others) {
        List<Rep> senior = reps("abcdef", seniors);
        List<Rep> all = new ArrayList<>(reps("uvwxyz", others));
        senior.forEach(rep -> all.add(new Rep(rep.device(), RepState.PAUSED)));
        return new LinePicture(known, List.of(), List.of(), 0, new Staff(all), new Staff(senior));
    }

    private static List<Rep> reps(String names, String states) {
        List<Rep> reps = new ArrayList<>();
        for (String state : states.split(" ")) {
            if (!state.isEmpty()) {
                String name = names.substring(reps.size(), reps.size() + 1);
                reps.add(new Rep(name, RepState.valueOf(state)));
            }
        }
        return reps;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
