package dev.amends.care;

import dev.amends.caller.PhoneNumber;
import dev.amends.line.LineName;
import dev.amends.promise.CallbackTerms;
import dev.amends.promise.Ledger;
import dev.amends.promise.PromiseId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Matters in memory; those of promises by when they were asked for. */
public final class FakeMatters implements Matters {

    private final Ledger ledger;
    private final List<Owned> all = new ArrayList<>();
    private long drawn;

    public FakeMatters(Ledger ledger) {
        this.ledger = ledger;
    }

    private record Owned(PhoneNumber number, Matter matter) {}

    @Override
    public synchronized Optional<Matter> open(PhoneNumber number, LineName line, Instant now) {
        return of(number, line)
                .filter(matter -> matter.closedAt().isEmpty())
                .filter(matter -> !matter.lastAt().isBefore(now.minus(Matter.QUIET)))
                .findFirst();
    }

    private Stream<Matter> of(PhoneNumber number, LineName line) {
        return all.stream()
                .filter(owned -> owned.number().equals(number))
                .map(Owned::matter)
                .filter(matter -> matter.line().equals(line));
    }

    @Override
    public synchronized Optional<Matter> find(MatterId id) {
        return all.stream().map(Owned::matter).filter(one -> one.id().equals(id)).findFirst();
    }

    @Override
    public synchronized Optional<Matter> of(PromiseId promise) {
        return ledger.find(promise)
                .flatMap(found -> {
                    CallbackTerms terms = found.terms();
                    return of(terms.number(), terms.line())
                            .filter(matter -> !matter.openedAt().isAfter(terms.askedAt()))
                            .filter(matter ->
                                    matter.closedAt().filter(terms.askedAt()::isAfter).isEmpty())
                            .findFirst();
                });
    }

    @Override
    public synchronized Matter note(
            PhoneNumber number, LineName line, MatterNote note, Instant now) {
        Optional<Matter> open = open(number, line, now);
        boolean another = open.isEmpty() || note instanceof MatterNote.Another;
        if (another) {
            of(number, line).toList().forEach(over -> close(over.id(), "over", now));
        }
        Matter was = another ? opened(line, now) : open.get();
        Matter noted = noted(was, note, now);
        put(number, noted);
        return noted;
    }

    private Matter opened(LineName line, Instant now) {
        return new Matter(
                new MatterId(++drawn),
                line,
                now,
                now,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Matter noted(Matter was, MatterNote note, Instant now) {
        return new Matter(
                was.id(),
                was.line(),
                was.openedAt(),
                now,
                note instanceof MatterNote.Reason(Said said)
                        ? first(was.reason(), said)
                        : was.reason(),
                note instanceof MatterNote.Wish(Said said) ? first(was.wish(), said) : was.wish(),
                note instanceof MatterNote.KnownTo known
                        ? Optional.of(new KnownBy(known.rep(), now))
                        : was.knownBy(),
                was.closedAt());
    }

    private static Optional<Said> first(Optional<Said> was, Said now) {
        return was.filter(said -> !said.nothing()).or(() -> Optional.of(now));
    }

    @Override
    public synchronized boolean close(MatterId id, String why, Instant now) {
        Optional<Owned> found =
                all.stream()
                        .filter(owned -> owned.matter().id().equals(id))
                        .filter(owned -> owned.matter().closedAt().isEmpty())
                        .findFirst();
        found.ifPresent(owned -> put(owned.number(), closed(owned.matter(), now)));
        return found.isPresent();
    }

    private static Matter closed(Matter open, Instant now) {
        Instant at = now.isBefore(open.openedAt()) ? open.openedAt() : now;
        return new Matter(
                open.id(),
                open.line(),
                open.openedAt(),
                open.lastAt(),
                open.reason(),
                open.wish(),
                open.knownBy(),
                Optional.of(at));
    }

    private void put(PhoneNumber number, Matter matter) {
        all.removeIf(owned -> owned.matter().id().equals(matter.id()));
        all.add(new Owned(number, matter));
    }
}
