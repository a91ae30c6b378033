package dev.amends.speech;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Properties;
import java.util.SequencedMap;

/**
 * A third language, made as the README says: a spelling and a catalogue. It says digits only, in
 * words of its own.
 */
public final class ToyLanguage implements Spelling {

    /** Its code. */
    public static final Language TOY = new Language("toy");

    private ToyLanguage() {}

    /** English, and this beside it. */
    public static Languages besideEnglish() {
        SequencedMap<Language, Spelling> both = new LinkedHashMap<>();
        both.put(Language.ENGLISH, new EnglishSpelling());
        both.put(TOY, new ToyLanguage());
        return new Languages(both);
    }

    /** Its texts: each prompt's is its name. */
    static Catalogue catalogue() {
        Properties lines = new Properties();
        for (CataloguePrompt prompt : CataloguePrompt.values()) {
            lines.setProperty(prompt.key(), "toy " + prompt.key());
        }
        lines.setProperty("word-even", "even");
        lines.setProperty("word-odd", "odd");
        return new Catalogue(TOY, lines);
    }

    @Override
    public List<Prompt> digits(String digits) {
        return digits.chars()
                .mapToObj(digit -> CoreSounds.own(digit % 2 == 0 ? "even" : "odd"))
                .toList();
    }

    @Override
    public List<Prompt> number(int number) {
        return digits(String.valueOf(number));
    }

    @Override
    public List<Prompt> minutes(int minutes) {
        return number(minutes);
    }

    @Override
    public List<Prompt> ordinalCall(int n) {
        return number(n);
    }

    @Override
    public List<Prompt> day(LocalDate day, LocalDate today) {
        return number(day.getDayOfMonth());
    }

    @Override
    public String written(LocalTime time) {
        return String.valueOf(time.getHour());
    }

    @Override
    public String written(LocalDate day, LocalDate today) {
        return String.valueOf(day.getDayOfMonth());
    }

    @Override
    public List<Prompt> timeOfDay(LocalTime time) {
        return number(time.getHour());
    }
}
