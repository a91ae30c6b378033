package dev.amends;

import dev.amends.cli.Program;
import dev.amends.rehearsal.Assumptions;
import dev.amends.rehearsal.Rehearsal;
import dev.amends.supervision.ActionDesk;
import dev.amends.supervision.BarDesk;
import dev.amends.supervision.BreatherDesk;
import dev.amends.supervision.CallerDesk;
import dev.amends.supervision.Check;
import dev.amends.supervision.ConfFile;
import dev.amends.supervision.Doctor;
import dev.amends.supervision.FairnessDesk;
import dev.amends.supervision.Finding;
import dev.amends.supervision.PrivacyDesk;
import dev.amends.supervision.PromiseDesk;
import dev.amends.supervision.RecordingDesk;
import dev.amends.supervision.ReportDesk;
import dev.amends.supervision.Supervision;
import dev.amends.supervision.TaskDesk;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** The program that the commands act on: the settings as read, and the rooms once one is needed. */
final class ConfiguredProgram implements Program {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);

    private final SettingsReader.Reading reading;
    private final Function<Settings, Wiring> assembly;
    private final Supplier<StopSignal> stop;
    private Optional<Wiring> wiring = Optional.empty();

    ConfiguredProgram(
            SettingsReader.Reading reading,
            Function<Settings, Wiring> assembly,
            Supplier<StopSignal> stop) {
        this.reading = reading;
        this.assembly = assembly;
        this.stop = stop;
    }

    @Override
    public List<String> problems() {
        return switch (reading) {
            case SettingsReader.Broken(List<Problem> problems) -> lines(problems);
            case SettingsReader.Usable _ -> List.of();
        };
    }

    @Override
    public List<String> warnings() {
        return switch (reading) {
            case SettingsReader.Broken _ -> List.of();
            case SettingsReader.Usable usable -> lines(usable.warnings());
        };
    }

    @Override
    public List<String> settings() {
        return switch (reading) {
            case SettingsReader.Broken _ -> List.of();
            case SettingsReader.Usable usable -> usable.print();
        };
    }

    @Override
    public int run(Consumer<String> ready) {
        // Before anything starts, so that a signal that comes early is not lost.
        StopSignal end = stop.get();
        ready.accept(wiring().start());
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    @Override
    public Optional<String> idle() {
        Settings.Pbx pbx = usable().pbx();
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(pbx.agiHost(), pbx.agiPort()),
                    (int) ANSWERS_WITHIN.toMillis());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(
                    "Amends is not running: nothing answers at %s:%d. Nobody is called until it runs (amends run)."
                            .formatted(pbx.agiHost(), pbx.agiPort()));
        }
    }

    @Override
    public Supervision supervision() {
        return wiring().backOffice().supervision();
    }

    @Override
    public CallerDesk callers() {
        return wiring().backOffice().callers();
    }

    @Override
    public TaskDesk tasks() {
        return wiring().backOffice().tasks();
    }

    @Override
    public BarDesk bars() {
        return wiring().backOffice().bars();
    }

    @Override
    public BreatherDesk breathers() {
        return wiring().backOffice().breathers();
    }

    @Override
    public FairnessDesk fairness() {
        return wiring().backOffice().fairness();
    }

    @Override
    public ReportDesk reports() {
        return wiring().backOffice().reports();
    }

    @Override
    public PrivacyDesk privacy() {
        return wiring().backOffice().privacy();
    }

    @Override
    public PromiseDesk orders() {
        return wiring().backOffice().orders();
    }

    @Override
    public ActionDesk actions() {
        return wiring().backOffice().actions();
    }

    @Override
    public RecordingDesk recordings() {
        return wiring().backOffice().recordings();
    }

    @Override
    public List<ConfFile> confFiles(boolean freePbx) {
        return new ConfFiles(usable(), freePbx, ConfFiles.installation()).all();
    }

    @Override
    public Doctor doctor() {
        List<Check> checks = new ArrayList<>();
        checks.add(this::settingsFindings);
        checks.addAll(wiring().checks());
        return new Doctor(checks, wiring().blindSpots());
    }

    @Override
    public Rehearsal rehearsal(String line, String way, Assumptions assumed) {
        return new Rehearsal(RehearsalRules.of(usable(), line, way), assumed);
    }

    @Override
    public void close() {
        wiring.ifPresent(Wiring::close);
    }

    private List<Finding> settingsFindings() {
        return warnings().isEmpty()
                ? List.of(Finding.ok("settings", "no problems"))
                : List.of(
                        new Finding(
                                "settings",
                                Finding.Verdict.WARNING,
                                "usable, but something should be mended",
                                "no warnings",
                                "see: amends config check"));
    }

    private Wiring wiring() {
        if (wiring.isEmpty()) {
            wiring = Optional.of(assembly.apply(usable()));
        }
        return wiring.orElseThrow();
    }

    private Settings usable() {
        return switch (reading) {
            case SettingsReader.Usable usable -> usable.settings();
            case SettingsReader.Broken _ ->
                    throw new IllegalStateException("the settings can't be used");
        };
    }

    private static List<String> lines(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
