package dev.amends.reception;

import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What follows from a caller id alone. It takes longer to find out than all the rest of most turns,
 * and every turn of a call brings the same one: so the latest are remembered.
 */
final class CallerIds {

    private static final int REMEMBERED = 4096;

    private final NumberPlan numbers;
    private final Map<String, Meaning> latest =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Meaning> eldest) {
                    return size() > REMEMBERED;
                }
            };

    CallerIds(NumberPlan numbers) {
        this.numbers = numbers;
    }

    /**
     * What a caller id means.
     *
     * @param number his number; nothing when it is withheld or no number
     * @param callable whether he can be called back there
     * @param spokenDigits the digits as they are read to him; empty when he can't be called there
     */
    record Meaning(Optional<PhoneNumber> number, boolean callable, String spokenDigits) {}

    Meaning of(String callerId) {
        synchronized (latest) {
            Meaning known = latest.get(callerId);
            if (known != null) {
                return known;
            }
        }
        Meaning found = find(callerId);
        synchronized (latest) {
            latest.put(callerId, found);
        }
        return found;
    }

    private Meaning find(String callerId) {
        Optional<PhoneNumber> number = numbers.read(callerId);
        return number.filter(numbers::dialable)
                .map(n -> new Meaning(number, true, numbers.spokenDigits(n)))
                .orElseGet(() -> new Meaning(number, false, ""));
    }
}
