package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Hours around every change of the clock in thirty zones, forward and back, compared minute by
 * minute with somebody who looks at the clock on the wall: it is open while the latest time that it
 * ever showed lies within the hours.
 */
class DaylightSavingTest {

    private static final long SEED = 20261128;
    private static final int WEEKS_PER_CHANGE = 3;
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration AROUND = Duration.ofHours(30);

    private static final List<String> ZONES =
            List.of(
                    "Europe/London",
                    "Europe/Dublin",
                    "Europe/Lisbon",
                    "Europe/Madrid",
                    "Europe/Berlin",
                    "Europe/Paris",
                    "Europe/Athens",
                    "Europe/Helsinki",
                    "Europe/Kyiv",
                    "Atlantic/Azores",
                    "America/New_York",
                    "America/Chicago",
                    "America/Denver",
                    "America/Los_Angeles",
                    "America/Anchorage",
                    "America/Adak",
                    "America/Halifax",
                    "America/St_Johns",
                    "America/Havana",
                    "America/Santiago",
                    "America/Miquelon",
                    "America/Nuuk",
                    "Asia/Beirut",
                    "Asia/Jerusalem",
                    "Africa/Cairo",
                    "Antarctica/Troll",
                    "Australia/Sydney",
                    "Australia/Adelaide",
                    "Australia/Lord_Howe",
                    "Pacific/Auckland",
                    "Pacific/Chatham");

    /** Each zone with its next two changes: one forward, one back. */
    static Stream<Arguments> changes() {
        return ZONES.stream()
                .map(ZoneId::of)
                .flatMap(zone -> {
                    ZoneOffsetTransition first = zone.getRules().nextTransition(FROM);
                    ZoneOffsetTransition second =
                            zone.getRules().nextTransition(first.getInstant());
                    return Stream.of(Arguments.of(zone, first), Arguments.of(zone, second));
                });
    }

    @Test
    void thirty_zones_change_their_clocks_both_ways() {
        assertThat(ZONES).hasSizeGreaterThanOrEqualTo(30).doesNotHaveDuplicates();
        List<ZoneOffsetTransition> all =
                changes().map(change -> (ZoneOffsetTransition) change.get()[1]).toList();
        assertThat(all.stream().filter(ZoneOffsetTransition::isGap)).hasSize(ZONES.size());
        assertThat(all.stream().filter(ZoneOffsetTransition::isOverlap)).hasSize(ZONES.size());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changes")
    void hours_are_what_the_clock_on_the_wall_says(ZoneId zone, ZoneOffsetTransition change) {
        Random random = new Random(SEED);
        for (int week = 0; week < WEEKS_PER_CHANGE; week++) {
            Hours hours = hours(anyWeek(change, random), zone);
            List<Instant> minutes = new ArrayList<>();
            List<Boolean> open = new ArrayList<>();
            watch(hours, change, minutes, open);
            for (int i = 0; i < minutes.size(); i++) {
                assertThat(hours.open(minutes.get(i)))
                        .as("%s at %s", hours, minutes.get(i))
                        .isEqualTo(open.get(i));
            }
            timesAreTrue(hours, minutes, open, random);
        }
    }

    /** Whoever looks at the clock each minute and remembers the latest time it ever showed. */
    private static void watch(
            Hours hours, ZoneOffsetTransition change, List<Instant> minutes, List<Boolean> open) {
        LocalDateTime latest = LocalDateTime.MIN;
        Instant end = change.getInstant().plus(AROUND);
        for (Instant at = change.getInstant().minus(AROUND);
                at.isBefore(end);
                at = at.plusSeconds(60)) {
            LocalDateTime shown = at.atZone(hours.zone()).toLocalDateTime();
            latest = shown.isAfter(latest) ? shown : latest;
            minutes.add(at);
            open.add(within(hours.weekly(), latest));
        }
    }

    private static boolean within(WeeklyHours week, LocalDateTime shown) {
        int minute = shown.getHour() * 60 + shown.getMinute();
        return week.on(shown.getDayOfWeek()).stream()
                .anyMatch(span -> span.from() <= minute && minute < span.to());
    }

    /** Open time, the next opening and the next closing, each counted in minutes. */
    private static void timesAreTrue(
            Hours hours, List<Instant> minutes, List<Boolean> open, Random random) {
        for (int i = 0; i < 40; i++) {
            int from = random.nextInt(minutes.size());
            int to = from + random.nextInt(minutes.size() - from);
            long counted = open.subList(from, to).stream().filter(is -> is).count();
            String as = hours + " from " + minutes.get(from) + " to " + minutes.get(to);
            assertThat(hours.openTime(minutes.get(from), minutes.get(to)))
                    .as(as)
                    .hasMinutes(counted);
            int opens = from + open.subList(from, open.size()).indexOf(true);
            if (opens >= from) {
                assertThat(hours.opens(minutes.get(from))).as(as).contains(minutes.get(opens));
            }
            int closes = from + open.subList(from, open.size()).indexOf(false);
            if (open.get(from) && closes > from) {
                assertThat(hours.closes(minutes.get(from))).as(as).contains(minutes.get(closes));
            }
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changes")
    void what_opens_within_the_change_opens_once_and_at_its_first_moment(
            ZoneId zone, ZoneOffsetTransition change) {
        LocalDateTime middle = change.getDateTimeBefore();
        middle =
                change.isGap()
                        ? middle.plus(change.getDuration().dividedBy(2))
                        : change.getDateTimeAfter().plus(change.getDuration().dividedBy(2).abs());
        Hours hours = hours(from(middle), zone);
        Instant expected =
                change.isGap() ? change.getInstant() : middle.toInstant(change.getOffsetBefore());
        Instant night = expected.minus(Duration.ofMinutes(1));

        assertThat(hours.promises(night)).contains(expected);
        assertThat(hours.open(night)).isFalse();
        assertThat(hours.open(expected)).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changes")
    void a_call_promised_for_the_morning_of_the_change_comes_when_the_clock_shows_it(
            ZoneId zone, ZoneOffsetTransition change) {
        Hours hours = hours(WeeklyHours.read("mon-sun 08:00-18:00").orElseThrow(), zone);
        Instant evening = change.getInstant().minus(Duration.ofHours(5));
        ZonedDateTime opens = hours.promises(evening).orElseThrow().atZone(zone);
        assertThat(opens.toLocalTime()).hasToString("08:00");
        assertThat(opens.toLocalDate())
                .isIn(
                        change.getInstant().atZone(zone).toLocalDate(),
                        change.getInstant().atZone(zone).toLocalDate().plusDays(1));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("changes")
    void a_whole_day_is_as_long_as_it_really_is(ZoneId zone, ZoneOffsetTransition change) {
        Hours hours = hours(WeeklyHours.read("mon-sat 00:00-24:00").orElseThrow(), zone);
        ZonedDateTime day =
                change.getDateTimeBefore().minusSeconds(1).toLocalDate().atStartOfDay(zone);
        Instant end = day.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        Duration expected =
                day.getDayOfWeek() == DayOfWeek.SUNDAY
                        ? Duration.ZERO
                        : Duration.between(day.toInstant(), end);
        assertThat(hours.openTime(day.toInstant(), end)).isEqualTo(expected);
    }

    /** From this time to the next day's noon. */
    private static WeeklyHours from(LocalDateTime time) {
        int minute = time.getHour() * 60 + time.getMinute();
        return new WeeklyHours(
                Map.of(
                        time.getDayOfWeek(),
                        List.of(new WeeklyHours.Span(minute, 24 * 60)),
                        time.getDayOfWeek().plus(1),
                        List.of(new WeeklyHours.Span(0, 12 * 60))));
    }

    /** Hours that begin and end anywhere, most of them near the change. */
    private static WeeklyHours anyWeek(ZoneOffsetTransition change, Random random) {
        int near = change.getDateTimeBefore().getHour() * 60;
        Map<DayOfWeek, List<WeeklyHours.Span>> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Integer> times = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int time =
                        random.nextBoolean()
                                ? near - 120 + random.nextInt(300)
                                : random.nextInt(1441);
                times.add(Math.clamp(time, 0, 1440));
            }
            List<Integer> sorted = times.stream().distinct().sorted().toList();
            List<WeeklyHours.Span> spans = new ArrayList<>();
            for (int i = 0; i + 1 < sorted.size(); i += 2) {
                spans.add(new WeeklyHours.Span(sorted.get(i), sorted.get(i + 1)));
            }
            days.put(day, spans);
        }
        return new WeeklyHours(days);
    }

    private static Hours hours(WeeklyHours week, ZoneId zone) {
        return new Hours(week, Holidays.NONE, Duration.ZERO, zone);
    }
}
