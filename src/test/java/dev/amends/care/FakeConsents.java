package dev.amends.care;

import dev.amends.caller.CallId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Answers in memory. */
public final class FakeConsents implements Consents {

    private static final Comparator<OnRecord> OLDEST_FIRST =
            Comparator.comparing(one -> one.consent().at());

    private final List<OnRecord> all = new ArrayList<>();
    private final Set<RecordingId> ofErased = new HashSet<>();
    private boolean fails;

    /** From now on nothing can be written. */
    public void fail() {
        fails = true;
    }

    /** The data of who gave this answer was erased. */
    public void callerErased(RecordingId id) {
        ofErased.add(id);
    }

    @Override
    public void note(Consent consent) {
        if (fails) {
            throw new IllegalStateException("disk full");
        }
        all.add(new OnRecord(consent, Optional.empty()));
    }

    @Override
    public Optional<Consent> last(CallId call) {
        return newest(one -> one.consent().call().equals(call)).map(OnRecord::consent).findFirst();
    }

    @Override
    public List<OnRecord> list(int most) {
        return newest(_ -> true).limit(most).toList();
    }

    @Override
    public List<OnRecord> kept(int most) {
        return newest(FakeConsents::keeps).limit(most).toList();
    }

    @Override
    public List<OnRecord> findByPrefix(String prefix) {
        return newest(one -> one.consent().id().value().startsWith(prefix))
                .limit(MOST_FOUND)
                .toList();
    }

    @Override
    public List<Consent> toErase(int most) {
        return all.stream()
                .filter(FakeConsents::keeps)
                .map(OnRecord::consent)
                .filter(one -> ofErased.contains(one.id()))
                .limit(most)
                .toList();
    }

    @Override
    public List<Consent> keptFromBefore(Instant then, int most) {
        return all.stream()
                .filter(FakeConsents::keeps)
                .filter(one -> one.consent().at().isBefore(then))
                .sorted(OLDEST_FIRST)
                .limit(most)
                .map(OnRecord::consent)
                .toList();
    }

    @Override
    public void erased(RecordingId id, String why, Instant now) {
        all.replaceAll(one ->
                one.consent().id().equals(id) && one.erased().isEmpty()
                        ? new OnRecord(one.consent(), Optional.of(new Erased(now, why)))
                        : one);
    }

    @Override
    public Optional<OnRecord> find(RecordingId id) {
        return all.stream().filter(one -> one.consent().id().equals(id)).findFirst();
    }

    private static boolean keeps(OnRecord one) {
        return one.consent().given() && one.erased().isEmpty();
    }

    private Stream<OnRecord> newest(Predicate<OnRecord> which) {
        return all.stream().filter(which).sorted(OLDEST_FIRST.reversed());
    }
}
