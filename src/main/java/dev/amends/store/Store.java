package dev.amends.store;

import dev.amends.caller.Bars;
import dev.amends.caller.CallerBook;
import dev.amends.caller.Signals;
import dev.amends.care.AfterCalls;
import dev.amends.care.Consents;
import dev.amends.care.Matters;
import dev.amends.care.Stories;
import dev.amends.line.ArrivalCounts;
import dev.amends.line.ArrivalsOnRecord;
import dev.amends.line.ExperienceOnRecord;
import dev.amends.promise.Actions;
import dev.amends.promise.Ledger;
import dev.amends.promise.Surveys;
import dev.amends.promise.Tasks;
import dev.amends.staff.Breathers;
import dev.amends.supervision.Check;
import dev.amends.supervision.Learning;
import dev.amends.supervision.OldRecords;
import dev.amends.supervision.PersonalRecords;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.time.Duration;

/**
 * The open store. Several processes may have the same file open: each has one connection that
 * writes and some that read. Its parts throw {@link StoreFailure}.
 */
public final class Store implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Store.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Connections connections;
    private final SqlLedger ledger;
    private final SqlActions actions;
    private final SqlTasks tasks;
    private final SqlAfterCalls afterCalls;
    private final SqlSurveys surveys;
    private final SqlPersonalRecords personalRecords;
    private final SqlOldRecords oldRecords;
    private final SqlLearning learning;
    private final SqlConsents consents;
    private final SqlStories stories;
    private final SqlCallerBook book;
    private final SqlBars bars;
    private final SqlBreathers breathers;
    private final SqlMatters matters;
    private final SqlArrivals arrivals;
    private final SqlArrivalCounts arrivalCounts;
    private final SqlExperience experience;
    private final StoreCheck check;

    private Store(StoreFile file, String schema) {
        connections = new Connections(file.forWriting(), file.forReading());
        ledger = new SqlLedger(connections);
        actions = new SqlActions(connections);
        tasks = new SqlTasks(connections);
        afterCalls = new SqlAfterCalls(connections);
        surveys = new SqlSurveys(connections);
        personalRecords = new SqlPersonalRecords(connections);
        oldRecords = new SqlOldRecords(connections);
        learning = new SqlLearning(connections);
        consents = new SqlConsents(connections);
        stories = new SqlStories(connections);
        book = new SqlCallerBook(connections);
        bars = new SqlBars(connections);
        breathers = new SqlBreathers(connections);
        matters = new SqlMatters(connections);
        arrivals = new SqlArrivals(connections);
        arrivalCounts = new SqlArrivalCounts(connections);
        experience = new SqlExperience(connections);
        check = new StoreCheck(file.path(), schema, connections);
    }

    /**
     * Opens the store, makes it where there is none, and brings it to this program's version.
     *
     * @throws StoreUnusable when the file is not ours, is newer, damaged or can't be written;
     *     nothing in it was changed
     */
    public static Store open(Path file) {
        return open(file, PATIENCE);
    }

    /**
     * Opens the store that is there.
     *
     * @throws NoStoreYet when there is none
     * @throws StoreUnusable as {@link #open(Path)} does
     */
    public static Store openExisting(Path file) {
        StoreFile.refuseMissing(file);
        return open(file);
    }

    static Store open(Path file, Duration patience) {
        StoreFile ours = StoreFile.claim(file, patience);
        String schema = new Schema(ours).upToDate();
        Store store = new Store(ours, schema);
        store.book.start();
        store.bars.start();
        store.experience.start();
        log.info("store {} is open, schema {}", ours.path(), schema);
        return store;
    }

    /** Every promised call and its attempts. */
    public Ledger ledger() {
        return ledger;
    }

    /** Every promised action. */
    public Actions actions() {
        return actions;
    }

    /** What people have to do. */
    public Tasks tasks() {
        return tasks;
    }

    /** Calls that ask whoever was called back how that was. */
    public Surveys surveys() {
        return surveys;
    }

    /** What is remembered of calls that are over. */
    public AfterCalls afterCalls() {
        return afterCalls;
    }

    /** Everything that is remembered of one person. */
    public PersonalRecords personalRecords() {
        return personalRecords;
    }

    /** What reports are made of. */
    public Learning learning() {
        return learning;
    }

    /** What may be too old to be kept. */
    public OldRecords oldRecords() {
        return oldRecords;
    }

    /** Who may be recorded. */
    public Consents consents() {
        return consents;
    }

    /** What callers told of what happened. */
    public Stories stories() {
        return stories;
    }

    /** What is remembered of callers. */
    public CallerBook callerBook() {
        return book;
    }

    /** Who may not call for a while. */
    public Bars bars() {
        return bars;
    }

    /** Reps' pauses after hard calls. */
    public Breathers breathers() {
        return breathers;
    }

    /** What was seen of callers. */
    public Signals signals() {
        return book;
    }

    /** What callers call about. */
    public Matters matters() {
        return matters;
    }

    /** The one order, as it was written down. */
    public ArrivalsOnRecord arrivalsOnRecord() {
        return arrivals;
    }

    /** How many callers came when. */
    public ArrivalCounts arrivalCounts() {
        return arrivalCounts;
    }

    /** What the lines have gone through, as it was written down. */
    public ExperienceOnRecord experienceOnRecord() {
        return experience;
    }

    /** What the doctor looks at here. */
    public Check check() {
        return check;
    }

    /** Writes what is still to be written and closes the file. */
    @Override
    public void close() {
        book.close();
        bars.close();
        experience.close();
        connections.close();
    }
}
