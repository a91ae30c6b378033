package dev.amends.care;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Files in memory, each a second long. */
public final class FakeRecordings implements Recordings {

    private record Written(RecordingId id, Instant at) {}

    private final List<Written> files = new ArrayList<>();
    private final Set<RecordingId> silent = new HashSet<>();
    private boolean gone;

    /** One more part, written last at that time. */
    public void write(RecordingId id, Instant at) {
        files.add(new Written(id, at));
    }

    /** The same, of a second in which nobody speaks. */
    public void writeSilence(RecordingId id, Instant at) {
        silent.add(id);
        write(id, at);
    }

    /** From now on the folder can't be used. */
    public void vanish() {
        gone = true;
    }

    /** It can be used again. */
    public void comeBack() {
        gone = false;
    }

    @Override
    public Map<RecordingId, List<Part>> of(Set<RecordingId> ids) {
        check();
        Map<RecordingId, List<Part>> parts = new HashMap<>();
        files.stream()
                .map(Written::id)
                .filter(ids::contains)
                .forEach(id -> parts.computeIfAbsent(id, _ -> new ArrayList<>()).add(part(id)));
        return parts;
    }

    private static Part part(RecordingId id) {
        return new Part(id.value() + ".wav", Duration.ofSeconds(1), 16_044);
    }

    @Override
    public int erase(Set<RecordingId> ids) {
        check();
        int before = files.size();
        files.removeIf(file -> ids.contains(file.id()));
        return before - files.size();
    }

    @Override
    public Optional<Boolean> holdsStory(RecordingId story) {
        return gone
                ? Optional.empty()
                : Optional.of(
                        !silent.contains(story)
                                && files.stream().anyMatch(file -> file.id().equals(story)));
    }

    @Override
    public Set<RecordingId> lastWrittenBefore(Instant then) {
        check();
        return files.stream()
                .filter(file -> file.at().isBefore(then))
                .map(Written::id)
                .collect(Collectors.toSet());
    }

    private void check() {
        if (gone) {
            throw new FolderUnusable("gone", new IllegalStateException());
        }
    }
}
