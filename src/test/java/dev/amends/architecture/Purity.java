package dev.amends.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import java.util.Set;
import java.util.stream.Stream;

/** What a policy may not touch: clock, dice, threads, files, sockets, logs. */
final class Purity extends ArchCondition<JavaClass> {

    static final Purity RULE = new Purity();

    private static final Set<String> TYPES =
            Set.of(
                    "java.time.Clock",
                    "java.time.InstantSource",
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.UUID",
                    "java.util.Timer",
                    "java.lang.Thread",
                    "java.lang.ProcessBuilder",
                    "java.lang.ProcessHandle");

    private static final Set<String> PACKAGES =
            Set.of(
                    "java.io",
                    "java.net",
                    "java.nio",
                    "java.nio.file",
                    "java.nio.channels",
                    "java.security",
                    "java.util.concurrent",
                    "java.util.concurrent.atomic",
                    "java.util.concurrent.locks",
                    "java.util.logging",
                    "java.util.random",
                    "org.slf4j");

    private static final Set<String> CALLS =
            Set.of(
                    "java.lang.System.currentTimeMillis",
                    "java.lang.System.nanoTime",
                    "java.lang.System.getenv",
                    "java.lang.System.getProperty",
                    "java.lang.System.out",
                    "java.lang.System.err",
                    "java.lang.Math.random",
                    "java.util.Collections.shuffle");

    private Purity() {
        super("be pure: no clock, dice, thread, file, socket or log");
    }

    @Override
    public void check(JavaClass policy, ConditionEvents events) {
        Stream.concat(impureTypes(policy), impureCalls(policy))
                .distinct()
                .map(what -> policy.getName() + " is a policy and touches " + what)
                .forEach(line -> events.add(SimpleConditionEvent.violated(policy, line)));
    }

    private static Stream<String> impureTypes(JavaClass policy) {
        return policy.getDirectDependenciesFromSelf().stream()
                .map(dependency -> dependency.getTargetClass().getBaseComponentType())
                .filter(t -> TYPES.contains(t.getName()) || PACKAGES.contains(t.getPackageName()))
                .filter(t -> !t.isAssignableTo(Throwable.class))
                .map(JavaClass::getName);
    }

    private static Stream<String> impureCalls(JavaClass policy) {
        return policy.getAccessesFromSelf().stream()
                .filter(Purity::isImpure)
                .map(access -> access.getTargetOwner().getName() + "." + access.getName());
    }

    private static boolean isImpure(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return CALLS.contains(owner + "." + access.getName())
                || owner.startsWith("java.time.") && access.getName().equals("now");
    }
}
