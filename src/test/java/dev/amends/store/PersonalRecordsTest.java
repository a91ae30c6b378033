package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.call;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import dev.amends.caller.Bar;
import dev.amends.caller.Flag;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.care.CallRef;
import dev.amends.care.Closing;
import dev.amends.care.MatterNote;
import dev.amends.care.Said;
import dev.amends.care.SurveyMark;
import dev.amends.promise.ActionOwner;
import dev.amends.promise.ActionPromise;
import dev.amends.promise.ActionTerms;
import dev.amends.promise.Callback;
import dev.amends.promise.Deed;
import dev.amends.promise.PromiseId;
import dev.amends.speech.Language;
import dev.amends.supervision.OldRecords;
import dev.amends.supervision.PersonalRecords.Erasing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is remembered of one person: told, erased, and gone when it is old. */
class PersonalRecordsTest {

    /** Tables that hold nothing of any caller: sums of all, what reps needed, the store's own. */
    private static final Set<String> OF_NOBODY =
            Set.of(
                    "breather",
                    "day_cost",
                    "line_arrivals",
                    "line_experience",
                    "flyway_schema_history");

    @TempDir Path folder;

    /** Whoever adds a table names it in PersonTable, or here if it holds nothing of anybody. */
    @Test
    void every_table_of_the_store_is_told_and_erased_or_is_of_nobody() throws Exception {
        remembered().close();
        List<String> ofSomebody = Stream.of(PersonTable.values()).map(PersonTable::table).toList();
        assertThat(
                        ask(
                                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"))
                .filteredOn(table -> !OF_NOBODY.contains(table))
                .containsExactlyInAnyOrderElementsOf(ofSomebody);
    }

    @Test
    void everything_that_is_remembered_of_a_person_is_told_and_nothing_of_anybody_else() {
        try (Store store = remembered()) {
            Map<String, List<Map<String, Object>>> his =
                    store.personalRecords().of(number(1)).orElseThrow();
            assertThat(his.keySet())
                    .containsExactlyInAnyOrder(
                            "call",
                            "flag",
                            "signal",
                            "closing",
                            "survey",
                            "ledger_entry",
                            "promise",
                            "action_entry",
                            "action_promise",
                            "matter",
                            "bar",
                            "blocked",
                            "number",
                            "person",
                            "person_link",
                            "person_link_row");
            assertThat(his.get("number")).extracting(row -> row.get("e164")).hasSize(2);
            assertThat(his.get("call"))
                    .extracting(row -> row.get("id"))
                    .containsExactlyInAnyOrder(call(1).value(), call(3).value());
            assertThat(requireNonNull(his.get("call")).getFirst().get("at"))
                    .isInstanceOf(Instant.class);
            assertThat(his.get("promise")).extracting(row -> row.get("state")).contains("promised");
            assertThat(his.toString()).doesNotContain(number(2).e164());
        }
    }

    @Test
    void a_number_that_never_called_has_nothing_to_tell_and_nothing_to_erase() {
        try (Store store = remembered()) {
            assertThat(store.personalRecords().of(number(9))).isEmpty();
            assertThat(store.personalRecords().erase(number(9), NOON))
                    .isInstanceOf(Erasing.Unknown.class);
        }
    }

    @Test
    void who_is_erased_leaves_no_trace_but_that_promises_were_made_and_how_they_ended()
            throws Exception {
        try (Store store = remembered()) {
            Erasing.Done done =
                    (Erasing.Done) store.personalRecords().erase(number(1), noonPlus(5000));
            assertThat(done.numbers()).isEqualTo(2);
            assertThat(done.withdrawn()).isEqualTo(2);
            assertThat(done.deleted()).containsEntry("call", 2).containsEntry("flag", 1);
            assertThat(done.deleted()).as("the bar that was lifted").containsEntry("bar", 1);
            assertThat(done.kept()).containsOnly(Map.entry("bar", 2), Map.entry("blocked", 1));
            assertThat(store.personalRecords().of(number(1)).orElseThrow())
                    .as("all that is left of him")
                    .containsOnlyKeys("bar", "blocked");
            assertThat(store.personalRecords().of(number(3)).orElseThrow()).containsOnlyKeys("bar");
            assertThat(store.ledger().list(true, 9)).anyMatch(Callback.Withdrawn.class::isInstance);
            assertThat(store.actions().list(true, 9))
                    .singleElement()
                    .isInstanceOf(ActionPromise.Withdrawn.class);
            assertThat(store.personalRecords().of(number(2))).isPresent();
            assertThat(store.callerBook().blocked(number(1))).isTrue();
            assertThat(store.callerBook().unblock(number(1))).isTrue();
            for (int each : new int[] {1, 3}) {
                assertThat(store.bars().lift(number(each), noonPlus(5001))).isTrue();
                assertThat(store.personalRecords().erase(number(each), noonPlus(5002)))
                        .isEqualTo(new Erasing.Done(0, 0, Map.of("bar", 1), Map.of(), Map.of()));
                assertThat(store.personalRecords().of(number(each))).isEmpty();
            }
        }
        assertThat(ask("PRAGMA foreign_key_check")).isEmpty();
        assertThat(files())
                .doesNotContain(number(1).e164(), number(3).e164(), "order 17", "rude", "shouted");
        assertThat(files()).contains(number(2).e164());
    }

    @Test
    void who_is_being_called_is_not_erased_meanwhile() {
        try (Store store = remembered()) {
            Callback.Promised promised =
                    (Callback.Promised) store.ledger().list(false, 1).getFirst();
            store.ledger().intend(promised, Samples.intent(1, promised.id(), noonPlus(60)));
            assertThat(store.ledger().claim(Samples.attemptId(1), noonPlus(61))).isPresent();
            assertThat(store.personalRecords().erase(promised.number(), noonPlus(62)))
                    .isInstanceOf(Erasing.Refused.class);
            assertThat(store.personalRecords().of(promised.number())).isPresent();
        }
    }

    @Test
    void what_is_too_old_goes_a_little_at_a_time_and_the_number_with_the_last_of_it()
            throws Exception {
        try (Store store = remembered()) {
            OldRecords old = store.oldRecords();
            assertThat(old.deleteSome(OldRecords.Kind.CALLS, NOON)).isZero();
            assertThat(old.deleteSome(OldRecords.Kind.CALLS, noonPlus(10_000))).isEqualTo(6);
            assertThat(store.personalRecords().of(number(2)))
                    .as("a call and nothing else")
                    .isEmpty();
            assertThat(store.personalRecords().of(number(1)))
                    .as("still promised a call")
                    .isPresent();
            assertThat(old.deleteSome(OldRecords.Kind.CALLS, noonPlus(10_000))).isZero();
            assertThat(old.deleteSome(OldRecords.Kind.PROMISES, noonPlus(10_000)))
                    .as("open ones are never too old")
                    .isZero();
            end(store);
            assertThat(old.deleteSome(OldRecords.Kind.PROMISES, noonPlus(10_000))).isZero();
            assertThat(old.deleteSome(OldRecords.Kind.PROMISES, noonPlus(20_000))).isEqualTo(2);
            assertThat(store.personalRecords().of(number(1)))
                    .as("flagged until tomorrow")
                    .isPresent();
            assertThat(old.deleteSome(OldRecords.Kind.CALLS, noonPlus(200_000)))
                    .as("the flag, the bars, and the matter with which nothing goes any more")
                    .isEqualTo(4);
            assertThat(store.personalRecords().of(number(1)).orElseThrow())
                    .containsOnlyKeys("blocked");
            assertThat(store.personalRecords().of(number(3))).isEmpty();
        }
        assertThat(ask("PRAGMA foreign_key_check")).isEmpty();
        assertThat(ask("SELECT e164 FROM number")).isEmpty();
        assertThat(ask("SELECT id FROM matter")).isEmpty();
        assertThat(ask("SELECT id FROM person")).isEmpty();
    }

    @Test
    void a_matter_is_kept_from_its_last_word_on_and_keeps_the_number_of_its_caller() {
        try (Store store = Store.open(folder.resolve("amends.db"))) {
            MatterNote asked = new MatterNote.Reason(new Said("billing"));
            store.matters().note(number(1), SUPPORT, asked, NOON);
            store.matters().note(number(1), SUPPORT, asked, noonPlus(500));
            OldRecords old = store.oldRecords();
            assertThat(old.deleteSome(OldRecords.Kind.CALLS, noonPlus(500))).isZero();
            assertThat(store.personalRecords().of(number(1))).isPresent();
            assertThat(old.deleteSome(OldRecords.Kind.CALLS, noonPlus(501))).isOne();
            assertThat(store.personalRecords().of(number(1))).isEmpty();
        }
    }

    @Test
    void of_who_is_erased_and_was_promised_nothing_nobody_is_left() throws Exception {
        try (Store store = Store.open(folder.resolve("amends.db"))) {
            store.callerBook().arrived(Samples.arrival(1, 1, NOON));
        }
        try (Store store = Store.open(folder.resolve("amends.db"))) {
            assertThat(store.personalRecords().erase(number(1), noonPlus(1)))
                    .isInstanceOf(Erasing.Done.class);
        }
        assertThat(ask("SELECT id FROM person")).isEmpty();
        assertThat(ask("SELECT e164 FROM number")).isEmpty();
    }

    private static void end(Store store) {
        Callback.Promised call = (Callback.Promised) store.ledger().list(false, 1).getFirst();
        store.ledger().move(call, call.withdrawn(noonPlus(15_000)), "over", noonPlus(15_000));
        ActionPromise.Open action = (ActionPromise.Open) store.actions().list(false, 1).getFirst();
        store.actions().move(action, action.done(noonPlus(15_000)), "done", noonPlus(15_000));
    }

    /** Caller 1 has a bit of everything, 3 is his other number, caller 2 has called once. */
    private Store remembered() {
        Store store = Store.open(folder.resolve("amends.db"));
        for (int n = 1; n <= 3; n++) {
            store.callerBook().arrived(Samples.arrival(n, n, noonPlus(n)));
        }
        store.signals()
                .record(Signal.of(number(1), SignalKind.LOW_MARK, "support", noonPlus(61), "rude"));
        store.close();
        store = Store.open(folder.resolve("amends.db"));
        store.callerBook().link(number(1), number(3), noonPlus(20));
        store.callerBook().flag(number(1), new Flag("rude", noonPlus(30), noonPlus(30 + 86_400)));
        store.callerBook().block(number(1), "asked us", noonPlus(31));
        store.bars().put(new Bar(number(3), "shouted", noonPlus(32), noonPlus(190_000)));
        store.bars().put(new Bar(number(1), "threatened", noonPlus(33), noonPlus(100_000)));
        Samples.promised(store.ledger(), 1);
        store.actions()
                .promise(
                        new ActionPromise.Open(
                                new ActionTerms(
                                        new PromiseId("7".repeat(32)),
                                        new Deed("refund", "refund of order 17"),
                                        new ActionOwner("PJSIP/rep1"),
                                        number(3),
                                        SUPPORT,
                                        noonPlus(9000),
                                        noonPlus(50),
                                        Language.ENGLISH),
                                1,
                                0,
                                noonPlus(9000)),
                        "promised for order 17");
        CallRef ref = new CallRef(call(1), SUPPORT, Optional.of(number(1)));
        store.afterCalls()
                .closed(
                        new Closing(
                                ref,
                                "PJSIP/rep1",
                                Closing.Came.SOLVED,
                                Optional.of(Closing.Mistake.OURS),
                                Optional.empty(),
                                Optional.empty(),
                                noonPlus(60)));
        store.afterCalls().marked(ref, new SurveyMark(2), noonPlus(61));
        store.afterCalls().said(ref, false, noonPlus(62));
        return store;
    }

    private List<String> ask(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection =
                        DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("amends.db"));
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    /** All that is on the disk, whatever the database says of it. */
    private String files() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
