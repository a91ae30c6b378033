package dev.amends;

import dev.amends.BoundedCommand.Ran;
import dev.amends.care.RecordingId;
import dev.amends.care.StoryHearer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * An administrator's command that turns a story into text: gets the file's name in place of {@value
 * #FILE}, and writes the text to its standard output.
 */
final class StoryCommand implements StoryHearer {

    static final String FILE = "{file}";

    private static final Logger log = LoggerFactory.getLogger(StoryCommand.class);

    private final BoundedCommand command;
    private final Path recordings;

    /**
     * @param recordings the folder of all that is recorded
     */
    StoryCommand(BoundedCommand command, Path recordings) {
        this.command = command;
        this.recordings = recordings;
    }

    @Override
    public Optional<String> text(RecordingId story) throws InterruptedException {
        String file = recordings.resolve(story.value() + ".wav").toString();
        return switch (command.run(Map.of(FILE, file))) {
            case Ran.Well(String said) -> Optional.of(said).filter(text -> !text.isEmpty());
            case Ran.TooLong(String begins) -> Optional.of(begins);
            case Ran.Failed failed -> {
                log.warn("the command for stories {}", failed.whole());
                yield Optional.empty();
            }
        };
    }
}
