package dev.amends.supervision;

import dev.amends.caller.NumberPlan;
import dev.amends.line.Line;
import dev.amends.speech.Language;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads whom an order of our own people is about. */
final class Addressees {

    private final NumberPlan numbers;
    private final PromiseDesk.Offers offers;

    Addressees(NumberPlan numbers, PromiseDesk.Offers offers) {
        this.numbers = numbers;
        this.offers = offers;
    }

    /** A number, the name of a line, and the code of a language or the default one. */
    Addressee.Read read(String number, String line, Optional<String> language) {
        Optional<Line> named =
                offers.lines().stream().filter(one -> one.name().value().equals(line)).findFirst();
        if (named.isEmpty()) {
            return new Addressee.Wrong(noSuchLine(offers.lines()));
        }
        Optional<Language> spoken = language(language);
        if (spoken.isEmpty()) {
            return new Addressee.Wrong("this language is not in use; there are: " + languages());
        }
        return numbers.read(number.strip())
                .<Addressee.Read>map(
                        read -> new Addressee.Known(new Addressee(read, named.get(), spoken.get())))
                .orElseGet(() -> new Addressee.Wrong(Supervision.NO_NUMBER));
    }

    private Optional<Language> language(Optional<String> code) {
        return offers.languages().stream()
                .filter(one -> code.isEmpty() || one.code().equals(code.get()))
                .findFirst();
    }

    /** What is wrong with the name of a line that is none of these. */
    static String noSuchLine(Collection<Line> lines) {
        return lines.stream()
                .map(line -> line.name().value())
                .sorted()
                .collect(Collectors.joining(", ", "there is no such line; there are: ", ""));
    }

    private String languages() {
        return offers.languages().stream().map(Language::code).collect(Collectors.joining(", "));
    }
}
