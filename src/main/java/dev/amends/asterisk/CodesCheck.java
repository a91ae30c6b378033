package dev.amends.asterisk;

import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Whether the codes that reps key in a call are in features.conf; the dialplan looks for us. */
final class CodesCheck implements PbxChecks.Look {

    private static final String VARIABLE = "AMENDS_CODES";
    private static final String ASKED = "asked";
    private static final String ANSWER = "missing:";
    private static final int LOOKS = 20;
    private static final Duration BETWEEN = Duration.ofMillis(100);

    @Override
    public List<Finding> at(AmiSession session) {
        session.send(AmiActions.setGlobal(VARIABLE, ASKED));
        session.send(AmiActions.askForCodes());
        String answer = ASKED;
        for (int look = 0; look < LOOKS && !answer.startsWith(ANSWER); look++) {
            LockSupport.parkNanos(BETWEEN.toNanos());
            answer = session.value(AmiActions.global(VARIABLE)).strip();
        }
        return List.of(finding(answer));
    }

    private static Finding finding(String answer) {
        if (answer.equals(ANSWER)) {
            return Finding.ok("codes", "what reps key in a call is there");
        }
        return new Finding(
                "codes",
                Verdict.WARNING,
                answer.startsWith(ANSWER) ? answer : "the dialplan did not say",
                "every code of asterisk-conf's features.conf",
                "Put #include \"amends/features.conf\" under [applicationmap] in features.conf,"
                        + " then run: asterisk -rx 'module reload features'");
    }
}
