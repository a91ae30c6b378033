package dev.amends;

import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberRules;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.RecognitionSettings;
import dev.amends.caller.TemperSettings;
import dev.amends.care.ClosingTerms;
import dev.amends.care.IntakeTerms;
import dev.amends.care.RecordingSettings;
import dev.amends.care.StoryOffer;
import dev.amends.dialing.DialingSettings;
import dev.amends.dialing.LaunchSettings;
import dev.amends.dialing.LaunchWay;
import dev.amends.dialing.SlipSettings;
import dev.amends.dialing.SurveySettings;
import dev.amends.dialing.TellingWay;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.WeeklyHours;
import dev.amends.line.WeeklyReps;
import dev.amends.promise.ActionSettings;
import dev.amends.promise.Budget;
import dev.amends.promise.Lateness;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.RetrySettings;
import dev.amends.reception.CalledTerms;
import dev.amends.reception.LaterTerms;
import dev.amends.routing.SeniorTerms;
import dev.amends.staff.BreatherSettings;
import dev.amends.supervision.Retention;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the settings file. Whatever is wrong is found at once, not one thing per attempt. */
public final class SettingsReader {

    private final Map<String, String> environment;

    /**
     * @param environment may hold the AMI secret as {@code AMENDS_AMI_SECRET}
     */
    public SettingsReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** What reading a settings file gives. */
    public sealed interface Reading {}

    /**
     * Settings that can be used.
     *
     * @param warnings what should be mended, though the settings can be used
     * @param print every setting as it is in force, defaults included, secrets left out
     */
    public record Usable(Settings settings, List<Problem> warnings, List<String> print)
            implements Reading {}

    /** Settings that can't be used, and everything that is wrong with them. */
    public record Broken(List<Problem> problems) implements Reading {}

    /**
     * Reads and checks a file, without the secrets that it names. Relative paths in it start at its
     * own folder.
     */
    public Reading read(Path path) {
        return read(path, SettingsReader::withoutSecrets);
    }

    /** The same with the secrets: whoever may not read them is told so. */
    public Reading readWithSecrets(Path path) {
        return read(path, this::withSecrets);
    }

    private static Reading read(Path path, Function<SettingsFile, Reading> check) {
        return switch (SettingsFile.open(path)) {
            case SettingsFile.Unreadable unreadable -> broken(unreadable);
            case SettingsFile.Opened(SettingsFile file) -> check.apply(file);
        };
    }

    private static Reading broken(SettingsFile.Unreadable unreadable) {
        List<Problem> problems = new ArrayList<>(unreadable.problems());
        unreadable.understood().forEach(part -> KnownValues.check(part, problems));
        return broken(problems);
    }

    private static Reading broken(List<Problem> problems) {
        return new Broken(
                problems.stream().sorted(Comparator.comparingInt(Problem::line)).toList());
    }

    private static Reading withoutSecrets(SettingsFile file) {
        List<Problem> problems = new ArrayList<>();
        KnownValues values = checked(file, problems);
        return problems.isEmpty()
                ? usable(file, values, Optional.empty(), List.of())
                : broken(problems);
    }

    private static KnownValues checked(SettingsFile file, List<Problem> problems) {
        KnownValues values = KnownValues.check(file, problems);
        problems.addAll(Contradictions.problems(file, values));
        problems.addAll(NeverCalled.problems(file, values));
        return values;
    }

    private Reading withSecrets(SettingsFile file) {
        List<Problem> problems = new ArrayList<>();
        KnownValues values = checked(file, problems);
        Secrets secrets = new Secrets(file, values, problems);
        Optional<String> secret = secrets.amiSecret(environment);
        Optional<String> key = secrets.key();
        if (!problems.isEmpty() || secret.isEmpty() || key.isEmpty()) {
            return broken(problems);
        }
        Settings.Credentials both = new Settings.Credentials(secret.get(), key.get());
        return usable(file, values, Optional.of(both), secrets.warnings());
    }

    private static Reading usable(
            SettingsFile file,
            KnownValues values,
            Optional<Settings.Credentials> credentials,
            List<Problem> warnings) {
        Settings settings = settings(file, values, pbx(values, credentials));
        List<Problem> all = new ArrayList<>(warnings);
        all.addAll(Contradictions.warnings(file, values));
        return new Usable(settings, all, values.print());
    }

    private static Settings settings(SettingsFile file, KnownValues values, Settings.Pbx pbx) {
        return new Settings(
                pbx,
                file.resolve(values.text("store.path")),
                values.text("numbers.home_region"),
                values.texts("speech.languages"),
                numbers(values),
                new PromiseLimits(
                        values.whole("limits.per_number_a_day"),
                        values.whole("limits.per_block_an_hour"),
                        values.whole("limits.in_all_an_hour"),
                        budget(values)),
                new RecognitionSettings(
                        values.whole("recognition.repeat_calls"),
                        Duration.ofDays(values.whole("recognition.repeat_days")),
                        Duration.ofMinutes(values.whole("recognition.redial_minutes")),
                        Duration.ofDays(values.whole("recognition.flag_days")),
                        temper(values)),
                retry(values),
                new DialingSettings(
                        values.seconds("callbacks.ring_seconds"),
                        values.whole("callbacks.at_most_placed"),
                        values.whole("callbacks.ramp_per_minute"),
                        new DialingSettings.OwnRep(
                                values.seconds("callbacks.rep_wait_seconds"),
                                values.seconds("callbacks.rep_ring_seconds")),
                        slips(values),
                        values.lines().stream()
                                .collect(
                                        Collectors.toMap(
                                                LineName::new, name -> calls(values, name)))),
                actions(values),
                new Retention(
                        days(values.whole("retention.calls_days")),
                        days(values.whole("retention.promises_days"))),
                new RecordingSettings(
                        file.resolve(values.text("recordings.folder")),
                        Duration.ofDays(values.whole("recordings.keep_days")),
                        values.seconds("recordings.pause_seconds"),
                        values.texts("recordings.story_command"),
                        values.seconds("recordings.story_seconds")),
                week(values.text("callbacks.calling_hours")),
                values.lines().stream().map(name -> line(values, name)).toList(),
                values.lines().stream()
                        .collect(Collectors.toMap(LineName::new, name -> later(values, name))),
                values.lines().stream()
                        .collect(Collectors.toMap(LineName::new, name -> called(values, name))),
                values.lines().stream()
                        .collect(Collectors.toMap(LineName::new, name -> seniors(values, name))),
                values.lines().stream()
                        .collect(Collectors.toMap(LineName::new, name -> closing(values, name))),
                values.lines().stream()
                        .collect(
                                Collectors.toMap(
                                        LineName::new,
                                        name ->
                                                Set.copyOf(
                                                        values.texts(
                                                                "lines." + name + ".codes_off")))),
                values.lines().stream()
                        .filter(name -> values.yes("lines." + name + ".slots"))
                        .collect(Collectors.toMap(LineName::new, name -> reps(values, name))),
                values.lines().stream()
                        .collect(Collectors.toMap(LineName::new, name -> intake(values, name))),
                values.lines().stream()
                        .filter(name -> values.yes("lines." + name + ".brief"))
                        .map(LineName::new)
                        .collect(Collectors.toSet()),
                breathers(values),
                barring(values),
                new Settings.Messages(
                        values.texts("slipping.message_command"),
                        values.seconds("slipping.message_seconds")),
                surveys(values));
    }

    private static SeniorTerms seniors(KnownValues values, String name) {
        String section = "lines." + name + ".";
        return new SeniorTerms(
                values.yes(section + "reserve_senior"),
                Duration.ofHours(values.whole(section + "same_rep_hours")),
                values.seconds(section + "same_rep_seconds"));
    }

    private static IntakeTerms intake(KnownValues values, String name) {
        String section = "lines." + name + ".";
        return new IntakeTerms(
                values.yes(section + "welcome_back"),
                values.texts(section + "reasons"),
                values.texts(section + "wishes"),
                values.text(section + "record").equals("ask"),
                StoryOffer.of(values.text(section + "stories")).orElseThrow());
    }

    private static BreatherSettings breathers(KnownValues values) {
        return new BreatherSettings(
                Duration.ofMinutes(values.whole("breather.minutes")),
                values.whole("breather.at_least_reps"),
                values.whole("breather.at_least_percent"),
                values.whole("breather.show_after_calls"),
                Duration.ofMinutes(values.whole("breather.show_within_minutes")),
                values.lines().stream()
                        .filter(name -> !values.yes("lines." + name + ".breather"))
                        .collect(Collectors.toSet()));
    }

    private static Settings.Barring barring(KnownValues values) {
        return new Settings.Barring(
                Duration.ofDays(values.whole("barring.days")),
                values.lines().stream()
                        .filter(name -> !inWriting(values, name).isEmpty())
                        .collect(Collectors.toMap(LineName::new, name -> inWriting(values, name))));
    }

    private static String inWriting(KnownValues values, String name) {
        return values.text("lines." + name + ".in_writing");
    }

    private static TemperSettings temper(KnownValues values) {
        return new TemperSettings(
                values.whole("temper.strained_from"),
                values.whole("temper.upset_from"),
                TemperSettings.all(cause -> values.whole("temper." + cause.word())),
                Duration.ofDays(values.whole("temper.half_life_days")),
                Duration.ofMinutes(values.whole("temper.long_wait_minutes")),
                values.whole("temper.at_most_percent"));
    }

    private static SlipSettings slips(KnownValues values) {
        return new SlipSettings(
                new Lateness(
                        Duration.ofMinutes(values.whole("slipping.late_after_minutes")),
                        Duration.ofMinutes(values.whole("slipping.waits_at_most_minutes"))),
                values.seconds("slipping.raise_seconds"),
                Duration.ofMinutes(values.whole("slipping.tell_again_minutes")),
                values.seconds("callbacks.gap_seconds"),
                values.whole("slipping.at_most_telling"),
                tells(values));
    }

    /** Of those lines that tell anybody. */
    private static Map<LineName, TellingWay> tells(KnownValues values) {
        Map<LineName, TellingWay> tells = new HashMap<>();
        for (String name : values.lines()) {
            TellingWay.of(values.text("lines." + name + ".slip_tells"))
                    .ifPresent(way -> tells.put(new LineName(name), way));
        }
        return tells;
    }

    private static Budget budget(KnownValues values) {
        return new Budget(
                limit(values.whole("budget.minutes_a_day")),
                limit(values.whole("budget.minutes_a_month")),
                values.whole("budget.calls_an_hour"),
                values.whole("budget.longest_call_minutes"),
                ZoneId.systemDefault());
    }

    private static int limit(int given) {
        return given == 0 ? Budget.UNLIMITED : given;
    }

    private static RetrySettings retry(KnownValues values) {
        return new RetrySettings(
                values.whole("callbacks.retries"),
                RetrySettings.all(setback -> {
                    String section = KnownKey.RETRY + setback.word() + ".";
                    return new RetrySettings.Rule(
                            values.whole(section + "tries"),
                            values.seconds(section + "gap_seconds"));
                }),
                Duration.ofDays(values.whole("callbacks.give_up_after_days")));
    }

    private static ActionSettings actions(KnownValues values) {
        return new ActionSettings(
                Duration.ofMinutes(values.whole("actions.reminder_minutes")),
                values.whole("actions.tries"),
                values.seconds("actions.gap_seconds"),
                values.seconds("callbacks.rep_ring_seconds"),
                values.texts("actions.codes"));
    }

    private static Optional<Duration> days(int given) {
        return given == 0 ? Optional.empty() : Optional.of(Duration.ofDays(given));
    }

    private static WeeklyReps reps(KnownValues values, String name) {
        return WeeklyReps.read(values.text("lines." + name + ".reps")).orElseThrow();
    }

    private static CalledTerms called(KnownValues values, String name) {
        String section = "lines." + name + ".";
        return new CalledTerms(
                Spans.of(values.text(section + "not_now_choices")),
                values.yes(section + "machine_message"),
                values.text(section + "record").equals("ask"));
    }

    private static ClosingTerms closing(KnownValues values, String name) {
        String section = "lines." + name + ".";
        String team = values.text(section + "closing_team");
        return new ClosingTerms(
                values.yes(section + "closing"),
                team.isEmpty() ? Optional.empty() : Optional.of(team),
                values.yes(section + "closing_ring"),
                values.yes(section + "survey"));
    }

    /** Of those lines that place such calls. */
    private static SurveySettings surveys(KnownValues values) {
        Map<LineName, SurveySettings.OfLine> lines = new HashMap<>();
        for (String name : values.lines()) {
            String section = "lines." + name + ".";
            Spans.of(values.text(section + "survey_call_after"))
                    .forEach(after ->
                            lines.put(
                                    new LineName(name),
                                    new SurveySettings.OfLine(
                                            after,
                                            Duration.ofDays(
                                                    values.whole(section + "survey_call_days")))));
        }
        return new SurveySettings(lines, values.whole("slipping.at_most_telling"));
    }

    private static DialingSettings.OfLine calls(KnownValues values, String name) {
        LaunchWay way = LaunchWay.of(values.text("lines." + name + ".launch")).orElseThrow();
        return new DialingSettings.OfLine(callerId(values, name), LaunchSettings.of(way));
    }

    /** The line's own number, or else that of all lines. */
    private static String callerId(KnownValues values, String name) {
        String own = values.text("lines." + name + ".caller_id");
        return own.isEmpty() ? values.text("callbacks.caller_id") : own;
    }

    private static LaterTerms later(KnownValues values, String name) {
        String section = "lines." + name + ".";
        return new LaterTerms(
                Spans.of(values.text(section + "later_choices")),
                values.seconds(section + "hold_limit_seconds"));
    }

    /** The numbers that we show are our own as well. */
    private static NumberRules numbers(KnownValues values) {
        NumberPlan plan = new NumberPlan(values.text("numbers.home_region"));
        List<String> own = new ArrayList<>(values.texts("numbers.own_numbers"));
        Stream.concat(
                        Stream.of(values.text("callbacks.caller_id")),
                        values.lines().stream().map(name -> callerId(values, name)))
                .distinct()
                .forEach(shown -> plan.read(shown).map(PhoneNumber::e164).ifPresent(own::add));
        return new NumberRules(own, values.texts("numbers.allow"), values.texts("numbers.deny"));
    }

    private static Settings.Pbx pbx(
            KnownValues values, Optional<Settings.Credentials> credentials) {
        return new Settings.Pbx(
                values.text("asterisk.host"),
                values.whole("asterisk.ami_port"),
                values.text("asterisk.ami_user"),
                credentials,
                values.text("asterisk.agi_listen"),
                values.whole("asterisk.agi_port"),
                values.text("asterisk.trunk"));
    }

    private static Line line(KnownValues values, String name) {
        String section = "lines." + name + ".";
        return new Line(
                new LineName(name),
                values.text(section + "queue"),
                values.text(section + "senior_queue"),
                values.whole(section + "offer_when_waiting"),
                values.seconds(section + "seniors_only_seconds"),
                values.seconds(section + "head_start_seconds"),
                values.seconds(section + "offer_above_seconds"),
                hours(values, section));
    }

    private static Hours hours(KnownValues values, String section) {
        return new Hours(
                week(values.text(section + "hours")),
                ClosedDays.of(
                        values.text(section + "holidays"), values.texts(section + "closed_on")),
                Duration.ofMinutes(values.whole(section + "cut_off_minutes")),
                zone(values.text(section + "time_zone")));
    }

    private static WeeklyHours week(String text) {
        return WeeklyHours.read(text).orElseThrow();
    }

    /** That of this machine where none is named. */
    static ZoneId zone(String name) {
        return name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
    }
}
