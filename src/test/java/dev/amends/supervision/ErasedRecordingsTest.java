package dev.amends.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.CallId;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Consent;
import dev.amends.care.RecordingId;
import dev.amends.care.RecordingKeeper;
import dev.amends.care.Wording;
import dev.amends.line.LineName;
import dev.amends.store.FolderOfRecordings;
import dev.amends.store.Store;
import dev.amends.supervision.PersonalRecords.Erasing;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Who is erased is erased with what was recorded of him, however the folder behaves. Store and
 * files are real.
 */
class ErasedRecordingsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T13:10:00Z");
    private static final String HIS = "+12025550123";
    private static final RecordingId RECORDED = new RecordingId("a".repeat(32));

    @TempDir Path place;
    private Store store;
    private PrivacyDesk desk;

    @BeforeEach
    void a_caller_was_recorded() throws IOException {
        store = Store.open(place.resolve("amends.db"));
        RecordingKeeper keeper =
                new RecordingKeeper(
                        store.consents(),
                        new FolderOfRecordings(folder()),
                        Duration.ofDays(90),
                        () -> NOW);
        desk = new PrivacyDesk(store.personalRecords(), keeper, new NumberPlan("US"), () -> NOW);
        store.consents()
                .note(
                        new Consent(
                                RECORDED,
                                new CallId("1.2"),
                                new LineName("support"),
                                Optional.of(new PhoneNumber(HIS)),
                                Consent.Answer.YES,
                                "1",
                                new Wording("amends/ask-record", "0123456789ab"),
                                NOW.minusSeconds(60)));
        Files.createDirectory(folder());
        Files.createFile(file());
    }

    @AfterEach
    void closed() {
        store.close();
    }

    private Path folder() {
        return place.resolve("recordings");
    }

    private Path file() {
        return folder().resolve(RECORDED.value() + ".wav");
    }

    /** A folder that is none refuses everybody, also the superuser. */
    private void refuses() throws IOException {
        Files.move(folder(), place.resolve("elsewhere"));
        Files.createFile(folder());
    }

    private void isBack() throws IOException {
        Files.delete(folder());
        Files.move(place.resolve("elsewhere"), folder());
    }

    @Test
    void his_files_go_with_him() {
        PrivacyDesk.Erased erased = desk.erase(HIS);
        assertThat(erased.records()).isInstanceOf(Erasing.Done.class);
        assertThat(erased.files()).isEqualTo(new PrivacyDesk.Files.Gone(1));
        assertThat(file()).doesNotExist();
    }

    @Test
    void a_folder_that_refuses_is_told_and_a_second_run_finishes_it() throws IOException {
        refuses();
        PrivacyDesk.Erased first = desk.erase(HIS);
        assertThat(first.records()).isInstanceOf(Erasing.Done.class);
        assertThat(first.files())
                .isInstanceOfSatisfying(
                        PrivacyDesk.Files.Left.class,
                        left -> assertThat(left.why()).contains(folder().toString()));
        assertThat(store.consents().find(RECORDED).orElseThrow().erased())
                .as("what is still there is not said to be gone")
                .isEmpty();

        isBack();
        PrivacyDesk.Erased second = desk.erase(HIS);
        assertThat(second.records()).isInstanceOf(Erasing.Unknown.class);
        assertThat(second.files()).isEqualTo(new PrivacyDesk.Files.Gone(1));
        assertThat(file()).doesNotExist();
        assertThat(desk.erase(HIS).files()).isEqualTo(new PrivacyDesk.Files.Gone(0));
    }

    @Test
    void what_is_left_is_known_over_a_restart() throws IOException {
        refuses();
        desk.erase(HIS);
        store.close();

        store = Store.open(place.resolve("amends.db"));

        assertThat(store.consents().toErase(9)).extracting(Consent::id).containsExactly(RECORDED);
    }
}
