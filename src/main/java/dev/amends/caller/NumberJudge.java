package dev.amends.caller;

/** Says at any moment whether a number may be called. */
@FunctionalInterface
public interface NumberJudge {

    /** The verdict by the rules and the block list as they are now. */
    NumberVerdict judge(PhoneNumber number);

    /** The verdict by the rules alone, which costs no look at the block list. */
    default NumberVerdict byRules(PhoneNumber number) {
        return judge(number);
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
