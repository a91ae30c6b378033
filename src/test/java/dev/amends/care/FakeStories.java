package dev.amends.care;

import dev.amends.caller.CallId;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Stories in memory. */
public final class FakeStories implements Stories {

    private final List<Story> all = new ArrayList<>();

    @Override
    public void begun(Story story) {
        all.add(story);
    }

    @Override
    public void told(RecordingId id, Duration length) {
        change(
                id,
                story ->
                        new Story(
                                story.id(),
                                story.call(),
                                story.matter(),
                                story.begun(),
                                Optional.of(length),
                                story.text()));
    }

    @Override
    public void empty(RecordingId id) {
        all.removeIf(story -> story.id().equals(id));
    }

    @Override
    public List<Story> of(MatterId matter) {
        return which(story -> story.matter().filter(matter::equals).isPresent());
    }

    @Override
    public List<Story> of(CallId call) {
        return which(story -> story.call().equals(call));
    }

    @Override
    public Optional<Story> find(RecordingId id) {
        return which(story -> story.id().equals(id)).stream().findFirst();
    }

    @Override
    public List<Story> withoutText(Instant since, int most) {
        return which(story ->
                        story.text().isEmpty()
                                && story.told().isPresent()
                                && !story.begun().isBefore(since))
                .stream()
                .limit(most)
                .toList();
    }

    @Override
    public void text(RecordingId id, String text, Instant now) {
        change(
                id,
                story ->
                        new Story(
                                story.id(),
                                story.call(),
                                story.matter(),
                                story.begun(),
                                story.told(),
                                Optional.of(text)));
    }

    private List<Story> which(Predicate<Story> wanted) {
        return all.stream().filter(wanted).toList();
    }

    private void change(RecordingId id, UnaryOperator<Story> how) {
        all.replaceAll(story -> story.id().equals(id) ? how.apply(story) : story);
    }
}
