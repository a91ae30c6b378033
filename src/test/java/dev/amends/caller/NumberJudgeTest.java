package dev.amends.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** Whoever is barred is not called, and a person decides what is due to him. */
class NumberJudgeTest {

    private static final PhoneNumber BARRED = new PhoneNumber("+12025550123");
    private static final PhoneNumber OTHER = new PhoneNumber("+12025550199");

    private final FakeCallerBook book = new FakeCallerBook();
    private final NumberJudge judge =
            NumberJudge.by(new NumberPolicy(new NumberPlan("US"), NumberRules.NONE), book)
                    .butNot(BARRED::equals);

    @Test
    void a_barred_number_is_refused_and_another_one_is_allowed() {
        assertThat(judge.judge(BARRED))
                .isEqualTo(new NumberVerdict.Refused("barred by a supervisor"));
        assertThat(judge.judge(OTHER)).isInstanceOf(NumberVerdict.Allowed.class);
    }

    @Test
    void the_block_list_comes_first_as_nothing_is_due_to_who_wants_no_calls() {
        book.block(BARRED, "asked us not to call", Instant.EPOCH);

        assertThat(judge.judge(BARRED)).isInstanceOf(NumberVerdict.Blocked.class);
    }

    @Test
    void the_rules_alone_know_nothing_of_it() {
        assertThat(judge.byRules(BARRED)).isInstanceOf(NumberVerdict.Allowed.class);
    }
}
