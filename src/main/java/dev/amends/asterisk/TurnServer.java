package dev.amends.asterisk;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.EventExecutor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The FastAGI server: one short conversation per turn. An event loop only reads and writes lines
 * and answers what takes nothing but memory; whoever has to wait for the store runs on a virtual
 * thread, so that a slow store delays nobody else. A place is taken from connect until both the
 * connection is closed and its answer has returned, so answers that hang can't pile up without
 * limit.
 */
public final class TurnServer {

    private static final Logger log = LoggerFactory.getLogger(TurnServer.class);
    private static final int BACKLOG = 4096;
    private static final long IN_TIME_NANOS = Duration.ofSeconds(1).toNanos();

    /** Most turns are answered by the event loop itself: one for each processor. */
    private static final int LOOPS = Runtime.getRuntime().availableProcessors();

    private final TurnServerSettings settings;
    private final TurnAnswers answers;
    private final TurnCounters counters = new TurnCounters();
    private final AtomicInteger places = new AtomicInteger();
    private @Nullable EventLoopGroup loops;
    private @Nullable ExecutorService workers;
    private volatile @Nullable Channel listening;

    public TurnServer(TurnServerSettings settings, TurnAnswers answers) {
        this.settings = settings;
        this.answers = answers;
    }

    /**
     * Begins to listen.
     *
     * @throws CannotListen when the address can't be had, with what to do about it
     */
    public synchronized void start() {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        EventLoopGroup group = new MultiThreadIoEventLoopGroup(LOOPS, NioIoHandler.newFactory());
        workers = threads;
        loops = group;
        ServerBootstrap bootstrap =
                new ServerBootstrap()
                        .group(group)
                        .channel(NioServerSocketChannel.class)
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childHandler(new Welcome(threads));
        InetSocketAddress address = new InetSocketAddress(settings.host(), settings.port());
        var bind = bootstrap.bind(address).awaitUninterruptibly();
        if (!bind.isSuccess()) {
            stop();
            throw new CannotListen(settings, bind.cause());
        }
        listening = bind.channel();
        log.info("Turns are answered at agi://{}:{}/turn", settings.host(), port());
    }

    /** Stops listening; turns under way are closed and fall through to the ordinary queue. */
    public synchronized void stop() {
        Channel channel = listening;
        listening = null;
        if (channel != null) {
            channel.close().awaitUninterruptibly();
        }
        if (loops != null) {
            loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(2000);
        }
        if (workers != null) {
            workers.shutdown();
        }
    }

    /** The port that is listened on. */
    public int port() {
        Channel channel = listening;
        if (channel == null) {
            throw new IllegalStateException("not started");
        }
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** Whether turns are being answered: it listens, and its event loops do things in time. */
    public boolean answers() {
        Channel channel = listening;
        if (channel == null || !channel.isActive()) {
            return false;
        }
        long deadline = System.nanoTime() + IN_TIME_NANOS;
        try {
            for (EventExecutor loop : channel.eventLoop().parent()) {
                long left = deadline - System.nanoTime();
                if (!loop.submit(() -> {}).await(left, TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    TurnCounters counters() {
        return counters;
    }

    /** How many places are taken at this moment. */
    int placesTaken() {
        return places.get();
    }

    /** Prepares each new connection, or closes it when there are too many. */
    private final class Welcome extends ChannelInitializer<SocketChannel> {

        private final ExecutorService threads;
        private final Map<EventLoop, TurnDeadlines> deadlines = new ConcurrentHashMap<>();

        Welcome(ExecutorService threads) {
            this.threads = threads;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            if (places.incrementAndGet() > settings.connections()) {
                places.decrementAndGet();
                counters.refused.happened(settings.connections() + " are allowed");
                channel.close();
                return;
            }
            channel.pipeline()
                    .addLast(
                            new TurnConversation(
                                    settings.key(),
                                    deadlines.computeIfAbsent(
                                            channel.eventLoop(),
                                            loop -> new TurnDeadlines(loop, settings.turn())),
                                    counters,
                                    new TurnWork(answers, threads),
                                    places::decrementAndGet));
        }
    }
}
