package dev.amends.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Stream;

/** The house keeps its rules, and each rule is shown to catch an offender. */
class ArchitectureTest {

    private static final RoomMap MAP = RoomMap.ofReadme(Path.of("README.md"));
    private static final String CANARY = "dev.amends.architecture.canary";
    private static final JavaClasses REAL_CLASSES = House.classesIn(Path.of("target/classes"));
    private static final JavaClasses CANARY_CLASSES =
            House.classesIn(Path.of("target/test-classes", CANARY.split("\\.")));

    private static final House REAL = new House("dev.amends", MAP);
    private static final House COPY = new House(CANARY, MAP);

    /** A rule, and the only classes of the canary house that break it. */
    record Rule(String name, Function<House, ArchRule> rule, String... offenders) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule("map", House::roomsAreOnTheMap, "Unlisted", "Below"),
                new Rule("imports", House::roomsImportOnlyWhatTheyMay, "Nosy", "Shelf"),
                new Rule("adapters", House::adaptersNeverImportEachOther, "Shelf"),
                new Rule("door plates", House::everyRoomHasItsDoorPlate, "Unplated"),
                new Rule("sql", House::sqlOnlyInStore, "SqlOutside"),
                new Rule("telephony", House::telephonyOnlyInAsterisk, "TelephonyOutside"),
                new Rule("http", House::httpOnlyInWeb, "RootWithHttp"),
                new Rule("json", House::jsonOnlyAtTheEdges, "JsonOutside"),
                new Rule("names", House::noBagWords, "CallManager"),
                new Rule(
                        "policies",
                        House::policiesArePure,
                        "ClockPolicy",
                        "MillisPolicy",
                        "ClockSourcePolicy",
                        "RandomPolicy",
                        "IdPolicy",
                        "LogPolicy",
                        "ThreadPolicy",
                        "FilePolicy"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_house_keeps_the_rule(Rule rule) {
        assertThat(rule.rule().apply(REAL).evaluate(REAL_CLASSES).getFailureReport().getDetails())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void the_rule_catches_its_canary_and_nobody_else(Rule rule) {
        var caught =
                rule
                        .rule()
                        .apply(COPY)
                        .evaluate(CANARY_CLASSES)
                        .getFailureReport()
                        .getDetails()
                        .stream()
                        .filter(line -> !line.contains("package-info is in"))
                        .map(ArchitectureTest::offender)
                        .distinct();
        assertThat(caught).containsExactlyInAnyOrder(rule.offenders());
    }

    /** The simple name of the first canary class that a report's line names. */
    private static String offender(String line) {
        String after = line.substring(line.indexOf(CANARY) + CANARY.length() + 1);
        String path = after.split("[^A-Za-z.]", 2)[0];
        for (String part : path.split("\\.")) {
            if (Character.isUpperCase(part.charAt(0))) {
                return part;
            }
        }
        return line; // no class of the canary house: shown as it is
    }

    @Test
    void the_map_has_no_circle() {
        assertThat(MAP.circle()).isEmpty();
    }
}
