package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amends.caller.CallId;
import dev.amends.caller.PhoneNumber;
import dev.amends.care.Consent;
import dev.amends.care.Consent.Answer;
import dev.amends.care.Consents;
import dev.amends.care.RecordingId;
import dev.amends.care.Wording;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may be recorded: the proof stays, whatever becomes of the recordings. */
class SqlConsentsTest extends OnSqlite {

    private static final CallId CALL = new CallId("1732219200.17");

    @Test
    void an_answer_is_found_by_its_call_and_its_id_as_it_was_given() {
        Consent yes = consent(1, Answer.YES, Optional.of(number(1)), NOON);
        Consent no = consent(2, Answer.NO, Optional.empty(), noonPlus(1));

        consents().note(yes);
        assertThat(consents().last(CALL)).contains(yes);
        consents().note(no);

        assertThat(consents().last(CALL)).contains(no);
        assertThat(consents().last(new CallId("1.1"))).isEmpty();
        assertThat(consents().find(yes.id()).map(Consents.OnRecord::consent)).contains(yes);
        assertThat(consents().findByPrefix("1").getFirst().consent()).isEqualTo(yes);
        assertThat(consents().findByPrefix("3")).isEmpty();
        assertThat(consents().list(9))
                .extracting(Consents.OnRecord::consent)
                .containsExactly(no, yes);
    }

    @Test
    void the_same_id_is_never_taken_twice() {
        consents().note(consent(1, Answer.NO, Optional.empty(), NOON));

        assertThatThrownBy(() -> consents().note(consent(1, Answer.YES, Optional.empty(), NOON)))
                .isInstanceOf(StoreFailure.class);
    }

    @Test
    void what_is_erased_is_kept_no_more_but_on_record() {
        Consent old = consent(1, Answer.YES, Optional.of(number(1)), NOON);
        Consent later = consent(2, Answer.YES, Optional.of(number(1)), noonPlus(10));
        consents().note(old);
        consents().note(later);
        consents().note(consent(3, Answer.SILENT, Optional.empty(), NOON));
        assertThat(consents().keptFromBefore(noonPlus(10), 9)).containsExactly(old);
        assertThat(consents().of(number(1))).containsExactly(old, later);

        consents().erased(old.id(), "by order", noonPlus(20));
        consents().erased(old.id(), "once more", noonPlus(30));

        assertThat(consents().find(old.id()).orElseThrow().erased())
                .contains(new Consents.Erased(noonPlus(20), "by order"));
        assertThat(consents().keptFromBefore(noonPlus(99), 9)).containsExactly(later);
        assertThat(consents().kept(9))
                .extracting(Consents.OnRecord::consent)
                .containsExactly(later);
        assertThat(consents().of(number(1))).containsExactly(later);
    }

    @Test
    void what_is_on_record_of_a_number_is_that_of_its_person() {
        consents().note(consent(1, Answer.YES, Optional.of(number(1)), NOON));
        consents().note(consent(2, Answer.YES, Optional.of(number(2)), NOON));
        assertThat(consents().of(number(1))).hasSize(1);

        store.callerBook().link(number(1), number(2), NOON);

        assertThat(consents().of(number(1))).hasSize(2);
    }

    private Consents consents() {
        return store.consents();
    }

    private static Consent consent(
            int digit, Answer answer, Optional<PhoneNumber> number, Instant at) {
        String key = List.of("1", "2", "").get(answer.ordinal());
        return new Consent(
                new RecordingId(Integer.toString(digit).repeat(32)),
                CALL,
                SUPPORT,
                number,
                answer,
                key,
                new Wording("may-we-record", "en 0123456789abcdef"),
                at);
    }
}
