package dev.amends.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;

import dev.amends.caller.PhoneNumber;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import java.util.List;

/** Whatever happens on a bad day, and however much is logged of it: no number is in the log. */
class LoggedNumbersTest {

    private static final long SEED = 4;

    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.amends");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level before = ours.getLevel();

    @BeforeEach
    void everythingIsLogged() {
        log.start();
        ours.setLevel(Level.DEBUG);
        ours.setAdditive(false);
        ours.addAppender(log);
    }

    @AfterEach
    void asBefore() {
        ours.detachAppender(log);
        ours.setAdditive(true);
        ours.setLevel(before);
    }

    @Test
    void of_callers_the_log_knows_the_last_digits_only() {
        Day.Result day;
        try (SqlStore store = new SqlStore()) {
            day = new Day(SEED, Safeguard.NONE, store.store(), false).lives();
        }
        List<String> lines = log.list.stream().map(LoggedNumbersTest::line).toList();
        assertThat(day.promises()).hasSizeGreaterThan(20);
        assertThat(lines)
                .hasSizeGreaterThan(300)
                .noneMatch(line -> line.matches("(?s).*\\+[1-9][0-9]{6,}.*"));
        List<PhoneNumber> numbers = day.promises().stream().map(one -> one.number()).toList();
        assertThat(lines)
                .noneMatch(line ->
                        numbers.stream()
                                .anyMatch(number -> line.contains(number.e164().substring(2))));
        assertThat(lines)
                .as("that somebody is told of at all")
                .anyMatch(line -> line.contains("…" + numbers.getFirst().lastDigits()));
    }

    private static String line(ILoggingEvent event) {
        return event.getFormattedMessage()
                + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy()));
    }
}
