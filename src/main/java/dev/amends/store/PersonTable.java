package dev.amends.store;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The tables that hold something of a person, those that refer to others first. Both what is told
 * of him and what is erased goes by this list; a test holds it to the schema, so that no new table
 * is forgotten.
 */
enum PersonTable {
    LINK_ROW(
            "person_link_row",
            "link_id IN (SELECT id FROM person_link WHERE person_from = :person"
                    + " OR person_to = :person)",
            Fate.DELETED),
    LINK("person_link", "(person_from = :person OR person_to = :person)", Fate.DELETED),
    CALL("call", Of.HIM, Fate.DELETED),
    FLAG("flag", Of.HIM, Fate.DELETED),
    SIGNAL("signal", Of.HIM, Fate.DELETED),
    CLOSING("closing", Of.HIM, Fate.DELETED),
    SURVEY("survey", Of.HIM, Fate.DELETED),
    TASK("task", Of.HIM, Fate.DELETED),
    ENTRY("ledger_entry", Of.HIS_CALLBACKS, Fate.ANONYMOUS, "reason = 'erased'"),
    SLIP("slip", Of.HIS_CALLBACKS, Fate.ANONYMOUS),
    SURVEY_LEFT_OUT("survey_left_out", Of.HIS_CALLBACKS, Fate.ANONYMOUS),
    ATTEMPT("attempt", Of.HIS_CALLBACKS, Fate.ANONYMOUS),
    COST(
            "call_cost",
            "attempt_id IN (SELECT a.id FROM attempt a JOIN promise p ON p.id = a.promise_id"
                    + " WHERE p.person_id = :person)",
            Fate.ANONYMOUS),
    PROMISE("promise", Of.HIM, Fate.ANONYMOUS, "asked_by = NULL, asked_in = 'erased-' || id"),
    ACTION_ENTRY("action_entry", Of.HIS_ACTIONS, Fate.ANONYMOUS, "reason = 'erased'"),
    ACTION(
            "action_promise",
            Of.HIM,
            Fate.ANONYMOUS,
            "deed = code, why = CASE WHEN why IS NULL THEN NULL ELSE 'erased' END,"
                    + " note = CASE WHEN note IS NULL THEN NULL ELSE 'erased' END"),
    MATTER(
            "matter",
            Of.HIM,
            Fate.ANONYMOUS,
            "known_by = NULL, known_at = NULL,"
                    + " closed_why = CASE WHEN closed_why IS NULL THEN NULL ELSE 'erased' END"),
    STORY(
            "story",
            "(matter_id IN (SELECT id FROM matter WHERE person_id = :person)"
                    + " OR id IN (SELECT id FROM consent WHERE number IN ("
                    + Of.HIS_NUMBERS
                    + ")))",
            Fate.DELETED),
    /** That somebody agreed to be recorded stays as proof; what was recorded is to be erased. */
    CONSENT(
            "consent",
            "number IN (" + Of.HIS_NUMBERS + ")",
            Fate.ANONYMOUS,
            "call_id = 'erased-' || id, to_erase = CASE WHEN answer = 'yes' THEN 1 ELSE 0 END"),
    /** Only those that stand ({@link SqlBars#outlast}). */
    BAR("bar", "(" + Of.HIM + " OR number IN (" + Of.HIS_NUMBERS + "))", Fate.KEPT),
    BLOCKED("blocked", "number IN (" + Of.HIS_NUMBERS + ")", Fate.KEPT),
    /** What his promises were made to becomes a number that nobody has. */
    NUMBER(
            "number",
            Of.HIM,
            Fate.ANONYMOUS,
            "e164 = '+999' || substr('00000000000' || abs(random() % 100000000000), -11)"),
    PERSON("person", "id = :person", Fate.ANONYMOUS);

    /** What becomes of its records when he is erased. */
    enum Fate {
        DELETED,
        /** They stay, and lead to nobody any more. */
        ANONYMOUS,
        /** They stay as they are, by number: they protect him, or others from him. */
        KEPT
    }

    /** Whose rows they are. */
    private static final class Of {
        static final String HIM = "person_id = :person";
        static final String HIS_NUMBERS = "SELECT e164 FROM number WHERE person_id = :person";
        static final String HIS_CALLBACKS =
                "promise_id IN (SELECT id FROM promise WHERE person_id = :person)";
        static final String HIS_ACTIONS =
                "promise_id IN (SELECT id FROM action_promise WHERE person_id = :person)";
    }

    private final String table;
    private final String his;
    private final Fate fate;
    private final String change;

    PersonTable(String table, String his, Fate fate) {
        this(table, his, fate, "");
    }

    PersonTable(String table, String his, Fate fate, String change) {
        this.table = table;
        this.his = his;
        this.fate = fate;
        this.change = change;
    }

    /** The tables whose rows, while there are any, are why his number is still known. */
    static List<String> recordsOfHim() {
        return Arrays.stream(values())
                .filter(each -> each.fate == Fate.DELETED && each.his.equals(Of.HIM))
                .filter(each -> each != TASK)
                .map(PersonTable::table)
                .toList();
    }

    /** The tables that keep a number although its person is erased. */
    static List<PersonTable> keptByNumber() {
        return Arrays.stream(values()).filter(each -> each.fate == Fate.KEPT).toList();
    }

    String table() {
        return table;
    }

    Fate fate() {
        return fate;
    }

    /** Which rows are his; {@code :person} is he. */
    String his() {
        return his;
    }

    /** Reads what it keeps of {@code :number}. */
    String selectByNumber() {
        return "SELECT * FROM " + table + " WHERE number = :number";
    }

    /** Reads his rows; {@code :person} is he. */
    String select() {
        return "SELECT * FROM " + table + " WHERE " + his;
    }

    /** Counts them. */
    String count() {
        return "SELECT count(*) FROM " + table + " WHERE " + his;
    }

    /** What erases him from it, if anything has to be done. */
    Optional<String> erase() {
        if (fate == Fate.DELETED) {
            return Optional.of("DELETE FROM " + table + " WHERE " + his);
        }
        return change.isEmpty()
                ? Optional.empty()
                : Optional.of("UPDATE " + table + " SET " + change + " WHERE " + his);
    }
}
