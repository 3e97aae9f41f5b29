/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.carrel.model.Texts;
import org.carrel.sip2.Decoded;
import org.carrel.sip2.Decoded.Checksum;
import org.carrel.sip2.FieldId;
import org.carrel.sip2.Frames;
import org.carrel.sip2.Frames.Next;
import org.carrel.sip2.MessageType;
import org.carrel.sip2.Sip2Message;

/** The practice library's SIP2 connections, and how the script spoils what is said over them. */
public final class Sip2Line implements Loopback.Conversation {

    private static final Texts TEXTS = Texts.of(Sip2Line.class);
    private static final Duration IDLE = Duration.ofMinutes(1);
    private static final int SERVED = 200;
    private static final Duration BETWEEN_PACKETS = Duration.ofMillis(5);
    private static final int PACKET = 7;

    private final Sip2Desk desk;
    private final Arrivals arrivals;
    private final AtomicReference<Faults> faults = new AtomicReference<>(new Faults(FaultScript.NONE));

    public Sip2Line(Sip2Desk desk, Arrivals arrivals) {
        this.desk = desk;
        this.arrivals = arrivals;
    }

    public void misbehave(Faults script) {
        faults.set(script);
    }

    /** What one connection knows. For one thread. */
    private static final class Talk {
        private final Loopback line;
        private final OutputStream out;
        private boolean signedIn;
        private Optional<Decoded.Understood> last = Optional.empty();

        Talk(Loopback line, OutputStream out) {
            this.line = line;
            this.out = out;
        }

        void write(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }
    }

    @Override
    public void hold(Socket socket, Loopback line) throws IOException, InterruptedException {
        Frames frames = new Frames(socket.getInputStream(), socket::setSoTimeout);
        Talk talk = new Talk(line, socket.getOutputStream());
        boolean more = true;
        while (more && !line.isClosed()) {
            more = frames.next(IDLE) instanceof Next.Frame(byte[] bytes) && serve(talk, desk.codec().decode(bytes));
        }
    }

    /** False when the connection ends. */
    private boolean serve(Talk talk, Decoded decoded) throws IOException, InterruptedException {
        if (decoded.checksum() == Checksum.WRONG) {
            talk.write(Sip2Writing.askAgain(desk.codec()));
            return true;
        }
        if (!(decoded instanceof Decoded.Understood request)) {
            // As many servers do: what they do not know they do not answer.
            arrivals.add("sip2-other", 0, "");
            return true;
        }
        if (request.message().type() != MessageType.REQUEST_ACS_RESEND) {
            talk.last = Optional.of(request);
        }
        // Nothing here changes the library, so what is to be sent again can be answered again.
        return talk.last.isEmpty() || understood(talk, talk.last.get());
    }

    private boolean understood(Talk talk, Decoded.Understood request) throws IOException, InterruptedException {
        String endpoint = endpoint(request.message().type());
        Optional<FaultRule> spoiler = Optional.empty();
        for (FaultRule rule : faults.get().strike(endpoint, request.message().first(FieldId.ITEM))) {
            if (rule.fault() instanceof Fault.Latency latency) {
                if (!talk.line.pause(latency.duration())) {
                    arrivals.add(endpoint, 0, "down");
                    return false;
                }
            } else if (spoiler.isEmpty()) {
                spoiler = Optional.of(rule);
            }
        }
        Optional<Fault> fault = spoiler.map(FaultRule::fault);
        boolean drops = fault.filter(f -> f instanceof Fault.DropBefore || f instanceof Fault.DropAfter).isPresent();
        arrivals.add(endpoint, drops ? 0 : SERVED, spoiler.map(FaultRule::text).orElse(""));
        return react(talk, request, fault);
    }

    private static String endpoint(MessageType type) {
        return switch (type) {
            case LOGIN -> "sip2-login";
            case SC_STATUS -> "sip2-status";
            case ITEM_INFORMATION -> "sip2-item";
            default -> "sip2-other";
        };
    }

    private boolean react(Talk talk, Decoded.Understood request, Optional<Fault> fault)
            throws IOException, InterruptedException {
        boolean refuses = fault.equals(Optional.of(new Fault.Line(Fault.Line.How.REFUSE)));
        if (fault.filter(Fault.DropBefore.class::isInstance).isPresent()) {
            return false;
        }
        Optional<Sip2Message> answer = answer(talk, request.message(), refuses);
        if (answer.isEmpty()) {
            // Who is not signed in is hung up on; what is not served is not answered.
            return talk.signedIn || !desk.asksForSignIn();
        }
        Sip2Writing writing = new Sip2Writing(desk.codec(), answer.get(), request);
        return fault.isEmpty() || refuses ? write(talk, writing.plain()) : spoilt(talk, writing, fault.get());
    }

    private Optional<Sip2Message> answer(Talk talk, Sip2Message request, boolean refuses) {
        if (request.type() == MessageType.LOGIN) {
            talk.signedIn = !refuses && (!desk.asksForSignIn() || desk.admits(request));
            return Optional.of(Sip2Desk.login(talk.signedIn));
        }
        if (!talk.signedIn && desk.asksForSignIn()) {
            return Optional.empty();
        }
        if (refuses && request.type() == MessageType.SC_STATUS) {
            return Optional.of(desk.status(false));
        }
        return refuses && request.type() == MessageType.ITEM_INFORMATION ? Optional.of(desk.unknown(request))
                : desk.answer(request);
    }

    private boolean spoilt(Talk talk, Sip2Writing writing, Fault fault) throws IOException, InterruptedException {
        byte[] whole = writing.plain();
        return switch (fault) {
            case Fault.DropAfter drop -> false;
            case Fault.Slow slow -> drip(talk, whole, 1, slow.duration().dividedBy(whole.length));
            case Fault.Huge huge -> pad(talk, huge.bytes());
            case Fault.WebPage page -> write(talk, (TEXTS.get("web.page") + "\r").getBytes(StandardCharsets.UTF_8));
            case Fault.Spoil spoil -> spoilt(talk, writing, spoil.how());
            case Fault.Line line -> spoilt(talk, writing, line.how());
            default -> throw new IllegalStateException("no fault of SIP2: " + fault);
        };
    }

    private boolean spoilt(Talk talk, Sip2Writing writing, Fault.Spoil.How how) throws IOException {
        byte[] whole = writing.plain();
        switch (how) {
            case MALFORMED -> write(talk, writing.malformed());
            case TRUNCATED -> {
                write(talk, Arrays.copyOf(whole, whole.length / 2));
                write(talk, new byte[] { '\r' });
            }
            case CUT -> write(talk, Arrays.copyOf(whole, whole.length / 2));
            case EMPTY -> write(talk, new byte[] { '\r' });
            case WRONG_ITEM -> write(talk, writing.aboutAnotherItem());
            case WRONG_TYPE -> throw new IllegalStateException("no fault of SIP2");
        }
        return how != Fault.Spoil.How.CUT;
    }

    private boolean spoilt(Talk talk, Sip2Writing writing, Fault.Line.How how)
            throws IOException, InterruptedException {
        byte[] whole = writing.plain();
        return switch (how) {
            case SPLIT -> drip(talk, whole, PACKET, BETWEEN_PACKETS);
            case NO_CR -> write(talk, Arrays.copyOf(whole, whole.length - 1));
            case ASK_AGAIN -> write(talk, Sip2Writing.askAgain(desk.codec()));
            case WRONG_CHECKSUM -> write(talk, writing.wrongChecksum());
            case WRONG_SEQUENCE -> write(talk, writing.wrongSequence());
            case SILENCE -> true;
            case LATIN_1 -> write(talk, writing.in(StandardCharsets.ISO_8859_1));
            case DECOMPOSED -> write(talk, writing.decomposed());
            case ODD -> write(talk, writing.odd());
            case REFUSE -> write(talk, whole);
        };
    }

    private static boolean write(Talk talk, byte[] bytes) throws IOException {
        talk.write(bytes);
        return true;
    }

    /** So many bytes at a time, with a wait in between. */
    private static boolean drip(Talk talk, byte[] bytes, int packet, Duration wait)
            throws IOException, InterruptedException {
        for (int from = 0; from < bytes.length; from += packet) {
            talk.write(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + packet)));
            if (!talk.line.pause(wait)) {
                return false;
            }
        }
        return true;
    }

    /** A message that does not end. */
    private static boolean pad(Talk talk, long bytes) throws IOException {
        byte[] block = new byte[8192];
        Arrays.fill(block, (byte) ' ');
        talk.write("18".getBytes(StandardCharsets.US_ASCII));
        for (long left = bytes; left > 0; left -= block.length) {
            talk.write(block);
        }
        return true;
    }
}
