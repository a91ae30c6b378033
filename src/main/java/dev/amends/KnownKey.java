package dev.amends;

import dev.amends.caller.NumberPlan;
import dev.amends.caller.TemperCause;
import dev.amends.caller.TemperSettings;
import dev.amends.care.IntakeTerms;
import dev.amends.care.Said;
import dev.amends.care.StoryOffer;
import dev.amends.dialing.LaunchWay;
import dev.amends.dialing.TellingWay;
import dev.amends.line.PublicHolidays;
import dev.amends.line.WeeklyHours;
import dev.amends.line.WeeklyReps;
import dev.amends.promise.Deed;
import dev.amends.promise.Setback;
import dev.amends.speech.Languages;

import tools.jackson.databind.JsonNode;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A setting that exists: its section, name, default and what it may be.
 *
 * @param section without brackets; {@code lines} stands for the section of each line
 * @param fallback what it is when it is not set: a {@link String}, an {@link Integer}, a {@link
 *     Boolean} or a {@link List} of texts
 */
record KnownKey(String section, String name, Object fallback, Rule rule) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9.:-]{1,253}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
    private static final Pattern QUEUE = Pattern.compile("[A-Za-z0-9_.-]{1,80}");
    private static final Pattern CALLER_ID = Pattern.compile("(\\+?[0-9]{3,15})?");
    private static final Pattern BEGINNING = Pattern.compile("\\+[1-9][0-9]{0,14}");
    private static final Pattern FOLDER = Pattern.compile("[A-Za-z0-9._/-]{1,120}");
    private static final Pattern TRUNK =
            Pattern.compile(
                    "[A-Za-z0-9]+/[A-Za-z0-9/_.:+=@-]*\\{(number|digits)}[A-Za-z0-9/_.:+=@-]*");

    private static final Predicate<String> OWNER =
            text ->
                    text.length() <= 100
                            && text.equals(text.strip())
                            && printable(text)
                            && text.chars().noneMatch(one -> ";,&|".indexOf(one) >= 0);

    /** The beginning of the section of a setback. */
    static final String RETRY = "retry.";

    private static final int CONGESTIONS = 6;
    private static final Rule GAP = new Whole(1, 86400);

    /** What a value must be; the words complete "must be …". */
    sealed interface Rule {
        String words();

        /** Whether the value fits. */
        boolean allows(JsonNode value);

        /** The value, when it fits. */
        Object value(JsonNode value);
    }

    /** A whole number within bounds, both included. */
    record Whole(int least, int most) implements Rule {
        @Override
        public String words() {
            return "a whole number from " + least + " to " + most;
        }

        @Override
        public boolean allows(JsonNode value) {
            return value.isIntegralNumber()
                    && value.canConvertToInt()
                    && value.intValue() >= least
                    && value.intValue() <= most;
        }

        @Override
        public Object value(JsonNode value) {
            return value.intValue();
        }
    }

    /** True or false. */
    record Switch() implements Rule {
        @Override
        public String words() {
            return "true or false";
        }

        @Override
        public boolean allows(JsonNode value) {
            return value.isBoolean();
        }

        @Override
        public Object value(JsonNode value) {
            return value.booleanValue();
        }
    }

    /** Text in quotes that a pattern or a list knows. */
    record Text(String words, Predicate<String> fits) implements Rule {
        @Override
        public boolean allows(JsonNode value) {
            return value.isString() && fits.test(value.stringValue());
        }

        @Override
        public Object value(JsonNode value) {
            return value.stringValue();
        }
    }

    /**
     * A list of texts in quotes, so many at least and at most, none of them twice, each one fit.
     */
    record Texts(String words, int least, int most, Predicate<String> fits) implements Rule {

        /** As many as anybody may need. */
        Texts(String words, int least, Predicate<String> fits) {
            this(words, least, 1000, fits);
        }

        @Override
        public boolean allows(JsonNode value) {
            return value.isArray()
                    && value.size() >= least
                    && value.size() <= most
                    && value.valueStream()
                            .allMatch(one -> one.isString() && fits.test(one.stringValue()))
                    && value.valueStream().distinct().count() == value.size();
        }

        @Override
        public Object value(JsonNode value) {
            return value.valueStream().map(JsonNode::stringValue).toList();
        }
    }

    /** All settings, in the order in which the sample shows them. */
    static Stream<KnownKey> all() {
        return Stream.of(
                        asterisk(),
                        single(),
                        temper(),
                        callbacks(),
                        slipping(),
                        retry(),
                        actions(),
                        recordings(),
                        limits(),
                        budget(),
                        breather(),
                        retention(),
                        line())
                .flatMap(keys -> keys);
    }

    private static Stream<KnownKey> asterisk() {
        Rule host = text("a host name or an address", HOST);
        Rule secret = new Text("text without line breaks", KnownKey::printable);
        return Stream.of(
                new KnownKey("asterisk", "host", "127.0.0.1", host),
                new KnownKey("asterisk", "ami_port", 5038, new Whole(1, 65535)),
                new KnownKey("asterisk", "ami_user", "amends", text("an account name", ACCOUNT)),
                new KnownKey("asterisk", "ami_secret", "", secret),
                new KnownKey(
                        "asterisk", "ami_secret_file", "/etc/asterisk/amends-secret.conf", path()),
                new KnownKey("asterisk", "key_file", "/etc/asterisk/amends-key.conf", path()),
                new KnownKey("asterisk", "agi_listen", "127.0.0.1", host),
                new KnownKey("asterisk", "agi_port", 4573, new Whole(1, 65535)),
                new KnownKey(
                        "asterisk",
                        "trunk",
                        "PJSIP/{number}@carrier",
                        text(
                                "a dial string with {number} or {digits} once, such as"
                                        + " \"PJSIP/{number}@carrier\"",
                                TRUNK)));
    }

    private static Stream<KnownKey> single() {
        Rule beginnings =
                new Texts(
                        "a list of numbers or their beginnings with + and country code, such as"
                                + " [\"+44\", \"+12025550100\"]",
                        0,
                        BEGINNING.asMatchPredicate());
        Rule region = new Text("a country code such as \"US\" or \"DE\"", NumberPlan::knows);
        return Stream.of(
                new KnownKey("store", "path", "/var/lib/amends/amends.db", path()),
                new KnownKey("numbers", "home_region", "US", region),
                new KnownKey("speech", "languages", List.of("en"), languages()),
                new KnownKey("numbers", "own_numbers", List.of(), beginnings),
                new KnownKey("numbers", "allow", List.of(), beginnings),
                new KnownKey("numbers", "deny", List.of(), beginnings),
                new KnownKey("recognition", "repeat_calls", 2, new Whole(1, 100)),
                new KnownKey("recognition", "repeat_days", 7, new Whole(1, 365)),
                new KnownKey("recognition", "redial_minutes", 10, new Whole(0, 1440)),
                new KnownKey("recognition", "flag_days", 14, new Whole(1, 365)));
    }

    private static Stream<KnownKey> temper() {
        TemperSettings usual = TemperSettings.USUAL;
        Rule points = new Whole(0, 1000);
        Rule from = new Whole(1, 1000);
        return Stream.concat(
                Stream.of(
                        new KnownKey("temper", "strained_from", usual.strainedFrom(), from),
                        new KnownKey("temper", "upset_from", usual.upsetFrom(), from),
                        new KnownKey(
                                "temper",
                                "half_life_days",
                                (int) usual.halfLife().toDays(),
                                new Whole(1, 365)),
                        new KnownKey(
                                "temper",
                                "long_wait_minutes",
                                (int) usual.longWait().toMinutes(),
                                new Whole(1, 1440)),
                        new KnownKey(
                                "temper",
                                "at_most_percent",
                                usual.mostPercent(),
                                new Whole(0, 100))),
                Stream.of(TemperCause.values())
                        .map(cause ->
                                new KnownKey("temper", cause.word(), cause.usualPoints(), points)));
    }

    private static Rule languages() {
        List<String> shipped = Languages.shipped();
        return new Texts(
                "a list of these, the default first: \"" + String.join("\", \"", shipped) + '"',
                1,
                shipped::contains);
    }

    private static Stream<KnownKey> callbacks() {
        Rule callerId = callerId("the trunk's own");
        return Stream.of(
                new KnownKey("callbacks", "retries", 3, new Whole(0, 20)),
                new KnownKey("callbacks", "gap_seconds", 300, GAP),
                new KnownKey("callbacks", "give_up_after_days", 7, new Whole(0, 365)),
                new KnownKey("callbacks", "ring_seconds", 25, new Whole(5, 120)),
                new KnownKey("callbacks", "caller_id", "", callerId),
                new KnownKey("callbacks", "at_most_placed", 50, new Whole(1, 1000)),
                new KnownKey("callbacks", "ramp_per_minute", 120, new Whole(0, 100_000)),
                new KnownKey("callbacks", "calling_hours", "mon-sun 08:00-21:00", week()),
                new KnownKey("callbacks", "rep_wait_seconds", 900, new Whole(0, 86400)),
                new KnownKey("callbacks", "rep_ring_seconds", 20, new Whole(5, 120)));
    }

    private static Stream<KnownKey> slipping() {
        return Stream.of(
                new KnownKey("slipping", "raise_seconds", 60, new Whole(0, 3600)),
                new KnownKey("slipping", "late_after_minutes", 15, new Whole(1, 1440)),
                new KnownKey("slipping", "waits_at_most_minutes", 120, new Whole(5, 10_080)),
                new KnownKey("slipping", "tell_again_minutes", 30, new Whole(1, 1440)),
                new KnownKey("slipping", "at_most_telling", 3, new Whole(1, 100)),
                new KnownKey(
                        "slipping",
                        "message_command",
                        List.of(),
                        command("/usr/local/bin/send-sms", "{number}", "{text}")),
                new KnownKey("slipping", "message_seconds", 20, new Whole(1, 120)));
    }

    /** One section for each setback. */
    private static Stream<KnownKey> retry() {
        return Stream.of(Setback.values())
                .flatMap(setback -> {
                    String section = RETRY + setback.word();
                    int tries = setback == Setback.CONGESTION ? CONGESTIONS : 4;
                    return Stream.of(
                            new KnownKey(section, "tries", tries, new Whole(1, 50)),
                            new KnownKey(section, "gap_seconds", 300, GAP));
                });
    }

    private static Stream<KnownKey> actions() {
        Rule codes =
                new Texts(
                        "a list of words of small letters, digits and dashes, such as [\"invoice\"]",
                        0,
                        Deed::fits);
        return Stream.of(
                new KnownKey("actions", "reminder_minutes", 0, new Whole(0, 10_080)),
                new KnownKey("actions", "tries", 3, new Whole(1, 20)),
                new KnownKey("actions", "gap_seconds", 600, GAP),
                new KnownKey("actions", "codes", List.of(), codes));
    }

    private static Stream<KnownKey> recordings() {
        return Stream.of(
                new KnownKey(
                        "recordings",
                        "folder",
                        "/var/spool/asterisk/amends",
                        text("the path of a folder, of letters, digits and . _ - /", FOLDER)),
                new KnownKey("recordings", "keep_days", 90, new Whole(1, 3650)),
                new KnownKey("recordings", "pause_seconds", 60, new Whole(5, 3600)),
                new KnownKey(
                        "recordings",
                        "story_command",
                        List.of(),
                        command("/usr/local/bin/hear", "{file}")),
                new KnownKey("recordings", "story_seconds", 120, new Whole(1, 3600)));
    }

    private static Rule command(String... example) {
        String such =
                Stream.of(example)
                        .map(word -> '"' + word + '"')
                        .collect(Collectors.joining(", ", "[", "]"));
        return new Texts(
                "a command and its arguments, such as " + such + ", or []",
                0,
                text -> !text.isEmpty() && printable(text));
    }

    private static Stream<KnownKey> limits() {
        return Stream.of(
                new KnownKey("limits", "per_number_a_day", 2, new Whole(1, 1000)),
                new KnownKey("limits", "per_block_an_hour", 10, new Whole(1, 100_000)),
                new KnownKey("limits", "in_all_an_hour", 200, new Whole(1, 1_000_000)));
    }

    private static Stream<KnownKey> budget() {
        Rule minutes = new Whole(0, 100_000_000);
        return Stream.of(
                new KnownKey("budget", "minutes_a_day", 6000, minutes),
                new KnownKey("budget", "minutes_a_month", 0, minutes),
                new KnownKey("budget", "calls_an_hour", 400, new Whole(1, 1_000_000)),
                new KnownKey("budget", "longest_call_minutes", 60, new Whole(1, 1440)));
    }

    private static Stream<KnownKey> breather() {
        return Stream.of(
                new KnownKey("breather", "minutes", 0, new Whole(0, 60)),
                new KnownKey("breather", "at_least_reps", 1, new Whole(0, 1000)),
                new KnownKey("breather", "at_least_percent", 50, new Whole(0, 100)),
                new KnownKey("breather", "show_after_calls", 3, new Whole(1, 100)),
                new KnownKey("breather", "show_within_minutes", 120, new Whole(1, 1440)),
                new KnownKey("barring", "days", 7, new Whole(1, 365)));
    }

    private static Stream<KnownKey> retention() {
        Rule days = new Whole(0, 36_500);
        return Stream.of(
                new KnownKey("retention", "calls_days", 400, days),
                new KnownKey("retention", "promises_days", 1100, days));
    }

    private static Stream<KnownKey> line() {
        Rule queue = text("the name of a queue", QUEUE);
        Rule zone =
                new Text(
                        "a time zone such as \"America/New_York\", or \"\" for this machine's",
                        text -> text.isEmpty() || ZoneId.getAvailableZoneIds().contains(text));
        return Stream.of(
                new KnownKey("lines", "queue", "support", queue),
                new KnownKey("lines", "senior_queue", "support-senior", queue),
                new KnownKey("lines", "offer_above_seconds", 90, new Whole(0, 7200)),
                new KnownKey("lines", "offer_when_waiting", 3, new Whole(0, 1000)),
                new KnownKey("lines", "seniors_only_seconds", 10, new Whole(0, 600)),
                new KnownKey("lines", "head_start_seconds", 60, new Whole(0, 3600)),
                new KnownKey("lines", "reserve_senior", false, new Switch()),
                new KnownKey("lines", "same_rep_hours", 0, new Whole(0, 720)),
                new KnownKey("lines", "same_rep_seconds", 8, new Whole(3, 30)),
                new KnownKey("lines", "later_choices", "30m 1h 2h 1d", spans(7)),
                new KnownKey("lines", "hold_limit_seconds", 600, new Whole(1, 7200)),
                new KnownKey("lines", "not_now_choices", "30m 1h 2h 1d", spans(1)),
                new KnownKey("lines", "slots", true, new Switch()),
                new KnownKey(
                        "lines",
                        "reps",
                        "",
                        new Text(
                                "reps in the hours of a week such as \"mon-fri 08:00-12:00 12, mon-fri"
                                        + " 12:00-18:00 8\", or \"\" when that is not known",
                                text -> WeeklyReps.read(text).isPresent())),
                new KnownKey("lines", "welcome_back", false, new Switch()),
                new KnownKey("lines", "reasons", List.of(), answers("billing")),
                new KnownKey("lines", "wishes", List.of(), answers("refund")),
                new KnownKey("lines", "brief", false, new Switch()),
                new KnownKey(
                        "lines",
                        "codes_off",
                        List.of(),
                        new Texts(
                                "a list of any of \""
                                        + String.join("\", \"", RepCode.words())
                                        + '"',
                                0,
                                RepCode.words()::contains)),
                new KnownKey("lines", "breather", true, new Switch()),
                new KnownKey("lines", "machine_message", false, new Switch()),
                new KnownKey("lines", "slip_tells", "call", oneOf(TellingWay.words())),
                new KnownKey(
                        "lines",
                        "record",
                        "no",
                        new Text("\"ask\" or \"no\"", Set.of("ask", "no")::contains)),
                new KnownKey("lines", "stories", "no", oneOf(StoryOffer.words())),
                new KnownKey("lines", "time_zone", "", zone),
                new KnownKey("lines", "hours", "", week()),
                new KnownKey("lines", "holidays", "", holidays()),
                new KnownKey(
                        "lines",
                        "closed_on",
                        List.of(),
                        new Texts(ClosedDays.WORDS, 0, ClosedDays::fit)),
                new KnownKey("lines", "cut_off_minutes", 15, new Whole(0, 720)),
                new KnownKey("lines", "caller_id", "", callerId("that of [callbacks]")),
                new KnownKey(
                        "lines",
                        "in_writing",
                        "",
                        new Text(
                                "a word of small letters, digits and dashes, such as \"post\", or"
                                        + " \"\" for the shipped words",
                                text -> text.isEmpty() || Deed.fits(text))),
                new KnownKey("lines", "launch", "auto", launch()),
                new KnownKey("lines", "closing", false, new Switch()),
                new KnownKey(
                        "lines",
                        "closing_team",
                        "",
                        new Text("one name or one phone, or \"\" for none", OWNER)),
                new KnownKey("lines", "closing_ring", false, new Switch()),
                new KnownKey("lines", "survey", false, new Switch()),
                new KnownKey(
                        "lines",
                        "survey_call_after",
                        "",
                        new Text(
                                "a length of time from 1s to 1d, such as \"2h\", or \"\" for no call",
                                text -> Spans.fit(text, 1) && Spans.of(text).size() <= 1)),
                new KnownKey("lines", "survey_call_days", 30, new Whole(1, 365)));
    }

    private static Rule spans(int days) {
        return new Text(Spans.words(days), text -> Spans.fit(text, days));
    }

    /** What callers choose from by one key. */
    private static Rule answers(String example) {
        return new Texts(
                "a list of at most nine words of small letters, digits and dashes, such as [\"%s\","
                                .formatted(example)
                        + " \"other\"]",
                0,
                IntakeTerms.MOST,
                Said::fits);
    }

    private static Rule callerId(String otherwise) {
        return text("a telephone number, or \"\" for " + otherwise, CALLER_ID);
    }

    private static Rule launch() {
        return oneOf(LaunchWay.words());
    }

    private static Rule oneOf(List<String> words) {
        return new Text(
                "one of \"" + String.join("\", \"", words) + '"', word -> words.contains(word));
    }

    private static Rule week() {
        return new Text(
                "hours of a week such as \"mon-fri 08:00-18:00, sat 09:00-13:00\" (over midnight: two"
                        + " entries), or \"\" for always",
                text -> WeeklyHours.read(text).isPresent());
    }

    private static Rule holidays() {
        return new Text(
                "a country whose holidays count, or a part of it, such as \"us\" or \"de/by\", or"
                        + " \"\" for none",
                text -> text.isEmpty() || PublicHolidays.of(text).isPresent());
    }

    /** Whether a message may not repeat its value. */
    boolean secret() {
        return name.equals("ami_secret");
    }

    /** Its default in the section of this line: a line's queues are named after it. */
    Object fallbackIn(String line) {
        return switch (name) {
            case "queue" -> line;
            case "senior_queue" -> line + "-senior";
            default -> fallback;
        };
    }

    /** What was meant, when that can be told; else what is wrong with it, when that can be. */
    String hint(JsonNode value) {
        return value.isString()
                ? meant(value.stringValue())
                        .map(text -> " (did you mean \"" + text + "\"?)")
                        .or(() -> fault(value.stringValue()).map(why -> ": " + why))
                        .orElse("")
                : "";
    }

    /** What is wrong with it, where that can be said better than by what it must be. */
    private Optional<String> fault(String text) {
        return name.equals("hours") || name.equals("calling_hours")
                ? WeeklyHours.fault(text)
                : Optional.empty();
    }

    private Optional<String> meant(String text) {
        return switch (name) {
            case "home_region" ->
                    Optional.of(text.toUpperCase(Locale.ROOT)).filter(NumberPlan::knows);
            case "hours", "calling_hours" -> WeeklyHours.meant(text);
            case "holidays" ->
                    Optional.of(text.toLowerCase(Locale.ROOT).replaceAll("[-_. ]+", "/"))
                            .filter(plain -> PublicHolidays.of(plain).isPresent());
            default -> Optional.empty();
        };
    }

    private static Rule path() {
        return new Text("the path of a file", text -> !text.isBlank() && printable(text));
    }

    private static Rule text(String words, Pattern pattern) {
        return new Text(words, text -> pattern.matcher(text).matches());
    }

    private static boolean printable(String text) {
        return text.length() <= 1000 && text.chars().noneMatch(Character::isISOControl);
    }
}
