package dev.amends.caller;

/** Says at any moment whether a number may be called. */
@FunctionalInterface
public interface NumberJudge {

    /** The verdict by the rules and the block list as they are now. */
    NumberVerdict judge(PhoneNumber number);

    /** Judges by a policy and a caller book's block list. */
    static NumberJudge by(NumberPolicy policy, CallerBook book) {
        return number -> policy.decide(number, book.blocked(number));
    }
}
