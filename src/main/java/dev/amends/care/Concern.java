package dev.amends.care;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a call is about, as far as its caller has said; travels with the call.
 *
 * @param matter whether it is the matter that was open when he came
 * @param reason what it is about, once he was asked, now or earlier
 * @param wish what he would like to be done, once he was asked, now or earlier
 * @param calls which call of his it is lately, from 1; 0 where nobody is told
 * @param story whether he has told what happened, so that his rep can hear it
 */
public record Concern(
        Same matter, Optional<Said> reason, Optional<Said> wish, int calls, boolean story) {

    /** Nothing was asked. */
    public static final Concern NONE =
            new Concern(Same.NOT_SAID, Optional.empty(), Optional.empty(), 0);

    private static final Pattern TEXT =
            Pattern.compile(
                    "([a-z_]{1,12})\\.(-|[a-z0-9-]{0,31})\\.(-|[a-z0-9-]{0,31})\\.(\\d{1,4})"
                            + "(\\.s)?");

    /** The same of somebody who has told no story. */
    public Concern(Same matter, Optional<Said> reason, Optional<Said> wish, int calls) {
        this(matter, reason, wish, calls, false);
    }

    /** Whether it is about the matter that was open when he came. */
    public enum Same {
        NOT_SAID,
        THE_SAME,
        ANOTHER
    }

    /** Whether anything is known. */
    public boolean none() {
        return equals(NONE);
    }

    /** The same, with what he said of the matter. */
    public Concern with(Same said) {
        return new Concern(said, reason, wish, calls, story);
    }

    /** The same, with the reason that he said. */
    public Concern because(Said said) {
        return new Concern(matter, Optional.of(said), wish, calls, story);
    }

    /** The same, with the wish that he said. */
    public Concern wishing(Said said) {
        return new Concern(matter, reason, Optional.of(said), calls, story);
    }

    /** What of it has not been asked in this call is as it was when he called before. */
    public Concern orOf(Optional<Matter> open) {
        return matter == Same.ANOTHER
                ? this
                : new Concern(
                        matter,
                        reason.or(() -> open.flatMap(Matter::reason)),
                        wish.or(() -> open.flatMap(Matter::wish)),
                        calls,
                        story);
    }

    /** The same, with which call of his it is. */
    public Concern call(int nth) {
        return new Concern(matter, reason, wish, nth, story);
    }

    /** The same, with a story that his rep can hear. */
    public Concern withStory() {
        return new Concern(matter, reason, wish, calls, true);
    }

    /** What is known of a matter without its caller. */
    public static Concern of(Matter matter) {
        return NONE.orOf(Optional.of(matter));
    }

    /** As it travels: small letters, digits, {@code _ - .} only. */
    public String text() {
        return word(matter)
                + '.'
                + word(reason)
                + '.'
                + word(wish)
                + '.'
                + calls
                + (story ? ".s" : "");
    }

    private static String word(Optional<Said> said) {
        return said.map(Said::code).orElse("-");
    }

    /** What a text means; nothing for a text that is not ours. */
    public static Optional<Concern> read(String text) {
        Matcher m = TEXT.matcher(text);
        return m.matches() ? of(m) : Optional.empty();
    }

    private static Optional<Concern> of(Matcher m) {
        String reason = m.group(2);
        String wish = m.group(3);
        return readable(reason) && readable(wish)
                ? Stream.of(Same.values())
                        .filter(same -> word(same).equals(m.group(1)))
                        .findFirst()
                        .map(same ->
                                new Concern(
                                        same,
                                        said(reason),
                                        said(wish),
                                        Integer.parseInt(m.group(4)),
                                        m.group(5) != null))
                : Optional.empty();
    }

    private static String word(Same same) {
        return same.name().toLowerCase(Locale.ROOT);
    }

    private static boolean readable(String word) {
        return word.isEmpty() || word.equals("-") || Said.fits(word);
    }

    private static Optional<Said> said(String word) {
        return word.equals("-") ? Optional.empty() : Optional.of(new Said(word));
    }
}
