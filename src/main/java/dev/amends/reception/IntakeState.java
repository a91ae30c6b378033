package dev.amends.reception;

import dev.amends.care.Concern;
import dev.amends.care.IntakeQuestion;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The state of the questions on arrival; travels with the call, its version first.
 *
 * @param at the question that he was asked last
 * @param came when he came
 * @param repeats how often that question was asked again
 * @param asked every question that he was asked
 * @param said what he has said so far
 */
record IntakeState(
        IntakeQuestion at, Instant came, int repeats, Set<IntakeQuestion> asked, Concern said) {

    private static final Pattern TEXT =
            Pattern.compile(
                    "1:([a-z_]{1,20}):(\\d{1,15}):(\\d):([a-z_]{1,20}(?:\\+[a-z_]{1,20})*)"
                            + ":([a-z0-9_.-]{1,80})");

    IntakeState {
        asked = Set.copyOf(asked);
    }

    /** He is asked this for the first time. */
    IntakeState asked(IntakeQuestion question) {
        Set<IntakeQuestion> more = EnumSet.of(question);
        more.addAll(asked);
        return new IntakeState(question, came, 0, more, said);
    }

    /** He is asked the same again. */
    IntakeState again() {
        return new IntakeState(at, came, repeats + 1, asked, said);
    }

    /** The same, with what he has said by now. */
    IntakeState saying(Concern now) {
        return new IntakeState(at, came, repeats, asked, now);
    }

    /** As it travels: small letters, digits, {@code : + _ . -} only. */
    String text() {
        return "1:"
                + CallerState.word(at)
                + ':'
                + came.toEpochMilli()
                + ':'
                + repeats
                + ':'
                + asked.stream()
                        .sorted(Comparator.naturalOrder())
                        .map(CallerState::word)
                        .collect(Collectors.joining("+"))
                + ':'
                + said.text();
    }

    /** The state that a text means; nothing for another version or a text that is not ours. */
    static Optional<IntakeState> read(String text) {
        Matcher m = TEXT.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        Instant came = Instant.ofEpochMilli(Long.parseLong(m.group(2)));
        int repeats = Integer.parseInt(m.group(3));
        return question(m.group(1))
                .flatMap(at ->
                        questions(m.group(4))
                                .flatMap(asked ->
                                        Concern.read(m.group(5))
                                                .map(said ->
                                                        new IntakeState(
                                                                at, came, repeats, asked, said))));
    }

    private static Optional<IntakeQuestion> question(String word) {
        return CallerState.one(IntakeQuestion.values(), word);
    }

    private static Optional<Set<IntakeQuestion>> questions(String words) {
        Set<IntakeQuestion> all = EnumSet.noneOf(IntakeQuestion.class);
        for (String word : words.split("\\+", -1)) {
            Optional<IntakeQuestion> one = question(word);
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.add(one.get());
        }
        return Optional.of(all);
    }
}
