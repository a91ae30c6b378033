package dev.amends.caller;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.ZoneId;

class NumberZonesTest {

    private final NumberZones zones = new NumberZones();

    @ParameterizedTest
    @CsvSource({
        "+12025550143, America/New_York",
        "+13125550143, America/Chicago",
        "+18085551234, Pacific/Honolulu",
        "+442079460123, Europe/London",
        "+4915112345678, Europe/Berlin",
        "+525512345678, America/Mexico_City",
    })
    void an_area_code_or_a_small_country_has_one_clock(String number, ZoneId zone) {
        assertThat(zones.of(new PhoneNumber(number))).containsExactly(zone);
    }

    @Test
    void a_mobile_phone_in_a_wide_country_may_be_anywhere_in_it() {
        assertThat(zones.of(new PhoneNumber("+79161234567")))
                .contains(ZoneId.of("Europe/Moscow"), ZoneId.of("Asia/Vladivostok"))
                .hasSizeGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource({
        "DE, Europe/Berlin",
        "US, Pacific/Honolulu",
        "US, America/New_York",
        "GB, Europe/London"
    })
    void a_region_has_the_clocks_of_all_its_numbers(String region, ZoneId zone) {
        assertThat(zones.of(region)).contains(zone).doesNotContain(ZoneId.of("Asia/Tokyo"));
    }

    @Test
    void of_what_no_country_has_nothing_is_known() {
        assertThat(zones.of(new PhoneNumber("+9991234567"))).isEmpty();
    }
}
