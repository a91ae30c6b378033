package dev.amends.promise;

import java.time.Duration;
import java.util.List;

/**
 * How owners are asked whether what was promised is done.
 *
 * @param remindBefore how long before its time
 * @param tries after so many rings in a row without an answer a person has to look
 * @param gap from one of them to the next
 * @param ring how long a phone rings
 * @param codes of actions besides those that are shipped
 */
public record ActionSettings(
        Duration remindBefore, int tries, Duration gap, Duration ring, List<String> codes) {

    public ActionSettings {
        codes = List.copyOf(codes);
    }
}
