package dev.amends;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * For tests of faults: the point at which the program is to die on the spot, as by kill -9, named
 * by the environment variable {@link #VARIABLE}, such as {@code after Ledger.claim} or {@code
 * before OutboundLine.place}. Without the variable, ports are left as they are.
 */
final class FailPoint {

    /** Names the point; unset in every real installation. */
    static final String VARIABLE = "AMENDS_FAILPOINT";

    private static final Logger log = LoggerFactory.getLogger(FailPoint.class);
    private static final Pattern NAME = Pattern.compile("(before|after) ([A-Z]\\w*)\\.([a-z]\\w*)");

    /** What a shell gives as exit code of a process that was killed by signal 9. */
    private static final int KILLED = 137;

    private final @Nullable Point point;

    private FailPoint(@Nullable Point point) {
        this.point = point;
    }

    /** A method of a port, and whether the program dies before or after it. */
    private record Point(boolean before, String port, String method) {}

    /** The point that this process was given. */
    static FailPoint ofThisProcess() {
        return named(System.getenv(VARIABLE));
    }

    /** The point with this name; none for null. */
    static FailPoint named(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return new FailPoint(null);
        }
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    VARIABLE + " is '" + name + "', not like 'after Ledger.claim'");
        }
        log.warn("This process will die at a point: {}", name);
        return new FailPoint(
                new Point(parts.group(1).equals("before"), parts.group(2), parts.group(3)));
    }

    /** The port itself, or, when the point is one of its methods, the port with its death in it. */
    <P> P in(Class<P> port, P real) {
        if (point == null || !point.port().equals(port.getSimpleName())) {
            return real;
        }
        if (Arrays.stream(port.getMethods()).noneMatch(m -> m.getName().equals(point.method()))) {
            throw new IllegalArgumentException(VARIABLE + ": no method of a port: " + point);
        }
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (_, method, values) -> call(real, method, values, point)));
    }

    private static @Nullable Object call(
            Object real, Method method, Object @Nullable [] values, Point point) throws Throwable {
        boolean here = method.getName().equals(point.method());
        if (here && point.before()) {
            die();
        }
        try {
            Object result = method.invoke(real, values);
            if (here) {
                die();
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void die() {
        Runtime.getRuntime().halt(KILLED);
    }
}
