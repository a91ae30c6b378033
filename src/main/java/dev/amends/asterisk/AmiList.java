package dev.amends.asterisk;

import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.event.ResponseEvent;

/** An AMI action that is answered by a list of events. */
public final class AmiList extends AmiAction implements EventGeneratingAction {

    private static final long serialVersionUID = 1;

    private final Class<? extends ResponseEvent> end;

    AmiList(String name, Class<? extends ResponseEvent> end) {
        super(name);
        this.end = end;
    }

    @Override
    public Class<? extends ResponseEvent> getActionCompleteEventClass() {
        return end;
    }
}
