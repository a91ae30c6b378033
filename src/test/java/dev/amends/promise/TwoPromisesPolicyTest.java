package dev.amends.promise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.speech.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The first asked at ten, the second at a quarter past ten. */
class TwoPromisesPolicyTest {

    private static final Instant TEN = Instant.parse("2026-11-30T10:00:00Z");

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "in turn, in turn, first",
        "in turn, ordered 60, first",
        "ordered 60, in turn, second",
        "ordered 9999, ordered 60, second",
        "ordered 60, ordered 60, first",
        "ordered 60, opens 30, second",
        "opens 60, rep 70, first",
        "rep 70, told 20, second",
        "told 20, told 20, first",
        "told 30, told 20, second",
        "ordered 30 told 90, opens 60, second",
        "ordered 90 told 20, opens 60, second"
    })
    void the_one_whose_time_is_sooner_stays_and_no_sooner_one_is_lost(
            String first, String second, String stays) {
        Callback.Promised one = promised('1', first, 0);
        Callback.Promised other = promised('2', second, 15);

        TwoPromisesPolicy.Choice choice = TwoPromisesPolicy.of(one, other);

        assertThat(choice.stays()).isEqualTo(stays.equals("first") ? one : other);
        assertThat(choice.over()).isEqualTo(stays.equals("first") ? other : one);
        assertThat(TwoPromisesPolicy.of(other, one)).isEqualTo(choice);
        assertThat(choice.movesUp()).isEqualTo(stays.equals("second"));
        assertThat(choice.inTheEarlierPlace().terms().arrival())
                .isEqualTo(new EffectiveArrival(TEN));
    }

    @Test
    void but_for_its_place_the_one_that_stays_is_as_it_was() {
        Callback.Promised one = promised('1', "ordered 60", 0);
        Callback.Promised other = promised('2', "ordered 30", 15);

        Callback.Promised stays = TwoPromisesPolicy.of(one, other).inTheEarlierPlace();

        assertThat(stays.terms().at(other.terms().arrival())).isEqualTo(other.terms());
        assertThat(stays.notBefore()).isEqualTo(other.notBefore());
        assertThat(stays.version()).isEqualTo(other.version() + 1);
    }

    /** What he was told, in minutes after ten. */
    private static Callback.Promised promised(char digit, String told, int asked) {
        CallbackTerms terms =
                new CallbackTerms(
                        new PromiseId(String.valueOf(digit).repeat(32)),
                        new PhoneNumber("+1202555010" + digit),
                        new LineName("support"),
                        new EffectiveArrival(minute(asked)),
                        minute(asked),
                        new CallId("1." + digit),
                        1,
                        Language.ENGLISH);
        String[] words = told.split(" ");
        for (int i = 0; i + 1 < words.length && !told.equals("in turn"); i += 2) {
            terms = told(terms, words[i], minute(Integer.parseInt(words[i + 1])));
        }
        return new Callback.Promised(terms, 2, Tries.NONE, terms.notBefore(minute(asked)));
    }

    private static CallbackTerms told(CallbackTerms terms, String how, Instant when) {
        return switch (how) {
            case "ordered" -> terms.ordered(when);
            case "opens" -> terms.from(when);
            case "rep" -> terms.with(new Appointment(new RepDevice("PJSIP/rep1"), when));
            case "told" ->
                    terms.within(
                            Optional.of(
                                    new PromisedWindow(when, when.plus(Duration.ofMinutes(10)))));
            default -> throw new IllegalArgumentException(how);
        };
    }

    private static Instant minute(int after) {
        return TEN.plus(Duration.ofMinutes(after));
    }
}
