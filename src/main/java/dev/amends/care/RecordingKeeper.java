package dev.amends.care;

import dev.amends.care.Consents.OnRecord;
import dev.amends.care.Recordings.Part;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Erases what was recorded, files first: by order, and by itself what is older than it may be kept.
 * The answers stay, as proof that somebody had agreed.
 */
public final class RecordingKeeper {

    private static final Logger log = LoggerFactory.getLogger(RecordingKeeper.class);

    private static final Duration BETWEEN_SWEEPS = Duration.ofDays(1);
    private static final Duration AGAIN = Duration.ofHours(1);

    /** No call of ours lasts longer: what was not written for so long is written no more. */
    private static final Duration SETTLED = Duration.ofDays(1);

    private static final int AT_A_TIME = 500;

    private final Consents consents;
    private final Recordings files;
    private final Duration kept;
    private final InstantSource clock;
    private final Thread thread =
            Thread.ofPlatform().name("recordings").daemon().unstarted(this::run);

    /**
     * @param kept how long recordings are kept
     */
    public RecordingKeeper(
            Consents consents, Recordings files, Duration kept, InstantSource clock) {
        this.consents = consents;
        this.files = files;
        this.kept = kept;
        this.clock = clock;
    }

    /** Starts to look once a day. */
    public void start() {
        thread.start();
    }

    /** Looks no more. */
    public void stop() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(swept() ? BETWEEN_SWEEPS : AGAIN);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean swept() {
        try {
            sweep();
            return true;
        } catch (RuntimeException e) {
            log.warn("old recordings could not be erased; in an hour again: {}", e.getMessage());
            return false;
        }
    }

    /**
     * Erases everything that is older than it may be kept, and first what an erasing has left; how
     * many old files that were.
     */
    int sweep() {
        eraseOfErased();
        String why = "kept for %d days".formatted(kept.toDays());
        int erased = eraseFromBefore(clock.instant().minus(kept), why) + eraseLeftovers();
        log.debug("{} recorded files were old", erased);
        return erased;
    }

    /** Erases what was recorded with these; how many files that were. */
    public int erase(List<Consent> all, String why) {
        Set<RecordingId> ids = all.stream().map(Consent::id).collect(Collectors.toSet());
        int erased = ids.isEmpty() ? 0 : files.erase(ids);
        ids.forEach(id -> consents.erased(id, why, clock.instant()));
        return erased;
    }

    /** Of how many calls and stories something is kept that was agreed to before then. */
    public int howManyFromBefore(Instant then) {
        return consents.keptFromBefore(then, Integer.MAX_VALUE).size();
    }

    /** Erases whatever was agreed to before then; how many files that were. */
    public int eraseFromBefore(Instant then, String why) {
        int erased = 0;
        List<Consent> old;
        do {
            old = consents.keptFromBefore(then, AT_A_TIME);
            erased += erase(old, why);
        } while (old.size() == AT_A_TIME);
        return erased;
    }

    /**
     * Erases what was recorded of callers whose data was erased, as far as that is still to be
     * done; with how many answers that was.
     */
    public int eraseOfErased() {
        int recordings = 0;
        List<Consent> some;
        do {
            some = consents.toErase(AT_A_TIME);
            erase(some, "its caller's data was erased");
            recordings += some.size();
        } while (some.size() == AT_A_TIME);
        return recordings;
    }

    /**
     * Files that were still being written when they were erased, and old ones of which nothing is
     * on record.
     */
    private int eraseLeftovers() {
        Instant now = clock.instant();
        Set<RecordingId> old = files.lastWrittenBefore(now.minus(kept));
        Set<RecordingId> left =
                files.lastWrittenBefore(now.minus(SETTLED)).stream()
                        .filter(id ->
                                consents.find(id)
                                        .map(found -> found.erased().isPresent())
                                        .orElse(old.contains(id)))
                        .collect(Collectors.toSet());
        return left.isEmpty() ? 0 : files.erase(left);
    }

    /** Those whose id begins so. */
    public List<OnRecord> findByPrefix(String digits) {
        return consents.findByPrefix(digits);
    }

    /** Whether anything is kept of it. */
    public boolean keeps(RecordingId id) {
        return !files.of(Set.of(id)).isEmpty();
    }

    /**
     * What is on record, with its files; the newest first.
     *
     * @param withAll those of whom nothing is kept, too
     */
    public List<Kept> list(boolean withAll, int most) {
        List<OnRecord> all = withAll ? consents.list(most) : consents.kept(most);
        Set<RecordingId> ids =
                all.stream()
                        .filter(one -> one.consent().given() && one.erased().isEmpty())
                        .map(one -> one.consent().id())
                        .collect(Collectors.toSet());
        Map<RecordingId, List<Part>> parts = ids.isEmpty() ? Map.of() : files.of(ids);
        return all.stream()
                .map(one -> new Kept(one, parts.getOrDefault(one.consent().id(), List.of())))
                .filter(kept -> withAll || !kept.parts().isEmpty())
                .toList();
    }

    /** An answer, and the files that came of it. */
    public record Kept(OnRecord answer, List<Part> parts) {
        public Kept {
            parts = List.copyOf(parts);
        }
    }
}
