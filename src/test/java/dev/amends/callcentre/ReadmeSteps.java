package dev.amends.callcentre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbered blocks of the README's section on one's own Asterisk, so that what is tested is what
 * an administrator reads.
 */
public final class ReadmeSteps {

    private static final Pattern BLOCK =
            Pattern.compile(
                    "^```(sh|ini)\\n([#;] \\d\\. .*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    private final List<String> blocks = new ArrayList<>();

    /** Reads them from a README. */
    public ReadmeSteps(Path readme) {
        try {
            String text = Files.readString(readme);
            int begin = text.indexOf("## On your own Asterisk");
            Matcher block = BLOCK.matcher(text.substring(begin, text.indexOf("\n## ", begin)));
            while (block.find()) {
                blocks.add(block.group(2));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one block whose first line begins so, after its comment sign. */
    public String step(String begin) {
        List<String> found = blocks.stream().filter(block -> block.startsWith(begin, 2)).toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("not one step " + begin + ": " + found);
        }
        return found.getFirst();
    }

    /** All blocks' first lines. */
    public List<String> names() {
        return blocks.stream().map(block -> block.lines().findFirst().orElseThrow()).toList();
    }
}
