package dev.amends.demo;

import static dev.amends.demo.Person.Pickup.BUSY;
import static dev.amends.demo.Person.Pickup.MACHINE;
import static dev.amends.demo.Person.Pickup.NOBODY;
import static dev.amends.demo.Person.Pickup.NO_LONGER;
import static dev.amends.demo.Person.Pickup.SPEAKS;

import dev.amends.demo.Person.Deed;
import dev.amends.demo.Person.Pickup;
import dev.amends.demo.Person.Way;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The seventeen callers, in the order in which they call, and one who has a part of her own. All
 * the numbers are reserved for fiction.
 */
final class Cast {

    /** Voices; 450 and 500 Hz would be taken for a ring tone, those below are the reps'. */
    private static final List<Integer> VOICES = List.of(550, 600, 650, 700, 750, 800, 850);

    /** How long somebody listens to his number: until he knows that it is his, or to the end. */
    private static final Duration KNOWS_IT = Duration.ofSeconds(8);

    private static final Duration HEARS_IT_OUT = Duration.ofSeconds(11);

    static final Person ANNA =
            person(1, "Anna", 0, "an ordinary caller, and all reps are free", c -> c.talk(16));
    static final Person BEN = person(2, "Ben", 2, "an ordinary caller", c -> c.talk(14));
    static final Person CARLA =
            person(3, "Carla", 4, "it is her third call this week", c -> c.talk(4));
    static final Person KURT =
            person(4, "Kurt", 6, "all reps are busy now, and he is impatient", Cast::redial);
    static final Person DORA =
            person(5, "Dora", 8, "a rep has flagged her after her last call", Cast::wait);
    static final Person EMIL =
            person(6, "Emil", 9, "he would rather wait than be called back", Cast::wait);
    static final Person LENA =
            person(7, "Lena", 10, "she will change her mind", Cast::whileWaiting, SPEAKS);
    static final Person FAY = person(8, "Fay", 11, "she can't wait", Cast::callMe, SPEAKS);
    static final Person GUS =
            person(
                    9,
                    "Gus",
                    12,
                    "he can't wait, and will be on the phone",
                    Cast::callMe,
                    BUSY,
                    SPEAKS);
    static final Person HANA =
            person(10, "Hana", 13, "she can't wait, and will be out", Cast::callMe, NOBODY, NOBODY);
    static final Person IVO =
            person(
                    11,
                    "Ivo",
                    14,
                    "he can't wait, and has a machine",
                    Cast::callMe,
                    MACHINE,
                    SPEAKS);
    static final Person JANA =
            person(12, "Jana", 16, "she can't wait, and will find help", Cast::callMe, NO_LONGER);
    static final Person NILS =
            person(13, "Nils", 17, "he can't wait, and then he can after all", Cast::ringsAgain);
    static final Person MONA =
            person(
                            14,
                            "Mona",
                            18,
                            "she can't wait, and her number is withheld",
                            Cast::onAnotherNumber,
                            SPEAKS)
                    .calling(Way.WITHHELD);
    static final Person PILAR =
            person(
                            15,
                            "Pilar",
                            20,
                            "she dials the Spanish number, and can't wait",
                            Cast::callMeInSpanish,
                            SPEAKS)
                    .calling(Way.SPANISH);
    static final Person OTTO = person(16, "Otto", 21, "he will be upset", Cast::waitToBeHandedOver);
    static final Person RITA =
            person(17, "Rita", 22, "what she wants will take a while", Cast::waitAndHold);

    static final List<Person> ALL =
            List.of(
                    ANNA, BEN, CARLA, KURT, DORA, EMIL, LENA, FAY, GUS, HANA, IVO, JANA, NILS, MONA,
                    PILAR, OTTO, RITA);

    /** She has a part of her own, {@link WholeWay}. */
    static final Person VERA = person(47, "Vera", 0, "she is not served", _ -> {});

    /** Those who ask to be called back. */
    static final List<Person> PROMISED =
            ALL.stream().filter(p -> !p.called().isEmpty() || p.equals(NILS)).toList();

    private Cast() {}

    /** Whose number this is. */
    static Optional<Person> byNumber(String number) {
        return everybody().filter(p -> p.number().equals(number)).findFirst();
    }

    /** Whose number ends so. */
    static Optional<Person> byLastDigits(String digits) {
        return everybody().filter(p -> p.number().endsWith(digits)).findFirst();
    }

    private static Stream<Person> everybody() {
        return Stream.concat(ALL.stream(), Stream.of(VERA));
    }

    private static Person person(
            int nth, String name, int comesSeconds, String about, Deed deed, Pickup... called) {
        return new Person(
                name,
                "+120255501%02d".formatted(nth),
                VOICES.get(nth % VOICES.size()),
                Duration.ofSeconds(comesSeconds),
                about,
                Way.USUAL,
                deed,
                List.of(called));
    }

    private static void ringsAgain(Caller caller) {
        callMe(caller);
        caller.callsAgainAfter(Duration.ofSeconds(5));
        caller.press(Duration.ofSeconds(6), "2", "wait now, in the place that is kept for him");
        caller.talk(20);
    }

    private static void onAnotherNumber(Caller caller) {
        caller.press(Duration.ofMillis(2_500), "2", "call me back");
        caller.keysInNumber(Duration.ofSeconds(3));
        caller.confirm(HEARS_IT_OUT);
    }

    private static void callMeInSpanish(Caller caller) {
        caller.press(Duration.ofMillis(2_500), "2", "call me back");
        caller.confirm(HEARS_IT_OUT);
    }

    private static void waitToBeHandedOver(Caller caller) {
        caller.press(Duration.ofMillis(2_500), "1", "keep waiting");
        caller.isHandedOver();
    }

    private static void waitAndHold(Caller caller) {
        caller.press(Duration.ofMillis(2_500), "1", "keep waiting");
        caller.holds();
    }

    private static void redial(Caller caller) {
        caller.hangsUpAfter(Duration.ofSeconds(5));
        caller.callsAgainAfter(Duration.ofSeconds(4));
        caller.press(Duration.ofMillis(2_500), "1", "keep waiting");
        caller.talk(4);
    }

    private static void wait(Caller caller) {
        caller.press(Duration.ofMillis(2_500), "1", "keep waiting");
        caller.talk(4);
    }

    private static void callMe(Caller caller) {
        caller.press(Duration.ofMillis(2_500), "2", "call me back");
        caller.confirm(KNOWS_IT);
    }

    private static void whileWaiting(Caller caller) {
        caller.press(Duration.ofMillis(2_500), "1", "keep waiting");
        caller.press(Duration.ofSeconds(5), "2", "better call me back");
        caller.confirm(KNOWS_IT);
    }
}
