package dev.amends.line;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of a week as somebody writes them: {@code mon-fri 08:00-18:00, sat 09:00-13:00}; several on
 * one day {@code mon 08:00-12:00 13:00-17:00}; over midnight {@code fri 20:00-24:00, sat
 * 00:00-02:00}. Nothing written means always.
 *
 * @param days what is open on each day, in order; a day that is missing is closed
 */
public record WeeklyHours(Map<DayOfWeek, List<Span>> days) {

    private static final Span WHOLE_DAY = new Span(0, 24 * 60);

    /** Every hour of every day. */
    public static final WeeklyHours ALWAYS = everyDay();

    private static final List<String> NAMES =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String DAY = "(mon|tue|wed|thu|fri|sat|sun)";
    private static final String TIME = "([01][0-9]|2[0-4]):([0-5][0-9])";
    private static final Pattern SPAN = Pattern.compile(TIME + '-' + TIME);
    private static final Pattern DAYS = Pattern.compile(DAY + "(?:-" + DAY + ")?");
    private static final Pattern LONG_DAY = Pattern.compile(DAY + "[a-z]*");
    private static final Pattern BARE_HOUR = Pattern.compile("(?<![0-9:])([0-9]{1,2})(?![0-9:])");
    private static final Pattern SHORT_HOUR = Pattern.compile("(?<![0-9:])([0-9]):");

    public WeeklyHours {
        days = Map.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("never open");
        }
        days.forEach(WeeklyHours::inOrder);
    }

    /**
     * A part of a day, in minutes since its midnight as the clock on the wall counts them.
     *
     * @param to from then on it is closed; 1440 is the day's end
     */
    public record Span(int from, int to) {
        public Span {
            if (from < 0 || from >= to || to > 24 * 60) {
                throw new IllegalArgumentException("not a part of a day: " + from + " to " + to);
            }
        }

        /** When it begins. */
        LocalTime begins() {
            return LocalTime.ofSecondOfDay(from * 60L);
        }

        /** Whether it lasts to the end of its day. */
        boolean toMidnight() {
            return to == WHOLE_DAY.to;
        }
    }

    /** What is open on this day, in order. */
    List<Span> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    /** The hours that a text means; nothing when it is not written so. */
    public static Optional<WeeklyHours> read(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with a text that {@link #read} can't read; nothing when it can. */
    public static Optional<String> fault(String text) {
        try {
            parse(text);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static WeeklyHours parse(String text) {
        if (text.isEmpty()) {
            return ALWAYS;
        }
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        for (String entry : text.split(", ?", -1)) {
            List<String> words = List.of(entry.split(" ", -1));
            Matcher named = DAYS.matcher(words.getFirst());
            if (!named.matches()) {
                throw wrong("\"%s\" is no day: mon, tue … sun, or mon-fri", words.getFirst());
            }
            if (words.size() == 1) {
                throw wrong("\"%s\" has no times, such as 08:00-18:00", entry);
            }
            DayOfWeek first = day(named.group(1));
            DayOfWeek last = named.group(2) == null ? first : day(named.group(2));
            List<String> times = words.subList(1, words.size());
            add(times.stream().map(WeeklyHours::span).toList(), first, last, days);
        }
        days.values().forEach(spans -> spans.sort(Comparator.comparingInt(Span::from)));
        return new WeeklyHours(days);
    }

    private static Span span(String text) {
        Matcher times = SPAN.matcher(text);
        if (!times.matches()) {
            throw wrong("\"%s\" is no time from 00:00 to 24:00, such as 08:00-18:00", text);
        }
        int from = minutes(times.group(1), times.group(2));
        int to = minutes(times.group(3), times.group(4));
        if (to > WHOLE_DAY.to) {
            throw wrong("\"%s\" goes on after 24:00", text);
        }
        if (to <= from) {
            throw wrong("\"%s\" ends before it begins; over midnight are two entries", text);
        }
        return new Span(from, to);
    }

    private static IllegalArgumentException wrong(String what, String text) {
        return new IllegalArgumentException(what.formatted(text));
    }

    /** The longest time without a break; a day that lasts to midnight goes on with the next. */
    public Duration longest() {
        return Duration.ofMinutes(
                days.entrySet().stream()
                        .flatMapToInt(day ->
                                day.getValue().stream()
                                        .mapToInt(span ->
                                                span.to()
                                                        - span.from()
                                                        + after(day.getKey(), span)))
                        .max()
                        .orElseThrow());
    }

    /** How many minutes this part of a day goes on after midnight. */
    private int after(DayOfWeek day, Span span) {
        List<Span> next = on(day.plus(1));
        boolean goesOn = span.toMidnight() && !next.isEmpty() && next.getFirst().from() == 0;
        return goesOn ? next.getFirst().to() : 0;
    }

    /** What somebody probably meant who wrote {@code Monday-Friday 8-18}. */
    public static Optional<String> meant(String text) {
        String plain =
                text.toLowerCase(Locale.ROOT)
                        .replaceAll("[–—]|\\bto\\b", "-")
                        .replaceAll(" *- *", "-")
                        .replaceAll("[ ;]*[;,] *", ", ")
                        .replaceAll(" +", " ")
                        .strip();
        String days = LONG_DAY.matcher(plain).replaceAll("$1");
        String hours = BARE_HOUR.matcher(days).replaceAll("$1:00");
        String full = SHORT_HOUR.matcher(hours).replaceAll("0$1:");
        return read(full).filter(_ -> !full.isEmpty() && !full.equals(text)).map(_ -> full);
    }

    private static void add(
            List<Span> spans, DayOfWeek first, DayOfWeek last, Map<DayOfWeek, List<Span>> days) {
        DayOfWeek day = first;
        days.computeIfAbsent(day, _ -> new ArrayList<>()).addAll(spans);
        while (day != last) {
            day = day.plus(1);
            days.computeIfAbsent(day, _ -> new ArrayList<>()).addAll(spans);
        }
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.of(NAMES.indexOf(name) + 1);
    }

    private static void inOrder(DayOfWeek day, List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from() < spans.get(i - 1).to()) {
                throw wrong("two of its times overlap on %s", NAMES.get(day.getValue() - 1));
            }
        }
    }

    private static WeeklyHours everyDay() {
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, List.of(WHOLE_DAY));
        }
        return new WeeklyHours(days);
    }
}
