package dev.amends.reception;

import dev.amends.caller.PhoneNumber;
import dev.amends.caller.Temper;
import dev.amends.caller.TemperCause;
import dev.amends.care.Concern;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.ToldWait;
import dev.amends.line.WaitStep;
import dev.amends.promise.Callback;
import dev.amends.promise.PromiseId;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The whole state of a dialogue with a caller. It travels with the call and comes back with the
 * next turn, so that any process can answer it; its text begins with the version.
 *
 * @param at where in the dialogue he is
 * @param who what he was recognised as
 * @param arrival when he came; head starts are not yet taken off
 * @param seniorsTried whether his time for seniors only is over, as he came out of a queue
 * @param step number of this turn in this call
 * @param repeats how often the present question was asked again
 * @param typing what he has keyed in so far instead of the number he calls from
 * @param placeOf the promise in whose place he waits, having rung again; then {@code arrival} is
 *     that promise's, head start included
 * @param told what he was told last about his wait
 * @param times from when on he may be called, of those times that he chooses from; once he has
 *     chosen, that one alone
 * @param concern what his call is about, as far as he was asked
 */
public record CallerState(
        At at,
        Who who,
        EffectiveArrival arrival,
        boolean seniorsTried,
        int step,
        int repeats,
        Typing typing,
        Optional<PromiseId> placeOf,
        Optional<ToldWait> told,
        List<Instant> times,
        Concern concern) {

    private static final long MINUTE = 60_000;

    private static final Pattern TEXT =
            Pattern.compile(
                    "2:([a-z_]{1,15}):([a-z]{1,12}):(\\d{1,15}):([01]):(\\d{1,4}):(\\d{1,2})"
                            + ":(\\d):(\\+[1-9]\\d{4,14})?:([0-9a-f]{32})?"
                            + ":(?:([0-9a-z_]{1,12})\\+(\\d{1,5}))?"
                            + "(?::([0-9a-z]{1,6}(?:\\+[0-9a-z]{1,6}){0,3}))?"
                            + "(?:;([a-z0-9_.-]{1,80}))?");

    public CallerState {
        times = List.copyOf(times);
    }

    /**
     * Where in the dialogue; its word is also the dialogue's name towards the telephone system, for
     * whoever came while it is closed the word of {@link #CLOSED}.
     */
    public enum At {
        CHOICE,
        /** A number was read back to him. */
        NUMBER,
        /** Asked to key in a number. */
        TYPING,
        /** Asked at which time he wants to be called. */
        TIMES,
        /** Rang again with an open promise. */
        AGAIN,
        /** The rep who knows his matter is rung. */
        REACHING,
        /** Told something on his way into a queue. */
        JOINING,
        /** In a queue, or just out of one. */
        WAITING,
        /** Called while the line is closed. */
        CLOSED,
        /** The same, with an open promise. */
        CLOSED_AGAIN,
        /** A number was read back to him, while the line is closed. */
        CLOSED_NUMBER,
        /** Asked to key in a number, while the line is closed. */
        CLOSED_TYPING,
        /** Asked at which time he wants to be called, while the line is closed. */
        CLOSED_TIMES;

        /** Whether he came while the line was closed: there is no queue for him. */
        boolean closed() {
            return switch (this) {
                case CLOSED, CLOSED_AGAIN, CLOSED_NUMBER, CLOSED_TYPING, CLOSED_TIMES -> true;
                case CHOICE, NUMBER, TYPING, TIMES, AGAIN, REACHING, JOINING, WAITING -> false;
            };
        }

        /** Whether he keys in a number. */
        boolean typing() {
            return this == TYPING || this == CLOSED_TYPING;
        }

        private boolean aboutNumber() {
            return typing() || readBack() || this == TIMES || this == CLOSED_TIMES;
        }

        private boolean readBack() {
            return this == NUMBER || this == CLOSED_NUMBER;
        }
    }

    /** What the caller was recognised as, as far as later turns need it. */
    public enum Who {
        ORDINARY,
        REPEAT,
        REDIALLED,
        FLAGGED,
        /** Upset for whatever other reason. */
        UPSET,
        /** Upset, but in line with all others, as too many were already. */
        SHARED,
        /** In line with all others, as it brings nobody there sooner. */
        ABUSIVE;

        static Who of(Temper temper) {
            if (temper.first()) {
                return temper.leading().map(Who::whoComesFirst).orElse(UPSET);
            }
            return switch (temper.level()) {
                case CALM, STRAINED -> ORDINARY;
                case UPSET -> SHARED;
                case ABUSIVE -> ABUSIVE;
            };
        }

        private static Who whoComesFirst(TemperCause cause) {
            return switch (cause) {
                case FLAGGED -> FLAGGED;
                case HUNG_UP_WAITING -> REDIALLED;
                case CALLS_OFTEN -> REPEAT;
                default -> UPSET;
            };
        }

        /** Whether he is to reach a senior before others. */
        boolean first() {
            return switch (this) {
                case REPEAT, REDIALLED, FLAGGED, UPSET -> true;
                case ORDINARY, SHARED, ABUSIVE -> false;
            };
        }
    }

    /**
     * A number keyed in.
     *
     * @param tries how often he was asked for one
     * @param number what he keyed, once it is a number
     */
    record Typing(int tries, Optional<PhoneNumber> number) {
        static final Typing NOTHING = new Typing(0, Optional.empty());
    }

    /** The state a call begins with. */
    static CallerState begin(Who who, Instant now) {
        return begin(who, FirstArrival.now(now));
    }

    /** The same of a call whose caller was asked something first. */
    static CallerState begin(Who who, FirstArrival came) {
        return new CallerState(
                At.WAITING,
                who,
                new EffectiveArrival(came.at()),
                false,
                1,
                0,
                Typing.NOTHING,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                came.concern());
    }

    /** The next turn's state, at another place; away from the number all typing is forgotten. */
    CallerState to(At next) {
        Typing kept = next.aboutNumber() ? typing : Typing.NOTHING;
        return next(next, kept, List.of());
    }

    /** The next turn's state, with the same question asked again. */
    CallerState again() {
        return new CallerState(
                at,
                who,
                arrival,
                seniorsTried,
                step + 1,
                repeats + 1,
                typing,
                placeOf,
                told,
                times,
                concern);
    }

    /** The next turn's state: he is to key in a number, once more. */
    CallerState toTyping() {
        Typing more = new Typing(typing.tries() + 1, Optional.empty());
        At next = at.closed() ? At.CLOSED_TYPING : At.TYPING;
        return next(next, more, List.of());
    }

    /** The next turn's state: this number is read back to him. */
    CallerState typed(PhoneNumber number) {
        Typing done = new Typing(typing.tries(), Optional.of(number));
        return next(number(), done, List.of());
    }

    /** The next turn's state: he chooses from the times that begin then. */
    CallerState choosing(List<Instant> froms) {
        return next(at.closed() ? At.CLOSED_TIMES : At.TIMES, typing, froms);
    }

    /** The next turn's state: he has chosen this time, and hears his number once more. */
    CallerState chose(Instant from) {
        return next(number(), typing, List.of(from));
    }

    /** From when on he wants to be called, if he has chosen a time. */
    Optional<Instant> chosen() {
        return at.readBack() ? times.stream().findFirst() : Optional.empty();
    }

    /** The same, without a time that he had chosen. */
    CallerState atNoTime() {
        return new CallerState(
                at,
                who,
                arrival,
                seniorsTried,
                step,
                repeats,
                typing,
                placeOf,
                told,
                List.of(),
                concern);
    }

    private CallerState next(At next, Typing keyed, List<Instant> froms) {
        return new CallerState(
                next,
                who,
                arrival,
                seniorsTried,
                step + 1,
                0,
                keyed,
                placeOf,
                told,
                froms,
                concern);
    }

    /** The next turn's state: the number he calls from is read back to him. */
    CallerState toNumber() {
        return to(number());
    }

    private At number() {
        return at.closed() ? At.CLOSED_NUMBER : At.NUMBER;
    }

    /** The same, out of a queue: the time for seniors only is over, however he came out. */
    CallerState afterQueue() {
        return new CallerState(
                at, who, arrival, true, step, repeats, typing, placeOf, told, times, concern);
    }

    /**
     * The same, in the place of a promise; in his own, if that is earlier, as a time that he chose
     * may be still to come.
     *
     * @param own his place without it
     */
    CallerState inPlaceOf(Callback promise, EffectiveArrival own) {
        EffectiveArrival promised = promise.terms().arrival();
        return new CallerState(
                at,
                who,
                promised.compareTo(own) < 0 ? promised : own,
                seniorsTried,
                step,
                repeats,
                typing,
                Optional.of(promise.id()),
                told,
                times,
                concern);
    }

    /** The same, having been told this about his wait; with nothing, what he was told before. */
    CallerState told(Optional<ToldWait> now) {
        return new CallerState(
                at,
                who,
                arrival,
                seniorsTried,
                step,
                repeats,
                typing,
                placeOf,
                now.isPresent() ? now : told,
                times,
                concern);
    }

    /** The same, with a story that his rep can hear. */
    CallerState withStory() {
        return new CallerState(
                at,
                who,
                arrival,
                seniorsTried,
                step,
                repeats,
                typing,
                placeOf,
                told,
                times,
                concern.withStory());
    }

    /** With this state he is asked next. */
    Turn.Next next() {
        return new Turn.Next(at.closed() ? word(At.CLOSED) : word(at), text());
    }

    /** As it travels: letters, digits, {@code : + _} only. */
    String text() {
        return "2:"
                + word(at)
                + ':'
                + word(who)
                + ':'
                + arrival.at().toEpochMilli()
                + ':'
                + (seniorsTried ? 1 : 0)
                + ':'
                + step
                + ':'
                + repeats
                + ':'
                + typing.tries()
                + ':'
                + typing.number().map(PhoneNumber::e164).orElse("")
                + ':'
                + placeOf.map(PromiseId::value).orElse("")
                + ':'
                + told.map(wait -> word(wait.step()) + '+' + wait.ahead()).orElse("")
                + (times.isEmpty() ? "" : ":" + froms())
                + (concern.none() ? "" : ";" + concern.text());
    }

    private String froms() {
        return times.stream()
                .map(from -> Long.toString(from.toEpochMilli() / MINUTE, Character.MAX_RADIX))
                .collect(Collectors.joining("+"));
    }

    private static List<Instant> froms(@Nullable String text) {
        return text == null
                ? List.of()
                : Stream.of(text.split("\\+"))
                        .map(from -> Long.parseLong(from, Character.MAX_RADIX) * MINUTE)
                        .map(Instant::ofEpochMilli)
                        .toList();
    }

    /** The state that a text means; nothing for another version or a text that is not ours. */
    static Optional<CallerState> read(String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        Optional<At> at = one(At.values(), m.group(1));
        Optional<Who> who = one(Who.values(), m.group(2));
        Optional<Concern> concern =
                m.group(13) == null ? Optional.of(Concern.NONE) : Concern.read(m.group(13));
        if (at.isEmpty() || who.isEmpty() || concern.isEmpty()) {
            return Optional.empty();
        }
        Instant arrival = Instant.ofEpochMilli(Long.parseLong(m.group(3)));
        return Optional.of(
                new CallerState(
                        at.get(),
                        who.get(),
                        new EffectiveArrival(arrival),
                        m.group(4).equals("1"),
                        Integer.parseInt(m.group(5)),
                        Integer.parseInt(m.group(6)),
                        new Typing(
                                Integer.parseInt(m.group(7)),
                                Optional.ofNullable(m.group(8)).map(PhoneNumber::new)),
                        Optional.ofNullable(m.group(9)).map(PromiseId::new),
                        told(m.group(10), m.group(11)),
                        froms(m.group(12)),
                        concern.get()));
    }

    private static Optional<ToldWait> told(@Nullable String step, @Nullable String ahead) {
        return step == null || ahead == null
                ? Optional.empty()
                : one(WaitStep.values(), step)
                        .map(told -> new ToldWait(told, Integer.parseInt(ahead)));
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT);
    }

    static <E extends Enum<E>> Optional<E> one(E[] values, String word) {
        for (E value : values) {
            if (word(value).equals(word)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }
}
