package dev.amends.caller;

import dev.amends.caller.NumberVerdict.Allowed;
import dev.amends.caller.NumberVerdict.Blocked;
import dev.amends.caller.NumberVerdict.Refused;

import java.util.List;
import java.util.Optional;

/**
 * Whether a number may be called. First rule that speaks wins: blocked; our own number; no ordinary
 * number (premium, shared cost, satellite, emergency and the like are never called, whatever the
 * lists say); the longest entry of the allow and deny lists; the home country. All else is refused.
 */
public final class NumberPolicy {

    private final NumberPlan plan;
    private final NumberRules rules;

    public NumberPolicy(NumberPlan plan, NumberRules rules) {
        this.plan = plan;
        this.rules = rules;
    }

    /** Decides; {@code blocked} says whether a person put the number on the block list. */
    public NumberVerdict decide(PhoneNumber number, boolean blocked) {
        if (blocked) {
            return new Blocked("on the block list");
        }
        if (rules.own().stream().anyMatch(number.e164()::startsWith)) {
            return new Refused("one of our own numbers");
        }
        Optional<String> odd = plan.oddity(number);
        if (odd.isPresent()) {
            return new Refused(odd.get());
        }
        int denied = longest(rules.deny(), number);
        int allowed = longest(covering(number), number);
        if (denied >= allowed && denied > 0) {
            return new Refused("on the deny list");
        }
        if (allowed > 0) {
            return new Allowed("on the allow list");
        }
        return plan.atHome(number)
                ? new Allowed("an ordinary number of the home country")
                : new Refused("a number of another country");
    }

    /**
     * The entries of the allow list that may speak for this number: a bare country code stands for
     * that country alone, not for others that share it ({@code +1} is not Jamaica, {@code +44} not
     * Jersey).
     */
    private List<String> covering(PhoneNumber number) {
        return rules.allow().stream()
                .filter(entry -> !plan.isCountryCodeOf(number, entry) || plan.inMainCountry(number))
                .toList();
    }

    private static int longest(List<String> entries, PhoneNumber number) {
        return entries.stream()
                .filter(number.e164()::startsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
