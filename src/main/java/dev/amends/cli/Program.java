package dev.amends.cli;

import dev.amends.rehearsal.Assumptions;
import dev.amends.rehearsal.Rehearsal;
import dev.amends.supervision.ActionDesk;
import dev.amends.supervision.BarDesk;
import dev.amends.supervision.BreatherDesk;
import dev.amends.supervision.CallerDesk;
import dev.amends.supervision.ConfFile;
import dev.amends.supervision.Doctor;
import dev.amends.supervision.FairnessDesk;
import dev.amends.supervision.PrivacyDesk;
import dev.amends.supervision.PromiseDesk;
import dev.amends.supervision.RecordingDesk;
import dev.amends.supervision.ReportDesk;
import dev.amends.supervision.Supervision;
import dev.amends.supervision.TaskDesk;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Amends as the commands need it, for one settings file. Nothing but the settings is read before a
 * command asks for more; whatever can't be opened is an unchecked exception whose message a person
 * can act on.
 */
public interface Program extends AutoCloseable {

    /** Everything wrong with the settings; empty when they can be used. */
    List<String> problems();

    /** What should be mended in the settings, though they can be used. */
    List<String> warnings();

    /** Every setting as it is in force, without secrets; empty when there are problems. */
    List<String> settings();

    /**
     * Runs until told to stop.
     *
     * @param ready gets a few words once callers are answered
     * @return the exit code
     */
    int run(Consumer<String> ready);

    /** Where no Amends answers, so that nobody is called; empty while one does. */
    Optional<String> idle();

    /** Orders and views, on the same store as a running Amends. */
    Supervision supervision();

    /** How upset callers are, on the same store. */
    CallerDesk callers();

    /** What people have to do, on the same store. */
    TaskDesk tasks();

    /** From whom no calls are taken, on the same store. */
    BarDesk bars();

    /** Reps' pauses after hard calls, on the same store. */
    BreatherDesk breathers();

    /** Whether anybody was passed, on the same store. */
    FairnessDesk fairness();

    /** What can be learned, on the same store. */
    ReportDesk reports();

    /** What is remembered of one person, on the same store. */
    PrivacyDesk privacy();

    /** Orders to call somebody, on the same store. */
    PromiseDesk orders();

    /** Orders about promised actions, on the same store. */
    ActionDesk actions();

    /** What was recorded, and who agreed to it. */
    RecordingDesk recordings();

    /** Amends' files for the telephone system, as these settings want them. */
    List<ConfFile> confFiles(boolean freePbx);

    /** All that can be looked at. */
    Doctor doctor();

    /**
     * These settings in a virtual call centre; throws {@link IllegalArgumentException} when there
     * is no such line or way.
     *
     * @param line its name; empty for the first one
     * @param way how promised calls are launched, such as {@code rep-first}
     */
    Rehearsal rehearsal(String line, String way, Assumptions assumed);

    /** Lets go of whatever was opened. */
    @Override
    void close();
}
