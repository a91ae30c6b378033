package dev.amends.caller;

import dev.amends.caller.Temper.Cause;
import dev.amends.caller.Temper.Level;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How upset a caller is: each thing that is remembered of him counts for its points. Flags count
 * until they fade and calls by windows of time; what was seen of him counts half after each half
 * life.
 */
public final class TemperPolicy {

    private static final Duration DAY = Duration.ofDays(1);

    private final RecognitionSettings settings;
    private final TemperSettings temper;

    public TemperPolicy(RecognitionSettings settings) {
        this.settings = settings;
        this.temper = settings.temper();
    }

    /** Decides from what is remembered of him at {@code now}. */
    public Temper decide(CallerHistory history, Instant now) {
        List<Cause> causes =
                Stream.of(
                                flagged(history, now),
                                hungUp(history.calls(), now),
                                often(history.calls()),
                                again(history.calls(), now),
                                waited(history.calls()))
                        .flatMap(Optional::stream)
                        .collect(Collectors.toCollection(ArrayList::new));
        history.signals().stream()
                .flatMap(signal -> seen(signal, now).stream())
                .forEach(causes::add);
        causes.removeIf(cause -> cause.points() <= 0);
        causes.sort(Comparator.comparing(Cause::points).reversed().thenComparing(Cause::what));
        return temper(causes, history, now);
    }

    private Temper temper(List<Cause> causes, CallerHistory history, Instant now) {
        double points = causes.stream().mapToDouble(Cause::points).sum();
        Optional<Flag> abusive = history.abusive().filter(flag -> flag.fadesAt().isAfter(now));
        Level level = abusive.isPresent() ? Level.ABUSIVE : level(points);
        String why =
                Stream.concat(
                                abusive.stream().map(flag -> "flagged as abusive"),
                                causes.isEmpty()
                                        ? Stream.of(nothing(history.calls()))
                                        : causes.stream().map(Cause::words))
                        .collect(Collectors.joining(", "));
        String reason = causes.isEmpty() ? why : why + ": " + words(points) + " points";
        return new Temper(
                level, points >= temper.upsetFrom(), points, causes, reason + ", " + level.word());
    }

    private Level level(double points) {
        if (points >= temper.upsetFrom()) {
            return Level.UPSET;
        }
        return points >= temper.strainedFrom() ? Level.STRAINED : Level.CALM;
    }

    private static String nothing(CallerHistory.Calls calls) {
        return switch (calls.earlier()) {
            case 0 -> "first call lately";
            case 1 -> "1 earlier call";
            default -> calls.earlier() + " earlier calls";
        };
    }

    private Optional<Cause> flagged(CallerHistory history, Instant now) {
        return history.flag()
                .filter(flag -> flag.fadesAt().isAfter(now))
                .map(flag -> cause(TemperCause.FLAGGED, "flagged: " + flag.reason()));
    }

    private Optional<Cause> hungUp(CallerHistory.Calls calls, Instant now) {
        return calls.hungUpWaiting()
                .map(at -> Duration.between(at, now))
                .filter(since -> since.compareTo(longer(settings.redialWindow(), DAY)) <= 0)
                .map(since ->
                        cause(
                                since.compareTo(settings.redialWindow()) <= 0
                                        ? TemperCause.HUNG_UP_WAITING
                                        : TemperCause.HUNG_UP_TODAY,
                                "hung up waiting " + spoken(since) + " ago"));
    }

    private Optional<Cause> often(CallerHistory.Calls calls) {
        return calls.earlier() < settings.repeatCalls()
                ? Optional.empty()
                : Optional.of(
                        cause(
                                TemperCause.CALLS_OFTEN,
                                calls.earlier()
                                        + " earlier calls in "
                                        + settings.repeatWindow().toDays()
                                        + " days"));
    }

    private Optional<Cause> again(CallerHistory.Calls calls, Instant now) {
        return calls.last()
                .map(at -> Duration.between(at, now))
                .filter(since -> since.compareTo(longer(settings.redialWindow(), DAY)) <= 0)
                .map(since ->
                        cause(
                                since.compareTo(settings.redialWindow()) <= 0
                                        ? TemperCause.CALLED_JUST_NOW
                                        : TemperCause.CALLED_TODAY,
                                "called " + spoken(since) + " ago"));
    }

    private Optional<Cause> waited(CallerHistory.Calls calls) {
        return calls.longestWait()
                .filter(wait -> wait.compareTo(temper.longWait()) >= 0)
                .map(wait -> cause(TemperCause.WAITED_LONG, "waited " + spoken(wait) + " today"));
    }

    private Cause cause(TemperCause what, String words) {
        return new Cause(what, temper.pointsFor(what), words);
    }

    private Optional<Cause> seen(Signal signal, Instant now) {
        return TemperCause.of(signal.kind())
                .map(what -> {
                    Duration since = notNegative(Duration.between(signal.at(), now));
                    double halves = (double) since.toMillis() / temper.halfLife().toMillis();
                    return new Cause(
                            what,
                            temper.pointsFor(what) * Math.pow(2, -halves),
                            what.told() + " " + spoken(since) + " ago");
                });
    }

    /** The clock may have been put back. */
    private static Duration notNegative(Duration time) {
        return longer(time, Duration.ZERO);
    }

    private static String words(double points) {
        return String.format(Locale.ROOT, "%.0f", points);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static String spoken(Duration since) {
        if (since.toDays() > 0) {
            return since.toDays() == 1 ? "1 day" : since.toDays() + " days";
        }
        if (since.toHours() > 0) {
            return since.toHours() + " h";
        }
        return since.toMinutes() > 0 ? since.toMinutes() + " min" : since.toSeconds() + " s";
    }
}
