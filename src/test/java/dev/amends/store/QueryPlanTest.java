package dev.amends.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a decision costs does not grow with the past: every statement of a decision goes by an
 * index, sorts nothing, and reads no table from end to end.
 */
class QueryPlanTest {

    private static final Map<String, String> STATEMENTS =
            Map.ofEntries(
                    Map.entry("number", People.BY_NUMBER),
                    Map.entry("matter", People.MATTER),
                    Map.entry("openMatter", SqlMatters.OPEN),
                    Map.entry("matterOfPromise", SqlMatters.OF_PROMISE),
                    Map.entry("history", SqlCallerBook.HISTORY),
                    Map.entry("signals", SignalRows.RECENT),
                    Map.entry("callerOfSignal", SignalRows.CALLER),
                    Map.entry("closedBefore", ClosingRows.BEFORE),
                    Map.entry("signalTakenBack", ClosingRows.UNSAY),
                    Map.entry("toBeAsked", SqlSurveys.KEPT),
                    Map.entry("open", PromiseRows.OPEN_OF_PERSON),
                    Map.entry("openFor", PromiseRows.OPEN_FOR),
                    Map.entry("counts", PromiseCounts.COUNTS),
                    Map.entry("anywhere", PromiseCounts.OPEN_ANYWHERE),
                    Map.entry("askedAnywhere", PromiseCounts.OPEN_ASKED_BY),
                    Map.entry("present", PresentRows.ALL),
                    Map.entry("presentIn", PresentRows.BY_CALL),
                    Map.entry("blocked", BlockRows.BLOCKED),
                    Map.entry("unspoken", SqlLedger.UNSPOKEN),
                    Map.entry("launchable", AttemptRows.LAUNCHABLE),
                    Map.entry("claim", AttemptRows.CLAIM),
                    Map.entry("attempt", AttemptRows.ON_RECORD + "a.id = :id"),
                    Map.entry(
                            "live",
                            AttemptRows.ON_RECORD + AttemptRows.LIVE + " ORDER BY a.created_at"),
                    Map.entry("booked", PromiseCounts.BOOKED),
                    Map.entry("arrivalCounts", SqlArrivalCounts.SINCE),
                    Map.entry("firstArrival", SqlArrivalCounts.FIRST),
                    Map.entry("spent", CostRows.SPENT),
                    Map.entry("unmeasured", CostRows.UNMEASURED),
                    Map.entry("promised", CostRows.PROMISED),
                    Map.entry("longDue", PromiseRows.LONG_DUE),
                    Map.entry("inLine", SlipRows.IN_LINE),
                    Map.entry("tasks", TaskRows.OPEN),
                    Map.entry("tasksDone", TaskRows.DONE),
                    Map.entry("task", TaskRows.OF_PROMISE),
                    Map.entry("tasksOfPerson", TaskRows.OPEN_OF_PERSON),
                    Map.entry("howManyTasks", TaskRows.HOW_MANY),
                    Map.entry("listed", SqlLedger.LIST_OPEN),
                    Map.entry("ended", SqlLedger.LIST_ENDED),
                    Map.entry("prefix", SqlLedger.BY_PREFIX),
                    Map.entry("actionsDue", SqlActions.OPEN),
                    Map.entry("actionsAsked", SqlActions.BEING_ASKED),
                    Map.entry("actionByAttempt", SqlActions.BY_ATTEMPT),
                    Map.entry("actionsListed", SqlActions.LIST_OPEN),
                    Map.entry("actionsEnded", SqlActions.LIST_ENDED),
                    Map.entry("actionPrefix", SqlActions.BY_PREFIX),
                    Map.entry("actionTasks", ActionTaskRows.OPEN),
                    Map.entry("actionTasksDone", ActionTaskRows.DONE),
                    Map.entry("howManyActionTasks", ActionTaskRows.HOW_MANY),
                    Map.entry("taskPrefix", TaskRows.BY_PREFIX),
                    Map.entry("oldCalls", SqlOldRecords.OF_CALLS.getFirst().find()),
                    Map.entry("oldCallbacks", SqlOldRecords.ENDED_CALLBACKS),
                    Map.entry("oldActions", SqlOldRecords.ENDED_ACTIONS),
                    Map.entry("oldMatters", SqlOldRecords.OF_CALLS.getLast().find()),
                    Map.entry("forgotten", Forgotten.NUMBERS),
                    Map.entry("reportedCalls", SqlLearning.CALLS),
                    Map.entry("reportedSignals", SqlLearning.SEEN),
                    Map.entry("reportedStories", SqlLearning.TOLD),
                    Map.entry("reportedFlags", SqlLearning.FLAGGED),
                    Map.entry("reportedClosings", SqlLearning.CLOSED),
                    Map.entry("reportedSurveys", SqlLearning.SURVEYED),
                    Map.entry("reportedCallbacks", SqlLearning.CALLBACKS),
                    Map.entry("reportedActions", SqlLearning.ACTIONS),
                    Map.entry("arrivals", SqlArrivals.CALLS),
                    Map.entry("placed", SqlArrivals.ATTEMPTS));

    /** Rows of an inner query which has gone by an index itself. */
    private static final Set<String> SUBQUERIES = Set.of("SCAN c", "SCAN h", "SCAN CONSTANT ROW");

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "history, USING COVERING INDEX call_of_person",
        "history, USING INDEX flag_current",
        "signals, USING INDEX signal_of_person",
        "callerOfSignal, USING INDEX sqlite_autoindex_call_1",
        "callerOfSignal, USING INDEX sqlite_autoindex_attempt_1",
        "open, USING INDEX promise_open_of_person",
        "openFor, USING INDEX promise_open_of_person",
        "openFor, USING INDEX promise_open_asked_by",
        "anywhere, USING INDEX promise_open_of_person",
        "askedAnywhere, USING INDEX promise_open_asked_by",
        "counts, INDEX promise_open_of_person",
        "counts, INDEX promise_open_asked_by",
        "counts, INDEX promise_request",
        "counts, USING COVERING INDEX promise_to_number",
        "counts, USING COVERING INDEX promise_to_block",
        "counts, USING COVERING INDEX promise_lately",
        "matter, USING INDEX matter_open",
        "openMatter, USING INDEX matter_open",
        "matterOfPromise, sqlite_autoindex_promise_1",
        "presentIn, USING INDEX promise_present",
        "blocked, INDEX sqlite_autoindex_blocked_1",
        "unspoken, USING INDEX promise_unspoken",
        "launchable, USING INDEX promise_in_order",
        "launchable, USING INDEX attempt_live_of_promise",
        "launchable, USING INDEX attempt_of_promise",
        "claim, USING INDEX sqlite_autoindex_attempt_1",
        "live, USING INDEX attempt_live",
        "spent, USING INDEX call_cost_unmeasured",
        "spent, USING COVERING INDEX call_cost_at",
        "unmeasured, USING INDEX call_cost_unmeasured",
        "promised, promise_open",
        "longDue, USING INDEX promise_open",
        "booked, USING INDEX promise_booked",
        "arrivalCounts, USING INDEX sqlite_autoindex_line_arrivals_1",
        "firstArrival, sqlite_autoindex_line_arrivals_1",
        "inLine, USING INDEX promise_in_order",
        "inLine, USING INDEX attempt_live_of_promise",
        "tasks, USING INDEX task_open",
        "tasksDone, USING INDEX task_done",
        "tasksOfPerson, USING INDEX task_open_of_person",
        "howManyTasks, task_open",
        "listed, USING INDEX promise_open",
        "ended, USING INDEX promise_ended",
        "actionsDue, USING INDEX action_open",
        "actionsAsked, USING INDEX action_attempt",
        "actionByAttempt, USING INDEX action_attempt",
        "actionsListed, USING INDEX action_not_ended",
        "actionsEnded, USING INDEX action_ended",
        "actionTasks, USING INDEX action_task_open",
        "actionTasksDone, USING INDEX action_task_done",
        "howManyActionTasks, action_task_open",
        "arrivals, USING INDEX sqlite_autoindex_call_1"
    })
    void a_decision_uses_its_index(String statement, String index) throws Exception {
        assertThat(String.join("\n", plan(statement))).contains(index);
    }

    @Test
    void no_statement_reads_a_whole_table_or_sorts() throws Exception {
        for (String statement : STATEMENTS.keySet()) {
            assertThat(plan(statement))
                    .as(statement)
                    .isNotEmpty()
                    .noneMatch(step -> step.contains("TEMP B-TREE"))
                    .noneMatch(step ->
                            step.startsWith("SCAN")
                                    && !step.contains("INDEX")
                                    && !SUBQUERIES.contains(step));
        }
    }

    private List<String> plan(String statement) throws SQLException {
        Path file = folder.resolve("amends.db");
        Store.open(file).close();
        String sql = STATEMENTS.getOrDefault(statement, "").replace("<ids>", ":one, :two");
        List<String> steps = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement explain = connection.createStatement();
                ResultSet rows = explain.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            while (rows.next()) {
                steps.add(rows.getString("detail"));
            }
        }
        return steps;
    }
}
