package dev.amends.measure;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * The memory of a running Java process whose heap is wholly resident from the start ({@code
 * AlwaysPreTouch}, fixed size): what lives in the heap after a collection, and all resident memory
 * outside of it.
 */
final class ProcessMemory implements AutoCloseable {

    /** The options that make the sum below meaningful. */
    static final String OPTIONS = "-Xms384m -Xmx384m -XX:+AlwaysPreTouch";

    private final long pid;
    private final JMXConnector connector;
    private final MemoryMXBean memory;

    @SuppressWarnings("BanJNDI") // a process of our own, over the address that it gave us
    ProcessMemory(long pid) throws IOException {
        this.pid = pid;
        connector = JMXConnectorFactory.connect(new JMXServiceURL(agent(pid)));
        memory =
                ManagementFactory.newPlatformMXBeanProxy(
                        connector.getMBeanServerConnection(),
                        ManagementFactory.MEMORY_MXBEAN_NAME,
                        MemoryMXBean.class);
    }

    private static String agent(long pid) throws IOException {
        try {
            VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
            try {
                return machine.startLocalManagementAgent();
            } finally {
                machine.detach();
            }
        } catch (AttachNotSupportedException e) {
            throw new IOException("process " + pid + " can't be looked into", e);
        }
    }

    /**
     * Bytes, after a garbage collection.
     *
     * @param heap what lives in the heap
     * @param resident all resident memory, the whole heap among it
     */
    record Bytes(long heap, long resident) {

        /** How much more than before: in the heap, and outside, where the heap's size is fixed. */
        long since(Bytes before) {
            return heap - before.heap + resident - before.resident;
        }
    }

    Bytes now() throws IOException {
        memory.gc();
        return new Bytes(memory.getHeapMemoryUsage().getUsed(), resident());
    }

    /** How many files and connections it has open. */
    int openFiles() {
        String[] names = Path.of("/proc/" + pid + "/fd").toFile().list();
        return names == null ? 0 : names.length;
    }

    /** Waits until it has so many open: a connection may be made before it is taken. */
    void awaitOpenFiles(int count, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (openFiles() < count) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "%d of %d connections were taken".formatted(openFiles(), count));
            }
            LockSupport.parkNanos(10_000_000);
        }
    }

    private long resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        connector.close();
    }
}
