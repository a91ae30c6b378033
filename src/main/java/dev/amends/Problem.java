package dev.amends;

/**
 * Something wrong in the settings.
 *
 * @param file the file as the administrator named it
 * @param line from 1; 0 when it is about no line of it
 * @param key the setting with its section, or empty when it is the file as a whole
 */
public record Problem(String file, int line, String key, String message) {

    /** As compilers say it: {@code file:line: section.key: message}. */
    @Override
    public String toString() {
        return file
                + (line == 0 ? "" : ":" + line)
                + ": "
                + (key.isEmpty() ? "" : key + ": ")
                + message;
    }
}
