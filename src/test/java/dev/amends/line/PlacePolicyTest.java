package dev.amends.line;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;

class PlacePolicyTest {

    @ParameterizedTest(name = "came at {0}, waiting {1}: {2}")
    @CsvSource({
        "5, '',        end",
        "5, '1',       end",
        "5, '1 2 3 4', end",
        "5, '5',       end",
        "5, '6',       1",
        "5, '6 7',     1",
        "5, '1 6',     2",
        "5, '6 1 9 2', 3",
        "5, '5 6',     2",
        "-60, '1 2 3', 1"
    })
    void the_position_is_one_more_than_those_who_came_earlier(
            long mine, String waiting, String position) {
        assertThat(PlacePolicy.position(at(mine), waiting(waiting)))
                .isEqualTo(
                        position.equals("end")
                                ? OptionalInt.empty()
                                : OptionalInt.of(Integer.parseInt(position)));
    }

    @Test
    void a_head_start_passes_only_those_who_came_within_it() {
        EffectiveArrival upset = at(100).earlierBy(Duration.ofSeconds(60));
        assertThat(PlacePolicy.position(upset, waiting("39 40 41 99"))).hasValue(3);
    }

    @Test
    void whoever_joins_at_his_position_leaves_the_queue_in_the_one_order() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<Waiting> queue = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                EffectiveArrival arrival = at(random.nextInt(20));
                int end = queue.size() + 1;
                int position = PlacePolicy.position(arrival, queue).orElse(end);
                queue.add(position - 1, new Waiting("c" + i, arrival));
            }
            assertThat(queue)
                    .as("seed 7, round %s", round)
                    .isSortedAccordingTo(Comparator.comparing(Waiting::arrival));
        }
    }

    private static EffectiveArrival at(long second) {
        return new EffectiveArrival(Instant.ofEpochSecond(second));
    }

    private static List<Waiting> waiting(String seconds) {
        return Arrays.stream(seconds.split(" "))
                .filter(s -> !s.isEmpty())
                .map(s -> new Waiting("c" + s, at(Long.parseLong(s))))
                .toList();
    }
}
