package dev.amends.asterisk;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/**
 * The dialplan's {@code UserEvent(AmendsHint,Kind: …,Id: …)}, for the end of a conversation to
 * which its rep was handed over with {@code Member} and {@code Seconds} as well. Public and with
 * setters because the library fills it by reflection.
 */
public final class AmendsHintEvent extends UserEvent {

    private static final long serialVersionUID = 1;

    private @Nullable String kind;
    private @Nullable String id;
    private @Nullable String member;
    private @Nullable String seconds;

    /** For the library. */
    public AmendsHintEvent(Object source) {
        super(source);
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getMember() {
        return member;
    }

    public void setMember(@Nullable String member) {
        this.member = member;
    }

    public @Nullable String getSeconds() {
        return seconds;
    }

    public void setSeconds(@Nullable String seconds) {
        this.seconds = seconds;
    }
}
