package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.staff.Staff;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class RanksTest {

    private static final Instant NOW = Instant.parse("2026-11-02T10:00:00Z");
    private static final int PLACES = 200;

    /** Few ids and few moments, so that many came at once and some stand in two queues. */
    private static final int DIFFERENT = 12;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7, 40})
    void whoever_is_ahead_of_a_place_is_ahead_of_it_in_order(int most) {
        SplittableRandom random = new SplittableRandom(most);
        LinePicture picture =
                new LinePicture(
                        true,
                        some(random, most),
                        some(random, most / 2),
                        most,
                        some(random, most / 3),
                        Staff.NOBODY,
                        Staff.NOBODY,
                        Learned.NOTHING);
        Ranks ranks = new Ranks(picture);
        for (int n = 0; n < PLACES; n++) {
            WaitPolicy.Place place =
                    new WaitPolicy.Place(
                            random.nextBoolean() ? Set.of(id(random)) : Set.of("me.1", "1.1"),
                            arrival(random),
                            Standing.ORDINARY);
            assertThat(ranks.ahead(place))
                    .as("%s", place)
                    .isEqualTo(WaitPolicy.ahead(picture, place));
        }
    }

    private static List<Waiting> some(SplittableRandom random, int many) {
        return IntStream.range(0, many)
                .mapToObj(_ -> new Waiting(id(random), arrival(random)))
                .toList();
    }

    private static String id(SplittableRandom random) {
        int n = random.nextInt(DIFFERENT);
        return random.nextBoolean() ? "%032x".formatted(n) : n + ".1";
    }

    private static EffectiveArrival arrival(SplittableRandom random) {
        return new EffectiveArrival(NOW.plusSeconds(random.nextInt(DIFFERENT)));
    }
}
