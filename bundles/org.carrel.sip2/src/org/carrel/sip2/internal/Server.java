/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import java.io.IOException;
import java.net.Socket;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.carrel.model.ItemBarcode;
import org.carrel.model.port.ItemLookup.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server, connected to when it is needed: hangs up when it is not, and connects again. For one thread;
 * {@link #close} from any.
 */
final class Server implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Server.class);

    private final Session.Settings settings;
    private final Clock clock;
    private final Backoff backoff = new Backoff();
    private final AtomicReference<Socket> socket = new AtomicReference<>();
    private Optional<Session> session = Optional.empty();
    private boolean asksStatus = true;
    private volatile boolean closed;

    Server(Session.Settings settings) {
        this.settings = settings;
        this.clock = settings.clock();
    }

    /** Asks about an item; connects for that when there is no connection, or only one that the server has ended. */
    Reply ask(ItemBarcode item) {
        Optional<Reason> waiting = backoff.at(clock.instant());
        if (waiting.isPresent()) {
            return new Reply.Failed(waiting.get(), "left alone for a while");
        }
        boolean used = session.isPresent();
        Reply reply = askOnce(item);
        if (used && reply instanceof Reply.Failed failed && failed.reason() == Reason.UNREACHABLE && !closed) {
            // It hung up while nobody asked anything, which is its right.
            reply = askOnce(item);
        }
        if (reply instanceof Reply.Failed failed) {
            LOG.info("SIP2 server {}: {} ({})", settings, failed.reason(), failed.detail());
            backoff.failed(failed.reason(), clock.instant());
        } else {
            backoff.succeeded();
        }
        return reply;
    }

    private Reply askOnce(ItemBarcode item) {
        if (session.isEmpty()) {
            Session.Opening opening = open();
            if (opening instanceof Session.Opening.Failed(Reason reason, String detail)) {
                return new Reply.Failed(reason, detail);
            }
            session = Optional.of(((Session.Opening.Opened) opening).session());
        }
        Reply reply = session.get().item(item);
        if (reply instanceof Reply.Failed) {
            // What comes late would be taken for the answer to something else.
            hangUp();
        }
        return reply;
    }

    private Session.Opening open() {
        Session.Opening opening = Session.open(settings, asksStatus, this::connecting);
        if (asksStatus && opening instanceof Session.Opening.Failed failed && failed.isAboutStatus() && !closed) {
            LOG.info("SIP2 server {} does not tell its status ({})", settings, failed.detail());
            asksStatus = false;
            opening = Session.open(settings, false, this::connecting);
            // A server that was only slow for once is asked again next time.
            asksStatus = opening instanceof Session.Opening.Failed;
        }
        return opening;
    }

    private void connecting(Socket fresh) {
        socket.set(fresh);
        if (closed) {
            end(fresh);
        }
    }

    /** Nobody has asked anything for a while: other workstations may wait for the connection. */
    void hangUp() {
        session.ifPresent(Session::close);
        session = Optional.empty();
    }

    /** Ends what is being waited for. */
    @Override
    public void close() {
        closed = true;
        Optional.ofNullable(socket.get()).ifPresent(Server::end);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            LOG.debug("Hanging up: {}", e.toString());
        }
    }
}
