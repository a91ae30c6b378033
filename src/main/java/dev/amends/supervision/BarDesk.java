package dev.amends.supervision;

import dev.amends.caller.Bar;
import dev.amends.caller.Bars;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A supervisor's orders to take no calls from somebody for a while. */
public final class BarDesk {

    /** As lists show a number, with or without what stands for the rest of it. */
    private static final Pattern LAST_DIGITS = Pattern.compile("(?:…|\\.\\.\\.)?([0-9]{4})");

    /** Nobody is barred for good: a person decides again. */
    public static final Duration LONGEST = Duration.ofDays(365);

    private final Bars bars;
    private final NumberPlan numbers;
    private final Terms terms;

    public BarDesk(Bars bars, NumberPlan numbers, Terms terms) {
        this.bars = bars;
        this.numbers = numbers;
        this.terms = terms;
    }

    /**
     * What it goes by.
     *
     * @param usual how long, where nothing else is said
     * @param zone of the people who read
     */
    public record Terms(Duration usual, InstantSource clock, ZoneId zone) {}

    /** From now on whoever has this number hears why, and comes no further. */
    public BarOrder bar(String number, String reason, Optional<Duration> length) {
        String why = reason.strip();
        if (!OrderText.fits(why)) {
            return new BarOrder.Refused(OrderText.wrong("reason"));
        }
        Duration time = length.orElse(terms.usual());
        if (time.compareTo(LONGEST) > 0) {
            return new BarOrder.Refused("nobody is barred for more than 365 days");
        }
        Optional<PhoneNumber> read = numbers.read(number.strip());
        if (read.isEmpty()) {
            return new BarOrder.Refused(Supervision.NO_NUMBER);
        }
        Instant now = terms.clock().instant();
        Bar bar = new Bar(read.get(), why, now, now.plus(time));
        bars.put(bar);
        return new BarOrder.Barred(bar.number(), bar.until().atZone(terms.zone()));
    }

    /** He may call again: his number, or as many of its last digits as the list shows. */
    public BarOrder unbar(String number) {
        Matcher end = LAST_DIGITS.matcher(number.strip());
        if (end.matches()) {
            return unbarEndingWith(end.group(1));
        }
        Optional<PhoneNumber> read = numbers.read(number.strip());
        return read.isEmpty() ? new BarOrder.Refused(Supervision.NO_NUMBER) : lift(read.get());
    }

    private BarOrder unbarEndingWith(String digits) {
        List<PhoneNumber> found =
                bars.list(terms.clock().instant(), false, Supervision.LONGEST_LIST).stream()
                        .map(one -> one.bar().number())
                        .filter(one -> one.e164().endsWith(digits))
                        .distinct()
                        .toList();
        return switch (found.size()) {
            case 0 -> new BarOrder.Refused("no barred number ends so; see: amends bars");
            case 1 -> lift(found.getFirst());
            default ->
                    new BarOrder.Refused(
                            found.size() + " barred numbers end so: give the whole number");
        };
    }

    private BarOrder lift(PhoneNumber number) {
        return bars.lift(number, terms.clock().instant())
                ? new BarOrder.Lifted(number)
                : new BarOrder.Refused("this number is not barred");
    }

    /** Who is barred, the newest first; at most {@link Supervision#LONGEST_LIST}. */
    public List<BarRow> list(boolean withOver) {
        Instant now = terms.clock().instant();
        return bars.list(now, withOver, Supervision.LONGEST_LIST).stream()
                .map(found -> row(found, now))
                .toList();
    }

    private BarRow row(Bars.OnRecord found, Instant now) {
        Bar bar = found.bar();
        String state =
                found.lifted()
                        .map(at -> "lifted " + new WallClock(terms.zone(), now).minute(at))
                        .orElseGet(() -> bar.until().isAfter(now) ? "barred" : "over");
        return new BarRow(
                bar.number().toString(),
                bar.reason(),
                bar.since().atZone(terms.zone()),
                bar.until().atZone(terms.zone()),
                state,
                found.tries().times(),
                found.tries().last().map(at -> at.atZone(terms.zone())));
    }
}
