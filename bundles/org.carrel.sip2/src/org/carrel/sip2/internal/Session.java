/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Sip2Server;
import org.carrel.model.port.ItemLookup.Reason;
import org.carrel.sip2.FieldId;
import org.carrel.sip2.FixedField;
import org.carrel.sip2.MessageType;
import org.carrel.sip2.Sip2Codec;
import org.carrel.sip2.Sip2Message;
import org.carrel.sip2.SipDates;
import org.carrel.sip2.UnwritableException;

/** A server that has let us in, over one connection. For one thread; {@link #close} from any. */
final class Session implements AutoCloseable {

    /** In {@code BX}, which has a flag for each message: item information. */
    private static final int ITEM_INFORMATION = 10;
    private static final String STATUS = "status: ";

    private final Settings settings;
    private final Link link;
    private final Pace pace;

    private Session(Settings settings, Link link, Pace pace) {
        this.settings = settings;
        this.link = link;
        this.pace = pace;
    }

    /**
     * What a session needs to know.
     *
     * @param connectTimeout for a connection, and as long again for its encryption
     * @param password       a fresh array at each call, which is overwritten; empty when there is none
     */
    record Settings(Sip2Server server, ZoneId zone, Duration connectTimeout, SSLContext tls,
            Supplier<Optional<char[]>> password, Clock clock) {

        /** For the log: who it is, and nothing else. */
        @Override
        public String toString() {
            return server.host() + ":" + server.port();
        }
    }

    /** What came of opening. */
    sealed interface Opening {

        record Opened(Session session) implements Opening {}

        record Failed(Reason reason, String detail) implements Opening {
            /** Whether the server may be of use if it is not asked for its status. */
            boolean isAboutStatus() {
                return detail.startsWith(STATUS) && reason != Reason.NOT_OFFERED;
            }
        }
    }

    /**
     * Connects, signs in and asks the server what it can.
     *
     * @param asksStatus whether the server is asked for its status: some hang up when they are
     * @param connecting told of the socket before anything is done with it, so that somebody else can close it
     */
    static Opening open(Settings settings, boolean asksStatus, Consumer<Socket> connecting) {
        Socket socket = new Socket();
        connecting.accept(socket);
        try {
            Link link = new Link(connected(socket, settings), new Sip2Codec(settings.server().charset()),
                    settings.server().errorDetection());
            Opening opening = new Opening.Failed(Reason.UNINTELLIGIBLE, "not opened");
            try {
                opening = greeted(settings, asksStatus, link);
                return opening;
            } finally {
                if (opening instanceof Opening.Failed) {
                    link.close();
                }
            }
        } catch (UnknownHostException e) {
            return failed(socket, "unknown host");
        } catch (SSLException e) {
            return failed(socket, "TLS: " + e.getMessage());
        } catch (IOException e) {
            return failed(socket, e.toString());
        } catch (UnwritableException e) {
            // Said by the codec without any value.
            return new Opening.Failed(Reason.NOT_SET_UP, e.getMessage());
        }
    }

    private static Opening failed(Socket socket, String detail) {
        try {
            socket.close();
        } catch (IOException e) {
            return new Opening.Failed(Reason.UNREACHABLE, detail + "; " + e);
        }
        return new Opening.Failed(Reason.UNREACHABLE, detail);
    }

    private static Socket connected(Socket socket, Settings settings) throws IOException {
        Sip2Server server = settings.server();
        socket.setTcpNoDelay(true);
        int limit = (int) settings.connectTimeout().toMillis();
        socket.connect(new InetSocketAddress(server.host(), server.port()), limit);
        if (!server.tls()) {
            return socket;
        }
        SSLSocket encrypted = (SSLSocket) settings.tls().getSocketFactory().createSocket(socket, server.host(),
                server.port(), true);
        SSLParameters parameters = encrypted.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        encrypted.setSSLParameters(parameters);
        encrypted.setSoTimeout(limit);
        encrypted.startHandshake();
        return encrypted;
    }

    private static Opening greeted(Settings settings, boolean asksStatus, Link link) throws UnwritableException {
        Pace pace = Pace.of(settings.server().answerTimeout());
        if (!settings.server().user().isEmpty()) {
            switch (login(settings, link, pace)) {
                case Reply.Failed(Reason reason, String detail) -> {
                    return new Opening.Failed(reason, "sign-in: " + detail);
                }
                case Reply.Answered(Sip2Message answer) when !answer.fixed(FixedField.OK).equals("1") -> {
                    return new Opening.Failed(Reason.SIGN_IN_REFUSED, "94" + answer.fixed(FixedField.OK));
                }
                case Reply.NotSent(String detail) -> {
                    return new Opening.Failed(Reason.NOT_SET_UP, "sign-in: " + detail);
                }
                case Reply.Answered answered -> {
                    // We are in.
                }
            }
        }
        if (!asksStatus) {
            return new Opening.Opened(new Session(settings, link, pace));
        }
        Sip2Codec codec = new Sip2Codec(settings.server().charset());
        Sip2Message question = Sip2Message.of(MessageType.SC_STATUS).with(FixedField.STATUS_CODE, "0")
                .with(FixedField.PRINT_WIDTH, "000").with(FixedField.PROTOCOL_VERSION, "2.00");
        return switch (link.exchange(number -> encode(codec, question, number), MessageType.ACS_STATUS, any -> true,
                pace)) {
            case Reply.Failed(Reason reason, String detail) -> new Opening.Failed(reason, STATUS + detail);
            case Reply.NotSent(String detail) -> new Opening.Failed(Reason.NOT_SET_UP, detail);
            case Reply.Answered(Sip2Message status) when !offersItems(status) -> new Opening.Failed(
                    Reason.NOT_OFFERED, "BX");
            case Reply.Answered(Sip2Message status) -> new Opening.Opened(
                    new Session(settings, link, pace.wished(status)));
        };
    }

    private static Reply login(Settings settings, Link link, Pace pace) throws UnwritableException {
        Optional<char[]> found = settings.password().get();
        if (found.isEmpty()) {
            // Without a password nobody is let in, and some servers count how often somebody tried.
            return new Reply.Failed(Reason.SIGN_IN_REFUSED, "there is no password here");
        }
        char[] password = found.get();
        try {
            Sip2Server server = settings.server();
            Sip2Codec codec = new Sip2Codec(server.charset());
            return link.exchange(number -> codec.login(server.user(), password, server.location(), number),
                    MessageType.LOGIN_RESPONSE, any -> true, pace);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Only a clear no counts: some servers leave the flags away, or have fewer. */
    private static boolean offersItems(Sip2Message status) {
        return status.first(FieldId.SUPPORTED_MESSAGES)
                .filter(flags -> flags.length() > ITEM_INFORMATION && flags.charAt(ITEM_INFORMATION) == 'N').isEmpty();
    }

    /** Asks about an item. */
    Reply item(ItemBarcode item) {
        Sip2Codec codec = new Sip2Codec(settings.server().charset());
        Sip2Message question = Sip2Message.of(MessageType.ITEM_INFORMATION)
                .with(FixedField.TRANSACTION_DATE, SipDates.write(settings.clock().instant(), settings.zone()))
                .with(FieldId.INSTITUTION, settings.server().institution()).with(FieldId.ITEM, item.value());
        try {
            return link.exchange(number -> encode(codec, question, number), MessageType.ITEM_INFORMATION_RESPONSE,
                    answer -> isAbout(item, answer), pace);
        } catch (UnwritableException e) {
            return new Reply.NotSent(e.getMessage());
        }
    }

    /** An answer without a barcode is believed by its number alone. */
    private static boolean isAbout(ItemBarcode item, Sip2Message answer) {
        return answer.first(FieldId.ITEM).filter(barcode -> !barcode.strip().equalsIgnoreCase(item.value().strip()))
                .isEmpty();
    }

    private static byte[] encode(Sip2Codec codec, Sip2Message message, OptionalInt number)
            throws UnwritableException {
        return number.isPresent() ? codec.encode(message, number.getAsInt()) : codec.encode(message);
    }

    @Override
    public void close() {
        link.close();
    }
}
