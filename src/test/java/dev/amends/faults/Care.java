package dev.amends.faults;

import dev.amends.bench.Call;
import dev.amends.callcentre.SettingsText;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line on which everything is switched on that it has for upset callers: what its callers, reps
 * and supervisor know of each other's calls.
 */
record Care(People people, Map<String, Call> calls, Set<String> released, Path recorded) {

    /** A caller's voice until he has agreed to be recorded, and for ever if he refuses. */
    static final int UNASKED = 750;

    /** Once he has agreed. */
    static final int AGREED = 500;

    /** While the recording rests. */
    static final int RESTING = 800;

    /** While he tells what happened. */
    static final int STORY = 550;

    /** Somebody is called, and has agreed. */
    static final int CALLED = 600;

    /** What a rep hears of whoever is there. */
    static final Set<Integer> VOICES = Set.of(UNASKED, AGREED, RESTING, STORY, CALLED);

    private static final Duration BETWEEN = Duration.ofMillis(2600);

    /** Such a line on this bench, with nobody there yet. */
    static Care on(Bench bench) {
        Care care =
                new Care(
                        bench.people(),
                        new ConcurrentHashMap<>(),
                        ConcurrentHashMap.newKeySet(),
                        bench.recordings());
        bench.change(care::everything, Map.of());
        bench.supervisorOnlyHelps();
        // Three limits in the few seconds that a call lasts here.
        bench.pbx().cli("dialplan set global AMENDS_LIMIT_GAP 1");
        bench.repsDo(new CareReps(care)::answers);
        bench.callers().are(n -> new CareCaller(care, bench.callers(), n).calls(), BETWEEN);
        return care;
    }

    private SettingsText everything(SettingsText settings) {
        return settings.yes("lines.support.welcome_back")
                .texts("lines.support.reasons", "billing", "other")
                .texts("lines.support.wishes", "refund", "other")
                .text("lines.support.record", "ask")
                .text("lines.support.stories", "all")
                .yes("lines.support.brief")
                .yes("lines.support.closing")
                .yes("lines.support.closing_ring")
                .yes("lines.support.survey")
                .text("lines.support.survey_call_after", "2s")
                .text("recordings.folder", recorded.toString())
                .texts("recordings.story_command", "echo", "He waited for weeks.", "{file}")
                .number("actions.reminder_minutes", 600)
                .number("breather.minutes", 1)
                .number("breather.at_least_reps", 2);
    }

    /** Whether the nth agrees to be recorded: two of three do. */
    static boolean agrees(int n) {
        return n % 3 != 2;
    }

    /** What his rep has to do with the caller with this number: four kinds. */
    static int kind(String number) {
        return Integer.parseInt(number.substring(number.length() - 2)) % 4;
    }

    /** The call of the caller with this number. */
    Optional<Call> of(String number) {
        return Optional.ofNullable(calls.get(number));
    }

    /** Whoever serves him is about to end it in good order: nobody drops him. */
    void release(String number) {
        released.add(number);
    }
}
