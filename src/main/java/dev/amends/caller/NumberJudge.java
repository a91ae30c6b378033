package dev.amends.caller;

import java.util.function.Predicate;

/** Says at any moment whether a number may be called. */
@FunctionalInterface
public interface NumberJudge {

    /** The verdict by the rules and the block list as they are now. */
    NumberVerdict judge(PhoneNumber number);

    /** The verdict by the rules alone, which costs no look at the block list. */
    default NumberVerdict byRules(PhoneNumber number) {
        return judge(number);
    }

    /**
     * The same, but whoever is barred is not called either: a person decides what is due to him.
     */
    default NumberJudge butNot(Predicate<PhoneNumber> barred) {
        NumberJudge others = this;
        return new NumberJudge() {
            @Override
            public NumberVerdict judge(PhoneNumber number) {
                NumberVerdict verdict = others.judge(number);
                return verdict instanceof NumberVerdict.Allowed && barred.test(number)
                        ? new NumberVerdict.Refused("barred by a supervisor")
                        : verdict;
            }

            @Override
            public NumberVerdict byRules(PhoneNumber number) {
                return others.byRules(number);
            }
        };
    }

    /** Judges by a policy and a caller book's block list. */
    static NumberJudge by(NumberPolicy policy, CallerBook book) {
        return new NumberJudge() {
            @Override
            public NumberVerdict judge(PhoneNumber number) {
                return policy.decide(number, book.blocked(number));
            }

            @Override
            public NumberVerdict byRules(PhoneNumber number) {
                return policy.decide(number, false);
            }
        };
    }
}
