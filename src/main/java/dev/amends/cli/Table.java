package dev.amends.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Columns as wide as their widest cell, two blanks apart; plain text that a pipe can carry. */
final class Table {

    private final List<String[]> rows = new ArrayList<>();

    /**
     * @param headings of the columns; none for a table without
     */
    Table(String... headings) {
        if (headings.length > 0) {
            rows.add(headings.clone());
        }
    }

    /** Adds a row; every row has as many cells as the first. */
    void row(String... cells) {
        if (!rows.isEmpty() && rows.getFirst().length != cells.length) {
            throw new IllegalArgumentException("a row has as many cells as the first");
        }
        rows.add(cells.clone());
    }

    /** The table, line by line. */
    List<String> lines() {
        int[] widths = new int[rows.isEmpty() ? 0 : rows.getFirst().length];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.length; i++) {
            line.append(row[i]);
            char[] blanks = new char[widths[i] - row[i].length() + 2];
            Arrays.fill(blanks, ' ');
            line.append(blanks);
        }
        return line.toString().stripTrailing();
    }
}
