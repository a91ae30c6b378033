package dev.amends.speech;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * American English, from the words of Asterisk's core sounds, put together as Asterisk's own number
 * and time speakers do ("nine hundred twelve", "four oh five p m").
 */
public final class EnglishSpelling implements Spelling {

    private static final int LONGEST_NUMBER_READ_BACK = 20;
    private static final Predicate<String> READABLE =
            Pattern.compile("[0-9]{1," + LONGEST_NUMBER_READ_BACK + "}").asMatchPredicate();
    private static final Prompt MINUTE = new Prompt("minute");
    private static final Prompt MINUTES = new Prompt("minutes");

    @Override
    public List<Prompt> digits(String digits) {
        if (!READABLE.test(digits)) {
            throw new IllegalArgumentException("cannot read back \"" + digits + '"');
        }
        return digits.chars().mapToObj(digit -> word(String.valueOf((char) digit))).toList();
    }

    @Override
    public List<Prompt> number(int number) {
        require(number, 0, 9999);
        List<Prompt> words = new ArrayList<>();
        addGroup(words, number / 1000, "thousand");
        addGroup(words, number / 100 % 10, "hundred");
        int rest = number % 100;
        if (rest > 0 || number == 0) {
            addBelowHundred(words, rest);
        }
        return List.copyOf(words);
    }

    @Override
    public List<Prompt> minutes(int minutes) {
        List<Prompt> words = new ArrayList<>(number(minutes));
        words.add(minutes == 1 ? MINUTE : MINUTES);
        return List.copyOf(words);
    }

    @Override
    public List<Prompt> ordinalCall(int n) {
        require(n, 1, 99);
        List<Prompt> words = new ArrayList<>();
        if (n > 20 && n % 10 > 0) {
            words.add(word(n / 10 * 10));
            words.add(word("h-" + n % 10));
        } else {
            words.add(word("h-" + n));
        }
        words.add(CataloguePrompt.CALL.prompt());
        return List.copyOf(words);
    }

    /** "Nine a m", "nine oh five a m", "twelve thirty p m". */
    @Override
    public List<Prompt> timeOfDay(LocalTime time) {
        List<Prompt> words = new ArrayList<>();
        int hour = time.getHour() % 12;
        words.add(word(hour == 0 ? 12 : hour));
        int minute = time.getMinute();
        if (minute > 0) {
            if (minute < 10) {
                words.add(word("oh"));
            }
            addBelowHundred(words, minute);
        }
        words.add(word(time.getHour() < 12 ? "a-m" : "p-m"));
        return List.copyOf(words);
    }

    @Override
    public Set<Prompt> vocabulary() {
        List<String> counted =
                IntStream.concat(IntStream.rangeClosed(0, 20), tens())
                        .mapToObj(String::valueOf)
                        .toList();
        Stream<String> ordinals = counted.stream().filter(n -> !n.equals("0")).map("h-"::concat);
        Stream<String> joints = Stream.of("hundred", "thousand", "oh", "a-m", "p-m");
        Stream<Prompt> digits =
                Stream.of(counted.stream(), ordinals, joints)
                        .flatMap(names -> names)
                        .map(EnglishSpelling::word);
        Stream<Prompt> others = Stream.of(MINUTE, MINUTES, CataloguePrompt.CALL.prompt());
        return Stream.concat(digits, others).collect(Collectors.toUnmodifiableSet());
    }

    private static IntStream tens() {
        return IntStream.rangeClosed(3, 9).map(ten -> ten * 10);
    }

    private static void addGroup(List<Prompt> words, int digit, String unit) {
        if (digit > 0) {
            words.add(word(digit));
            words.add(word(unit));
        }
    }

    private static void addBelowHundred(List<Prompt> words, int number) {
        if (number > 20 && number % 10 > 0) {
            words.add(word(number / 10 * 10));
            words.add(word(number % 10));
        } else {
            words.add(word(number));
        }
    }

    private static Prompt word(int number) {
        return word(String.valueOf(number));
    }

    private static Prompt word(String name) {
        return new Prompt("digits/" + name);
    }

    private static void require(int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException(
                    number + " is not from " + least + " to " + most + " and cannot be said");
        }
    }
}
