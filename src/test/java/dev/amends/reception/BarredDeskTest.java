package dev.amends.reception;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.caller.Bar;
import dev.amends.caller.Bars;
import dev.amends.caller.CallId;
import dev.amends.caller.FakeBars;
import dev.amends.caller.NumberPlan;
import dev.amends.caller.PhoneNumber;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.speech.CataloguePrompt;
import dev.amends.speech.Languages;
import dev.amends.speech.Prompt;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whoever is barred hears why and comes no further; everybody else is not held up. */
class BarredDeskTest {

    /** A Saturday. */
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private static final LineName SUPPORT = new LineName("support");
    private static final PhoneNumber NUMBER = new PhoneNumber("+12025550123");
    private static final Turn OTHERS = new Turn.Nothing();
    private static final Languages LANGUAGES = Languages.of(List.of("en", "es"));

    private final FakeBars bars = new FakeBars();

    private Dialogues desk(Map<LineName, String> inWriting) {
        Line line =
                new Line(
                        SUPPORT,
                        "support",
                        "support-senior",
                        3,
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(90),
                        ZoneId.of("America/New_York"));
        return new BarredDesk(
                        bars,
                        new BarredDesk.Rules(
                                Map.of(SUPPORT, line),
                                inWriting,
                                new Reception.Tongue(new NumberPlan("US"), LANGUAGES)),
                        () -> NOW)
                .before(_ -> Optional.of(OTHERS));
    }

    private Optional<Turn> asks(String dialogue, String line, String callerId, String language) {
        return desk(Map.of())
                .answer(
                        new Question(
                                dialogue,
                                new LineName(line),
                                "",
                                "",
                                new CallId("1764331200.1"),
                                callerId,
                                language));
    }

    private void barred(Duration time) {
        bars.put(new Bar(NUMBER, "threatened a rep", NOW, NOW.plus(time)));
    }

    private static List<Prompt> said(Optional<Turn> turn) {
        return ((Turn.Goodbye) turn.orElseThrow()).say();
    }

    @Test
    void he_hears_why_until_when_by_the_clock_of_the_line_and_how_to_reach_us_in_writing() {
        barred(Duration.ofDays(2));

        assertThat(said(asks("arrival", "support", "+12025550123", "")))
                .extracting(Prompt::file)
                .containsExactly(
                        "amends/barred",
                        "amends/word-on",
                        "digits/day-1",
                        "amends/at",
                        "digits/7",
                        "digits/a-m",
                        "amends/in-writing");
    }

    @Test
    void in_his_own_language() {
        barred(Duration.ofDays(1));

        List<Prompt> spanish = said(asks("arrival", "support", "+12025550123", "es_MX"));

        assertThat(spanish).startsWith(CataloguePrompt.BARRED.prompt());
        assertThat(spanish).isNotEqualTo(said(asks("arrival", "support", "+12025550123", "en")));
    }

    @Test
    void a_line_may_have_its_own_words_on_how_to_reach_it() {
        barred(Duration.ofDays(1));

        Optional<Turn> turn =
                desk(Map.of(SUPPORT, "post"))
                        .answer(
                                new Question(
                                        "arrival",
                                        SUPPORT,
                                        "",
                                        "",
                                        new CallId("1764331200.1"),
                                        "+12025550123",
                                        "en"));

        assertThat(said(turn)).endsWith(new Prompt("amends/in-writing-post"));
    }

    @Test
    void nobody_else_is_held_up() {
        barred(Duration.ofDays(1));

        assertThat(asks("arrival", "support", "+12025550199", "")).contains(OTHERS);
        assertThat(asks("arrival", "support", "", "")).contains(OTHERS);
        assertThat(asks("arrival", "sales", "+12025550123", "")).contains(OTHERS);
        assertThat(asks("left", "support", "+12025550123", "")).contains(OTHERS);
    }

    @Test
    void that_he_called_all_the_same_is_on_record_and_not_that_somebody_else_did() {
        barred(Duration.ofDays(1));

        asks("arrival", "support", "+12025550123", "");
        asks("arrival", "support", "+12025550199", "");

        assertThat(bars.list(NOW, false, 9))
                .extracting(Bars.OnRecord::tries)
                .containsExactly(new Bars.Tries(1, Optional.of(NOW)));
    }

    @Test
    void once_his_time_is_over_he_is_a_caller_like_any_other() {
        bars.put(new Bar(NUMBER, "threatened a rep", NOW.minusSeconds(60), NOW));

        assertThat(asks("arrival", "support", "+12025550123", "")).contains(OTHERS);
    }
}
