package dev.amends.cli;

import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes what is told as JSON, for programs that read on. */
final class Json {

    private static final ObjectWriter WRITER =
            JsonMapper.builder().build().writerWithDefaultPrettyPrinter();

    private Json() {}

    /** Maps, lists, texts, numbers and instants; instants in ISO form. */
    static String of(Object told) {
        return WRITER.writeValueAsString(told);
    }
}
