package dev.amends.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.supervision.Report.Cell;
import dev.amends.supervision.ReportDesk.About;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** The reports over a small past, counted by hand. */
class ReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T13:10:00Z");

    @Test
    void a_treatment_is_followed_by_what_its_callers_did_and_said() {
        Report report = report(About.TREATMENTS, NOW);
        assertThat(names(report))
                .containsExactly(
                        "called back",
                        "promised something to be done",
                        "seniors first",
                        "taken over by a supervisor",
                        "told a limit");
        assertThat(row(report, "seniors first"))
                .containsExactly(
                        new Cell.Count(12),
                        new Cell.Share(Estimate.share(3, 11)),
                        new Cell.Mean(new Estimate.TooFew(1)),
                        new Cell.Share(new Estimate.TooFew(1)),
                        new Cell.Share(new Estimate.TooFew(2)));
        assertThat(report.notes()).anyMatch(note -> note.startsWith("Groups differ"));
        assertThat(report.notes()).anyMatch(note -> note.contains("number withheld"));
    }

    @Test
    void
            whoever_withholds_his_number_counts_neither_as_one_who_rings_again_nor_as_one_who_does_not() {
        assertThat(row(report(About.WAITS, NOW), "09:00"))
                .startsWith(new Cell.Count(12))
                .endsWith(new Cell.Share(Estimate.share(6, 11)));
    }

    @Test
    void calls_of_the_last_week_say_nothing_yet_of_whether_their_callers_ring_again() {
        Report early = report(About.TREATMENTS, Instant.parse("2026-11-12T00:00:00Z"));
        assertThat(row(early, "seniors first"))
                .contains(new Cell.Count(12), new Cell.Share(new Estimate.TooFew(0)));
    }

    @Test
    void causes_are_what_callers_of_each_reason_met() {
        Report report = report(About.CAUSES, NOW);
        assertThat(names(report)).containsExactly("billing", "not known");
        assertThat(row(report, "billing"))
                .containsExactly(
                        new Cell.Count(10),
                        new Cell.Share(Estimate.share(6, 10)),
                        new Cell.Share(Estimate.share(3, 10)),
                        new Cell.Mean(Aftermath.mean(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))),
                        new Cell.Share(Estimate.share(0, 10)),
                        new Cell.Count(1),
                        new Cell.Share(new Estimate.TooFew(1)));
    }

    @Test
    void promises_are_counted_by_line_and_kind() {
        Report report = report(About.PROMISES, NOW);
        assertThat(names(report)).containsExactly("support call", "support refund");
        assertThat(row(report, "support refund")).startsWith(counts(1, 0, 0, 1, 0, 0));
        assertThat(row(report, "support call")).startsWith(counts(1, 0, 1, 0, 0, 0));
    }

    @Test
    void reps_stand_by_the_alphabet_with_what_they_carried() {
        Report report = report(About.REPS, NOW);
        assertThat(names(report)).containsExactly("PJSIP/rep1", "PJSIP/rep2", "PJSIP/sup1");
        assertThat(row(report, "PJSIP/rep1")).startsWith(counts(0, 1, 0, 0, 0, 0, 2));
        assertThat(row(report, "PJSIP/rep2"))
                .as("two limits in one call are one hard call")
                .startsWith(counts(1, 0, 1, 0, 0, 0, 0));
        assertThat(row(report, "PJSIP/sup1")).startsWith(counts(0, 0, 0, 0, 1, 0, 0));
        assertThat(report.notes()).anyMatch(note -> note.contains("no ranking"));
    }

    @Test
    void waits_are_those_of_an_hour_of_the_day() {
        Report report = report(About.WAITS, NOW);
        assertThat(names(report)).containsExactly("09:00");
        assertThat(row(report, "09:00"))
                .contains(
                        new Cell.Count(12),
                        new Cell.Share(Estimate.share(1, 12)),
                        new Cell.Mean(new Estimate.TooFew(1)));
    }

    private static Cell[] counts(int... counts) {
        return java.util.Arrays.stream(counts).mapToObj(Cell.Count::new).toArray(Cell[]::new);
    }

    private static List<String> names(Report report) {
        return report.rows().stream().map(row -> ((Cell.Name) row.getFirst()).text()).toList();
    }

    private static List<Cell> row(Report report, String name) {
        return report.rows().stream()
                .filter(row -> row.getFirst().equals(new Cell.Name(name)))
                .findFirst()
                .map(row -> row.subList(1, row.size()))
                .orElseThrow();
    }

    private static Report report(About about, Instant now) {
        ReportDesk desk = new ReportDesk(new Remembered(), List.of(), ZoneOffset.UTC, () -> now);
        ReportDesk.Wanted wanted =
                new ReportDesk.Wanted(
                        about,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return ((ReportDesk.Answer.Told) desk.report(wanted)).report();
    }
}
