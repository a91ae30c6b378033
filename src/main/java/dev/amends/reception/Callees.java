package dev.amends.reception;

import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberVerdict;
import dev.amends.caller.PhoneNumber;
import dev.amends.promise.CallTimes;
import dev.amends.promise.CallingHours;
import dev.amends.reception.CallerState.Typing;
import dev.amends.speech.Spelling;

import java.util.Optional;

/** Finds out whom a caller would have us call, and whether we may. */
final class Callees {

    private final NumberPlan plan;
    private final Spelling spelling;
    private final NumberJudge judge;
    private final CallTimes times;

    Callees(NumberPlan plan, Spelling spelling, NumberJudge judge, CallTimes times) {
        this.times = times;
        this.plan = plan;
        this.spelling = spelling;
        this.judge = judge;
    }

    /** What he just keyed in, or has keyed in before, or else the number he calls from. */
    Optional<PhoneNumber> wanted(CallerState state, String heard, Optional<PhoneNumber> caller) {
        return wanted(state.at().typing(), state.typing(), heard, caller);
    }

    /** The same for a caller whose rep says that it will take a while. */
    Callee of(LaterState state, String heard, Optional<PhoneNumber> caller) {
        return of(wanted(state.at() == LaterState.At.TYPING, state.typing(), heard, caller));
    }

    private Optional<PhoneNumber> wanted(
            boolean typesNow, Typing before, String heard, Optional<PhoneNumber> caller) {
        return typesNow ? plan.read(keyed(heard)) : before.number().or(() -> caller);
    }

    /** When this number may be called, as far as the rules allow it; needs no store. */
    CallingHours hours(Optional<PhoneNumber> number) {
        return number.filter(one -> judge.byRules(one) instanceof NumberVerdict.Allowed)
                .map(times::of)
                .orElse(CallingHours.ANYTIME);
    }

    /** This number, if there is one. */
    Callee of(Optional<PhoneNumber> caller) {
        return caller.map(this::judged).orElseGet(Callee.NoNumber::new);
    }

    private Callee judged(PhoneNumber number) {
        return switch (judge.judge(number)) {
            case NumberVerdict.Allowed _ ->
                    new Callee.Callable(
                            number, spelling.digits(plan.spokenDigits(number)), times.of(number));
            case NumberVerdict.Refused refused -> new Callee.NotAllowed(refused.reason());
            case NumberVerdict.Blocked blocked -> new Callee.NotAllowed(blocked.reason());
        };
    }

    /** Who has mistyped presses star and begins anew. */
    private static String keyed(String heard) {
        return heard.substring(heard.lastIndexOf('*') + 1);
    }
}
