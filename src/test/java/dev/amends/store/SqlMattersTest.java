package dev.amends.store;

import static dev.amends.store.Samples.NOON;
import static dev.amends.store.Samples.SUPPORT;
import static dev.amends.store.Samples.noonPlus;
import static dev.amends.store.Samples.number;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amends.care.Matter;
import dev.amends.care.MatterNote;
import dev.amends.care.Matters;
import dev.amends.promise.Ledger;

import org.junit.jupiter.api.Test;

/** Matters in SQL. */
class SqlMattersTest extends OnSqlite implements MattersContract {

    @Override
    public Matters matters() {
        return store.matters();
    }

    @Override
    public Ledger ledger() {
        return store.ledger();
    }

    @Test
    void a_matter_is_a_persons_on_whichever_of_his_numbers_he_calls() {
        Matter his = matters().note(number(1), SUPPORT, new MatterNote.Reason(BILLING), NOON);
        store.callerBook().link(number(1), number(2), noonPlus(60));
        assertThat(matters().open(number(2), SUPPORT, noonPlus(61))).contains(his);
    }

    @Test
    void what_was_promised_before_anything_was_said_has_a_matter_too() {
        var promise = Samples.promised(ledger(), 1);
        Matter matter = matters().of(promise.id()).orElseThrow();
        assertThat(matter.reason()).isEmpty();
        assertThat(matters().open(number(1), SUPPORT, noonPlus(60))).contains(matter);
    }
}
