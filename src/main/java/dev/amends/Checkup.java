package dev.amends;

import dev.amends.asterisk.ExpectedPbx;
import dev.amends.asterisk.PbxChecks;
import dev.amends.care.IntakeTerms;
import dev.amends.line.Line;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Languages;
import dev.amends.speech.Prompt;
import dev.amends.store.NoStoreYet;
import dev.amends.store.RecordingsCheck;
import dev.amends.store.Store;
import dev.amends.store.StoreFailure;
import dev.amends.store.StoreUnusable;
import dev.amends.supervision.BlindSpot;
import dev.amends.supervision.BudgetCheck;
import dev.amends.supervision.Check;
import dev.amends.supervision.Finding;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the doctor looks at, for one set of settings. */
final class Checkup {

    private final Settings settings;
    private final ShippedConf shipped;
    private final String callId;
    private final InstantSource clock;

    /**
     * @param shipped the files that the telephone system has to have
     * @param callId the id of the doctor's call, new each time
     */
    Checkup(Settings settings, ShippedConf shipped, String callId, InstantSource clock) {
        this.settings = settings;
        this.shipped = shipped;
        this.callId = callId;
        this.clock = clock;
    }

    /** The store, which may not be usable, with what is in it, then the telephone system. */
    List<Check> checks(Supplier<Store> store) {
        List<Check> all = new ArrayList<>(List.of(() -> storeFindings(store)));
        if (settings.intake().values().stream().anyMatch(IntakeTerms::records)) {
            all.add(new RecordingsCheck(settings.recordings().folder()));
        }
        command(
                        "recordings.story_command",
                        "turns a story into text",
                        settings.recordings().storyCommand())
                .ifPresent(all::add);
        command("slipping.message_command", "sends a message", settings.messages().command())
                .ifPresent(all::add);
        all.add(pbx());
        return all;
    }

    private static Optional<Check> command(String setting, String does, List<String> words) {
        String searched = System.getenv().getOrDefault("PATH", "");
        return words.stream()
                .findFirst()
                .map(command -> new CommandCheck(setting, does, command, searched));
    }

    private List<Finding> storeFindings(Supplier<Store> opens) {
        try {
            Store store = opens.get();
            return Stream.concat(store.check().run().stream(), budget(store).stream()).toList();
        } catch (NoStoreYet e) {
            return List.of(
                    new Finding(
                            "store",
                            Finding.Verdict.WARNING,
                            String.valueOf(e.getMessage()),
                            "a database",
                            "start Amends: amends run, as the user who owns the folder"));
        } catch (StoreUnusable e) {
            return List.of(
                    new Finding(
                            "store",
                            Finding.Verdict.PROBLEM,
                            String.valueOf(e.getMessage()),
                            "a database of Amends that can be written",
                            "mend what is said, or set store.path to another file"));
        }
    }

    private List<Finding> budget(Store store) {
        try {
            return new BudgetCheck(store.ledger(), settings.limits().budget(), clock).run();
        } catch (StoreFailure e) {
            return List.of(); // what is wrong with the store has been said
        }
    }

    private PbxChecks pbx() {
        ExpectedPbx expected =
                new ExpectedPbx(
                        settings.pbx().key(),
                        shipped.parts(),
                        queues(),
                        named(),
                        Languages.of(settings.languages()),
                        recorded());
        return new PbxChecks(settings.pbx().ami(), expected, callId, clock);
    }

    /** What the administrator has to record himself; one code may be of several lines. */
    private Set<Prompt> recorded() {
        Stream<Prompt> actions = settings.actions().codes().stream().map(CataloguePrompt::action);
        Stream<Prompt> answers = settings.intake().values().stream().flatMap(IntakeTerms::prompts);
        Set<Prompt> shipped =
                Stream.of(CataloguePrompt.values())
                        .map(CataloguePrompt::prompt)
                        .collect(Collectors.toSet());
        Stream<Prompt> addresses =
                settings.barring().inWriting().values().stream().map(CataloguePrompt::inWriting);
        return Stream.of(actions, answers, addresses)
                .flatMap(prompts -> prompts)
                .filter(prompt -> !shipped.contains(prompt))
                .collect(Collectors.toSet());
    }

    private List<String> queues() {
        return settings.lines().stream()
                .flatMap(line ->
                        Stream.concat(line.queues(), Stream.of(line.name() + "-supervisors")))
                .distinct()
                .toList();
    }

    /** By the names that the dialplan knows by itself, the queues that it has to take. */
    private Map<String, String> named() {
        Map<String, String> named = new LinkedHashMap<>();
        for (Line line : settings.lines()) {
            named.put(line.name().value(), line.queue());
            named.put(line.name() + "-senior", line.seniorQueue());
        }
        return named;
    }

    /** What no look at the machine can tell. */
    List<BlindSpot> blindSpots() {
        String trunk = settings.pbx().trunk();
        return List.of(
                new BlindSpot(
                        "the trunk (" + trunk + "), and the number that people called back see",
                        "a real call costs money: call your line from a mobile phone, press 2 and"
                                + " 1, hang up, and be called back"),
                new BlindSpot(
                        "the reps' phones, and sound in both directions (NAT, firewalls, codecs)",
                        "have a rep answer that call, and speak"),
                new BlindSpot(
                        "the way from your numbers to the line",
                        "that call has to be in: amends promises list --all"),
                new BlindSpot("your own recordings of prompts", "listen to what that call says"),
                new BlindSpot(
                        "hours, and the law on calling people back where you are",
                        "ask somebody who knows it"));
    }
}
