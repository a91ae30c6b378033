package dev.amends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.care.ClosingTerms;
import dev.amends.care.IntakeTerms;
import dev.amends.dialing.SurveySettings;
import dev.amends.dialing.TellingWay;
import dev.amends.line.Holidays;
import dev.amends.line.Hours;
import dev.amends.line.Line;
import dev.amends.line.LineName;
import dev.amends.line.PublicHolidays;
import dev.amends.line.WeeklyHours;
import dev.amends.promise.RetrySettings;
import dev.amends.promise.Setback;
import dev.amends.reception.CalledTerms;
import dev.amends.reception.LaterTerms;
import dev.amends.supervision.Retention;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class SettingsReaderTest {

    private static final String KEY = "0123456789abcdef".repeat(4);

    @TempDir private Path folder = Path.of("set by JUnit");

    @BeforeEach
    void secretsAreInPlace() throws IOException {
        secretFile("key.conf", "; made at install\nAMENDS_KEY=" + KEY + "\n");
        secretFile("secret.conf", "secret = s3cret\n");
    }

    @Test
    void without_any_setting_but_the_secrets_the_defaults_are_in_force() throws IOException {
        Settings settings = usable("").settings();

        assertThat(settings.pbx().amiPort()).isEqualTo(5038);
        assertThat(settings.pbx().credentials()).contains(new Settings.Credentials("s3cret", KEY));
        assertThat(settings.store()).isEqualTo(Path.of("/var/lib/amends/amends.db"));
        assertThat(settings.recognition().flagFades()).isEqualTo(Duration.ofDays(14));
        assertThat(settings.retry().retries()).isEqualTo(3);
        assertThat(settings.dialing().ring()).isEqualTo(Duration.ofSeconds(25));
        assertThat(settings.lines()).containsExactly(line("support", 3));
    }

    @Test
    void a_lines_queues_are_named_after_it_and_lines_keep_their_order() throws IOException {
        Settings settings =
                usable("[lines.sales]\noffer_when_waiting = 0\n[lines.billing]").settings();

        assertThat(settings.lines()).containsExactly(line("sales", 0), line("billing", 3));
    }

    @Test
    void relative_paths_start_at_the_folder_of_the_settings() throws IOException {
        assertThat(usable("[store]\npath = \"amends.db\"").settings().store())
                .isEqualTo(folder.resolve("amends.db"));
    }

    @Test
    void no_secret_is_ever_in_a_text_form_or_in_what_is_printed() throws IOException {
        SettingsReader.Usable usable =
                usable("[asterisk]\nami_secret = \"s3cret\"\nkey_file = \"key.conf\"");

        assertThat(usable.settings().toString()).doesNotContain("s3cret").doesNotContain(KEY);
        assertThat(usable.print()).noneMatch(line -> line.contains("s3cret"));
        assertThat(usable.print()).contains("[asterisk]", "ami_secret = \"…\"  # not shown");
    }

    @Test
    void the_wait_above_which_the_choice_is_offered_and_the_time_zone_can_be_set()
            throws IOException {
        String text = "[lines.sales]\noffer_above_seconds = 45\ntime_zone = \"Europe/Berlin\"";
        Line sales = usable(text).settings().lines().getFirst();
        assertThat(sales.offerAbove()).isEqualTo(Duration.ofSeconds(45));
        assertThat(sales.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    }

    @Test
    void what_is_asked_at_the_end_of_a_call_is_set_for_each_line_and_nothing_is_by_itself()
            throws IOException {
        Settings settings =
                usable(
                                """
                                [actions]
                                codes = ["invoice"]
                                [lines.sales]
                                closing = true
                                closing_team = "accounting"
                                survey = true
                                [lines.billing]
                                """)
                        .settings();
        LineName sales = new LineName("sales");
        assertThat(settings.closing().get(sales))
                .isEqualTo(new ClosingTerms(true, Optional.of("accounting"), false, true));
        assertThat(settings.closing().get(new LineName("billing"))).isEqualTo(ClosingTerms.NONE);
        assertThat(LineVariables.of(settings))
                .containsEntry(
                        "AMENDS_CLOSING_SALES", "invoice:refund:delivery:repair:document:other")
                .containsEntry("AMENDS_TEAM_SALES", "1")
                .containsEntry("AMENDS_SURVEY_SALES", "1")
                .containsEntry("AMENDS_RING_SALES", "0")
                .containsEntry("AMENDS_CLOSING_BILLING", "0")
                .containsEntry("AMENDS_SURVEY_BILLING", "0");
    }

    @Test
    void a_line_may_have_no_breathers_and_not_all_codes() throws IOException {
        Settings settings =
                usable(
                                """
                                [lines.sales]
                                breather = false
                                codes_off = ["limit", "end", "help"]
                                [lines.billing]
                                [lines.orders]
                                codes_off = ["upset", "abusive", "senior", "supervisor", "later", "help",
                                  "limit", "end", "pause", "story", "close"]
                                """)
                        .settings();
        assertThat(settings.breathers().without()).containsExactly("sales");
        assertThat(LineVariables.of(settings))
                .containsEntry(
                        "AMENDS_CODES_SALES",
                        "amendsUpset:amendsAbusive:amendsSenior:amendsSupervisor:amendsLater"
                                + ":amendsPause:amendsStory:amendsClose")
                .containsEntry("AMENDS_CODES_ORDERS", "0");
        assertThat(LineVariables.of(settings).get("AMENDS_CODES_BILLING"))
                .startsWith("amendsUpset:")
                .contains(":amendsHelp:amendsLimit:amendsEnd:");
    }

    @Test
    void who_is_called_once_more_to_be_asked_is_set_for_each_line_and_nobody_is_by_itself()
            throws IOException {
        String text =
                "[lines.sales]\nsurvey_call_after = \"2h\"\nsurvey_call_days = 7\n[lines.billing]";
        assertThat(usable(text).settings().surveys().lines())
                .containsExactly(
                        Map.entry(
                                new LineName("sales"),
                                new SurveySettings.OfLine(
                                        Duration.ofHours(2), Duration.ofDays(7))));
    }

    @Test
    void records_are_kept_for_days_or_for_ever() throws IOException {
        assertThat(usable("").settings().retention())
                .isEqualTo(
                        new Retention(
                                Optional.of(Duration.ofDays(400)),
                                Optional.of(Duration.ofDays(1100))));
        assertThat(usable("[retention]\ncalls_days = 0").settings().retention().calls()).isEmpty();
    }

    @Test
    void hours_holidays_and_calling_hours_are_read() throws IOException {
        Settings settings =
                usable(
                                """
                                [callbacks]
                                calling_hours = "mon-sat 09:00-20:00"
                                [lines.sales]
                                hours = "mon-fri 08:00-18:00, sat 09:00-13:00"
                                holidays = "de/by"
                                closed_on = ["2026-12-31", "12-24"]
                                cut_off_minutes = 30
                                time_zone = "Europe/Berlin"
                                """)
                        .settings();

        assertThat(settings.callingHours())
                .isEqualTo(WeeklyHours.read("mon-sat 09:00-20:00").orElseThrow());
        assertThat(settings.lines().getFirst().hours())
                .isEqualTo(
                        new Hours(
                                WeeklyHours.read("mon-fri 08:00-18:00, sat 09:00-13:00")
                                        .orElseThrow(),
                                new Holidays(
                                        PublicHolidays.of("de/by"),
                                        Set.of(LocalDate.of(2026, 12, 31)),
                                        Set.of(MonthDay.of(12, 24))),
                                Duration.ofMinutes(30),
                                ZoneId.of("Europe/Berlin")));
    }

    @Test
    void without_hours_a_line_is_always_open_and_people_are_not_called_at_night()
            throws IOException {
        Settings settings = usable("").settings();
        assertThat(settings.lines().getFirst().hours().always()).isTrue();
        assertThat(settings.callingHours())
                .isEqualTo(WeeklyHours.read("mon-sun 08:00-21:00").orElseThrow());
    }

    @Test
    void what_is_printed_can_be_read_again_and_means_the_same() throws IOException {
        SettingsReader.Usable usable =
                usable(
                        "[speech]\nlanguages = [\"es\", \"en\"]\n[lines.sales]\nhead_start_seconds = 90");

        SettingsReader.Usable again = read(String.join("\n", usable.print()), Map.of());

        assertThat(again.settings()).isEqualTo(usable.settings());
        assertThat(again.print()).isEqualTo(usable.print());
    }

    @Test
    void each_outcome_has_a_rule_of_its_own_and_what_it_leaves_out_is_the_rule_for_all()
            throws IOException {
        RetrySettings retry =
                usable(
                                "[callbacks]\nretries = 6\ngap_seconds = 60\ngive_up_after_days = 2\n"
                                        + "[retry.busy]\ngap_seconds = 30\n[retry.machine]\ntries = 2\n"
                                        + "[retry.congestion]\ngap_seconds = 10")
                        .settings()
                        .retry();

        assertThat(retry.retries()).isEqualTo(6);
        assertThat(retry.giveUpAfter()).isEqualTo(Duration.ofDays(2));
        assertThat(retry.rule(Setback.BUSY)).isEqualTo(rule(7, 30));
        assertThat(retry.rule(Setback.MACHINE)).isEqualTo(rule(2, 60));
        assertThat(retry.rule(Setback.CONGESTION)).isEqualTo(rule(6, 10));
        assertThat(retry.rule(Setback.NOT_NOW)).isEqualTo(rule(7, 60));
    }

    @Test
    void without_any_rule_a_callback_is_tried_as_it_always_was() throws IOException {
        RetrySettings retry = usable("").settings().retry();

        assertThat(retry.rules())
                .isEqualTo(new RetrySettings(3, 5, Duration.ofSeconds(300)).rules());
        assertThat(retry.retries()).isEqualTo(3);
    }

    @Test
    void a_rule_for_an_outcome_that_there_is_not_names_the_nearest_one() throws IOException {
        assertThat(problems("[retry.bussy]\ntries = 2\n[retry.no_answer]\ntries = 99"))
                .contains(
                        "1: retry.bussy: there is no such section (did you mean"
                                + " [retry.busy]?)",
                        "4: retry.no_answer.tries: must be a whole number from 1 to 50,"
                                + " not 99");
    }

    @Test
    void what_is_done_for_called_people_is_read_line_by_line() throws IOException {
        Settings settings =
                usable(
                                "[lines.sales]\nnot_now_choices = \"90s 1d\"\nmachine_message = true\n"
                                        + "[lines.billing]\nnot_now_choices = \"\"")
                        .settings();

        assertThat(settings.called())
                .containsEntry(
                        new LineName("sales"),
                        new CalledTerms(List.of(Duration.ofSeconds(90), Duration.ofDays(1)), true))
                .containsEntry(new LineName("billing"), CalledTerms.NONE);
    }

    @Test
    void what_callers_are_asked_and_reps_are_told_is_read_line_by_line() throws IOException {
        Settings settings =
                usable(
                                "[lines.sales]\nwelcome_back = true\nreasons = [\"order\", \"size-2\"]\n"
                                        + "wishes = [\"refund\"]\nbrief = true\n[lines.billing]\n")
                        .settings();

        assertThat(settings.intake())
                .containsEntry(
                        new LineName("sales"),
                        new IntakeTerms(true, List.of("order", "size-2"), List.of("refund")))
                .containsEntry(new LineName("billing"), IntakeTerms.NONE);
        assertThat(settings.briefed()).containsExactly(new LineName("sales"));
    }

    private static RetrySettings.Rule rule(int tries, long seconds) {
        return new RetrySettings.Rule(tries, Duration.ofSeconds(seconds));
    }

    @Test
    void the_times_that_callers_may_choose_are_read_line_by_line() throws IOException {
        Settings settings =
                usable(
                                "[lines.sales]\nlater_choices = \"90s 7d\"\nhold_limit_seconds = 60\n"
                                        + "[lines.billing]\nlater_choices = \"\"")
                        .settings();

        assertThat(settings.later().get(new LineName("sales")))
                .isEqualTo(
                        new LaterTerms(
                                List.of(Duration.ofSeconds(90), Duration.ofDays(7)),
                                Duration.ofSeconds(60)));
        assertThat(settings.later())
                .containsEntry(
                        new LineName("billing"), new LaterTerms(List.of(), Duration.ofMinutes(10)));
        assertThat(usable("").settings().later())
                .containsEntry(
                        new LineName("support"),
                        new LaterTerms(
                                List.of(
                                        Duration.ofMinutes(30),
                                        Duration.ofHours(1),
                                        Duration.ofHours(2),
                                        Duration.ofDays(1)),
                                Duration.ofMinutes(10)));
    }

    @ParameterizedTest(name = "{0}.{1} = {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "asterisk|host|\"a b\"|must be a host name or an address, not \"a b\"",
                "asterisk|host|5|must be a host name or an address, not 5",
                "asterisk|ami_port|0|must be a whole number from 1 to 65535, not 0",
                "asterisk|ami_port|65536|must be a whole number from 1 to 65535, not 65536",
                "asterisk|ami_port|\"5038\"|must be a whole number from 1 to 65535, not \"5038\"",
                "asterisk|ami_port|5038.5|must be a whole number from 1 to 65535, not 5038.5",
                "asterisk|ami_user|\"a:b\"|must be an account name, not \"a:b\"",
                "asterisk|ami_secret|7|must be text without line breaks",
                "asterisk|ami_secret|\"a\\r\\nb\"|must be text without line breaks",
                "asterisk|ami_secret_file|\"\"|must be the path of a file, not \"\"",
                "asterisk|key_file|true|must be the path of a file, not true",
                "asterisk|agi_listen|\"\"|must be a host name or an address, not \"\"",
                "asterisk|agi_port|-1|must be a whole number from 1 to 65535, not -1",
                "speech|languages|\"es\"|must be a list of these, the default first:"
                        + " \"en\", \"es\", not \"es\"",
                "speech|languages|[]|must be a list of these, the default first:"
                        + " \"en\", \"es\", not []",
                "speech|languages|[\"en\", \"xx\"]|must be a list of these, the default first:"
                        + " \"en\", \"es\", not [\"en\",\"xx\"]",
                "speech|languages|[\"en\", 7]|must be a list of these, the default first:"
                        + " \"en\", \"es\", not [\"en\",7]",
                "speech|languages|[\"es\", \"es\"]|must be a list of these, the default first:"
                        + " \"en\", \"es\", not [\"es\",\"es\"]",
                "asterisk|trunk|\"PJSIP/carrier\"|must be a dial string with {number} or {digits}"
                        + " once, such as \"PJSIP/{number}@carrier\", not \"PJSIP/carrier\"",
                "asterisk|trunk|\"PJSIP/{number}&PJSIP/1\"|must be a dial string with {number} or"
                        + " {digits} once, such as \"PJSIP/{number}@carrier\", not"
                        + " \"PJSIP/{number}&PJSIP/1\"",
                "store|path|\"\"|must be the path of a file, not \"\"",
                "numbers|home_region|\"us\"|must be a country code such as \"US\" or \"DE\", not"
                        + " \"us\" (did you mean \"US\"?)",
                "numbers|home_region|\"XX\"|must be a country code such as \"US\" or \"DE\", not"
                        + " \"XX\"",
                "recognition|repeat_calls|0|must be a whole number from 1 to 100, not 0",
                "recognition|repeat_days|366|must be a whole number from 1 to 365, not 366",
                "recognition|redial_minutes|-1|must be a whole number from 0 to 1440, not -1",
                "recognition|flag_days|0|must be a whole number from 1 to 365, not 0",
                "numbers|own_numbers|\"+1\"|must be a list of numbers or their beginnings with +"
                        + " and country code, such as [\"+44\", \"+12025550100\"], not \"+1\"",
                "numbers|allow|[\"44\"]|must be a list of numbers or their beginnings with + and"
                        + " country code, such as [\"+44\", \"+12025550100\"], not [\"44\"]",
                "numbers|deny|[1]|must be a list of numbers or their beginnings with + and country"
                        + " code, such as [\"+44\", \"+12025550100\"], not [1]",
                "limits|per_number_a_day|0|must be a whole number from 1 to 1000, not 0",
                "limits|per_block_an_hour|0|must be a whole number from 1 to 100000, not 0",
                "limits|in_all_an_hour|0|must be a whole number from 1 to 1000000, not 0",
                "callbacks|retries|21|must be a whole number from 0 to 20, not 21",
                "callbacks|congestions|5|there is no such setting",
                "callbacks|give_up_after_days|366|must be a whole number from 0 to 365, not 366",
                "retry.busy|tries|0|must be a whole number from 1 to 50, not 0",
                "retry.congestion|tries|51|must be a whole number from 1 to 50, not 51",
                "retry.not_now|gap_seconds|86401|must be a whole number from 1 to 86400, not"
                        + " 86401",
                "retry.machine|trys|3|there is no such setting (did you mean tries?)",
                "retry|tries|3|stands outside of a section (did you mean tries in [retry.busy]?)",
                "retry|busy|3|must be a section: [retry.busy]",
                "lines.support|machine_message|\"no\"|must be true or false, not \"no\"",
                "lines.support|welcome_back|1|must be true or false, not 1",
                "lines.support|reasons|[\"Billing\"]|must be a list of at most nine words of small"
                        + " letters, digits and dashes, such as [\"billing\", \"other\"], not"
                        + " [\"Billing\"]",
                "lines.support|reasons|[\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\"]|must be"
                        + " a list of at most nine words of small letters, digits and dashes, such"
                        + " as [\"billing\", \"other\"], not"
                        + " [\"a\",\"b\",\"c\",\"d\",\"e\",\"f\",\"g\",\"h\",\"i\",\"j\"]",
                "lines.support|wishes|\"refund\"|must be a list of at most nine words of small"
                        + " letters, digits and dashes, such as [\"refund\", \"other\"], not"
                        + " \"refund\"",
                "lines.support|not_now_choices|\"2d\"|must be up to nine lengths of time from 1s to"
                        + " 1d, such as \"30m 1h 2h 1d\", or \"\", not \"2d\"",
                "lines.support|survey_call_after|\"1h 2h\"|must be a length of time from 1s to 1d,"
                        + " such as \"2h\", or \"\" for no call, not \"1h 2h\"",
                "lines.support|survey_call_after|\"2d\"|must be a length of time from 1s to 1d,"
                        + " such as \"2h\", or \"\" for no call, not \"2d\"",
                "lines.support|survey_call_days|0|must be a whole number from 1 to 365, not 0",
                "callbacks|gap_seconds|0|must be a whole number from 1 to 86400, not 0",
                "callbacks|ring_seconds|4|must be a whole number from 5 to 120, not 4",
                "callbacks|caller_id|\"Acme\"|must be a telephone number, or \"\" for the trunk's"
                        + " own, not \"Acme\"",
                "callbacks|rep_wait_seconds|86401|must be a whole number from 0 to 86400, not 86401",
                "callbacks|rep_ring_seconds|4|must be a whole number from 5 to 120, not 4",
                "callbacks|at_most_placed|0|must be a whole number from 1 to 1000, not 0",
                "lines.support|queue|\"a,b\"|must be the name of a queue, not \"a,b\"",
                "lines.support|senior_queue|\"\"|must be the name of a queue, not \"\"",
                "lines.support|senior_queue|\"support\"|must be another queue than queue",
                "lines.support|offer_when_waiting|[3]|must be a whole number from 0 to 1000, not"
                        + " [3]",
                "lines.support|offer_above_seconds|7201|must be a whole number from 0 to 7200, not"
                        + " 7201",
                "lines.support|time_zone|\"Berlin\"|must be a time zone such as"
                        + " \"America/New_York\", or \"\" for this machine's, not \"Berlin\"",
                "lines.support|seniors_only_seconds|601|must be a whole number from 0 to 600, not"
                        + " 601",
                "lines.support|head_start_seconds|99999999999|must be a whole number from 0 to"
                        + " 3600, not 99999999999",
                "asterisk|ami_prot|1|there is no such setting (did you mean ami_port?)",
                "asterisk|ring_seconds|1|there is no such setting (did you mean ring_seconds in"
                        + " [callbacks]?)",
                "lines.support|later_choices|\"8d\"|must be up to nine lengths of time from 1s to 7d,"
                        + " such as \"30m 1h 2h 1d\", or \"\", not \"8d\"",
                "lines.support|not_now_choices|\"25h\"|must be up to nine lengths of time from 1s to"
                        + " 1d, such as \"30m 1h 2h 1d\", or \"\", not \"25h\"",
                "lines.support|later_choices|\"1h,2h\"|must be up to nine lengths of time from 1s to"
                        + " 7d, such as \"30m 1h 2h 1d\", or \"\", not \"1h,2h\"",
                "lines.support|hold_limit_seconds|0|must be a whole number from 1 to 7200, not 0",
                "lines.support|hours|\"Mon-Fri 8-18\"|must be hours of a week such as \"mon-fri"
                        + " 08:00-18:00, sat 09:00-13:00\" (over midnight: two entries), or \"\" for"
                        + " always, not \"Mon-Fri 8-18\" (did you mean \"mon-fri 08:00-18:00\"?)",
                "lines.support|hours|\"nine to five\"|must be hours of a week such as \"mon-fri"
                        + " 08:00-18:00, sat 09:00-13:00\" (over midnight: two entries), or \"\" for"
                        + " always, not \"nine to five\": \"nine\" is no day: mon, tue … sun, or mon-fri",
                "lines.support|hours|\"mon-fri 08:00-12:00, fri 11:00-13:00\"|must be hours of a week"
                        + " such as \"mon-fri 08:00-18:00, sat 09:00-13:00\" (over midnight: two entries),"
                        + " or \"\" for always, not \"mon-fri 08:00-12:00, fri 11:00-13:00\": two of its"
                        + " times overlap on fri",
                "callbacks|calling_hours|8|must be hours of a week such as \"mon-fri 08:00-18:00,"
                        + " sat 09:00-13:00\" (over midnight: two entries), or \"\" for always, not 8",
                "lines.support|holidays|\"DE-BY\"|must be a country whose holidays count, or a"
                        + " part of it, such as \"us\" or \"de/by\", or \"\" for none, not \"DE-BY\""
                        + " (did you mean \"de/by\"?)",
                "lines.support|holidays|\"xx\"|must be a country whose holidays count, or a part"
                        + " of it, such as \"us\" or \"de/by\", or \"\" for none, not \"xx\"",
                "lines.support|closed_on|[\"24.12.\"]|must be a list of dates such as"
                        + " \"2026-12-24\", or \"12-24\" for every year, not [\"24.12.\"]",
                "lines.support|closed_on|[\"2026-02-30\"]|must be a list of dates such as"
                        + " \"2026-12-24\", or \"12-24\" for every year, not [\"2026-02-30\"]",
                "lines.support|cut_off_minutes|721|must be a whole number from 0 to 720, not 721",
                "lines.support|ques|\"x\"|there is no such setting (did you mean queue?)",
                "asterisk|zzz|1|there is no such setting",
            })
    void a_wrong_value_is_told_with_its_line_and_what_it_must_be(
            String section, String name, String value, String message) throws IOException {
        String text = "# a comment\n\n[" + section + "]\n" + name + " = " + value + "\n";

        assertThat(problems(text)).contains("4: " + section + "." + name + ": " + message);
        assertThat(problems(text)).noneMatch(line -> !line.startsWith("4:") && !elsewhere(line));
    }

    /** The settings that a table's text does not give, because it gives their section itself. */
    private static boolean elsewhere(String line) {
        return line.contains("asterisk.ami_secret_file") || line.contains("asterisk.key_file");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[asterix]|asterix: there is no such section (did you mean [asterisk]?)",
                "[zzz]|zzz: there is no such section; there are actions, asterisk, barring,"
                        + " breather, budget, callbacks, limits, lines, numbers, recognition, recordings, retention, retry, slipping, speech, store, temper",
                "retry = 1|retry: must be sections such as [retry.busy]",
                "[retyr.busy]|retyr: there is no such section (did you mean [retry]?)",
                "retries = 1|retries: stands outside of a section (did you mean retries in"
                        + " [callbacks]?)",
                "asterisk = 1|asterisk: must be a section: [asterisk]",
                "lines = 1|lines: must be sections such as [lines.support]",
                "[lines]|lines: has no line; add a section such as [lines.support]",
                "lines.queue = \"a\"|lines.queue: stands outside of a line; put it into a section"
                        + " such as [lines.support]",
                "[lines.Support]|lines.Support: a line's name has 3 to 31 of a-z and 0-9, and"
                        + " begins with a letter",
                "[lines|this line is not complete: a quote, bracket or value is missing",
                "a = \"b|this line is not complete: a quote, bracket or value is missing",
            })
    void a_wrong_section_or_syntax_is_told(String text, String message) throws IOException {
        assertThat(problems(text)).contains("1: " + message);
    }

    @Test
    void a_twin_is_told_where_it_stands() throws IOException {
        assertThat(problems("[store]\npath = \"a\"\npath = \"b\"\n[numbers]"))
                .containsExactly("3: is set for the second time; keep one of the two");
        assertThat(problems("[store]\n[numbers]\n[store]\n"))
                .containsExactly("3: is set for the second time; keep one of the two");
    }

    @Test
    void a_twin_hides_nothing_else_that_is_wrong() throws IOException {
        String text =
                """
                [store]
                path = "a"
                path = 1
                paht = "a"
                [numbers]
                [asterisk]
                ami_port = 1
                [numbers]
                home_region = "U"
                home_region = "US"
                [asterisk]
                agi_port = 0
                """;
        assertThat(problems(text))
                .containsExactly(
                        "3: is set for the second time; keep one of the two",
                        "3: store.path: must be the path of a file, not 1",
                        "4: store.paht: there is no such setting",
                        "8: is set for the second time; keep one of the two",
                        "9: numbers.home_region: must be a country code such as \"US\" or \"DE\","
                                + " not \"U\"",
                        "10: is set for the second time; keep one of the two",
                        "11: is set for the second time; keep one of the two",
                        "12: asterisk.agi_port: must be a whole number from 1 to 65535, not 0");
    }

    @Test
    void a_wrong_name_of_a_line_hides_nothing_else_that_is_wrong() throws IOException {
        assertThat(problems("[lines.Sales]\nqueue = \"q\"\nsenior_queue = \"q\"\nhead = 1"))
                .contains(
                        "1: lines.Sales: a line's name has 3 to 31 of a-z and 0-9, and begins with"
                                + " a letter",
                        "3: lines.Sales.senior_queue: must be another queue than queue",
                        "4: lines.Sales.head: there is no such setting");
    }

    @Test
    void a_queue_belongs_to_one_line() throws IOException {
        assertThat(problems("[lines.support]\n[lines.sales]\nsenior_queue = \"support-senior\""))
                .contains("3: lines.sales.senior_queue: is a queue of [lines.support] already");
    }

    @Test
    void everything_wrong_is_told_at_once_in_the_order_of_the_file() throws IOException {
        String text =
                """
                [asterisk]
                ami_secret = '''
                port = 1
                '''
                key_file = "nowhere.conf"
                ami_prot = 1

                [callbacks]
                "retries" = "many"   # as often as you like

                [lnes.support]
                """;

        assertThat(problems(text))
                .containsExactly(
                        "2: asterisk.ami_secret: must be text without line breaks",
                        "5: asterisk.key_file: there is no file "
                                + folder.resolve("nowhere.conf")
                                + "; write AMENDS_KEY= and 64 hexadecimal digits into it",
                        "6: asterisk.ami_prot: there is no such setting (did you mean ami_port?)",
                        "9: callbacks.retries: must be a whole number from 0 to 20, not \"many\"",
                        "11: lnes: there is no such section (did you mean [lines]?)");
    }

    @Test
    void the_secret_comes_from_the_environment_before_anything_else() throws IOException {
        SettingsReader.Usable usable =
                read(
                        "[asterisk]\nami_secret_file = \"nowhere\"\nkey_file = \"key.conf\"",
                        Map.of("AMENDS_AMI_SECRET", "from outside"));

        assertThat(amiSecret(usable)).isEqualTo("from outside");
    }

    @Test
    void a_secret_file_may_hold_nothing_but_the_secret() throws IOException {
        secretFile("bare", "\n; for amends\nb4re\n");

        assertThat(
                        amiSecret(
                                usable(
                                        "[asterisk]\nami_secret_file = \"bare\"\nkey_file ="
                                                + " \"key.conf\"")))
                .isEqualTo("b4re");
    }

    @Test
    void secrets_that_are_missing_doubled_or_unclear_are_problems() throws IOException {
        secretFile("odd.conf", "user = x\nread = all\n");
        secretFile("short.conf", "AMENDS_KEY=abc\n");

        assertThat(
                        problems(
                                "[asterisk]\nami_secret_file = \"odd.conf\"\nkey_file ="
                                        + " \"short.conf\""))
                .containsExactly(
                        "2: asterisk.ami_secret_file: "
                                + folder.resolve("odd.conf")
                                + " has neither a line secret = … nor just the secret",
                        "3: asterisk.key_file: "
                                + folder.resolve("short.conf")
                                + " has no line AMENDS_KEY= with at least 32 hexadecimal digits");
        assertThat(
                        problems(
                                "[asterisk]\nami_secret = \"x\"\nami_secret_file ="
                                        + " \"secret.conf\"\nkey_file = \"key.conf\""))
                .containsExactly(
                        "3: asterisk.ami_secret_file: is set as well as ami_secret; keep one of the"
                                + " two");
        assertThat(problems("[asterisk]\nami_secret_file = \"none\"\nkey_file = \"key.conf\""))
                .containsExactly(
                        "2: asterisk.ami_secret_file: there is no file "
                                + folder.resolve("none")
                                + "; name the file that holds the AMI account's secret, or set"
                                + " ami_secret, or AMENDS_AMI_SECRET in the environment");
    }

    @Test
    void without_the_secrets_settings_can_be_used_by_whoever_may_not_read_them()
            throws IOException {
        String nowhere = "ami_secret_file = \"nowhere\"\nkey_file = \"nowhere\"\n";
        Path path = write("[asterisk]\n" + nowhere + "[store]\npath = \"amends.db\"");

        SettingsReader.Reading reading = new SettingsReader(Map.of()).read(path);

        assertThat(reading).isInstanceOf(SettingsReader.Usable.class);
        SettingsReader.Usable usable = (SettingsReader.Usable) reading;
        assertThat(usable.settings().store()).isEqualTo(folder.resolve("amends.db"));
        assertThat(usable.settings().pbx().credentials()).isEmpty();
        assertThat(usable.warnings()).isEmpty();
    }

    @Test
    void a_secret_that_every_user_can_read_is_warned_of() throws IOException {
        Path open = folder.resolve("key.conf");
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(usable("").warnings().stream().map(this::withoutFile))
                .containsExactly(
                        "2: asterisk.key_file: "
                                + open
                                + " can be read by every user; run chmod o-rwx "
                                + open);
    }

    @ParameterizedTest
    @CsvSource({
        "temper, upset_from = 3, must not be below strained_from (5)",
        "recordings, story_command = ['echo'], 'has no \"{file}\"'",
        "slipping, 'message_command = [''echo'', ''{text}'']', 'has no \"{number}\"'",
        "slipping, 'message_command = [''echo'', ''{number}'']', 'has no \"{text}\"'",
        "lines.support, slip_tells = 'message', set slipping.message_command",
        "lines.support, closing_team = 'a b;c', must be one name or one phone"
    })
    void what_can_t_work_together_is_a_problem(String section, String setting, String why)
            throws IOException {
        assertThat(broken(write("[%s]\n%s".formatted(section, setting))))
                .anyMatch(problem -> problem.contains(why));
    }

    @Test
    void a_line_may_tell_by_message_where_there_is_a_command_for_it() throws IOException {
        Settings settings =
                usable(
                                """
                                [slipping]
                                message_command = ["send-sms", "{number}", "{text}"]
                                [lines.support]
                                slip_tells = "message"
                                [lines.sales]
                                slip_tells = "no"
                                """)
                        .settings();
        assertThat(settings.messages())
                .isEqualTo(
                        new Settings.Messages(
                                List.of("send-sms", "{number}", "{text}"), Duration.ofSeconds(20)));
        assertThat(settings.dialing().slips().tells())
                .isEqualTo(Map.of(new LineName("support"), TellingWay.MESSAGE));
    }

    @ParameterizedTest
    @CsvSource({
        "temper, at_most_percent = 0, with 0 nobody ever comes first",
        "budget, 'minutes_a_day = 200\nminutes_a_month = 100', is less than minutes_a_day",
        "lines.support, closing_ring = true, does nothing while closing is false",
        "lines.support, closing_team = 'accounting', does nothing while closing is false",
        "actions, 'codes = [''a'',''b'',''c'',''d'',''e'',''f'',''g'',''h'',''i'']', only the first 8"
    })
    void what_makes_no_sense_together_is_warned_of(String section, String setting, String why)
            throws IOException {
        assertThat(usable("[%s]\n%s".formatted(section, setting)).warnings())
                .singleElement()
                .asString()
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "minutes_a_day = 4|2: budget.minutes_a_day: nobody could ever be called: no call is"
                        + " begun with less than 5 minutes left; write 5 or more, or 0 for no limit",
                "minutes_a_month = 1|2: budget.minutes_a_month: nobody could ever be called: no call is"
                        + " begun with less than 5 minutes left; write 5 or more, or 0 for no limit",
                "longest_call_minutes = 3; minutes_a_day = 2|3: budget.minutes_a_day: nobody could"
                        + " ever be called: no call is begun with less than 3 minutes left; write 3"
                        + " or more, or 0 for no limit"
            })
    void a_budget_that_never_allows_a_call_is_a_problem(String settings, String why)
            throws IOException {
        assertThat(problems("[budget]\n" + settings.replace("; ", "\n"))).contains(why);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "minutes_a_day = 5",
                "minutes_a_day = 0",
                "longest_call_minutes = 3\nminutes_a_month = 3"
            })
    void the_least_budget_that_allows_one_call_can_be_used(String settings) throws IOException {
        usable("[budget]\n" + settings);
    }

    @ParameterizedTest(name = "{0}, line {1} in {2}, calls {3}")
    @CsvSource({
        "DE, mon-fri 21:00-24:00, Europe/Berlin, mon-sun 08:00-21:00",
        "DE, mon-fri 00:00-06:00, Europe/Berlin, mon-sun 08:00-21:00",
        "DE, sat 08:00-12:00, Europe/Berlin, mon-fri 08:00-21:00",
        "DE, mon-fri 20:00-21:10, Europe/Berlin, mon-sun 21:00-22:00",
        "DE, mon-fri 09:00-17:00, Asia/Tokyo, mon-sun 10:30-21:00",
        "US, mon-fri 08:00-09:00, UTC, mon-sun 08:00-16:00"
    })
    void a_line_that_is_open_only_while_all_are_asleep_is_a_problem(
            String region, String hours, String zone, String calling) throws IOException {
        assertThat(problems(lineAndCallingHours(region, hours, zone, calling)))
                .contains(
                        "6: lines.support.hours: nobody could ever be called: at these times it is"
                                + " outside of calling_hours (\"%s\") wherever a number of %s rings; mend one of them, or the line's time_zone"
                                        .formatted(calling, region));
    }

    @ParameterizedTest(name = "{0}, line {1} in {2}, calls {3}")
    @CsvSource({
        "DE, mon-fri 20:00-24:00, Europe/Berlin, mon-sun 08:00-21:00",
        "DE, mon-fri 21:00-24:00, Europe/Berlin, ''",
        "DE, mon-fri 09:00-17:00, Asia/Tokyo, mon-sun 08:00-21:00",
        "US, mon-fri 21:00-24:00, America/New_York, mon-sun 08:00-21:00",
        "RU, mon-fri 08:00-09:00, Europe/Moscow, mon-sun 15:00-16:00"
    })
    void a_line_that_is_open_while_it_is_day_somewhere_in_the_region_can_be_used(
            String region, String hours, String zone, String calling) throws IOException {
        usable(lineAndCallingHours(region, hours, zone, calling));
    }

    @Test
    void a_line_for_people_abroad_may_be_open_while_all_at_home_are_asleep() throws IOException {
        usable(
                lineAndCallingHours(
                                "DE", "mon-fri 22:00-24:00", "Europe/Berlin", "mon-sun 08:00-21:00")
                        .replace(
                                "home_region",
                                "allow = [\"+1\"]; home_region".replace("; ", "\n")));
    }

    private static String lineAndCallingHours(
            String region, String hours, String zone, String calling) {
        return """
        [numbers]
        home_region = "%s"
        [callbacks]
        calling_hours = "%s"
        [lines.support]
        hours = "%s"
        time_zone = "%s"
        """
                .formatted(region, calling, hours, zone);
    }

    @Test
    void a_line_that_is_never_open_longer_than_its_cut_off_is_told_so() throws IOException {
        assertThat(
                        broken(
                                write(
                                        """
                                        [lines.support]
                                        hours = "mon-fri 08:00-18:00"
                                        cut_off_minutes = 600
                                        """)))
                .contains(
                        "3: lines.support.cut_off_minutes: no call could ever be promised: the line is"
                                + " never open longer than 600 minutes");
    }

    @Test
    void a_file_that_is_not_there_or_no_text_says_what_to_do() throws IOException {
        Path missing = folder.resolve("missing.toml");
        Path binary = folder.resolve("binary.toml");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(broken(missing))
                .containsExactly(
                        "there is no such file; copy asterisk-conf/amends.toml here, or name"
                                + " another with --config");
        assertThat(broken(binary)).containsExactly("is not UTF-8 text; save it as UTF-8");
        assertThat(broken(folder)).hasSize(1);
    }

    @Test
    void the_sample_shows_every_setting_with_its_default() throws IOException {
        String sample = Files.readString(Path.of("asterisk-conf/amends.toml"));
        String here =
                sample.replace("/etc/asterisk/amends-key.conf", "key.conf")
                        .replace("/etc/asterisk/amends-secret.conf", "secret.conf");

        SettingsReader.Usable usable = read(here, Map.of());

        assertThat(usable.warnings()).isEmpty();
        assertThat(usable.settings()).isEqualTo(usable("").settings());
        assertThat(KnownKey.all())
                .allSatisfy(key -> assertThat(shown(sample)).contains(shown(key)));
        assertThat(shown(sample)).hasSize((int) KnownKey.all().count());
    }

    private static List<String> shown(String sample) {
        return sample.lines().filter(line -> line.matches("[a-z_]+ = .*")).toList();
    }

    private static String shown(KnownKey key) {
        return key.name() + " = " + inToml(key.fallback());
    }

    private static String inToml(Object value) {
        return switch (value) {
            case String text -> '"' + text + '"';
            case List<?> all -> all.stream().map(SettingsReaderTest::inToml).toList().toString();
            default -> value.toString();
        };
    }

    private static String amiSecret(SettingsReader.Usable usable) {
        return usable.settings().pbx().credentials().orElseThrow().amiSecret();
    }

    private static Line line(String name, int offerWhenWaiting) {
        return new Line(
                new LineName(name),
                name,
                name + "-senior",
                offerWhenWaiting,
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(90),
                new Hours(
                        WeeklyHours.ALWAYS,
                        Holidays.NONE,
                        Duration.ofMinutes(15),
                        ZoneId.systemDefault()));
    }

    private SettingsReader.Usable usable(String text) throws IOException {
        String secrets = "[asterisk]\nkey_file = \"key.conf\"\nami_secret_file = \"secret.conf\"\n";
        return read(text.startsWith("[asterisk]") ? text : secrets + text, Map.of());
    }

    private SettingsReader.Usable read(String text, Map<String, String> environment)
            throws IOException {
        SettingsReader.Reading reading =
                new SettingsReader(environment).readWithSecrets(write(text));
        assertThat(reading).isInstanceOf(SettingsReader.Usable.class);
        return (SettingsReader.Usable) reading;
    }

    /** The problems of this text, each without the file's name. */
    private List<String> problems(String text) throws IOException {
        return broken(write(text));
    }

    private List<String> broken(Path path) {
        return switch (new SettingsReader(Map.of()).readWithSecrets(path)) {
            case SettingsReader.Usable usable -> throw new AssertionError("usable: " + usable);
            case SettingsReader.Broken(List<Problem> problems) -> {
                assertThat(problems).allMatch(problem -> problem.file().equals(path.toString()));
                yield problems.stream().map(this::withoutFile).toList();
            }
        };
    }

    private String withoutFile(Problem problem) {
        return problem.toString().substring(problem.file().length() + 1).strip();
    }

    private Path write(String text) throws IOException {
        Path path = folder.resolve("amends.toml");
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        return path;
    }

    private void secretFile(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
    }
}
