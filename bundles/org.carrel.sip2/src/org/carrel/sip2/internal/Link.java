/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.function.Predicate;

import org.carrel.model.port.ItemLookup.Reason;
import org.carrel.sip2.Decoded;
import org.carrel.sip2.Decoded.Checksum;
import org.carrel.sip2.Frames;
import org.carrel.sip2.Frames.Next;
import org.carrel.sip2.MessageType;
import org.carrel.sip2.Sip2Codec;
import org.carrel.sip2.Sip2Message;
import org.carrel.sip2.UnwritableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection: sends a message and waits for the answer to it, through everything that can go wrong on a line. For
 * one thread; {@link #close} from any.
 *
 * <p>
 * What is sent again keeps its number. An answer counts when it is of the right type, fits what was asked, and has the
 * same number or none; one that fits and has another number is asked for once more, and believed the second time, for
 * there are servers that count in their own way. Anything else is an answer to something earlier, and passed over.
 */
final class Link implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Link.class);
    private static final int MOST_STRAYS = 20;

    private final Socket socket;
    private final Sip2Codec codec;
    private final boolean errorDetection;
    private final Frames frames;
    private final byte[] resendRequest;
    private int sequence;
    private boolean serverAddsUp;

    Link(Socket socket, Sip2Codec codec, boolean errorDetection) throws IOException {
        this.socket = socket;
        this.codec = codec;
        this.errorDetection = errorDetection;
        this.frames = new Frames(socket.getInputStream(), socket::setSoTimeout);
        this.resendRequest = resendRequest(codec, errorDetection);
    }

    /** Writes a message with the number that it is given. */
    @FunctionalInterface
    interface Writing {
        byte[] with(OptionalInt sequence) throws UnwritableException;
    }

    /** An exchange in progress: how often what went wrong. */
    private static final class Course {
        private int sent = 1;
        private int garbled;
        private int strays;
        private boolean misnumbered;
    }

    /**
     * Sends a message and waits for its answer.
     *
     * @param writing its bytes, which are overwritten afterwards
     * @param wanted  the type of the answer
     * @param fits    whether an answer of that type is about what was asked
     * @throws UnwritableException when it cannot be written; nothing was sent then
     */
    Reply exchange(Writing writing, MessageType wanted, Predicate<Sip2Message> fits, Pace pace)
            throws UnwritableException {
        int number = sequence;
        sequence = (sequence + 1) % 10;
        byte[] message = writing.with(errorDetection ? OptionalInt.of(number) : OptionalInt.empty());
        try {
            send(message);
            return answer(message, number, wanted, fits, pace);
        } catch (IOException e) {
            return new Reply.Failed(Reason.UNREACHABLE, e.toString());
        } finally {
            Arrays.fill(message, (byte) 0);
        }
    }

    private Reply answer(byte[] message, int number, MessageType wanted, Predicate<Sip2Message> fits, Pace pace)
            throws IOException {
        long deadline = System.nanoTime() + pace.all().toNanos();
        Course course = new Course();
        while (true) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            Next next = frames.next(left.compareTo(pace.once()) < 0 ? left : pace.once());
            switch (next) {
                case Next.End end -> {
                    return new Reply.Failed(Reason.UNREACHABLE, "hung up before it answered " + wanted);
                }
                case Next.TooLong tooLong -> {
                    return new Reply.Failed(Reason.UNINTELLIGIBLE, "a message without an end");
                }
                case Next.Silence silence -> {
                    if (System.nanoTime() >= deadline || course.sent > pace.retries()) {
                        return new Reply.Failed(Reason.TOO_LATE, "no " + wanted + " in time");
                    }
                    again(message, course);
                }
                case Next.Frame frame -> {
                    Decoded decoded = codec.decode(frame.bytes());
                    if (isAnswer(decoded, number, wanted, fits, course)) {
                        return new Reply.Answered(((Decoded.Understood) decoded).message());
                    }
                    if (course.garbled > pace.retries() || course.sent > pace.retries() + 1
                            || course.strays > MOST_STRAYS) {
                        return new Reply.Failed(Reason.UNINTELLIGIBLE,
                                "garbled " + course.garbled + ", sent " + course.sent + ", strays " + course.strays);
                    }
                    ask(decoded, message, wanted, course);
                }
            }
        }
    }

    private boolean isAnswer(Decoded decoded, int number, MessageType wanted, Predicate<Sip2Message> fits,
            Course course) {
        if (isGarbled(decoded)) {
            course.garbled++;
            return false;
        }
        Decoded.Understood understood = (Decoded.Understood) decoded;
        if (understood.message().type() != MessageType.REQUEST_SC_RESEND) {
            serverAddsUp = serverAddsUp || understood.checksum() == Checksum.RIGHT;
        }
        if (understood.message().type() != wanted || !fits.test(understood.message())) {
            course.strays++;
            return false;
        }
        boolean numbered = !errorDetection || understood.sequence().isEmpty()
                || understood.sequence().getAsInt() == number;
        if (!numbered && course.misnumbered) {
            LOG.debug("The SIP2 server counts in its own way");
            return true;
        }
        course.misnumbered = !numbered;
        return numbered;
    }

    /** What to do about something that was no answer. */
    private void ask(Decoded decoded, byte[] message, MessageType wanted, Course course) throws IOException {
        if (isGarbled(decoded)) {
            send(resendRequest);
            return;
        }
        MessageType type = ((Decoded.Understood) decoded).message().type();
        if (type == MessageType.REQUEST_SC_RESEND || type == wanted && course.misnumbered) {
            again(message, course);
        }
    }

    /** From a server that has sent checksums, a message without one has lost its end. */
    private boolean isGarbled(Decoded decoded) {
        return switch (decoded) {
            case Decoded.NotUnderstood not -> true;
            case Decoded.Understood(Sip2Message message, OptionalInt number, Checksum checksum) -> switch (checksum) {
                case WRONG -> true;
                case RIGHT -> false;
                case ABSENT -> serverAddsUp && message.type() != MessageType.REQUEST_SC_RESEND;
            };
        };
    }

    private void again(byte[] message, Course course) throws IOException {
        course.sent++;
        send(message);
    }

    private void send(byte[] message) throws IOException {
        socket.getOutputStream().write(message);
        socket.getOutputStream().flush();
    }

    private static byte[] resendRequest(Sip2Codec codec, boolean errorDetection) {
        Sip2Message request = Sip2Message.of(MessageType.REQUEST_ACS_RESEND);
        try {
            return errorDetection ? codec.encode(request, 0) : codec.encode(request);
        } catch (UnwritableException e) {
            throw new IllegalStateException("a message without fields can be written", e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("Hanging up: {}", e.toString());
        }
    }
}
