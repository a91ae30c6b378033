package dev.amends.simulation;

/** One seed, for now. */
public final class Simulate {
    public static void main(String[] args) {
        long first = Long.parseLong(args[0]);
        int n = Integer.parseInt(args[1]);
        boolean kept = args.length > 2;
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("dev.amends")).setLevel(ch.qos.logback.classic.Level.OFF);
        for (long seed = first; seed < first + n; seed++) {
            Day.Result r = new Day(seed, Safeguard.NONE, kept).lives();
            if (kept) r.trace().forEach(System.out::println);
            java.util.Map<String, Long> by = new java.util.TreeMap<>();
            r.promises().forEach(p -> by.merge(p.word(), 1L, Long::sum));
            if (n < 20 || !r.violations().isEmpty()) System.out.println(seed + " " + r.scenario() + " " + Long.toHexString(r.hash()) + " dialled " + r.dialled() + " " + by + " " + (n < 5 ? r.faults() : "") );
            r.violations().stream().limit(5).forEach(v -> System.out.println("   " + v));
        }
        System.out.println((java.lang.management.ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()) / 1_000_000 / n + " ms each");
    }
}
