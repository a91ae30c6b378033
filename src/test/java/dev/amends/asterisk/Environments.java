package dev.amends.asterisk;

import java.util.ArrayList;
import java.util.List;

/** Environments as Asterisk 22 sends them, recorded from one. */
final class Environments {

    private Environments() {}

    /** The lines of a turn's environment, without the empty one at the end. */
    static List<String> turn(String callerId, String... arguments) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "agi_network: yes",
                                "agi_network_script: turn",
                                "agi_request: agi://127.0.0.1:4573/turn",
                                "agi_channel: PJSIP/trunk-00000011",
                                "agi_language: en",
                                "agi_type: PJSIP",
                                "agi_uniqueid: 1795292085.6",
                                "agi_version: 22.10.1",
                                "agi_callerid: " + callerId,
                                "agi_calleridname: Zoë Müller",
                                "agi_callingpres: 0",
                                "agi_callingani2: 0",
                                "agi_callington: 0",
                                "agi_callingtns: 0",
                                "agi_dnid: 700",
                                "agi_rdnis: unknown",
                                "agi_context: amends-line",
                                "agi_extension: support",
                                "agi_priority: 2",
                                "agi_enhanced: 0.0",
                                "agi_accountcode: ",
                                "agi_threadid: 140210688767680"));
        for (int i = 0; i < arguments.length; i++) {
            lines.add("agi_arg_" + (i + 1) + ": " + arguments[i]);
        }
        return lines;
    }

    static List<String> arrival() {
        return turn("+12025550123", "arrival", "support", "", "");
    }

    /** As it goes over the wire. */
    static String wire(List<String> lines) {
        return String.join("\n", lines) + "\n\n";
    }
}
