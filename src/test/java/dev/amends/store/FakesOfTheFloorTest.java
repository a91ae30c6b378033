package dev.amends.store;

import dev.amends.caller.Bars;
import dev.amends.caller.FakeBars;
import dev.amends.staff.Breathers;
import dev.amends.staff.FakeBreathers;

/** The fakes keep the same contracts as the store. */
class FakesOfTheFloorTest implements BreathersContract, BarsContract {

    private final Breathers breathers = new FakeBreathers();
    private final Bars bars = new FakeBars();

    @Override
    public Breathers breathers() {
        return breathers;
    }

    @Override
    public Bars bars() {
        return bars;
    }
}
