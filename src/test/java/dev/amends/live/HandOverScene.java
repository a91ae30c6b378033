package dev.amends.live;

import dev.amends.callcentre.CallCentre;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A caller who speaks with rep1, and the senior beside him: what the stories of it share. */
abstract class HandOverScene {

    static final int REP = CallCentre.voice("rep1");
    static final int SENIOR = CallCentre.voice("senior1");
    static final int CALLER = CallCentre.CALLER_TONE;

    @RegisterExtension final Stage stage = new Stage();
    HandOver story = new HandOver(stage);

    @BeforeEach
    void begin() {
        story = HandOver.on(stage);
    }
}
