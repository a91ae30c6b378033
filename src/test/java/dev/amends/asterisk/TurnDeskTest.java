package dev.amends.asterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amends.caller.PhoneNumber;
import dev.amends.care.RecordingId;
import dev.amends.dialing.Claimed;
import dev.amends.dialing.Hint;
import dev.amends.dialing.RepComes;
import dev.amends.dialing.Seat;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.LineName;
import dev.amends.promise.AttemptId;
import dev.amends.promise.PromiseId;
import dev.amends.reception.Question;
import dev.amends.reception.Turn;
import dev.amends.speech.Language;
import dev.amends.speech.Prompt;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class TurnDeskTest {

    private static final String ID = "0123456789abcdef0123456789abcdef";
    private static final List<Prompt> TWO =
            List.of(new Prompt("amends/choice"), new Prompt("digits/7"));
    private static final Turn.Next NEXT = new Turn.Next("choice", "v1:a");

    private final List<Question> questions = new ArrayList<>();
    private final List<Hint> hints = new ArrayList<>();
    private @Nullable Turn turn = new Turn.Nothing();
    private Optional<Seat> seat = Optional.empty();
    private List<RecordingId> told = List.of();
    private Optional<Claimed> claimed = Optional.empty();
    private Optional<RepComes> rep = Optional.empty();
    private final TurnDesk desk =
            new TurnDesk(
                    question -> {
                        questions.add(question);
                        return Optional.ofNullable(turn);
                    },
                    new TurnDesk.Attempts(_ -> seat, _ -> told, _ -> rep, _ -> claimed),
                    new UnwrittenMarks(hints::add),
                    new TurnWriter(new Trunk("PJSIP/{number}@carrier"), Path.of("/var/recorded")));

    @Test
    void what_is_recorded_and_what_can_be_heard_are_files_of_the_folder() {
        String one = "1".repeat(32);
        String two = "2".repeat(32);
        RecordingId first = new RecordingId(one);
        List<RecordingId> both = List.of(first, new RecordingId(two));
        turn = new Turn.Recorded(first, new Turn.WithStories(both, new Turn.MeetRep(NEXT)));
        assertThat(asked("answered", "").orElseThrow())
                .contains(
                        ",AMENDS_DO=meet,",
                        ",AMENDS_RECORD=/var/recorded/" + one + ",",
                        ",AMENDS_STORY=/var/recorded/%s&/var/recorded/%s,".formatted(one, two));

        turn = new Turn.WithStories(List.of(), new Turn.MeetRep(NEXT));
        assertThat(asked("answered", "").orElseThrow()).contains(",AMENDS_STORY=none,");
        turn = new Turn.Record(List.of(), first, Duration.ofMinutes(3), NEXT);
        assertThat(asked("story", "").orElseThrow())
                .contains(
                        ",AMENDS_DO=record,",
                        ",AMENDS_SECONDS=180,",
                        ",AMENDS_FILE=/var/recorded/" + one + ",");
    }

    @Test
    void a_question_of_a_dialogue_goes_to_reception() {
        assertThat(asked("arrival", "")).isPresent();
        Question question = questions.getFirst();
        assertThat(question.line().value()).isEqualTo("support");
        assertThat(question.call().value()).isEqualTo("17.5");
        assertThat(question.heard()).isEqualTo("1");
        assertThat(question.callerId()).isEqualTo("+12025550123");
        assertThat(question.language()).isEqualTo("es_MX");
    }

    @Test
    void each_turn_sets_every_variable() {
        turn = new Turn.Ask(TWO, Duration.ofSeconds(5), NEXT);
        assertThat(asked("choice", ""))
                .contains(
                        mset(
                                "DO=ask,AMENDS_SAY=amends/choice&digits/7,AMENDS_MAX=1,AMENDS_SECONDS=5,AMENDS_QUEUE=,AMENDS_PLACE=,AMENDS_PATIENCE=,AMENDS_BRIEF=,AMENDS_MATTER=,AMENDS_UPSET=,AMENDS_MARK=,AMENDS_KEEPS=,AMENDS_FILE=,AMENDS_RECORD=,AMENDS_STORY=,AMENDS_DIAL=,AMENDS_RING=,AMENDS_LASTS=,AMENDS_CID=,AMENDS_FOR=,AMENDS_LANG=,AMENDS_NEXT=choice,AMENDS_STATE=v1:a"));
        turn =
                new Turn.Join(
                        "support-senior",
                        OptionalInt.of(2),
                        Optional.of(Duration.ofSeconds(10)),
                        TWO,
                        new EffectiveArrival(Instant.EPOCH),
                        NEXT);
        assertThat(asked("choice", ""))
                .contains(
                        mset(
                                "DO=join,AMENDS_SAY=,AMENDS_MAX=,AMENDS_SECONDS=,AMENDS_QUEUE=support-senior,AMENDS_PLACE=2,AMENDS_PATIENCE=10,AMENDS_BRIEF=amends/choice&digits/7,AMENDS_MATTER=,AMENDS_UPSET=,AMENDS_MARK=,AMENDS_KEEPS=,AMENDS_FILE=,AMENDS_RECORD=,AMENDS_STORY=,AMENDS_DIAL=,AMENDS_RING=,AMENDS_LASTS=,AMENDS_CID=,AMENDS_FOR=,AMENDS_LANG=,AMENDS_NEXT=choice,AMENDS_STATE=v1:a"));
        turn = new Turn.Say(TWO, NEXT);
        assertThat(asked("joining", "").orElseThrow())
                .contains("DO=say,AMENDS_SAY=amends/choice&digits/7,", "AMENDS_NEXT=choice,");
        turn = new Turn.MeetRep(NEXT);
        assertThat(asked("answered", ID).orElseThrow()).contains("DO=meet,AMENDS_SAY=,");
        turn = new Turn.Goodbye(TWO, Optional.of(new PromiseId(ID)));
        assertThat(asked("choice", "").orElseThrow())
                .contains("DO=goodbye,", "AMENDS_MARK=" + ID + ",");
        turn = new Turn.Nothing();
        assertThat(asked("left", "").orElseThrow()).contains("DO=nothing,AMENDS_SAY=,");
    }

    @Test
    void who_came_while_the_line_is_closed_is_answered_like_everybody() {
        turn = new Turn.Ask(TWO, Duration.ofSeconds(5), new Turn.Next("closed", "v1:a"));
        assertThat(asked("closed", "2:closed_number:x").orElseThrow())
                .contains("DO=ask,", "AMENDS_NEXT=closed,");
    }

    @Test
    void a_mark_that_could_not_be_written_is_heard_and_asked_of_nobody_else() {
        assertThat(asked("mark", ID).orElseThrow()).contains("AMENDS_OK=1");
        assertThat(asked("mark", "17.5")).isEmpty();
        assertThat(hints).containsExactly(new Hint.AboutAttempt(new AttemptId(ID)));
        assertThat(questions).isEmpty();
    }

    @Test
    void a_seat_and_a_claim_are_asked_by_the_attempts_id() {
        assertThat(asked("place", ID)).isEmpty();
        assertThat(asked("claim", ID)).isEmpty();
        seat = Optional.of(new Seat.InQueue("support", OptionalInt.empty(), TWO));
        claimed =
                Optional.of(
                        new Claimed(
                                new PhoneNumber("+12025550123"),
                                Duration.ofSeconds(25),
                                "700",
                                "support",
                                new LineName("support"),
                                new Language("es"),
                                List.of(new Prompt("amends/reason-billing")),
                                true,
                                Duration.ofMinutes(60)));
        assertThat(asked("place", ID).orElseThrow())
                .contains("DO=join,", "QUEUE=support,", "PLACE=,", "BRIEF=amends/choice&digits/7,");
        rep = claimed.map(RepComes.Dials::new);
        assertThat(List.of(asked("claim", ID).orElseThrow(), asked("ring", ID).orElseThrow()))
                .allSatisfy(answer ->
                        assertThat(answer)
                                .contains(
                                        "DO=connect,",
                                        "QUEUE=support,",
                                        "MATTER=amends/reason-billing,",
                                        "UPSET=1,",
                                        "DIAL=PJSIP/+12025550123@carrier,",
                                        "RING=25,",
                                        "LASTS=3600,",
                                        "CID=700,",
                                        "FOR=support,",
                                        "LANG=es,"));
    }

    @Test
    void a_rep_who_comes_while_the_phone_rings_already_is_kept_for_so_long() {
        rep = Optional.of(new RepComes.Waits(Duration.ofSeconds(8)));
        assertThat(asked("claim", ID).orElseThrow()).contains("DO=keep,", "SECONDS=8,");
        assertThat(asked("ring", ID)).isEmpty();
    }

    @Test
    void an_unknown_dialogue_and_malformed_ids_get_no_answer() {
        seat = Optional.of(new Seat.InQueue("support", OptionalInt.empty(), List.of()));
        assertThat(asked("gossip", "")).isEmpty();
        assertThat(asked("place", "")).isEmpty();
        assertThat(asked("place", ID + "0")).isEmpty();
        assertThat(asked("claim", ID.toUpperCase(java.util.Locale.ROOT))).isEmpty();
        assertThat(questions).isEmpty();
        turn = null;
        assertThat(asked("arrival", "")).isEmpty();
        assertThat(questions).hasSize(1);
    }

    @Test
    void a_value_outside_the_alphabet_or_a_command_too_long_is_a_mistake_of_ours() {
        turn = new Turn.Ask(TWO, Duration.ofSeconds(5), new Turn.Next("choice", "a,b"));
        assertThatThrownBy(() -> asked("choice", "")).isInstanceOf(IllegalArgumentException.class);
        turn = new Turn.MeetRep(new Turn.Next("x".repeat(2000), "x".repeat(2000)));
        assertThat(asked("choice", "")).isPresent();
        TurnAnswer long_ = new TurnAnswer("ask");
        for (TurnVariable variable :
                List.of(
                        TurnVariable.SAY,
                        TurnVariable.BRIEF,
                        TurnVariable.STATE,
                        TurnVariable.NEXT)) {
            long_.set(variable, "x".repeat(2000));
        }
        assertThatThrownBy(long_::command).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saying_nothing_is_a_mistake_of_ours_as_the_pbx_would_hang_up() {
        assertThatThrownBy(() -> new Turn.Say(List.of(), NEXT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "PJSIP/carrier",
                "PJSIP/{number}@carrier&PJSIP/x",
                "PJSIP/{number},30",
                "PJSIP/{number}{digits}@x",
                "{number}",
                "PJSIP/{number}@${X}"
            })
    void a_trunk_that_could_dial_something_else_is_refused(String pattern) {
        assertThatThrownBy(() -> new Trunk(pattern))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PJSIP/{number}@carrier");
    }

    @Test
    void a_trunk_can_have_the_number_with_and_without_its_plus() {
        PhoneNumber number = new PhoneNumber("+12025550123");
        assertThat(new Trunk("PJSIP/{digits}@carrier").dialString(number))
                .isEqualTo("PJSIP/12025550123@carrier");
        assertThat(new Trunk("Local/{number}@out/n").dialString(number))
                .isEqualTo("Local/+12025550123@out/n");
    }

    private Optional<String> asked(String dialogue, String state) {
        return desk.answer(
                        new AgiQuestion(
                                dialogue, "support", state, "1", "17.5", "+12025550123", "es_MX"))
                .map(TurnAnswer::command);
    }

    private static String mset(String values) {
        return "EXEC MSet \"AMENDS_OK=1,AMENDS_" + values + "\"\n";
    }
}
