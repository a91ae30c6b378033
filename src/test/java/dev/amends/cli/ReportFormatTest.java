package dev.amends.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.supervision.Report;
import dev.amends.supervision.Report.Column;

import org.junit.jupiter.api.Test;

import java.util.List;

/** How a report is written. */
class ReportFormatTest {

    @Test
    void a_report_without_rows_has_its_header_all_the_same() {
        Report empty =
                new Report(
                        "waits",
                        List.of(new Column("hour", false), new Column("hung up", true)),
                        List.of(),
                        List.of());

        assertThat(ReportFormat.CSV.lines(empty))
                .containsExactly("hour,hung_up,hung_up_low,hung_up_high,hung_up_of");
    }
}
