package dev.amends;

import dev.amends.care.ClosingTerms;
import dev.amends.line.Line;
import dev.amends.promise.Deed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the dialplan has to know of each line's settings in a call and at its end, as global
 * variables. {@code 0}: none, or nothing is asked, whatever it was before.
 */
final class LineVariables {

    private static final String NO = "0";

    /** Each kind is a key. */
    static final int MOST_KINDS = 9;

    private LineVariables() {}

    static Map<String, String> of(Settings settings) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (Line line : settings.lines()) {
            ClosingTerms terms = settings.closing().getOrDefault(line.name(), ClosingTerms.NONE);
            String name = line.name().value().toUpperCase(Locale.ROOT);
            variables.put("AMENDS_CODES_" + name, codes(settings, line));
            variables.put("AMENDS_CLOSING_" + name, terms.closing() ? kinds(settings) : NO);
            variables.put("AMENDS_TEAM_" + name, terms.team().map(_ -> "1").orElse(NO));
            variables.put("AMENDS_RING_" + name, terms.closing() && terms.ringBack() ? "1" : NO);
            variables.put("AMENDS_SURVEY_" + name, terms.survey() ? "1" : NO);
        }
        return variables;
    }

    private static String codes(Settings settings, Line line) {
        String codes = RepCode.featuresBut(settings.codesOff().getOrDefault(line.name(), Set.of()));
        return codes.isEmpty() ? NO : codes;
    }

    /** What can be promised by key: the administrator's own first, anything else last. */
    private static String kinds(Settings settings) {
        List<String> kinds = new ArrayList<>(settings.actions().codes());
        Deed.SHIPPED.stream().filter(kind -> !kinds.contains(kind)).forEach(kinds::add);
        List<String> keys = new ArrayList<>(kinds.subList(0, Math.min(kinds.size(), MOST_KINDS)));
        keys.set(keys.size() - 1, Deed.OTHER);
        return String.join(":", keys);
    }
}
