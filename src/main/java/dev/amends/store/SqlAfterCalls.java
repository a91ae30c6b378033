package dev.amends.store;

import dev.amends.care.AfterCalls;
import dev.amends.care.CallRef;
import dev.amends.care.Closing;
import dev.amends.care.SurveyMark;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;

/** What is remembered of calls once they are over, in SQL. */
final class SqlAfterCalls implements AfterCalls {

    private static final Logger log = LoggerFactory.getLogger(SqlAfterCalls.class);

    private static final String MARK =
            "INSERT INTO survey (call_id, person_id, line, at, mark)"
                    + " VALUES (:call, :person, :line, :at, :mark)"
                    + " ON CONFLICT (call_id) DO UPDATE SET mark = :mark";
    private static final String SOLVED =
            "INSERT INTO survey (call_id, person_id, line, at, solved)"
                    + " VALUES (:call, :person, :line, :at, :solved)"
                    + " ON CONFLICT (call_id) DO UPDATE SET solved = :solved";

    private final Connections connections;

    SqlAfterCalls(Connections connections) {
        this.connections = connections;
    }

    @Override
    public void closed(Closing closing) {
        connections
                .write(handle -> ClosingRows.close(handle, closing))
                .forEach(entry -> log.info("{}", entry));
        log.info(
                "call {} is closed by {}: {}",
                closing.call().id().value(),
                closing.rep(),
                closing.came().word());
    }

    @Override
    public void marked(CallRef call, SurveyMark mark, Instant at) {
        connections.write(
                handle -> about(handle, MARK, call, at).bind("mark", mark.value()).execute());
        log.info("call {}: its caller gives it {} of 5", call.id().value(), mark.value());
    }

    @Override
    public void said(CallRef call, boolean solved, Instant at) {
        connections.write(
                handle -> about(handle, SOLVED, call, at).bind("solved", solved ? 1 : 0).execute());
        log.info(
                "call {}: its caller says that it is {}",
                call.id().value(),
                solved ? "solved" : "not solved");
    }

    /** A statement about a call, its line, its caller and the time. */
    static Update about(Handle handle, String statement, CallRef call, Instant at) {
        @Nullable Long person =
                call.number().map(number -> People.of(handle, number, at)).orElse(null);
        return handle.createUpdate(statement)
                .bind("call", call.id().value())
                .bind("person", person)
                .bind("line", call.line().value())
                .bind("at", at.toEpochMilli());
    }
}
