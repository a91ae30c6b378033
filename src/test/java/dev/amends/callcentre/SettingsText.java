package dev.amends.callcentre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings file of one Amends: section, key and value as TOML text; changed copies for each
 * story.
 */
public final class SettingsText {

    private final Map<String, Map<String, String>> sections = new LinkedHashMap<>();

    /** Settings that fit the private telephone system, with a database of its own. */
    public static SettingsText forPbx(Ports ports, PrivatePbx pbx, Path database) {
        return new SettingsText()
                .text("asterisk.host", "127.0.0.1")
                .number("asterisk.ami_port", ports.ami())
                .text(
                        "asterisk.ami_secret_file",
                        pbx.etc().resolve("amends-secret.conf").toString())
                .text("asterisk.key_file", pbx.etc().resolve("amends-key.conf").toString())
                .number("asterisk.agi_port", ports.agi())
                .text("asterisk.trunk", "PJSIP/{number}@carrier")
                .text("store.path", database.toString())
                .text("numbers.home_region", "US")
                .raw("speech.languages", "[\"en\", \"es\"]")
                .number("limits.per_number_a_day", 1000)
                .number("limits.per_block_an_hour", 100_000)
                .number("limits.in_all_an_hour", 1_000_000)
                // What people hear and when they are called must not depend on the time of day.
                .text("callbacks.calling_hours", "")
                .text("lines.support.queue", "support")
                .text("lines.support.senior_queue", "support-senior");
    }

    /** Sets a text; the last dot parts the section from the key. */
    public SettingsText text(String key, String value) {
        return raw(key, '"' + value + '"');
    }

    /** Sets a number. */
    public SettingsText number(String key, int value) {
        return raw(key, Integer.toString(value));
    }

    /** Switches something on. */
    public SettingsText yes(String key) {
        return raw(key, "true");
    }

    /** Sets a list of texts. */
    public SettingsText texts(String key, String... values) {
        return raw(
                key,
                Arrays.stream(values)
                        .map(value -> '"' + value + '"')
                        .collect(Collectors.joining(", ", "[", "]")));
    }

    /** Leaves a whole section out. */
    public SettingsText without(String section) {
        sections.remove(section);
        return this;
    }

    private SettingsText raw(String key, String value) {
        int dot = key.lastIndexOf('.');
        sections.computeIfAbsent(key.substring(0, dot), s -> new LinkedHashMap<>())
                .put(key.substring(dot + 1), value);
        return this;
    }

    /** Writes the file. */
    public void write(Path file) {
        StringBuilder text = new StringBuilder();
        sections.forEach((section, keys) -> {
            text.append('[').append(section).append("]\n");
            keys.forEach((key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        });
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
