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

    @ParameterizedTest(name = "from {0}, {1} may be called: {2}")
    @CsvSource({
        "US, 2025550143, true", // anywhere in the USA
        "US, 12025550143, true",
        "US, 9175550123, true",
        "US, 9005550123, false", // premium
        "US, 8005550123, false", // toll-free: the caller id of a call centre
        "US, 8885550123, false",
        "US, +14165550123, false", // Canada has the same country code
        "US, +18765550123, false", // so has Jamaica
        "US, +442079460958, false",
        "US, +881612345678, false", // satellite
        "US, +870773111632, false",
        "US, +80012345678, false", // international toll-free
        "US, 2020000000, false",
        "GB, 02079460958, true",
        "GB, 07400123456, true",
        "GB, 09098790000, false", // premium
        "GB, 07797712345, false", // Jersey
        "GB, 07640123456, false", // pager
        "DE, 030 901820, true",
        "DE, 0900 1234567, false"
    })
    void only_geographic_and_mobile_numbers_of_the_home_country_may_be_called(
            String home, String number, boolean allowed) {
        NumberPlan plan = new NumberPlan(home);
        assertThat(plan.read(number).map(plan::dialable)).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1911", "+112345", "+1555014", "+99999999999"})
    void a_number_that_cannot_exist_is_not_called(String e164) {
        assertThat(PhoneNumber.fits(e164) && new NumberPlan("US").dialable(new PhoneNumber(e164)))
                .isFalse();
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
                                            assertThat(plan.spokenDigits(n) + plan.dialable(n))
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
