package dev.amends.asterisk;

import org.asteriskjava.manager.action.AbstractManagerAction;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One AMI action, header by header, each value checked. The library writes what {@link
 * #getAttributes} returns as it is, in this order.
 */
public class AmiAction extends AbstractManagerAction {

    private static final long serialVersionUID = 1;

    private final String name;
    private final LinkedHashMap<String, String> headers = new LinkedHashMap<>();

    AmiAction(String name) {
        this.name = AmiText.plain(name);
    }

    /**
     * Adds a header.
     *
     * @throws IllegalArgumentException when the value has a line break or the like in it
     */
    final AmiAction with(AmiHeader header, String value) {
        headers.put(header.spelling(), AmiText.value(value));
        return this;
    }

    @Override
    public final String getAction() {
        return name;
    }

    /** The headers, for the library. */
    public final Map<String, String> getAttributes() {
        return Collections.unmodifiableMap(headers);
    }

    @Override
    public final void setActionId(String actionId) {
        super.setActionId(AmiText.plain(actionId));
    }
}
