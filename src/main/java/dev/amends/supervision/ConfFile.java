package dev.amends.supervision;

import java.util.List;

/**
 * One of Amends' configuration files for a telephone system, as these settings want it.
 *
 * @param name such as {@code queues.conf}; its place is the folder {@code amends} beside the
 *     system's own files
 * @param home the system's own file that includes it
 * @param where in that file its include line stands
 */
public record ConfFile(String name, String home, String where, List<String> lines) {

    /** The folder of our files, below the system's own. */
    public static final String FOLDER = "amends";

    public ConfFile {
        lines = List.copyOf(lines);
    }

    /** The one line that its home needs. */
    public String include() {
        return "#include " + FOLDER + "/" + name;
    }
}
