package dev.amends.supervision;

import java.util.List;

/**
 * A table of figures, and what one has to know to read it.
 *
 * @param name what it is about
 * @param columns their names
 * @param notes in whole sentences
 */
public record Report(String name, List<String> columns, List<List<Cell>> rows, List<String> notes) {

    public Report {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        notes = List.copyOf(notes);
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException("a row has a cell for each column");
            }
        }
    }

    /** A figure. */
    public sealed interface Cell {

        /** A name. */
        record Name(String text) implements Cell {}

        /** How many. */
        record Count(int count) implements Cell {}

        /** How many of a hundred. */
        record Share(Estimate share) implements Cell {}

        /** How much on average. */
        record Mean(Estimate mean) implements Cell {}
    }
}
