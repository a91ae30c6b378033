package dev.amends.supervision;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A small past: twelve callers whom a senior took, of whom the first three rang again; the eleventh
 * withheld his number.
 */
public final class Remembered implements Learning {

    private static final Instant CAME = Instant.parse("2026-11-10T09:15:00Z");

    @Override
    public List<Called> calls(Span span) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(n ->
                        new Called(
                                "call." + n,
                                "support",
                                CAME.plusSeconds(n),
                                "senior",
                                n <= 10 ? "billing" : "not known",
                                n <= 11 ? Optional.of(Duration.ofSeconds(n)) : Optional.empty(),
                                n == 12 ? Optional.of(Duration.ofSeconds(90)) : Optional.empty(),
                                n == 11 ? Optional.empty() : Optional.of(n <= 6),
                                n == 11 ? Optional.empty() : Optional.of(n <= 3)))
                .toList();
    }

    @Override
    public List<Seen> seen(Span span) {
        return List.of(
                new Seen("call.1", "limit_spoken", "PJSIP/rep2"),
                new Seen("call.1", "limit_spoken", "PJSIP/rep2"),
                new Seen("call.1", "hard_call", "PJSIP/rep2"),
                new Seen("call.2", "taken_over", "PJSIP/sup1"),
                new Seen("flag.1", "flagged", "PJSIP/rep1"));
    }

    @Override
    public List<Closed> closed(Span span) {
        return List.of(
                closed("promised", Optional.of("ours")), closed("not solved", Optional.empty()));
    }

    private static Closed closed(String came, Optional<String> mistake) {
        return new Closed("call.1", "support", "PJSIP/rep1", came, mistake, Optional.empty());
    }

    @Override
    public List<Surveyed> surveyed(Span span) {
        return List.of(
                new Surveyed("call.1", Optional.of(2), Optional.of(false)),
                new Surveyed("call.1", Optional.of(5), Optional.of(true)));
    }

    @Override
    public List<Promised> promised(Span span) {
        return List.of(
                new Promised("refund", "support", "call.1", "PJSIP/rep1", Fate.LATE),
                new Promised("call", "support", "call.2", "", Fate.IN_TIME));
    }
}
