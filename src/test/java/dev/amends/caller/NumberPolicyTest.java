package dev.amends.caller;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.ShortNumberInfo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which numbers may be called, seen from the side of somebody who means to cost us money. */
class NumberPolicyTest {

    @ParameterizedTest(name = "from {0}, {1} may be called: {2}")
    @CsvSource({
        "US, 2025550143, true", // anywhere in the USA
        "US, 12025550143, true",
        "US, 9175550123, true",
        "US, 9005550123, false", // premium
        "US, 19005550123, false",
        "US, 0119005550123, false",
        "US, 2129765550, false", // premium exchange within an ordinary area code
        "US, 12129765550, false",
        "US, 2125551212, false", // directory assistance
        "US, 8005550123, false", // toll-free: the caller id of a call centre
        "US, 8885550123, false",
        "US, 5005550123, false", // personal
        "US, 7005550123, false",
        "US, 9115550123, false", // an emergency number with something behind it
        "US, +14165550123, false", // Canada has the same country code
        "US, +18765550123, false", // so has Jamaica,
        "US, 18765550123, false",
        "US, 8765550123, false",
        "US, 8095550123, false", // the Dominican Republic,
        "US, 2845550123, false", // the British Virgin Islands,
        "US, 6495550123, false", // Turks and Caicos
        "US, 01118765550123, false",
        "US, +442079460958, false",
        "US, 011442079460958, false",
        "US, +881612345678, false", // satellite
        "US, +870773111632, false",
        "US, +882165012345, false", // worldwide networks
        "US, +883510012345, false",
        "US, +979123456789, false", // worldwide premium
        "US, +80012345678, false", // international toll-free
        "US, +80812345678, false", // international shared cost
        "US, 2020000000, false",
        "GB, 02079460958, true",
        "GB, 07400123456, true",
        "GB, 09098790000, false", // premium
        "GB, 08431234567, false", // shared cost
        "GB, 07012345678, false", // personal
        "GB, 03001234567, false", // for companies
        "GB, 07797712345, false", // Jersey
        "GB, 07640123456, false", // pager
        "DE, 030 901820, true",
        "DE, 0900 1234567, false",
        "DE, 018012345, false", // shared cost
        "DE, 03221234567, false", // voice over IP without a place
        "FR, 0153123456, true", // begins like an emergency number, and is none
        "FR, 0899123456, false"
    })
    void only_geographic_and_mobile_numbers_of_the_home_country_may_be_called(
            String home, String number, boolean allowed) {
        assertThat(mayBeCalled(home, NumberRules.NONE, number)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1911", "+112345", "+1555014", "+99999999999"})
    void a_number_that_cannot_exist_is_not_called(String e164) {
        assertThat(
                        PhoneNumber.fits(e164)
                                && policy("US", NumberRules.NONE)
                                                .decide(new PhoneNumber(e164), false)
                                        instanceof NumberVerdict.Allowed)
                .isFalse();
    }

    @Test
    void no_country_s_emergency_number_gets_through_in_any_disguise() {
        ShortNumberInfo shorts = ShortNumberInfo.getInstance();
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        List<String> through = new ArrayList<>();
        for (String region : numbers.getSupportedRegions()) {
            int code = numbers.getCountryCodeForRegion(region);
            IntStream.range(10, 1000)
                    .mapToObj(Integer::toString)
                    .filter(typed -> shorts.isEmergencyNumber(typed, region))
                    .flatMap(typed ->
                            Stream.of("", "0", "00", "1", "9", "+" + code, "00" + code)
                                    .map(prefix -> prefix + typed))
                    .filter(typed -> mayBeCalled(region, NumberRules.NONE, typed))
                    .forEach(typed -> through.add(typed + " in " + region));
        }
        assertThat(through).isEmpty();
    }

    @Test
    void our_own_numbers_are_never_called_as_that_would_make_a_loop() {
        NumberRules rules =
                new NumberRules(
                        List.of("+120255501", "+442079460958"), List.of("+44", "+1"), List.of());
        for (String own : List.of("2025550143", "12025550199", "+442079460958")) {
            assertThat(mayBeCalled("US", rules, own)).as(own).isFalse();
        }
        assertThat(mayBeCalled("US", rules, "2025550243")).isTrue();
        assertThat(mayBeCalled("US", rules, "+442079460959")).isTrue();
    }

    @Test
    void the_longest_entry_decides_and_deny_wins_a_tie() {
        NumberRules rules =
                new NumberRules(
                        List.of(),
                        List.of("+44", "+44207946", "+3361", "+12125"),
                        List.of("+4420", "+3361", "+1212"));
        assertThat(mayBeCalled("US", rules, "+441212345678")).isTrue();
        assertThat(mayBeCalled("US", rules, "+442071838750")).isFalse();
        assertThat(mayBeCalled("US", rules, "+442079460958")).isTrue();
        assertThat(mayBeCalled("US", rules, "+33612345678")).isFalse();
        assertThat(mayBeCalled("US", rules, "+33712345678")).isFalse();
        assertThat(mayBeCalled("US", rules, "2126550123")).isFalse();
        assertThat(mayBeCalled("US", rules, "2125550123")).isTrue();
        assertThat(mayBeCalled("US", rules, "2025550123")).isTrue();
    }

    @Test
    void a_bare_country_code_stands_for_that_country_alone() {
        NumberRules rules = new NumberRules(List.of(), List.of("+44", "+1", "+7"), List.of());
        assertThat(mayBeCalled("DE", rules, "+447400123456")).isTrue();
        assertThat(mayBeCalled("DE", rules, "+447797712345")).isFalse(); // Jersey
        assertThat(mayBeCalled("DE", rules, "+12025550143")).isTrue();
        assertThat(mayBeCalled("DE", rules, "+18765550123")).isFalse(); // Jamaica
        assertThat(mayBeCalled("DE", rules, "+77172123456")).isFalse(); // Kazakhstan
        NumberRules jamaica = new NumberRules(List.of(), List.of("+1876"), List.of());
        assertThat(mayBeCalled("US", jamaica, "+18765550123")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+19005550123",
                "+12129765550",
                "+18005550123",
                "+449098790000",
                "+448431234567",
                "+881612345678",
                "+870773111632",
                "+882165012345",
                "+979123456789"
            })
    void no_list_allows_what_costs_extra(String number) {
        NumberRules all =
                new NumberRules(
                        List.of(), List.of(number, number.substring(0, 4), "+1", "+44"), List.of());
        assertThat(mayBeCalled("US", all, number)).isFalse();
    }

    @Test
    void a_blocked_number_is_blocked_whatever_the_lists_say() {
        NumberRules rules = new NumberRules(List.of(), List.of("+12025550143"), List.of());
        assertThat(policy("US", rules).decide(new PhoneNumber("+12025550143"), true))
                .isInstanceOf(NumberVerdict.Blocked.class);
    }

    private static boolean mayBeCalled(String home, NumberRules rules, String typed) {
        Optional<PhoneNumber> number = new NumberPlan(home).read(typed);
        return number.map(n -> policy(home, rules).decide(n, false))
                .filter(NumberVerdict.Allowed.class::isInstance)
                .isPresent();
    }

    private static NumberPolicy policy(String home, NumberRules rules) {
        return new NumberPolicy(new NumberPlan(home), rules);
    }
}
