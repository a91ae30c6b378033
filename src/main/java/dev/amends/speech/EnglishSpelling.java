package dev.amends.speech;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * American English, from the words of Asterisk's core sounds, put together as Asterisk's own number
 * and time speakers do ("nine hundred twelve", "four oh five p m").
 */
public final class EnglishSpelling implements Spelling {

    private static final Prompt MINUTE = new Prompt("minute");
    private static final Prompt MINUTES = new Prompt("minutes");
    private static final Prompt ON = CoreSounds.own("on");
    private static final Prompt CALL = CoreSounds.own("call");

    @Override
    public List<Prompt> digits(String digits) {
        return CoreSounds.readBack(digits);
    }

    @Override
    public List<Prompt> number(int number) {
        CoreSounds.require(number, 0, 9999);
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
        CoreSounds.require(n, 1, 99);
        List<Prompt> words = new ArrayList<>();
        if (n > 20 && n % 10 > 0) {
            words.add(CoreSounds.digit(n / 10 * 10));
            words.add(CoreSounds.digit("h-" + n % 10));
        } else {
            words.add(CoreSounds.digit("h-" + n));
        }
        words.add(CALL);
        return List.copyOf(words);
    }

    /** "Nine a m", "nine oh five a m", "twelve thirty p m". */
    @Override
    public List<Prompt> timeOfDay(LocalTime time) {
        List<Prompt> words = new ArrayList<>();
        int hour = time.getHour() % 12;
        words.add(CoreSounds.digit(hour == 0 ? 12 : hour));
        int minute = time.getMinute();
        if (minute > 0) {
            if (minute < 10) {
                words.add(CoreSounds.digit("oh"));
            }
            addBelowHundred(words, minute);
        }
        words.add(CoreSounds.digit(time.getHour() < 12 ? "a-m" : "p-m"));
        return List.copyOf(words);
    }

    @Override
    public List<Prompt> day(LocalDate day, LocalDate today) {
        return switch (CoreSounds.away(day, today)) {
            case TODAY -> List.of();
            case TOMORROW -> List.of(CoreSounds.digit("tomorrow"));
            case THIS_WEEK -> List.of(ON, CoreSounds.weekday(day));
            case LATER -> {
                List<Prompt> words = new ArrayList<>(List.of(ON, CoreSounds.month(day)));
                int nth = day.getDayOfMonth();
                if (nth > 20 && nth % 10 > 0) {
                    words.add(CoreSounds.digit(nth / 10 * 10));
                    words.add(CoreSounds.digit("h-" + nth % 10));
                } else {
                    words.add(CoreSounds.digit("h-" + nth));
                }
                yield List.copyOf(words);
            }
        };
    }

    /** "9:05 am", "12:30 pm". */
    @Override
    public String written(LocalTime time) {
        int hour = time.getHour() % 12;
        return "%d:%02d %s"
                .formatted(
                        hour == 0 ? 12 : hour, time.getMinute(), time.getHour() < 12 ? "am" : "pm");
    }

    @Override
    public String written(LocalDate day, LocalDate today) {
        return switch (CoreSounds.away(day, today)) {
            case TODAY -> "today";
            case TOMORROW -> "tomorrow";
            case THIS_WEEK -> DateTimeFormatter.ofPattern("'on' EEEE", Locale.ENGLISH).format(day);
            case LATER -> DateTimeFormatter.ofPattern("'on' MMMM d", Locale.ENGLISH).format(day);
        };
    }

    private static void addGroup(List<Prompt> words, int digit, String unit) {
        if (digit > 0) {
            words.add(CoreSounds.digit(digit));
            words.add(CoreSounds.digit(unit));
        }
    }

    private static void addBelowHundred(List<Prompt> words, int number) {
        if (number > 20 && number % 10 > 0) {
            words.add(CoreSounds.digit(number / 10 * 10));
            words.add(CoreSounds.digit(number % 10));
        } else {
            words.add(CoreSounds.digit(number));
        }
    }
}
