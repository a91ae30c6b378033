package dev.amends.measure;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * One turn as the dialplan asks it, and the verbs that are right answers.
 *
 * @param dialogue the dialogue's name
 * @param state the state that came with the turn before
 * @param heard what the caller keyed
 * @param number his caller id
 * @param call the channel's unique id
 * @param verbs what {@code AMENDS_DO} may say; any other answer is wrong
 */
record Asked(
        String dialogue,
        String state,
        String heard,
        String number,
        String call,
        Set<String> verbs) {

    /** The block with which Asterisk begins a FastAGI connection, in the order it writes it. */
    byte[] environment() {
        return """
        agi_network: yes
        agi_network_script: turn
        agi_request: agi://127.0.0.1/turn
        agi_channel: PJSIP/callers-%1$s
        agi_language: en
        agi_type: PJSIP
        agi_uniqueid: %1$s
        agi_version: 22.10.1
        agi_callerid: %2$s
        agi_calleridname: unknown
        agi_callingpres: 0
        agi_callingani2: 0
        agi_callington: 0
        agi_callingtns: 0
        agi_dnid: 700
        agi_rdnis: unknown
        agi_context: amends-turn
        agi_extension: s
        agi_priority: 9
        agi_enhanced: 0.0
        agi_accountcode:\s
        agi_threadid: 139872
        agi_arg_1: %3$s
        agi_arg_2: support
        agi_arg_3: %4$s
        agi_arg_4: %5$s

        """
                .formatted(call, number, dialogue, state, heard)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
