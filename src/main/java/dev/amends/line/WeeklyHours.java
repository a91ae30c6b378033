package dev.amends.line;

import java.time.DayOfWeek;
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
    private static final Pattern ENTRY =
            Pattern.compile(DAY + "(?:-" + DAY + ")?((?: " + TIME + '-' + TIME + ")+)");
    private static final Pattern LONG_DAY = Pattern.compile(DAY + "[a-z]*");
    private static final Pattern BARE_HOUR = Pattern.compile("(?<![0-9:])([0-9]{1,2})(?![0-9:])");
    private static final Pattern SHORT_HOUR = Pattern.compile("(?<![0-9:])([0-9]):");

    public WeeklyHours {
        days = Map.copyOf(days);
        if (days.isEmpty()) {
            throw new IllegalArgumentException("never open");
        }
        days.values().forEach(WeeklyHours::inOrder);
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
        if (text.isEmpty()) {
            return Optional.of(ALWAYS);
        }
        Map<DayOfWeek, List<Span>> days = new EnumMap<>(DayOfWeek.class);
        try {
            for (String entry : text.split(", ?", -1)) {
                Matcher parts = ENTRY.matcher(entry);
                if (!parts.matches()) {
                    return Optional.empty();
                }
                DayOfWeek first = day(parts.group(1));
                DayOfWeek last = parts.group(2) == null ? first : day(parts.group(2));
                add(spans(parts.group(3)), first, last, days);
            }
            days.values().forEach(spans -> spans.sort(Comparator.comparingInt(Span::from)));
            return Optional.of(new WeeklyHours(days));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // ends before it begins, or two parts of a day overlap
        }
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

    private static List<Span> spans(String text) {
        return SPAN.matcher(text)
                .results()
                .map(m ->
                        new Span(minutes(m.group(1), m.group(2)), minutes(m.group(3), m.group(4))))
                .toList();
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.of(NAMES.indexOf(name) + 1);
    }

    private static void inOrder(List<Span> spans) {
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from() < spans.get(i - 1).to()) {
                throw new IllegalArgumentException("two parts of a day overlap");
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
