package dev.amends.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.conditions.ArchConditions.never;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.jspecify.annotations.NullMarked;

import java.nio.file.Path;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The rules of the house for all rooms below one package: the real one, or the canaries' tiny copy.
 */
record House(String base, RoomMap map) {

    private static final Set<String> BAG_WORDS =
            Set.of(
                    "Manager",
                    "Service",
                    "Util",
                    "Helper",
                    "Impl",
                    "Processor",
                    "Handler",
                    "Data",
                    "Info",
                    "Common",
                    "Base");

    static JavaClasses classesIn(Path folder) {
        return new ClassFileImporter().importPath(folder);
    }

    /** The room of a class: the first package below the base. */
    String roomOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(base) ? RoomMap.ROOT : name.substring(base.length() + 1).split("\\.")[0];
    }

    private boolean inside(JavaClass type) {
        return type.getPackageName().equals(base) || type.getPackageName().startsWith(base + ".");
    }

    ArchRule roomsAreOnTheMap() {
        return each(
                "live in a room of the map, one level deep",
                (type, wrong) -> {
                    if (!map.knows(roomOf(type))) {
                        wrong.accept(type, "is in a room that the README's room map lacks");
                    } else if (type.getPackageName().substring(base.length()).lastIndexOf('.')
                            > 0) {
                        wrong.accept(type, "is in a room inside a room");
                    }
                });
    }

    ArchRule roomsImportOnlyWhatTheyMay() {
        return each(
                "import only rooms that the map allows",
                (type, wrong) ->
                        importedRooms(type).stream()
                                .filter(room -> !map.allows(roomOf(type), room))
                                .forEach(room -> wrong.accept(type, "may not import " + room)));
    }

    ArchRule adaptersNeverImportEachOther() {
        return each(
                "not import another adapter when they are one",
                (type, wrong) ->
                        importedRooms(type).stream()
                                .filter(room -> !room.equals(roomOf(type)))
                                .filter(map.adapters()::contains)
                                .filter(room -> map.adapters().contains(roomOf(type)))
                                .forEach(room -> wrong.accept(type, "imports adapter " + room)));
    }

    private Set<String> importedRooms(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(this::inside)
                .map(this::roomOf)
                .collect(Collectors.toSet());
    }

    ArchRule everyRoomHasItsDoorPlate() {
        return each(
                "have a package-info with @NullMarked",
                (type, wrong) -> {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        wrong.accept(type, "is in a room without package-info and @NullMarked");
                    }
                });
    }

    ArchRule sqlOnlyInStore() {
        return onlyIn(
                Set.of("store"),
                "java.sql..",
                "javax.sql..",
                "org.jdbi..",
                "org.flywaydb..",
                "org.sqlite..",
                "com.zaxxer..");
    }

    ArchRule telephonyOnlyInAsterisk() {
        return onlyIn(Set.of("asterisk"), "org.asteriskjava..", "io.netty..");
    }

    ArchRule httpOnlyInWeb() {
        return onlyIn(Set.of("web"), "java.net.http..", "com.sun.net.httpserver..", "io.vertx..");
    }

    /** The root reads its settings, a TOML tree, with Jackson. */
    ArchRule jsonOnlyAtTheEdges() {
        return onlyIn(
                Set.of("web", "cli", RoomMap.ROOT), "tools.jackson..", "com.fasterxml.jackson..");
    }

    private ArchRule onlyIn(Set<String> rooms, String... packages) {
        return classes()
                .that(describe("are outside of " + rooms, t -> !rooms.contains(roomOf(t))))
                .should(never(dependOnClassesThat(resideInAnyPackage(packages))))
                .allowEmptyShould(true);
    }

    ArchRule policiesArePure() {
        return classes()
                .that(describe("are policies", House::isPolicy))
                .should(Purity.RULE)
                .allowEmptyShould(true);
    }

    /** A policy, and whatever is nested in it. */
    private static boolean isPolicy(JavaClass type) {
        return type.getSimpleName().endsWith("Policy")
                || type.getEnclosingClass().map(House::isPolicy).orElse(false);
    }

    ArchRule noBagWords() {
        return each(
                "have a name that says what they are",
                (type, wrong) -> {
                    for (String word : type.getSimpleName().split("(?=[A-Z])")) {
                        if (BAG_WORDS.contains(word.replaceFirst("s$", ""))) {
                            wrong.accept(type, "has the bag word " + word + " in its name");
                        }
                    }
                });
    }

    private interface Test extends BiConsumer<JavaClass, BiConsumer<JavaClass, String>> {}

    private static ArchRule each(String should, Test test) {
        var condition =
                new ArchCondition<JavaClass>(should) {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        test.accept(
                                type,
                                (at, what) ->
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        at, at.getName() + " " + what)));
                    }
                };
        return classes().should(condition).allowEmptyShould(true);
    }
}
