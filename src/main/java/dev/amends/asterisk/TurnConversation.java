package dev.amends.asterisk;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * One turn on the wire: read the environment, have the key shown, have the question answered, send
 * the one command, see it carried out, close. Whatever is out of order closes the connection, and
 * the call falls through. All methods run on the connection's event loop.
 */
final class TurnConversation extends ByteToMessageDecoder {

    private static final Logger log = LoggerFactory.getLogger(TurnConversation.class);

    /** What is expected next. */
    private enum Stage {
        ENVIRONMENT,
        KEY,
        ANSWER,
        CARRIED_OUT,
        OVER
    }

    private final AgiEnvironment environment = new AgiEnvironment();
    private final TurnServerSettings settings;
    private final TurnCounters counters;
    private final TurnWork work;
    private final Runnable placeIsFree;
    private Stage stage = Stage.ENVIRONMENT;
    private boolean open;
    private boolean working;

    TurnConversation(
            TurnServerSettings settings,
            TurnCounters counters,
            TurnWork work,
            Runnable placeIsFree) {
        this.settings = settings;
        this.counters = counters;
        this.work = work;
        this.placeIsFree = placeIsFree;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        var timer =
                context.executor()
                        .schedule(
                                () -> tooLate(context),
                                settings.turn().toMillis(),
                                TimeUnit.MILLISECONDS);
        context.channel().closeFuture().addListener(_ -> timer.cancel(false));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        open = true;
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        open = false;
        stage = Stage.OVER;
        freePlace();
    }

    /** One line, or nothing while its end has not come. What comes after the end is dropped. */
    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (stage == Stage.OVER) {
            in.skipBytes(in.readableBytes());
            return;
        }
        int end = in.bytesBefore((byte) '\n');
        if ((end < 0 ? in.readableBytes() : end) > AgiEnvironment.LONGEST_LINE) {
            malformed(context, "a line that is too long");
        } else if (end >= 0) {
            String line = in.toString(in.readerIndex(), end, StandardCharsets.UTF_8);
            in.skipBytes(end + 1);
            line(context, line);
        }
    }

    private void line(ChannelHandlerContext context, String line) {
        switch (stage) {
            case ENVIRONMENT -> environment(context, line);
            case KEY -> key(context, AgiReply.of(line));
            case ANSWER -> early(context, AgiReply.of(line));
            case CARRIED_OUT -> carriedOut(context, AgiReply.of(line));
            case OVER -> log.trace("A line after the end of a turn");
        }
    }

    private void environment(ChannelHandlerContext context, String line) {
        if (environment.take(line)) {
            stage = Stage.KEY;
            send(context, "GET VARIABLE AMENDS_KEY\n");
        }
    }

    private void key(ChannelHandlerContext context, AgiReply reply) {
        if (reply instanceof AgiReply.HungUp) {
            hungUp(context);
        } else if (reply instanceof AgiReply.Done done
                && settings.key().matches(done.value().orElse(""))) {
            AgiQuestion question = environment.question();
            stage = Stage.ANSWER;
            working = true;
            work.answer(question, result -> back(context, result));
        } else {
            counters.wrongKey.happened("from " + context.channel().remoteAddress());
            end(context);
        }
    }

    /** Runs on the worker's thread: back to the event loop. */
    private void back(ChannelHandlerContext context, TurnWork.Result result) {
        try {
            context.executor().execute(() -> answered(context, result));
        } catch (RejectedExecutionException e) {
            log.debug("The server was stopped before a turn was answered");
        }
    }

    private void answered(ChannelHandlerContext context, TurnWork.Result result) {
        working = false;
        freePlace();
        if (result instanceof TurnWork.Result.Failed(Throwable cause)) {
            counters.failed.happened(cause.toString());
            log.debug("A turn could not be answered", cause);
        }
        if (stage != Stage.ANSWER) {
            return;
        }
        if (result instanceof TurnWork.Result.Command(String line)) {
            stage = Stage.CARRIED_OUT;
            send(context, line);
        } else {
            counters.unanswered.increment();
            end(context);
        }
    }

    private void early(ChannelHandlerContext context, AgiReply reply) {
        if (reply instanceof AgiReply.HungUp) {
            hungUp(context);
        } else {
            malformed(context, "a line where none is expected");
        }
    }

    private void carriedOut(ChannelHandlerContext context, AgiReply reply) {
        switch (reply) {
            case AgiReply.Done _ -> {
                counters.answered.increment();
                end(context);
            }
            case AgiReply.HungUp _ -> hungUp(context);
            case AgiReply.Refused(String line) -> {
                counters.failed.happened("Asterisk refused the answer: " + printable(line));
                end(context);
            }
        }
    }

    private void tooLate(ChannelHandlerContext context) {
        if (stage != Stage.OVER) {
            counters.late.happened("waiting for " + stage);
            end(context);
        }
    }

    private void hungUp(ChannelHandlerContext context) {
        counters.hungUp.increment();
        end(context);
    }

    private void malformed(ChannelHandlerContext context, String why) {
        counters.malformed.happened(why + ", from " + context.channel().remoteAddress());
        end(context);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (stage == Stage.OVER) {
            return;
        }
        if (cause instanceof DecoderException && cause.getCause() instanceof MalformedTurn wrong) {
            malformed(context, String.valueOf(wrong.getMessage()));
        } else {
            log.debug("A FastAGI connection broke", cause);
            end(context);
        }
    }

    private void end(ChannelHandlerContext context) {
        stage = Stage.OVER;
        context.close();
    }

    private void freePlace() {
        if (!open && !working) {
            placeIsFree.run();
        }
    }

    private static void send(ChannelHandlerContext context, String line) {
        context.writeAndFlush(Unpooled.copiedBuffer(line, StandardCharsets.US_ASCII))
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private static String printable(String line) {
        return line.replaceAll("[^ -~]", "?");
    }
}
