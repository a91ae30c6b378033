package dev.amends.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class NumberPlanTest {

    private static final String TYPED = "0123456789+*#;=.-() abcXYZ٣\u0000é";

    @ParameterizedTest(name = "in {0}, {1} is {2}")
    @CsvSource({
        "US, 2025550143, +12025550143",
        "US, 12025550143, +12025550143",
        "US, +12025550143, +12025550143",
        "US, 01144 20 7946 0958, +442079460958",
        "US, +442079460958, +442079460958",
        "GB, 02079460958, +442079460958",
        "GB, +12025550143, +12025550143",
        "DE, 030 901820, +4930901820"
    })
    void a_caller_id_is_read_as_at_home(String home, String callerId, String e164) {
        assertThat(new NumberPlan(home).read(callerId)).contains(new PhoneNumber(e164));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "+",
                "0",
                "101",
                "911",
                "112",
                "12345",
                "5550143", // possible, but only within one town: not a number to know somebody by
                "anonymous",
                "Restricted",
                "+++",
                "+0000000000",
                "202555014320255501432",
                "<script>",
                "2025550143 2025550143"
            })
    void what_is_no_number_is_nobodys(String callerId) {
        assertThat(new NumberPlan("US").read(callerId)).isEmpty();
    }

    @ParameterizedTest(name = "in {0}, {1} is spoken {2}")
    @CsvSource({
        "US, +12025550143, 2025550143",
        "US, +442079460958, 442079460958",
        "GB, +442079460958, 02079460958",
        "GB, +12025550143, 12025550143",
        "IT, +390669812345, 0669812345"
    })
    void a_number_is_spoken_as_people_at_home_say_it(String home, String e164, String spoken) {
        assertThat(new NumberPlan(home).spokenDigits(new PhoneNumber(e164))).isEqualTo(spoken);
    }

    @Test
    void a_number_longer_than_any_is_nobodys_even_where_the_country_would_allow_it() {
        assertThat(new NumberPlan("DE").read("+49151234567890123")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us", "USA", "001", "XX"})
    void a_region_nobody_knows_is_refused(String region) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NumberPlan(region));
        assertThat(NumberPlan.knows(region)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "DE", "GB"})
    void whatever_was_typed_is_a_number_or_nothing(String home) {
        NumberPlan plan = new NumberPlan(home);
        Random random = new Random(20261102);
        for (int i = 0; i < 2000; i++) {
            String typed = typed(random, i % 2 == 0);
            assertThatCode(() ->
                            plan.read(typed)
                                    .ifPresent(n ->
                                            assertThat(plan.spokenDigits(n) + plan.atHome(n))
                                                    .matches("[0-9]{1,20}(true|false)")))
                    .as("'%s', seed 20261102", typed)
                    .doesNotThrowAnyException();
        }
    }

    private static String typed(Random random, boolean digitsOnly) {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "+" : "");
        int length = random.nextInt(24);
        for (int i = 0; i < length; i++) {
            text.append(TYPED.charAt(random.nextInt(digitsOnly ? 10 : TYPED.length())));
        }
        return text.toString();
    }
}
