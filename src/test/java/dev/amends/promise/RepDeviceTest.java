package dev.amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepDeviceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PJSIP/rep1",
                "Local/5001@from-queue/n",
                "SIP/100",
                "IAX2/office-3",
                "Agent/1001",
                "PJSIP/front_desk.2"
            })
    void the_interfaces_of_queue_members_are_devices(String text) {
        assertThat(RepDevice.fits(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PJSIP",
                "PJSIP/",
                "/rep1",
                "PJSIP/rep1&PJSIP/19005550123@carrier",
                "PJSIP/rep1,20",
                "PJSIP/rep1|20",
                "PJSIP/+19005550123@carrier",
                "PJSIP/rep1;2",
                "PJSIP/${EXTEN}",
                "PJSIP/rep 1",
                "PJSIP/rep1\nAction: Originate",
                "PJSIP/rep1\"",
                "PJSIP/rep1:5060",
                "Local/s@amends-post(x)"
            })
    void what_could_name_another_phone_or_anything_else_is_none(String text) {
        assertThat(RepDevice.fits(text)).isFalse();
    }

    @Test
    void nothing_longer_than_a_name_fits() {
        assertThat(RepDevice.fits("PJSIP/" + "r".repeat(100))).isTrue();
        assertThat(RepDevice.fits("PJSIP/" + "r".repeat(101))).isFalse();
    }
}
