package dev.amends.speech;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Spanish, from the words of Asterisk's core sounds and a few of our own. What is counted here is
 * masculine (minutes, calls' numbers), so "one" is "un" before a noun; hours are feminine and carry
 * their article: "la una", "las dos y media de la tarde".
 */
public final class SpanishSpelling implements Spelling {

    private static final Locale SPANISH = Locale.of("es");

    private static final Prompt AND = CoreSounds.digit("and");
    private static final Prompt ONE_BEFORE_NOUN = CoreSounds.digit("1M");
    private static final Prompt TWENTY_ONE_BEFORE_NOUN = CoreSounds.own("veintiun");
    private static final Prompt MINUTE = new Prompt("queue-minute");
    private static final Prompt MINUTES = new Prompt("minutes");
    private static final Prompt THE = CoreSounds.own("el");
    private static final Prompt OF = CoreSounds.own("de");
    private static final Prompt CALL_NUMBER = CoreSounds.own("llamada-numero");

    private static final int QUARTER = 15;
    private static final int HALF = 30;

    @Override
    public List<Prompt> digits(String digits) {
        return CoreSounds.readBack(digits);
    }

    /** As counted alone: "uno", "veintiuno", "ciento uno", "mil", "dos mil". */
    @Override
    public List<Prompt> number(int number) {
        CoreSounds.require(number, 0, 9999);
        List<Prompt> words = new ArrayList<>();
        int thousands = number / 1000;
        if (thousands > 1) {
            words.add(CoreSounds.digit(thousands));
        }
        if (thousands > 0) {
            words.add(CoreSounds.digit("thousand"));
        }
        int rest = number % 1000;
        if (rest > 0 || number == 0) {
            addBelowThousand(words, rest);
        }
        return List.copyOf(words);
    }

    /** "Un minuto", "veintiún minutos", "treinta y un minutos". */
    @Override
    public List<Prompt> minutes(int minutes) {
        List<Prompt> words = new ArrayList<>(number(minutes));
        boolean twentyOne = minutes % 100 == 21;
        if (twentyOne || minutes % 10 == 1 && minutes % 100 != 11) {
            words.removeLast();
            words.add(twentyOne ? TWENTY_ONE_BEFORE_NOUN : ONE_BEFORE_NOUN);
        }
        words.add(minutes == 1 ? MINUTE : MINUTES);
        return List.copyOf(words);
    }

    /** "Llamada número tres": the core sounds' ordinals are masculine, a call is not. */
    @Override
    public List<Prompt> ordinalCall(int n) {
        CoreSounds.require(n, 1, 99);
        List<Prompt> words = new ArrayList<>();
        words.add(CALL_NUMBER);
        words.addAll(number(n));
        return List.copyOf(words);
    }

    /** "La una y cuarto de la tarde", "las doce del mediodía", "las ocho y diez de la noche". */
    @Override
    public List<Prompt> timeOfDay(LocalTime time) {
        List<Prompt> words = new ArrayList<>();
        int hour = time.getHour() % 12;
        words.add(CoreSounds.own(hour == 1 ? "la" : "las"));
        words.add(hour == 1 ? CoreSounds.digit("1F") : CoreSounds.digit(hour == 0 ? 12 : hour));
        int minute = time.getMinute();
        if (minute == HALF) {
            words.add(CoreSounds.own("y-media"));
        } else if (minute == QUARTER) {
            words.add(AND);
            words.add(CoreSounds.digit("h-4"));
        } else if (minute > 0) {
            words.add(AND);
            addBelowHundred(words, minute);
        }
        words.add(partOfDay(time.getHour()));
        return List.copyOf(words);
    }

    /** "Mañana", "el lunes", "el dos de enero". */
    @Override
    public List<Prompt> day(LocalDate day, LocalDate today) {
        return switch (CoreSounds.away(day, today)) {
            case TODAY -> List.of();
            case TOMORROW -> List.of(CoreSounds.digit("tomorrow"));
            case THIS_WEEK -> List.of(THE, CoreSounds.weekday(day));
            case LATER -> {
                List<Prompt> words = new ArrayList<>(List.of(THE));
                words.addAll(number(day.getDayOfMonth()));
                words.add(OF);
                words.add(CoreSounds.month(day));
                yield List.copyOf(words);
            }
        };
    }

    /** "La 1:05", "las 15:10". */
    @Override
    public String written(LocalTime time) {
        String article = time.getHour() == 1 ? "la" : "las";
        return "%s %d:%02d".formatted(article, time.getHour(), time.getMinute());
    }

    @Override
    public String written(LocalDate day, LocalDate today) {
        return switch (CoreSounds.away(day, today)) {
            case TODAY -> "hoy";
            case TOMORROW -> "mañana";
            case THIS_WEEK -> DateTimeFormatter.ofPattern("'el' EEEE", SPANISH).format(day);
            case LATER -> DateTimeFormatter.ofPattern("'el' d 'de' MMMM", SPANISH).format(day);
        };
    }

    private static Prompt partOfDay(int hour) {
        if (hour == 0 || hour >= 20) {
            return CoreSounds.own("de-la-noche");
        }
        if (hour < 6) {
            return CoreSounds.own("de-la-madrugada");
        }
        if (hour < 12) {
            return CoreSounds.own("de-la-manana");
        }
        return hour == 12 ? CoreSounds.own("del-mediodia") : CoreSounds.digit("afternoon");
    }

    /** "Cien" is a hundred and nothing else, "ciento" one with something after it. */
    private static void addBelowThousand(List<Prompt> words, int number) {
        int hundreds = number / 100;
        int rest = number % 100;
        if (hundreds > 1) {
            words.add(CoreSounds.digit(hundreds * 100));
        } else if (hundreds == 1) {
            words.add(CoreSounds.digit(rest == 0 ? "hundred" : "100-and"));
        }
        if (rest > 0 || hundreds == 0) {
            addBelowHundred(words, rest);
        }
    }

    private static void addBelowHundred(List<Prompt> words, int number) {
        if (number > 30 && number % 10 > 0) {
            words.add(CoreSounds.digit(number / 10 * 10));
            words.add(AND);
            words.add(CoreSounds.digit(number % 10));
        } else {
            words.add(CoreSounds.digit(number));
        }
    }
}
