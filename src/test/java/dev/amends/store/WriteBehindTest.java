package dev.amends.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class WriteBehindTest {

    private static final int BUSY = 5;
    private static final int CONSTRAINT = 19;

    private final List<List<Integer>> groups = new CopyOnWriteArrayList<>();

    @Test
    void everything_is_written_in_order_and_in_groups() {
        WriteBehind<Integer> behind = behind(10_000);
        IntStream.range(0, 2_000).forEach(behind::add);
        behind.start();
        behind.close();

        assertThat(written()).containsExactlyElementsOf(IntStream.range(0, 2_000).boxed().toList());
        assertThat(groups).hasSize(4).allMatch(group -> group.size() <= WriteBehind.GROUP);
    }

    @Test
    void what_is_too_much_is_dropped_and_counted_and_nobody_waits() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        WriteBehind<Integer> behind =
                new WriteBehind<>(
                        "test",
                        10,
                        group -> {
                            groups.add(List.copyOf(group));
                            writing.countDown();
                            awaitIt(go);
                        });
        behind.start();
        behind.add(0);
        writing.await();
        IntStream.rangeClosed(1, 25).forEach(behind::add);
        assertThat(behind.dropped()).isEqualTo(15);

        go.countDown();
        behind.close();
        assertThat(written())
                .containsExactlyElementsOf(IntStream.rangeClosed(0, 10).boxed().toList());
        behind.add(99);
        assertThat(behind.dropped()).isEqualTo(16);
    }

    @Test
    void a_group_that_fails_for_now_is_written_later() {
        AtomicInteger tries = new AtomicInteger();
        WriteBehind<Integer> behind =
                new WriteBehind<>(
                        "test",
                        10,
                        group -> {
                            if (tries.incrementAndGet() == 1) {
                                throw failure(BUSY);
                            }
                            groups.add(List.copyOf(group));
                        });
        behind.start();
        behind.add(1);

        await().untilAsserted(() -> assertThat(written()).containsExactly(1));
        behind.close();
        assertThat(behind.dropped()).isZero();
    }

    @Test
    void one_that_cannot_be_written_does_not_take_the_others_with_it() {
        WriteBehind<Integer> behind =
                new WriteBehind<>(
                        "test",
                        10,
                        group -> {
                            if (group.contains(2)) {
                                throw failure(CONSTRAINT);
                            }
                            groups.add(List.copyOf(group));
                        });
        List.of(1, 2, 3).forEach(behind::add);
        behind.start();
        behind.close();

        assertThat(written()).containsExactly(1, 3);
        assertThat(behind.dropped()).isEqualTo(1);
    }

    private WriteBehind<Integer> behind(int capacity) {
        return new WriteBehind<>("test", capacity, group -> groups.add(List.copyOf(group)));
    }

    private List<Integer> written() {
        List<Integer> all = new ArrayList<>();
        groups.forEach(all::addAll);
        return all;
    }

    private static StoreFailure failure(int code) {
        return StoreFailure.of(new SQLException("[TEST]", null, code));
    }

    private static void awaitIt(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
