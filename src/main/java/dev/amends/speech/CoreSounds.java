package dev.amends.speech;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The words that Asterisk's core sounds have in every language, and those that a language adds. */
final class CoreSounds {

    private static final int LONGEST_NUMBER_READ_BACK = 20;
    private static final Predicate<String> READABLE =
            Pattern.compile("[0-9]{1," + LONGEST_NUMBER_READ_BACK + "}").asMatchPredicate();

    private CoreSounds() {}

    /** A word of the folder {@code digits}, such as {@code 7} or {@code thousand}. */
    static Prompt digit(String name) {
        return new Prompt("digits/" + name);
    }

    static Prompt digit(int number) {
        return digit(String.valueOf(number));
    }

    /** A word that the core sounds lack and the language's catalogue has as {@code word-NAME}. */
    static Prompt own(String name) {
        return new Prompt(CataloguePrompt.FOLDER + '/' + Catalogue.OWN_WORD + name);
    }

    /** A number digit by digit, the same in all languages. */
    static List<Prompt> readBack(String digits) {
        if (!READABLE.test(digits)) {
            throw new IllegalArgumentException("cannot read back \"" + digits + '"');
        }
        return digits.chars().mapToObj(digit -> digit(String.valueOf((char) digit))).toList();
    }

    /** How far away a day is, as people name it. */
    enum Away {
        TODAY,
        TOMORROW,
        THIS_WEEK,
        LATER
    }

    /** How far away this day is. */
    static Away away(LocalDate day, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, day);
        if (days < 0) {
            throw new IllegalArgumentException(day + " is over and cannot be said");
        }
        return days < 2 ? Away.values()[(int) days] : days < 7 ? Away.THIS_WEEK : Away.LATER;
    }

    /** A weekday's name; Sunday is 0. */
    static Prompt weekday(LocalDate day) {
        return digit("day-" + day.getDayOfWeek().getValue() % 7);
    }

    /** A month's name; January is 0. */
    static Prompt month(LocalDate day) {
        return digit("mon-" + (day.getMonthValue() - 1));
    }

    static void require(int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    number + " is not from " + least + " to " + most + " and cannot be said");
        }
    }
}
