package dev.amends;

import dev.amends.asterisk.AmiSettings;
import dev.amends.asterisk.Secret;
import dev.amends.asterisk.TurnServerSettings;
import dev.amends.caller.NumberRules;
import dev.amends.caller.RecognitionSettings;
import dev.amends.care.ClosingTerms;
import dev.amends.care.IntakeTerms;
import dev.amends.care.RecordingSettings;
import dev.amends.care.StoryOffer;
import dev.amends.dialing.DialingSettings;
import dev.amends.dialing.SurveySettings;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.WeeklyHours;
import dev.amends.line.WeeklyReps;
import dev.amends.promise.ActionSettings;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.RetrySettings;
import dev.amends.reception.CalledTerms;
import dev.amends.reception.LaterTerms;
import dev.amends.routing.SeniorTerms;
import dev.amends.staff.BreatherSettings;
import dev.amends.supervision.Retention;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything an administrator can set, checked. Each room gets only its own small record of it.
 *
 * @param store the database file
 * @param later what callers of each line may choose when it will take a while
 * @param called what each line does for those whom it calls
 * @param closing what each line asks when a call is over
 * @param seniors how upset callers of each line reach seniors
 * @param reps how many reps lines have when, of those whose callers may choose a time
 * @param intake what callers of each line are asked on arrival
 * @param codesOff which codes reps do not have in calls of a line, by their words
 * @param briefed the lines whose reps hear first what it is about
 * @param homeRegion ISO 3166 code of the country whose numbers are read, spoken and dialled
 * @param languages codes of those in which callers are spoken to, the default first
 * @param breathers when reps get a pause after a hard call
 * @param barring from whom no calls are taken for a while
 * @param messages how messages are sent
 * @param surveys whom lines call once more to ask how it was
 * @param actions how owners of promised actions are asked
 * @param retention how long records are kept
 * @param recordings where what is recorded lies, and how long
 * @param callingHours when people may be called, by their own clocks
 * @param numbers which numbers besides those of the home country may be called, and which may not
 */
public record Settings(
        Pbx pbx,
        Path store,
        String homeRegion,
        List<String> languages,
        NumberRules numbers,
        PromiseLimits limits,
        RecognitionSettings recognition,
        RetrySettings retry,
        DialingSettings dialing,
        ActionSettings actions,
        Retention retention,
        RecordingSettings recordings,
        WeeklyHours callingHours,
        List<Line> lines,
        Map<LineName, LaterTerms> later,
        Map<LineName, CalledTerms> called,
        Map<LineName, SeniorTerms> seniors,
        Map<LineName, ClosingTerms> closing,
        Map<LineName, Set<String>> codesOff,
        Map<LineName, WeeklyReps> reps,
        Map<LineName, IntakeTerms> intake,
        Set<LineName> briefed,
        BreatherSettings breathers,
        Barring barring,
        Messages messages,
        SurveySettings surveys) {

    public Settings {
        languages = List.copyOf(languages);
        lines = List.copyOf(lines);
        later = Map.copyOf(later);
        called = Map.copyOf(called);
        seniors = Map.copyOf(seniors);
        closing = Map.copyOf(closing);
        codesOff = Map.copyOf(codesOff);
        reps = Map.copyOf(reps);
        intake = Map.copyOf(intake);
        briefed = Set.copyOf(briefed);
    }

    /** The lines on which callers may tell what happened. */
    Set<LineName> telling() {
        return intake.entrySet().stream()
                .filter(line -> line.getValue().stories() != StoryOffer.NOBODY)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * What becomes of a caller whom a supervisor bars.
     *
     * @param lasts how long, where he says nothing else
     * @param inWriting lines' own words on how to reach them, by their code
     */
    public record Barring(Duration lasts, Map<LineName, String> inWriting) {
        public Barring {
            inWriting = Map.copyOf(inWriting);
        }
    }

    /**
     * How messages are sent to people who are called later.
     *
     * @param command with its arguments; empty: none can be sent
     * @param patience how long it may take
     */
    public record Messages(List<String> command, Duration patience) {
        public Messages {
            command = List.copyOf(command);
        }
    }

    /**
     * How to reach the telephone system, and where it reaches us.
     *
     * @param credentials the two secrets, where they were asked for: most commands need none
     * @param trunk the dial string, with {@code {number}} or {@code {digits}} for the number
     */
    public record Pbx(
            String host,
            int amiPort,
            String amiUser,
            Optional<Credentials> credentials,
            String agiListen,
            int agiPort,
            String trunk) {

        /** The manager interface and our account there. */
        AmiSettings ami() {
            return AmiSettings.of(host, amiPort, amiUser, new Secret(secrets().amiSecret()));
        }

        /** Where we are best asked on this machine: the loopback, if we listen on every address. */
        String agiHost() {
            return agiListen.equals("0.0.0.0") || agiListen.equals("::") ? "127.0.0.1" : agiListen;
        }

        /** Where turns are answered. */
        TurnServerSettings turns() {
            return TurnServerSettings.of(agiListen, agiPort, key());
        }

        /** What the telephone system shows to prove that it is ours. */
        Secret key() {
            return new Secret(secrets().key());
        }

        private Credentials secrets() {
            return credentials.orElseThrow(
                    () -> new IllegalStateException("read without the secrets"));
        }

        /** Everything but the secrets. */
        @Override
        public String toString() {
            return "Pbx[%s:%d as %s, turns on %s:%d, trunk %s]"
                    .formatted(host, amiPort, amiUser, agiListen, agiPort, trunk);
        }
    }

    /**
     * The two secrets between Amends and its telephone system.
     *
     * @param amiSecret our account's
     * @param key what the telephone system shows to prove that it is ours
     */
    public record Credentials(String amiSecret, String key) {

        /** Says nothing of them. */
        @Override
        public String toString() {
            return "Credentials[not shown]";
        }
    }
}
