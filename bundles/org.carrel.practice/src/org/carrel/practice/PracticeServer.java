/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Sip2Server;
import org.carrel.model.Texts;
import org.carrel.model.port.PracticeSystem;
import org.carrel.ncip.NcipServerCodec;
import org.carrel.practice.Applied.Kind;
import org.carrel.practice.internal.Arrivals;
import org.carrel.practice.internal.Circulation;
import org.carrel.practice.internal.EveningItemFile;
import org.carrel.practice.internal.FaultScript;
import org.carrel.practice.internal.Faults;
import org.carrel.practice.internal.Inventories;
import org.carrel.practice.internal.LoopbackServices;
import org.carrel.practice.internal.Ports;
import org.carrel.practice.internal.Services;
import org.carrel.practice.internal.SignIn;
import org.carrel.practice.internal.Sip2Desk;
import org.carrel.practice.internal.Sip2Line;

/**
 * A library system on the loopback interface: OAuth tokens at {@code /token}, the NCIP staff profile at {@code /ncip},
 * {@code /circ/items/{barcode}/routings/inventories}, {@code /health}, and SIP2 on a port of its own where that is
 * wanted. It starts down; going down is like pulling the plug, and what it knows is kept. Safe for use by
 * several threads. {@link #close} takes it down for good.
 *
 * <p>
 * The fault script is described at {@link #misbehave}.
 */
public final class PracticeServer implements PracticeSystem, AutoCloseable {

    private static final Texts TEXTS = Texts.of(Services.class);

    private final InetAddress loopback;
    private final int port;
    private final Circulation circulation;
    private final SignIn signIn;
    private final Inventories inventories;
    private final EveningItemFile itemFile;
    private final Services services;
    private final Arrivals arrivals;
    private final Optional<Sip2Line> sip2;
    private final int sip2Port;
    private final ReentrantLock lock = new ReentrantLock();
    private Faults faults = new Faults(FaultScript.NONE);
    private Optional<LoopbackServices> up = Optional.empty();
    private boolean wanted;
    private boolean closed;

    PracticeServer(PracticeServerBuilder settings) {
        loopback = Ports.loopback();
        port = settings.port();
        circulation = new Circulation(settings.library(), settings.registry(), settings.clock(), settings.zone(),
                settings.closingTime(), settings.renewals());
        signIn = new SignIn(settings.key(), settings.secret(), settings.scopes(), settings.tokenLifetime(),
                settings.clock());
        arrivals = new Arrivals(settings.clock());
        inventories = new Inventories(circulation);
        itemFile = new EveningItemFile(circulation, inventories, settings.clock(), settings.zone());
        services = new Services(circulation, inventories, signIn, new NcipServerCodec(settings.zone()), arrivals);
        sip2 = settings.sip2().map(wanted -> new Sip2Line(new Sip2Desk(circulation, wanted, settings.sip2Password(),
                settings.clock(), settings.zone()), arrivals));
        sip2Port = settings.sip2().map(Sip2Server::port).orElse(0);
    }

    /** What a server is made of; everything has a default. */
    public static PracticeServerBuilder builder() {
        return new PracticeServerBuilder();
    }

    /**
     * {@inheritDoc}
     *
     * A key that had been disabled by failed sign-ins works again; tokens from before stay in force.
     */
    @Override
    public void bringUp() throws IOException {
        lock.lock();
        try {
            if (closed) {
                throw new IOException(TEXTS.get("server.closed"));
            }
            if (!wanted) {
                signIn.enableKey();
            }
            wanted = true;
            listenOrNot();
        } catch (IOException e) {
            wanted = false;
            throw e;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void takeDown() {
        lock.lock();
        try {
            wanted = false;
            pullThePlug();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isUp() {
        lock.lock();
        try {
            return up.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** {@inheritDoc} The same before it is up, and after it went down and came up again. */
    @Override
    public URI address() {
        return URI.create("http://" + loopback.getHostAddress() + ":" + port);
    }

    /** The NCIP staff profile. */
    public URI ncip() {
        return address().resolve("/ncip");
    }

    /** The token end point. */
    public URI token() {
        return address().resolve("/token");
    }

    /**
     * {@inheritDoc}
     *
     * The counts of a script begin when it is set.
     *
     * <pre>
     * script   = [rule] {(";" | line end) [rule]}         text after # is a comment
     * rule     = "down" | [target] fault {limit}
     * target   = place [":" first ["-" [last]]]           without one: any
     * place    = "any" | "ncip" | "checkout" | "checkin" | "token" | "health" | "inventory"
     *          | "sip2" | "sip2-login" | "sip2-status" | "sip2-item"
     * limit    = "times" n | "item" barcode | "chance" n "%"
     * fault    = "latency" duration                       wait, then go on
     *          | "drop-before" | "drop-after"             close the connection unanswered, before or after applying
     *          | "status" code ["retry-after" duration]   a bare HTTP status, not applied; also just the code: 401
     *          | "status-after" code                      a bare HTTP status, although applied
     *          | "problem" "type" ["detail"]              an NCIP problem directly under the message, not applied
     *          | "html"                                   status 200 and a web page, not applied
     *          | "malformed" | "truncated" | "cut" | "empty" | "wrong-type" | "wrong-item"   applied, answer spoilt
     *          | "slow" duration                          applied, the answer byte by byte, taking that long
     *          | "huge" n                                 applied, the answer followed by n megabytes of white space
     *          | "split" | "no-cr" | "wrong-checksum" | "wrong-sequence" | "latin-1" | "decomposed" | "odd"
     *                                                SIP2 only: served, and the answer written like that
     *          | "ask-again" | "silence" | "refuse"  SIP2 only: a 96, nothing, a no
     * duration = n ("ms" | "s" | "m")
     * </pre>
     *
     * Statuses, problems and {@code wrong-type} are of HTTP and pass SIP2 by.
     *
     * <p>
     *
     * For instance {@code checkout:3 drop-after; any latency 200ms; checkin 503 times 2; token 401}. {@code checkout:3}
     * is the third check-out since the script was set, {@code checkout:3-5} the third to the fifth, {@code checkout:3-}
     * all from the third. Of several rules that strike one request, latencies add up and the first other one wins.
     * {@code down}: connections are refused for as long as the script is in force.
     */
    @Override
    public void misbehave(String script) {
        Faults next = new Faults(FaultScript.parse(script));
        lock.lock();
        try {
            faults = next;
            services.misbehave(next);
            sip2.ifPresent(line -> line.misbehave(next));
            listenOrNot();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Path writeItemFile(Path folder) throws IOException {
        return itemFile.write(folder);
    }

    /** The port of the SIP2 server on loopback; empty when there is none. */
    public OptionalInt sip2Port() {
        return sip2.isPresent() ? OptionalInt.of(sip2Port) : OptionalInt.empty();
    }

    /** Everything that changed the library, in order. */
    public List<Applied> applied() {
        return circulation.applied();
    }

    /** How often such a message was applied to the item. */
    public long timesApplied(Kind kind, ItemBarcode item) {
        return applied().stream().filter(a -> a.kind() == kind && a.item().equals(item)).count();
    }

    /** How often each item was said to be found in an inventory; without those that never were. */
    public Map<ItemBarcode, Integer> inventoried() {
        return inventories.counts();
    }

    /** What is out now, by item. */
    public Map<ItemBarcode, Loan> loans() {
        return circulation.loans().stream().collect(Collectors.toMap(Loan::item, Function.identity()));
    }

    /** The requests that arrived, the oldest first; of very many the last hundred thousand. */
    public List<Received> received() {
        return arrivals.all();
    }

    /** Makes every token void, as time does. */
    public void expireTokens() {
        signIn.expireTokens();
    }

    /** Whether five failed sign-ins within five minutes have disabled the WSKey. */
    public boolean isKeyDisabled() {
        return signIn.isKeyDisabled();
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            takeDown();
        } finally {
            lock.unlock();
        }
    }

    private void listenOrNot() throws IOException {
        boolean listen = wanted && !faults.down();
        if (listen && up.isEmpty()) {
            up = Optional.of(LoopbackServices.open(loopback, port, services, sip2, sip2Port));
        } else if (!listen) {
            pullThePlug();
        }
    }

    private void pullThePlug() {
        up.ifPresent(LoopbackServices::close);
        up = Optional.empty();
    }
}
