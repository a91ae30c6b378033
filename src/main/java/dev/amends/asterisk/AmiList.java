package dev.amends.asterisk;

import org.asteriskjava.manager.action.EventGeneratingAction;
import org.asteriskjava.manager.event.ResponseEvent;

import java.util.Collection;
import java.util.Objects;

/** An AMI action that is answered by a list of events. */
public final class AmiList extends AmiAction implements EventGeneratingAction {

    private static final long serialVersionUID = 1;

    private final Class<? extends ResponseEvent> end;

    AmiList(String name, Class<? extends ResponseEvent> end) {
        super(name);
        this.end = end;
        setActionId(AmiText.freshId());
    }

    /** Whether these are the whole answer: all bear its id, and the end is among them. */
    boolean isWhole(Collection<ResponseEvent> events) {
        return events.stream().allMatch(e -> Objects.equals(e.getActionId(), getActionId()))
                && events.stream().anyMatch(end::isInstance);
    }

    @Override
    public Class<? extends ResponseEvent> getActionCompleteEventClass() {
        return end;
    }
}
