package dev.amends.supervision;

import java.util.List;

/**
 * A table of figures, and what one has to know to read it.
 *
 * @param name what it is about
 * @param columns what each cell of a row is
 * @param notes in whole sentences
 */
public record Report(String name, List<Column> columns, List<List<Cell>> rows, List<String> notes) {

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

    /**
     * A column.
     *
     * @param estimated whether its figures come with what they lie between
     */
    public record Column(String name, boolean estimated) {

        static Column plain(String name) {
            return new Column(name, false);
        }

        static Column estimated(String name) {
            return new Column(name, true);
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
