package dev.amends.reception;

import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberVerdict;
import dev.amends.caller.PhoneNumber;
import dev.amends.reception.CallerState.At;
import dev.amends.speech.Languages;
import dev.amends.speech.Spelling;

import java.util.Optional;

/** Finds out whom a caller would have us call, and whether we may. */
final class Callees {

    private final NumberPlan plan;
    private final Languages languages;
    private final NumberJudge judge;

    Callees(Reception.Tongue tongue, NumberJudge judge) {
        this.plan = tongue.numbers();
        this.languages = tongue.languages();
        this.judge = judge;
    }

    /** What he just keyed in, or has keyed in before, or else the number he calls from. */
    Callee of(CallerState state, Question question) {
        Optional<PhoneNumber> number =
                state.at() == At.TYPING
                        ? plan.read(keyed(question.heard()))
                        : state.typing().number().or(() -> plan.read(question.callerId()));
        return judged(number, question);
    }

    /** The number he calls from. */
    Callee of(Question question) {
        return judged(plan.read(question.callerId()), question);
    }

    private Callee judged(Optional<PhoneNumber> number, Question question) {
        Spelling spelling = languages.spelling(languages.of(question.language()));
        return number.map(n -> judged(n, spelling)).orElseGet(Callee.NoNumber::new);
    }

    private Callee judged(PhoneNumber number, Spelling spelling) {
        return switch (judge.judge(number)) {
            case NumberVerdict.Allowed _ ->
                    new Callee.Callable(number, spelling.digits(plan.spokenDigits(number)));
            case NumberVerdict.Refused refused -> new Callee.NotAllowed(refused.reason());
            case NumberVerdict.Blocked blocked -> new Callee.NotAllowed(blocked.reason());
        };
    }

    /** Who has mistyped presses star and begins anew. */
    private static String keyed(String heard) {
        return heard.substring(heard.lastIndexOf('*') + 1);
    }
}
