package dev.amends.bench;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a From, To or Contact header.
 *
 * @param display the display name without its quotes, empty when there is none
 * @param uri the URI without angle brackets
 * @param tag the tag parameter, empty when there is none
 */
record SipAddress(String display, String uri, String tag) {
    private static final Pattern NAMED = Pattern.compile("\\s*(.*?)\\s*<([^>]*)>(.*)");
    private static final Pattern TAG =
            Pattern.compile(";\\s*tag=([^;\\s]+)", Pattern.CASE_INSENSITIVE);

    static SipAddress parse(String value) {
        Matcher named = NAMED.matcher(value);
        boolean inBrackets = named.matches();
        String parameters = inBrackets ? named.group(3) : value;
        Matcher tag = TAG.matcher(parameters);
        String foundTag = tag.find() ? tag.group(1) : "";
        if (!inBrackets) return new SipAddress("", value.replaceFirst(";.*", "").strip(), foundTag);
        return new SipAddress(named.group(1).replace("\"", ""), named.group(2), foundTag);
    }

    SipAddress tagged(String newTag) {
        return new SipAddress(display, uri, newTag);
    }

    /** The user part of the URI, empty when it has none. */
    String user() {
        return userOf(uri);
    }

    static String userOf(String uri) {
        int at = uri.indexOf('@');
        if (at < 0) return "";
        String user = uri.substring(uri.indexOf(':') + 1, at);
        int parameters = user.indexOf(';');
        return parameters < 0 ? user : user.substring(0, parameters);
    }

    @Override
    public String toString() {
        String name = display.isEmpty() ? "" : "\"" + display + "\" ";
        return name + "<" + uri + ">" + (tag.isEmpty() ? "" : ";tag=" + tag);
    }
}
