package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.speech.Prompt;
import dev.amends.speech.ShippedSounds;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shipped dialplan against what this side asks of it and answers to it. */
class DialplanTest {

    private static final Path SHIPPED = Path.of("asterisk-conf", "amends");

    /** Dialogues of the claim desk and the doctor's; all others are Reception's. */
    private static final Set<String> NOT_RECEPTIONS =
            Set.of("place", "claim", "ring", "mark", "doctor");

    private static final Set<String> RECEPTIONS =
            Set.of(
                    "arrival",
                    IntakeDialogue.NAME,
                    "choice",
                    "number",
                    "typing",
                    "times",
                    "again",
                    "reaching",
                    "joining",
                    "waiting",
                    "closed",
                    CalledDialogue.NAME,
                    LaterDialogue.NAME,
                    "left",
                    "served",
                    KnownDesk.NAME,
                    AskedDialogue.NAME,
                    RepsFlag.NAME,
                    RepsClosing.NAME,
                    StoryDialogue.NAME,
                    SurveyDialogue.NAME,
                    FloorNews.NAME);

    @Test
    void every_prompt_the_dialplan_says_has_a_sound() throws IOException {
        Set<Prompt> said = new TreeSet<>((a, b) -> a.file().compareTo(b.file()));
        try (Stream<Path> files = Files.list(SHIPPED)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".conf")).toList()) {
                found("\\bamends/([a-z0-9-]++)(?!\\$)", uncommented(Files.readString(file)))
                        .forEach(name -> said.add(new Prompt("amends/" + name)));
            }
        }
        assertThat(said).hasSizeGreaterThan(10);
        assertThat(ShippedSounds.english().missing(said)).isEmpty();
    }

    /** Asterisk would put two of the same name into one without a word. */
    @Test
    void every_context_is_there_once() {
        assertThat(Pattern.compile("(?m)^\\[([^]]+)]").matcher(dialplan()).results())
                .extracting(context -> context.group(1))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    @Test
    void every_dialogue_the_dialplan_begins_is_one_that_is_answered() {
        Set<String> begun = found("amends-turn,s,1\\(([a-z]+),", dialplan());
        begun.addAll(found("Set\\(AMENDS_NEXT=([a-z]+)\\)", dialplan()));
        begun.addAll(found("Originate\\(Local/([a-z]+)@amends-post", dialplan()));
        assertThat(begun)
                .containsExactlyInAnyOrder(
                        "arrival",
                        "answered",
                        "later",
                        "left",
                        "served",
                        KnownDesk.NAME,
                        "flag",
                        "floor",
                        "asked",
                        "closing",
                        "story",
                        "survey",
                        "place",
                        "claim",
                        "ring",
                        "mark",
                        "doctor");
        begun.removeAll(NOT_RECEPTIONS);
        assertThat(RECEPTIONS).containsAll(begun);
    }

    @Test
    void a_caller_can_be_told_exactly_what_the_dialplan_can_do_with_him() {
        assertThat(verbs("amends-do"))
                .containsExactlyInAnyOrder("ask", "say", "record", "reach", "join", "goodbye");
    }

    @Test
    void a_called_person_can_be_told_exactly_what_the_dialplan_can_do_with_him() {
        assertThat(verbs("amends-called-do"))
                .containsExactlyInAnyOrder("ask", "say", "join", "goodbye", "meet");
    }

    @Test
    void who_is_told_that_it_takes_a_while_can_be_told_exactly_what_the_dialplan_can_do_with_him() {
        assertThat(verbs("amends-later-do"))
                .containsExactlyInAnyOrder("ask", "say", "hold", "join", "goodbye");
    }

    @Test
    void an_owner_or_caller_who_is_asked_can_be_told_exactly_what_the_dialplan_can_do_with_him() {
        assertThat(verbs("amends-asked-do")).containsExactlyInAnyOrder("ask", "goodbye");
    }

    @Test
    void nothing_is_played_between_the_answer_that_names_a_place_and_the_queue() {
        for (String context : Set.of("amends-do", "amends-called-do")) {
            assertThat(steps(context, "join")).contains("Queue(").doesNotContain("Playback");
            assertThat(steps(context, "say")).contains("Playback(${AMENDS_SAY})");
        }
    }

    @Test
    void who_was_told_that_his_rep_has_gone_is_queued_and_not_greeted_again_without_amends() {
        assertThat(section("amends-called-do")).contains("Set(AMENDS_HEARD=NOREP)");
        assertThat(steps("amends-called-do", "say")).doesNotContain("AMENDS_HEARD");
        assertThat(section("amends-called-ask")).doesNotContain("Set(AMENDS_HEARD");
        assertThat(section("amends-called-alone"))
                .contains("GotoIf($[\"${AMENDS_HEARD}\" = \"NOREP\" |");
    }

    @Test
    void the_placeholder_understands_a_seat_and_a_claim() {
        assertThat(found("\\$\\{AMENDS_DO\\}\" != \"1([a-z]+)\"", dialplan()))
                .containsExactlyInAnyOrder("join", "connect", "ring");
        assertThat(found("\\$\\{AMENDS_DO\\}\" = \"1([a-z]+)\"", dialplan()))
                .containsExactlyInAnyOrder("ring", "keep");
    }

    @Test
    void a_waiting_caller_has_the_keys_that_the_dialogue_knows() {
        assertThat(found("exten => (.),1,", section("amends-key"))).containsExactly("*", "2");
        assertThat(section("amends-key-story")).contains("include => amends-key\n");
        assertThat(found("exten => (.),1,", section("amends-key-story"))).containsExactly("5");
    }

    @Test
    void what_must_not_be_lost_is_posted_again_until_it_is_heard() {
        assertThat(
                        found(
                                "Local/([a-z]+)@amends-post/n,exten,amends-nop,s,1,420,av\\(.*AMENDS_AGAIN=30\\)",
                                dialplan()))
                .contains("flag", "served", "floor", "closing", "mark");
    }

    @Test
    void every_mark_is_one_of_those_agreed() {
        assertThat(found("AMENDS_WHY=([A-Z]+)", dialplan()))
                .containsExactlyInAnyOrder("HUNGUP", "GAVEUP", "NOTNOW", "NOLONGER", "NOKEY");
        assertThat(
                        found(
                                "(?:DB\\(amends/[^)]*\\)=|amends-mark,s,1\\([^,]*,)([a-z]+(?::[A-Z]+)?)",
                                dialplan()))
                .containsExactlyInAnyOrder(
                        "said",
                        "doctor",
                        "served",
                        "dialing",
                        "answered",
                        "bridged",
                        "end",
                        "end:CANCEL",
                        "end:BRIDGED");
    }

    @Test
    void the_queue_that_the_dialplan_knows_without_amends_says_timeout_as_the_dialogue_does() {
        assertThat(section("amends-do")).contains("\"TIMEOUT\"");
    }

    private static Set<String> verbs(String context) {
        Set<String> verbs = found("exten => ([a-z]+),1,", section(context));
        verbs.remove("i");
        return verbs;
    }

    /** What the dialplan does for one verb. */
    private static String steps(String context, String verb) {
        String section = section(context);
        int begin = section.indexOf("exten => " + verb + ",1,");
        int end = section.indexOf("exten =>", begin + 1);
        return section.substring(begin, end);
    }

    private static String section(String context) {
        String all = dialplan();
        int begin = all.indexOf("\n[" + context + "]");
        assertThat(begin).as(context).isNotNegative();
        int end = all.indexOf("\n[", begin + 1);
        return all.substring(begin, end < 0 ? all.length() : end);
    }

    private static String dialplan() {
        try {
            return uncommented(Files.readString(SHIPPED.resolve("extensions.conf")));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String uncommented(String text) {
        return text.lines()
                .filter(line -> !line.strip().startsWith(";"))
                .collect(Collectors.joining("\n", "\n", "\n"));
    }

    private static Set<String> found(String regex, String text) {
        return Pattern.compile(regex)
                .matcher(text)
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
