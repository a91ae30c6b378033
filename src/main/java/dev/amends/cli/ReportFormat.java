package dev.amends.cli;

import dev.amends.supervision.Estimate;
import dev.amends.supervision.Report;
import dev.amends.supervision.Report.Cell;
import dev.amends.supervision.Report.Column;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a report is written. Programs get each row as its fields; a figure with an interval is four
 * of them: the figure, what it lies between, and of how many it is.
 */
enum ReportFormat {
    TABLE {
        @Override
        List<String> lines(Report report) {
            Table table =
                    new Table(
                            report.columns().stream()
                                    .map(column -> column.name().toUpperCase(Locale.ROOT))
                                    .toArray(String[]::new));
            report.rows()
                    .forEach(row ->
                            table.row(
                                    row.stream().map(ReportFormat::words).toArray(String[]::new)));
            List<String> lines = new ArrayList<>(report.notes().subList(0, 1));
            lines.add("");
            lines.addAll(report.rows().isEmpty() ? List.of("Nothing on record.") : table.lines());
            lines.add("");
            lines.addAll(report.notes().subList(1, report.notes().size()));
            return lines;
        }
    },

    CSV {
        @Override
        List<String> lines(Report report) {
            Stream<String> header = report.columns().stream().flatMap(ReportFormat::fields);
            return Stream.concat(
                            Stream.of(joined(header.toList())),
                            rows(report).stream().map(row -> joined(row.values())))
                    .toList();
        }

        @Override
        List<String> beside(Report report) {
            return report.notes();
        }
    },

    JSON {
        @Override
        List<String> lines(Report report) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("report", report.name());
            all.put("notes", report.notes());
            all.put("rows", rows(report));
            return List.of(Json.of(all));
        }
    };

    private static final String LOW = "_low";
    private static final String HIGH = "_high";
    private static final String OF = "_of";

    abstract List<String> lines(Report report);

    /** What has to be known to read it, where that is no part of it. */
    List<String> beside(Report report) {
        return List.of();
    }

    private static Stream<String> fields(Column column) {
        String name = field(column);
        return column.estimated()
                ? Stream.of(name, name + LOW, name + HIGH, name + OF)
                : Stream.of(name);
    }

    private static String field(Column column) {
        return column.name().replace(' ', '_');
    }

    /** Each row by its fields; what is not known is empty. */
    private static List<Map<String, Object>> rows(Report report) {
        return report.rows().stream()
                .map(row -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    for (int i = 0; i < row.size(); i++) {
                        put(fields, field(report.columns().get(i)), row.get(i));
                    }
                    return fields;
                })
                .toList();
    }

    private static void put(Map<String, Object> fields, String name, Cell cell) {
        switch (cell) {
            case Cell.Name(String text) -> fields.put(name, text);
            case Cell.Count(int count) -> fields.put(name, count);
            case Cell.Share(Estimate share) -> put(fields, name, share);
            case Cell.Mean(Estimate mean) -> put(fields, name, mean);
        }
    }

    private static void put(Map<String, Object> fields, String name, Estimate estimate) {
        boolean known = estimate instanceof Estimate.Known;
        Estimate.Known figure =
                known ? (Estimate.Known) estimate : new Estimate.Known(0, 0, 0, estimate.of());
        fields.put(name, known ? rounded(figure.value()) : "");
        fields.put(name + LOW, known ? rounded(figure.low()) : "");
        fields.put(name + HIGH, known ? rounded(figure.high()) : "");
        fields.put(name + OF, estimate.of());
    }

    private static double rounded(double figure) {
        return Math.round(figure * 10_000) / 10_000.0;
    }

    private static String joined(Iterable<?> fields) {
        List<String> all = new ArrayList<>();
        fields.forEach(field -> all.add(quoted(String.valueOf(field))));
        return String.join(",", all);
    }

    /** As RFC 4180 has it; what a spreadsheet would take for a formula is no longer one. */
    private static String quoted(String field) {
        String plain = field.matches("[=+@-].*") ? "'" + field : field;
        return plain.matches("[^\",\r\n]*") ? plain : '"' + plain.replace("\"", "\"\"") + '"';
    }

    private static String words(Cell cell) {
        return switch (cell) {
            case Cell.Name(String text) -> text;
            case Cell.Count(int count) -> Integer.toString(count);
            case Cell.Share(Estimate.Known known) ->
                    format("%.0f %% (%.0f–%.0f, of %d)", known, 100);
            case Cell.Mean(Estimate.Known known) -> format("%.1f (%.1f–%.1f, of %d)", known, 1);
            case Cell.Share(Estimate.TooFew few) -> few(few);
            case Cell.Mean(Estimate.TooFew few) -> few(few);
        };
    }

    private static String format(String format, Estimate.Known known, double scale) {
        return String.format(
                Locale.ROOT,
                format,
                scale * known.value(),
                scale * known.low(),
                scale * known.high(),
                known.of());
    }

    private static String few(Estimate.TooFew few) {
        return few.of() == 0 ? "-" : "too few (" + few.of() + ")";
    }
}
