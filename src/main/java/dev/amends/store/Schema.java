package dev.amends.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.jspecify.annotations.Nullable;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** Brings the file's tables to this program's version. */
final class Schema {

    private static final Set<MigrationState> NEWER =
            EnumSet.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

    /**
     * Several processes may start at the same moment; the slower ones find the work done. SQLite
     * does not wait for a lock when it turns the write-ahead log on, so we do.
     */
    private static final int TRIES = 10;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final StoreFile file;
    private final Flyway flyway;

    Schema(StoreFile file) {
        this.file = file;
        this.flyway =
                Flyway.configure(Schema.class.getClassLoader())
                        .loggers("slf4j")
                        .dataSource(file.forWriting())
                        .locations("classpath:dev/amends/store/migration")
                        .cleanDisabled(true)
                        .load();
    }

    /**
     * Brings it up to date.
     *
     * @return the version it has now
     * @throws StoreUnusable when it can't be
     */
    String upToDate() {
        for (int tried = 1; ; tried++) {
            try {
                refuseNewer();
                flyway.migrate();
                return version(flyway.info().current());
            } catch (FlywayException e) {
                if (tried == TRIES) {
                    SQLException sql = StoreFailure.sqlCause(e);
                    throw sql != null
                            ? file.unusable(sql)
                            : file.unusable(
                                    "does not have the tables that this version of Amends left",
                                    "restore it from a backup");
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuseNewer() {
        Arrays.stream(flyway.info().all())
                .filter(step -> NEWER.contains(step.getState()))
                .findAny()
                .ifPresent(step -> {
                    throw file.unusable(
                            "was written by a newer Amends (schema " + version(step) + ")",
                            "install that version again, or restore an older backup");
                });
    }

    private static String version(@Nullable MigrationInfo step) {
        return step == null ? "none" : String.valueOf(step.getVersion());
    }
}
