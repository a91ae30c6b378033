package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.speech.Language;
import dev.amends.speech.Languages;
import dev.amends.speech.Prompt;
import dev.amends.supervision.Finding;
import dev.amends.supervision.Finding.Verdict;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

class PbxChecksTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final String[] RIGHTS = {
        "CoreShowChannels: x",
        "CoreStatus: x",
        "DBGet: x",
        "Getvar: x",
        "Hangup: x",
        "Originate: x",
        "Ping: x",
        "QueuePause: x",
        "QueueStatus: x",
        "Setvar: x",
        "ShowDialPlan: x"
    };

    private static final Languages LANGUAGES = Languages.of(List.of("en", "es"));

    @TempDir private Path data;
    private final FakeAmi pbx = new FakeAmi();
    private final Map<String, String> variables = new HashMap<>();
    private String mark = "doctor:done:7";

    PbxChecksTest() throws IOException {}

    @BeforeEach
    void all_is_well() throws IOException {
        variables.put("AMENDS_KEY", "k3y");
        variables.put("EPOCH", "1000000");
        variables.put("AMENDS_BEAT", "999998");
        variables.put("ASTDATADIR", data.toString());
        variables.put(code("amendsUpset"), "*71,self,Gosub(amends-upset,s,1)");
        variables.put(code("amendsClose"), "*82,self,Gosub(amends-close-code,s,1)");
        variables.put(configured("musiconhold.conf", "amends-ring", "mode"), "files");
        variables.put(set("general", "shared_lastcall"), "yes");
        variables.put(set("support", "setinterfacevar"), "true");
        variables.put(set("support", "context"), "amends-key");
        variables.put(set("support", "announce-position"), "no");
        variables.put(set("support", "weight"), "3");
        pbx.on("Getvar", a -> a.success("Value: " + variables.getOrDefault(a.of("Variable"), "")));
        pbx.on("ListCommands", a -> a.success(RIGHTS));
        pbx.queues(
                List.of(FakeAmi.queue("support"), FakeAmi.member("support", "PJSIP/rep1", 1, 0)));
        pbx.on(
                "DBGet",
                a ->
                        mark.isEmpty()
                                ? a.error("Database entry not found")
                                : FakeAmi.list(
                                        a,
                                        List.of(
                                                List.of(
                                                        "Event: DBGetResponse",
                                                        "Family: amends",
                                                        "Key: " + ID,
                                                        "Val: " + mark)),
                                        "DBGetComplete",
                                        1));
        pbx.on("CoreShowChannels", a -> FakeAmi.list(a, List.of(), "CoreShowChannelsComplete", 0));
        for (Language language : LANGUAGES.inUse()) {
            for (Prompt prompt : LANGUAGES.prompts(language)) {
                Path file = data.resolve("sounds/" + language + "/" + prompt + ".gsm");
                Files.createDirectories(file.getParent());
                Files.createFile(file);
            }
        }
    }

    @AfterEach
    void stop() throws IOException {
        pbx.close();
    }

    @Test
    void a_pbx_that_is_set_up_as_it_should_be_has_no_findings() {
        assertThat(checked()).allMatch(f -> f.verdict() == Verdict.OK).hasSize(16);
    }

    @Test
    void rights_that_are_missing_or_too_wide_are_told() {
        pbx.on("ListCommands", a -> a.success("Ping: x", "Command: x", "DBPut: x"));
        assertThat(finding("AMI rights").verdict()).isEqualTo(Verdict.PROBLEM);
        assertThat(finding("AMI rights").found()).contains("Originate", "QueueStatus");
        String[] wide = java.util.Arrays.copyOf(RIGHTS, RIGHTS.length + 1);
        wide[RIGHTS.length] = "Command: x";
        pbx.on("ListCommands", a -> a.success(wide));
        assertThat(finding("AMI rights").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(finding("AMI rights").found()).contains("command");
    }

    @Test
    void another_key_no_key_a_wrong_clock_and_an_old_heartbeat_are_told() {
        variables.put("AMENDS_KEY", "other");
        variables.put("EPOCH", "1000060");
        assertThat(finding("key").found()).isEqualTo("the PBX has another key");
        assertThat(finding("clock").found()).contains("60 s");
        assertThat(finding("heartbeat").verdict()).isEqualTo(Verdict.WARNING);
        variables.clear();
        assertThat(finding("key").found()).contains("no global variable");
        assertThat(finding("heartbeat").found()).isEqualTo("none");
    }

    @Test
    void contexts_queues_members_and_prompts_that_are_missing_are_told() throws IOException {
        pbx.on(
                "ShowDialPlan",
                a ->
                        a.of("Context").equals("amends-line")
                                ? a.error("Did not find context amends-line")
                                : a.success());
        assertThat(finding("dialplan").found()).contains("amends-line").doesNotContain("turn");
        pbx.queues(List.of(FakeAmi.queue("support")));
        assertThat(finding("queue support").found()).isEqualTo("has no members");
        pbx.queues(List.of());
        assertThat(finding("queue support").verdict()).isEqualTo(Verdict.PROBLEM);
        Files.delete(data.resolve("sounds/en/amends/choice.gsm"));
        assertThat(finding("prompts en").found()).isEqualTo("1 missing: amends/choice");
        assertThat(finding("prompts en").fix()).startsWith("Run: scripts/prompts install");
        assertThat(finding("prompts es").verdict()).isEqualTo(Verdict.OK);
        Files.delete(data.resolve("sounds/es/digits/1F.gsm"));
        Files.delete(data.resolve("sounds/es/amends/choice.gsm"));
        assertThat(finding("prompts es").found()).isEqualTo("2 missing: digits/1F, amends/choice");
        assertThat(finding("prompts es").fix()).contains("asterisk-core-sounds-es");
        variables.put("ASTDATADIR", "/nowhere");
        assertThat(finding("prompts").verdict()).isEqualTo(Verdict.WARNING);
    }

    @Test
    void a_code_that_reps_cannot_key_is_told() {
        variables.remove(code("amendsUpset"));
        assertThat(finding("codes").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(finding("codes").found()).isEqualTo("not in features.conf: amendsUpset");
    }

    @Test
    void music_that_reps_would_not_hear_is_told() {
        variables.remove(configured("musiconhold.conf", "amends-ring", "mode"));
        assertThat(finding("music").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(finding("music").found()).contains("amends-ring");
    }

    @Test
    void a_setting_of_a_queue_without_which_calls_go_wrong_is_a_problem() {
        variables.remove(set("support", "setinterfacevar"));
        variables.put(set("support", "announce-position"), "limit");
        Finding settings = finding("settings of queue support");
        assertThat(settings.verdict()).isEqualTo(Verdict.PROBLEM);
        assertThat(settings.found())
                .isEqualTo("announce-position = limit, setinterfacevar = (not set)");
        assertThat(settings.expected()).isEqualTo("announce-position = no, setinterfacevar = yes");
        assertThat(settings.fix()).contains("[support](+)", "queue reload all");
    }

    @Test
    void one_by_which_callers_would_hear_two_places_is_a_warning() {
        variables.put(set("support", "announce-position"), "limit");
        assertThat(finding("settings of queue support").verdict()).isEqualTo(Verdict.WARNING);
        variables.put(set("support", "announce-position"), "no");
        variables.put(set("support", "weight"), "0");
        assertThat(finding("settings of queue support").found()).isEqualTo("weight = 0");
    }

    @Test
    void a_queue_that_is_kept_elsewhere_is_told_to_be_out_of_sight() {
        variables.keySet().removeIf(name -> name.contains("queues.conf,support,"));
        Finding settings = finding("settings of queue support");
        assertThat(settings.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(settings.found()).contains("none of them is in queues.conf");
        assertThat(settings.expected()).contains("context = amends-key", "setinterfacevar = yes");
    }

    @Test
    void an_order_of_the_queues_own_and_wrap_up_that_counts_in_one_queue_only_are_told() {
        variables.put(set("general", "force_longest_waiting_caller"), "yes");
        assertThat(finding("order of all queues").verdict()).isEqualTo(Verdict.PROBLEM);
        variables.put(set("general", "force_longest_waiting_caller"), "no");
        assertThat(finding("order of all queues").verdict()).isEqualTo(Verdict.OK);
        variables.remove(set("general", "shared_lastcall"));
        assertThat(finding("wrap-up in all queues").found())
                .isEqualTo("shared_lastcall = (not set)");
    }

    private static String code(String name) {
        return configured("features.conf", "applicationmap", name);
    }

    private static String set(String queue, String setting) {
        return configured("queues.conf", queue, setting);
    }

    private static String configured(String file, String section, String setting) {
        return "AST_CONFIG(%s,%s,%s,-1)".formatted(file, section, setting);
    }

    @Test
    void a_refused_login_and_a_pbx_that_is_not_there_are_one_finding_each() throws IOException {
        pbx.on("Login", a -> a.error("Authentication failed"));
        assertThat(checked()).hasSize(1);
        assertThat(finding("AMI").found()).isEqualTo("Authentication failed");
        pbx.close();
        assertThat(checked()).hasSize(1);
        assertThat(finding("AMI").fix()).contains("Start Asterisk");
    }

    @Test
    void a_lines_queue_that_the_dialplan_does_not_know_is_told() {
        variables.put("AMENDS_QUEUE_SUPPORT", "600");
        assertThat(finding("dialplan's support").verdict()).isEqualTo(Verdict.PROBLEM);
        assertThat(finding("dialplan's support").found()).contains("600");
        variables.put("AMENDS_QUEUE_SUPPORT", "support");
        assertThat(finding("dialplan's support").verdict()).isEqualTo(Verdict.OK);
    }

    @Test
    void the_true_call_tells_where_it_stopped_and_leaves_no_mark() {
        assertThat(finding("a true call").found()).contains("7 ms", "queue support");
        assertThat(pbx.got("Originate").getFirst().of("Channel"))
                .isEqualTo("Local/" + ID + "@amends-doctor/n");
        assertThat(pbx.got("Originate").getFirst().of("Variable")).isEqualTo("AMENDS_TRY=support");
        assertThat(pbx.got("Originate").getLast().of("Channel"))
                .isEqualTo("Local/" + ID + "@amends-forget/n");
        assertThat(stoppedAt("doctor:filter").found()).contains("not filtered");
        assertThat(stoppedAt("doctor:beat:none").found()).contains("no sign of life");
        assertThat(stoppedAt("doctor:beat:12").verdict()).isEqualTo(Verdict.WARNING);
        assertThat(stoppedAt("doctor:turn").fix()).contains("res_agi");
        assertThat(stoppedAt("doctor:turn:FAILURE:2").fix()).contains("AMENDS_AGI");
        assertThat(stoppedAt("doctor:turn:HANGUP:2703").found()).contains("2703 ms");
        assertThat(stoppedAt("doctor:queue").fix()).contains("queues.conf");
        assertThat(stoppedAt("doctor:sound").fix()).contains("scripts/prompts install");
    }

    @Test
    void an_asterisk_that_takes_no_call_is_told() {
        pbx.on("CoreSettings", a -> a.success("AsteriskVersion: 22.10.1", "CoreMaxCalls: 20"));
        pbx.on("CoreStatus", a -> a.success("CoreCurrentCalls: 20"));
        assertThat(stoppedAt("").found()).contains("20 of at most 20");
        pbx.on("CoreSettings", a -> a.success("AsteriskVersion: 22.10.1", "CoreMaxCalls: 0"));
        assertThat(stoppedAt("").found()).contains("did not begin");
    }

    @Test
    void keys_of_their_own_are_not_judged_but_others_of_ours_are() {
        String setting = set("support", "context");
        variables.put(setting, "amends-key-story");
        assertThat(finding("settings of queue support").verdict()).isEqualTo(Verdict.PROBLEM);

        variables.put(setting, "of-their-own");
        assertThat(finding("settings of queue support").verdict()).isEqualTo(Verdict.OK);

        variables.put(setting, "");
        assertThat(finding("settings of queue support").verdict()).isEqualTo(Verdict.PROBLEM);
    }

    private Finding stoppedAt(String at) {
        mark = at;
        return finding("a true call");
    }

    private Finding finding(String what) {
        return checked().stream().filter(f -> f.what().equals(what)).findFirst().orElseThrow();
    }

    private List<Finding> checked() {
        ExpectedPbx expected =
                new ExpectedPbx(
                        new Secret("k3y"),
                        new ShippedParts(
                                List.of("amends-line", "amends-turn"),
                                List.of("amendsUpset", "amendsClose"),
                                List.of("amends-ring"),
                                Map.of(
                                        "support",
                                        Map.of(
                                                "setinterfacevar",
                                                "yes",
                                                "context",
                                                "amends-key",
                                                "announce-position",
                                                "no",
                                                "weight",
                                                "10"))),
                        List.of("support"),
                        Map.of("support", "support"),
                        LANGUAGES,
                        Set.of());
        List<Finding> findings =
                new PbxChecks(
                                pbx.settings(AmiLinkTest.quick(10)),
                                expected,
                                ID,
                                InstantSource.fixed(Instant.ofEpochSecond(1_000_000)))
                        .run();
        assertThat(findings)
                .allMatch(f -> f.verdict() == Verdict.OK || !f.fix().isEmpty())
                .noneMatch(f -> f.toString().contains("k3y"));
        return findings;
    }
}
