package dev.amends.asterisk;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.DecoderException;
import io.netty.util.ByteProcessor;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;

/**
 * One turn on the wire: read the environment, have the key shown, have the question answered, send
 * the one command, see it carried out, close. Whatever is out of order closes the connection, and
 * the call falls through. All methods run on the connection's event loop.
 */
final class TurnConversation extends ByteToMessageDecoder {

    private static final Logger log = LoggerFactory.getLogger(TurnConversation.class);

    private static final String SHOW_KEY = "GET VARIABLE AMENDS_KEY\n";

    /** What is expected next. */
    private enum Stage {
        ENVIRONMENT,
        KEY,
        ANSWER,
        CARRIED_OUT,
        OVER
    }

    private final AgiEnvironment environment = new AgiEnvironment();
    private final Secret key;
    private final TurnDeadlines deadlines;
    private final TurnCounters counters;
    private final TurnWork work;
    private final Runnable placeIsFree;
    private TurnDeadlines.@Nullable Watched watched;
    private Stage stage = Stage.ENVIRONMENT;
    private boolean open;
    private boolean working;

    TurnConversation(
            Secret key,
            TurnDeadlines deadlines,
            TurnCounters counters,
            TurnWork work,
            Runnable placeIsFree) {
        this.key = key;
        this.deadlines = deadlines;
        this.counters = counters;
        this.work = work;
        this.placeIsFree = placeIsFree;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        watched = deadlines.begin(() -> tooLate(context));
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        open = true;
    }

    @Override
    protected void handlerRemoved0(ChannelHandlerContext context) {
        open = false;
        stage = Stage.OVER;
        if (watched != null) {
            deadlines.over(watched);
        }
        freePlace();
    }

    /** All lines that have come whole. What comes after the end of the turn is dropped. */
    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        int whole = in.forEachByteDesc(ByteProcessor.FIND_LF) - in.readerIndex() + 1;
        if (whole > 0) {
            lines(context, in.readString(whole, StandardCharsets.UTF_8));
        }
        if (in.readableBytes() > AgiEnvironment.LONGEST_LINE) {
            tooLong(context);
        }
        if (stage == Stage.OVER) {
            in.skipBytes(in.readableBytes());
        }
    }

    private void lines(ChannelHandlerContext context, String text) {
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            if (end - start > AgiEnvironment.LONGEST_LINE) {
                tooLong(context);
            }
            if (stage == Stage.OVER) {
                return;
            }
            line(context, text.substring(start, end));
            start = end + 1;
        }
    }

    private void tooLong(ChannelHandlerContext context) {
        if (stage != Stage.OVER) {
            malformed(context, "a line that is too long");
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
            send(context, SHOW_KEY);
        }
    }

    private void key(ChannelHandlerContext context, AgiReply reply) {
        if (reply instanceof AgiReply.HungUp) {
            hungUp(context);
        } else if (reply instanceof AgiReply.Done done && key.matches(done.value().orElse(""))) {
            AgiQuestion question = environment.question();
            stage = Stage.ANSWER;
            working = true;
            work.atOnce(question)
                    .ifPresentOrElse(
                            result -> answered(context, result),
                            () -> work.answer(question, result -> back(context, result)));
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
        byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
        context.writeAndFlush(context.alloc().directBuffer(bytes.length).writeBytes(bytes))
                .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    private static String printable(String line) {
        return line.replaceAll("[^ -~]", "?");
    }
}
