package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.Arrival;
import dev.amends.caller.CallId;
import dev.amends.caller.FakeCallerBook;
import dev.amends.caller.NumberJudge;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.NumberPolicy;
import dev.amends.caller.NumberRules;
import dev.amends.caller.PhoneNumber;
import dev.amends.caller.RecognitionSettings;
import dev.amends.caller.Signal;
import dev.amends.caller.SignalKind;
import dev.amends.caller.Signals;
import dev.amends.caller.Tempers;
import dev.amends.care.Consent;
import dev.amends.care.FakeConsents;
import dev.amends.care.FakeMatters;
import dev.amends.care.FakeRecordings;
import dev.amends.care.FakeStories;
import dev.amends.care.IntakeTerms;
import dev.amends.care.Matter;
import dev.amends.care.MatterId;
import dev.amends.care.MatterNote;
import dev.amends.care.Matters;
import dev.amends.care.RecordingId;
import dev.amends.care.Said;
import dev.amends.care.Sounds;
import dev.amends.care.StoryOffer;
import dev.amends.care.Wordings;
import dev.amends.dialing.TestClock;
import dev.amends.line.EffectiveArrival;
import dev.amends.line.Floor;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.Waiting;
import dev.amends.promise.FakeLedger;
import dev.amends.promise.PromiseId;
import dev.amends.promise.PromiseLimits;
import dev.amends.promise.RetryPolicy;
import dev.amends.promise.RetrySettings;
import dev.amends.promise.Settler;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Language;
import dev.amends.speech.Languages;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The questions on arrival before the real reception, with what is remembered in memory. */
class IntakeDeskTest {

    private static final Line LINE = Scene.usual().line();
    private static final PhoneNumber NUMBER = new PhoneNumber("+12025550143");
    private static final IntakeTerms ASKS =
            new IntakeTerms(true, List.of("billing", "other"), List.of("refund", "other"));

    private static final RecognitionSettings USUAL =
            new RecognitionSettings(
                    2, Duration.ofDays(7), Duration.ofMinutes(10), Duration.ofDays(14));

    private static final IntakeTerms RECORDS =
            new IntakeTerms(false, List.of(), List.of(), true, StoryOffer.EVERYBODY);
    private static final IntakeTerms WELCOMES =
            new IntakeTerms(true, List.of(), List.of(), false, StoryOffer.EVERYBODY);

    private final List<Signal> seen = new ArrayList<>();
    private final FakeConsents consents = new FakeConsents();
    private final FakeStories stories = new FakeStories();
    private final FakeRecordings files = new FakeRecordings();
    private int drawn;
    private final TestClock clock = new TestClock(Scene.NOW);
    private final FakeLedger ledger = new FakeLedger();
    private final FakeCallerBook callers = new FakeCallerBook();
    private final FakeMatters matters = new FakeMatters(ledger);
    private final Floor floor = new Floor(ids -> Map.of());
    private final Dialogues asking = dialogues(ASKS, matters);

    @BeforeEach
    void theFloorIsWatched() {
        floor.resynced(List.of());
    }

    @Test
    void a_line_that_asks_nothing_answers_as_without_the_desk() {
        Dialogues silent = dialogues(IntakeTerms.NONE, matters);
        Turn.Join join = (Turn.Join) answer(silent, "1.1", new Turn.Next("arrival", ""), "");
        assertThat(join.next().state()).doesNotContain(";");
        assertThat(matters.open(NUMBER, LINE.name(), Scene.NOW)).isEmpty();
    }

    @Test
    void what_he_says_is_noted_at_once_and_he_keeps_his_first_arrival() {
        Turn.Ask reason = arrives("1.1");
        assertThat(open().isPresent()).isFalse();
        clock.passesSeconds(12);
        Turn.Ask wish = (Turn.Ask) keys("1.1", reason, "1");
        assertThat(open().orElseThrow().reason()).contains(new Said("billing"));
        clock.passesSeconds(8);
        Turn.Join join = (Turn.Join) keys("1.1", wish, "1");

        assertThat(open().orElseThrow().wish()).contains(new Said("refund"));
        assertThat(join.arrival()).isEqualTo(new EffectiveArrival(Scene.NOW));
        assertThat(join.next().state()).endsWith(";not_said.billing.refund.0");
    }

    @Test
    void he_counts_in_the_line_and_is_on_record_from_the_first_question_on() {
        arrives("1.1");
        assertThat(floor.picture(LINE, clock.instant()).howManyWait()).isOne();
        assertThat(callers.arrivals()).hasSize(1);
        assertThat(callers.arrivals().getFirst().route()).isEqualTo(Arrival.NOT_ROUTED);
    }

    @Test
    void who_is_not_understood_twice_at_a_question_on_arrival_hammers_the_keys() {
        Dialogues watched = new HammeredKeys(new Seen(seen), clock).seenIn(asking);
        Turn.Ask reason = (Turn.Ask) answer(watched, "1.1", new Turn.Next("arrival", ""), "");
        Turn.Ask again = (Turn.Ask) answer(watched, "1.1", reason.next(), "9");
        assertThat(seen).isEmpty();

        answer(watched, "1.1", again.next(), "8");
        assertThat(seen).extracting(Signal::kind).containsExactly(SignalKind.HAMMERED_KEYS);
    }

    @Test
    void who_comes_while_he_is_asked_is_behind_him() {
        Turn.Ask reason = arrives("1.1");
        clock.passesSeconds(10);
        floor.expect(
                "support",
                new Waiting("2.2", new EffectiveArrival(clock.instant())),
                clock.instant());
        Turn.Ask wish = (Turn.Ask) keys("1.1", reason, "");
        assertThat(((Turn.Join) keys("1.1", wish, "")).position()).hasValue(1);
    }

    @Test
    void his_present_call_is_no_earlier_call_of_his() {
        Turn.Ask wish = (Turn.Ask) keys("1.1", arrives("1.1"), "1");
        clock.passesSeconds(5);
        keys("1.1", wish, "1");
        assertThat(callers.arrivals().getLast().route()).isEqualTo("ordinary");
        assertThat(callers.arrivals()).hasSize(1);
    }

    @Test
    void he_calls_again_and_is_asked_only_whether_it_is_the_same_matter() {
        keys("1.1", (Turn.Ask) keys("1.1", arrives("1.1"), "1"), "1");
        clock.passesSeconds(3600);
        Turn.Ask same = arrives("1.2");
        assertThat(same.say()).containsExactly(CataloguePrompt.SAME_MATTER.prompt());
        Turn.Join join = (Turn.Join) keys("1.2", same, "1");
        assertThat(join.next().state()).endsWith(";the_same.billing.refund.0");
        assertThat(open().orElseThrow().lastAt()).isEqualTo(clock.instant());
    }

    @Test
    void another_matter_is_opened_and_asked_about() {
        keys("1.1", (Turn.Ask) keys("1.1", arrives("1.1"), "1"), "1");
        MatterId first = open().orElseThrow().id();
        Turn.Ask reason = (Turn.Ask) keys("1.2", arrives("1.2"), "2");
        keys("1.2", reason, "2");
        assertThat(open().orElseThrow().id()).isNotEqualTo(first);
        assertThat(open().orElseThrow().reason()).contains(new Said("other"));
    }

    @Test
    void what_cannot_be_noted_travels_with_the_call() {
        Dialogues failing = dialogues(ASKS, new Unwritable(matters));
        Turn.Ask reason = (Turn.Ask) answer(failing, "1.1", new Turn.Next("arrival", ""), "");
        Turn.Ask wish = (Turn.Ask) answer(failing, "1.1", reason.next(), "1");
        Turn.Join join = (Turn.Join) answer(failing, "1.1", wish.next(), "1");
        assertThat(join.next().state()).endsWith(";not_said.billing.refund.0");
    }

    @Test
    void who_withholds_his_number_has_no_matter_but_is_asked() {
        Turn.Ask reason = (Turn.Ask) asked("1.1", new Turn.Next("arrival", ""), "", "");
        Turn.Ask wish = (Turn.Ask) asked("1.1", reason.next(), "1", "");
        Turn.Join join = (Turn.Join) asked("1.1", wish.next(), "1", "");
        assertThat(join.next().state()).endsWith(";not_said.billing.refund.0");
    }

    @Test
    void what_he_said_goes_with_a_call_to_another_number() {
        PhoneNumber other = new PhoneNumber("+12025550199");
        Turn.Ask wish = (Turn.Ask) keys("1.1", arrives("1.1"), "1");
        Turn.Join waits = (Turn.Join) keys("1.1", wish, "2");
        Turn.Ask own = (Turn.Ask) answer(asking, "1.1", waits.next(), "2");
        Turn.Ask typing = (Turn.Ask) keys("1.1", own, "2");
        Turn.Ask readBack = (Turn.Ask) keys("1.1", typing, "2025550199");
        assertThat(matters.open(other, LINE.name(), clock.instant())).isEmpty();

        assertThat(keys("1.1", readBack, "1")).isInstanceOf(Turn.Goodbye.class);

        Matter his = matters.open(other, LINE.name(), clock.instant()).orElseThrow();
        assertThat(his.reason()).contains(new Said("billing"));
        assertThat(his.wish()).contains(new Said("other"));
    }

    @Test
    void a_yes_is_on_record_before_anything_is_recorded_and_a_no_as_well() {
        Dialogues recording = dialogues(RECORDS, matters);
        Turn.Ask may = (Turn.Ask) answer(recording, "1.1", new Turn.Next("arrival", ""), "");
        Turn.Recorded yes = (Turn.Recorded) answer(recording, "1.1", may.next(), "1");
        assertThat(consents.last(new CallId("1.1")).map(Consent::id)).contains(yes.recording());
        assertThat(consents.find(yes.recording()).orElseThrow().consent())
                .isEqualTo(
                        new Consent(
                                yes.recording(),
                                new CallId("1.1"),
                                LINE.name(),
                                Optional.of(NUMBER),
                                Consent.Answer.YES,
                                "1",
                                new Wordings(List.of(Language.ENGLISH), Sounds.UNSEEN)
                                        .of(CataloguePrompt.MAY_WE_RECORD, Language.ENGLISH),
                                Scene.NOW));

        Turn.Ask other = (Turn.Ask) answer(recording, "2.2", new Turn.Next("arrival", ""), "");
        assertThat(answer(recording, "2.2", other.next(), "2"))
                .isInstanceOf(Turn.WithStories.class);
        assertThat(consents.last(new CallId("2.2")).orElseThrow().given()).isFalse();
    }

    @Test
    void a_yes_that_cannot_be_noted_is_none() {
        Dialogues recording = dialogues(RECORDS, matters);
        Turn.Ask may = (Turn.Ask) answer(recording, "1.1", new Turn.Next("arrival", ""), "");
        consents.fail();
        assertThat(answer(recording, "1.1", may.next(), "1")).isInstanceOf(Turn.Ask.class);
    }

    @Test
    void he_tells_his_story_on_arrival_keeps_his_place_and_his_rep_can_hear_it() {
        Dialogues recording = dialogues(RECORDS, matters);
        Turn.Ask may = (Turn.Ask) answer(recording, "1.1", new Turn.Next("arrival", ""), "");
        Turn.Ask offer =
                (Turn.Ask) ((Turn.Recorded) answer(recording, "1.1", may.next(), "1")).then();
        Turn.Record tells = (Turn.Record) answer(recording, "1.1", offer.next(), "1");
        assertThat(consents.find(tells.story()).orElseThrow().consent().asked().prompt())
                .isEqualTo("story-offer");
        assertThat(stories.of(open().orElseThrow().id())).hasSize(1);
        clock.passesSeconds(100);
        files.write(tells.story(), clock.instant());

        Turn.WithStories told =
                (Turn.WithStories) answer(recording, "1.1", tells.next(), "DTMF.95");
        assertThat(told.stories()).containsExactly(tells.story());
        assertThat(stories.find(tells.story()).orElseThrow().told())
                .contains(Duration.ofSeconds(95));
        assertThat(seen)
                .containsExactly(
                        Signal.in(
                                new CallId("1.1"),
                                SignalKind.TOLD_STORY,
                                "support",
                                clock.instant(),
                                "95 s"));
        Turn.Say thanks = (Turn.Say) told.then();
        Turn.WithStories joins = (Turn.WithStories) answer(recording, "1.1", thanks.next(), "");
        assertThat(((Turn.Join) joins.then()).arrival()).isEqualTo(new EffectiveArrival(Scene.NOW));
        assertThat(((Turn.Join) joins.then()).brief())
                .containsExactly(CataloguePrompt.BRIEF_STORY.prompt());
    }

    @Test
    void while_he_waits_a_key_offers_it_and_he_comes_back_at_his_place() {
        Dialogues recording = dialogues(RECORDS, matters);
        Turn.Join waits = waits(recording, "1.1", "1");
        Turn.Ask offer = (Turn.Ask) answer(recording, "1.1", waits.next(), "5");
        assertThat(offer.say()).containsExactly(CataloguePrompt.STORY_OFFER.prompt());
        Turn.Record tells = (Turn.Record) answer(recording, "1.1", offer.next(), "1");
        files.write(tells.story(), Scene.NOW);
        Turn.Say thanks =
                (Turn.Say)
                        ((Turn.WithStories) answer(recording, "1.1", tells.next(), "TIMEOUT.180"))
                                .then();
        clock.passesSeconds(180);
        Turn.Join again = (Turn.Join) answer(recording, "1.1", thanks.next(), "");
        assertThat(again.arrival()).isEqualTo(waits.arrival());
        assertThat(waits.brief()).isEmpty();
        assertThat(again.brief()).containsExactly(CataloguePrompt.BRIEF_STORY.prompt());

        Turn.Ask more = (Turn.Ask) answer(recording, "1.1", again.next(), "5");
        assertThat(answer(recording, "1.1", more.next(), "2")).isInstanceOf(Turn.Join.class);
    }

    @Test
    void who_did_not_agree_to_be_recorded_cannot_tell_one_by_the_key_either() {
        Dialogues recording = dialogues(RECORDS, matters);
        for (String key : List.of("2", "")) {
            Turn.Join waits = waits(recording, "1." + key.length(), key);
            assertThat(recording.atOnce(question("1." + key.length(), waits.next(), "5", "")))
                    .isEmpty();
            Turn.Say keeps = (Turn.Say) answer(recording, "1." + key.length(), waits.next(), "5");
            assertThat(keeps.say()).containsExactly(CataloguePrompt.KEEP_WAITING.prompt());
            Turn.Join again = (Turn.Join) answer(recording, "1." + key.length(), keeps.next(), "");
            assertThat(again.arrival()).isEqualTo(waits.arrival());
        }
        assertThat(stories.of(new CallId("1.1"))).isEmpty();
    }

    @Test
    void a_refusal_that_cannot_be_noted_still_is_one_when_he_presses_the_key() {
        Dialogues recording = dialogues(RECORDS, matters);
        Turn.Ask may = (Turn.Ask) answer(recording, "1.1", new Turn.Next("arrival", ""), "");
        consents.fail();
        Turn.WithStories waits = (Turn.WithStories) answer(recording, "1.1", may.next(), "2");
        assertThat(answer(recording, "1.1", ((Turn.Join) waits.then()).next(), "5"))
                .isInstanceOf(Turn.Say.class);
    }

    @Test
    void where_no_stories_are_told_the_key_tells_him_that_he_keeps_his_place() {
        Turn.Join waits = (Turn.Join) keys("1.1", (Turn.Ask) keys("1.1", arrives("1.1"), ""), "");
        assertThat(((Turn.Say) answer(asking, "1.1", waits.next(), "5")).say())
                .containsExactly(CataloguePrompt.KEEP_WAITING.prompt());
    }

    @Test
    void what_was_told_goes_with_the_matter_and_not_with_another_one() {
        Dialogues recording = dialogues(WELCOMES, matters);
        Turn.Ask offer = (Turn.Ask) answer(recording, "1.1", new Turn.Next("arrival", ""), "");
        Turn.Record tells = (Turn.Record) answer(recording, "1.1", offer.next(), "1");
        files.write(tells.story(), Scene.NOW);
        hangsUp(recording, tells, "HANGUP.9");

        Turn.Ask same = (Turn.Ask) answer(recording, "1.2", new Turn.Next("arrival", ""), "");
        Turn.Ask again = (Turn.Ask) answer(recording, "1.2", same.next(), "1");
        assertThat(((Turn.WithStories) answer(recording, "1.2", again.next(), "2")).stories())
                .containsExactly(tells.story());
        same = (Turn.Ask) answer(recording, "1.3", new Turn.Next("arrival", ""), "");
        Turn.Ask fresh = (Turn.Ask) answer(recording, "1.3", same.next(), "2");
        assertThat(((Turn.WithStories) answer(recording, "1.3", fresh.next(), "2")).stories())
                .isEmpty();
    }

    @Test
    void who_hung_up_before_he_began_has_told_nothing() {
        Dialogues recording = dialogues(WELCOMES, matters);
        Turn.Ask offer = (Turn.Ask) answer(recording, "1.1", new Turn.Next("arrival", ""), "");
        Turn.Record tells = (Turn.Record) answer(recording, "1.1", offer.next(), "1");

        hangsUp(recording, tells, "HANGUP.0");

        assertThat(stories.find(tells.story())).isEmpty();
    }

    @Test
    void a_story_in_which_nobody_speaks_is_none_and_is_not_kept() {
        Dialogues recording = dialogues(WELCOMES, matters);
        Turn.Ask offer = (Turn.Ask) answer(recording, "1.1", new Turn.Next("arrival", ""), "");
        Turn.Record tells = (Turn.Record) answer(recording, "1.1", offer.next(), "1");
        files.writeSilence(tells.story(), Scene.NOW);

        Turn.WithStories told =
                (Turn.WithStories) answer(recording, "1.1", tells.next(), "TIMEOUT.180");

        assertThat(told.stories()).isEmpty();
        assertThat(((Turn.Say) told.then()).say())
                .containsExactly(CataloguePrompt.STORY_NOTHING.prompt());
        assertThat(stories.find(tells.story())).isEmpty();
        assertThat(files.of(Set.of(tells.story()))).isEmpty();
    }

    @Test
    void a_story_without_a_sound_is_not_offered_and_one_that_cannot_be_seen_is() {
        Dialogues recording = dialogues(WELCOMES, matters);
        Turn.Ask offer = (Turn.Ask) answer(recording, "1.1", new Turn.Next("arrival", ""), "");
        Turn.Record tells = (Turn.Record) answer(recording, "1.1", offer.next(), "1");
        files.vanish();
        hangsUp(recording, tells, "HANGUP.9");
        files.comeBack();
        Turn.Ask same = (Turn.Ask) answer(recording, "1.2", new Turn.Next("arrival", ""), "");
        Turn.Ask again = (Turn.Ask) answer(recording, "1.2", same.next(), "1");

        assertThat(((Turn.WithStories) answer(recording, "1.2", again.next(), "2")).stories())
                .isEmpty();
        files.vanish();
        assertThat(((Turn.WithStories) answer(recording, "1.2", again.next(), "2")).stories())
                .containsExactly(tells.story());
    }

    /** As the dialplan posts it. */
    private static void hangsUp(Dialogues recording, Turn.Record tells, String how) {
        Turn.Next posted = new Turn.Next("story", tells.story().value());
        assertThat(answer(recording, "0.9", posted, how)).isEqualTo(new Turn.Nothing());
    }

    /** A caller in the queue who answered so when he was asked whether he may be recorded. */
    private Turn.Join waits(Dialogues dialogues, String call, String key) {
        Turn.Ask may = (Turn.Ask) answer(dialogues, call, new Turn.Next("arrival", ""), "");
        Turn then = answer(dialogues, call, may.next(), key);
        if (then instanceof Turn.Recorded(_, Turn.Ask offer)) {
            then = answer(dialogues, call, offer.next(), "2");
        }
        return (Turn.Join) ((Turn.WithStories) then).then();
    }

    @Test
    void a_state_that_is_not_ours_takes_the_ordinary_way() {
        assertThat(asking.answer(question("1.1", new Turn.Next("intake", "9:x"), "1", "")))
                .isEmpty();
    }

    private Optional<Matter> open() {
        return matters.open(NUMBER, LINE.name(), clock.instant());
    }

    private Turn.Ask arrives(String call) {
        return (Turn.Ask) answer(asking, call, new Turn.Next("arrival", ""), "");
    }

    private Turn keys(String call, Turn.Ask asked, String key) {
        return answer(asking, call, asked.next(), key);
    }

    private Turn asked(String call, Turn.Next next, String key, String number) {
        return asking.answer(question(call, next, key, number)).orElseThrow();
    }

    private static Turn answer(Dialogues dialogues, String call, Turn.Next next, String key) {
        return dialogues.answer(question(call, next, key, "2025550143")).orElseThrow();
    }

    private static Question question(String call, Turn.Next next, String key, String number) {
        return new Question(
                next.dialogue(), LINE.name(), next.state(), key, new CallId(call), number, "en");
    }

    private Dialogues dialogues(IntakeTerms terms, Matters kept) {
        Map<LineName, Line> lines = Map.of(LINE.name(), LINE);
        Reception.Tongue tongue =
                new Reception.Tongue(new NumberPlan("US"), Languages.of(List.of("en")));
        Reception reception =
                new Reception(
                        new Reception.Rules(
                                lines,
                                USUAL,
                                tongue,
                                NumberJudge.by(
                                        new NumberPolicy(new NumberPlan("US"), NumberRules.NONE),
                                        callers),
                                Map.of()),
                        new Reception.Memory(callers, ledger),
                        floor,
                        new Orders(
                                ledger,
                                new Settler(
                                        ledger,
                                        new RetryPolicy(
                                                new RetrySettings(3, 5, Duration.ofMinutes(5)))),
                                callers,
                                new PromiseLimits(2, 10, 200),
                                _ -> {}),
                        new Reception.Chance(clock, () -> new PromiseId("f".repeat(32))));
        ConsentBook book =
                new ConsentBook(
                        consents,
                        new Wordings(tongue.languages().inUse(), Sounds.UNSEEN),
                        clock,
                        () -> new RecordingId("%032x".formatted(++drawn)));
        StoryDesk tells =
                new StoryDesk(
                        new StoryDesk.Rules(lines, Map.of(LINE.name(), terms), tongue),
                        new StoryDesk.Memory(
                                stories,
                                files,
                                kept,
                                ledger,
                                new Tempers(callers, Signals.NONE, USUAL),
                                new Seen(seen)),
                        book,
                        floor,
                        clock);
        return tells.before(
                new CalledConsentDesk(ledger, book)
                        .before(
                                new IntakeDesk(
                                                new IntakeDesk.Rules(
                                                        lines, Map.of(LINE.name(), terms), tongue),
                                                new IntakeDesk.Memory(callers, ledger, kept),
                                                book,
                                                tells,
                                                floor,
                                                clock)
                                        .before(reception)));
    }

    /** What was seen of callers, as it comes. */
    private record Seen(List<Signal> all) implements Signals {
        @Override
        public void record(Signal signal) {
            all.add(signal);
        }

        @Override
        public List<Signal> recent(PhoneNumber number, Instant since) {
            return List.of();
        }
    }

    /** Matters that can be read only. */
    private record Unwritable(Matters kept) implements Matters {
        @Override
        public Optional<Matter> open(PhoneNumber number, LineName line, Instant now) {
            return kept.open(number, line, now);
        }

        @Override
        public Optional<Matter> find(MatterId id) {
            return kept.find(id);
        }

        @Override
        public Optional<Matter> of(PromiseId promise) {
            return kept.of(promise);
        }

        @Override
        public Matter note(PhoneNumber number, LineName line, MatterNote note, Instant now) {
            throw new IllegalStateException("disk full");
        }

        @Override
        public boolean close(MatterId id, String why, Instant now) {
            throw new IllegalStateException("disk full");
        }
    }
}
