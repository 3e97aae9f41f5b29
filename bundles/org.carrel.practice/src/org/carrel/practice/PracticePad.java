/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;

import org.carrel.practice.internal.PadHttp;
import org.carrel.practice.internal.PadShelf;

/**
 * An RFID pad on the loopback interface that speaks as one of three makers' local services do, for practice and for
 * tests. Items are laid on it and lifted off by whoever holds it. Safe for use by several threads. {@link #close} ends
 * it.
 *
 * <p>
 * What the services say was read from a public Koha plug-in (2026): MK Solutions' staff station, Bibliotheca's
 * staffConnect link, which gives {@code IsSecured} the wrong way round, and Tech Logic's CircIT.
 */
public final class PracticePad implements AutoCloseable {

    /** Whose service it speaks. */
    public enum Maker {
        MK_SOLUTIONS, BIBLIOTHECA, TECH_LOGIC
    }

    /** A tag that was written: what it was told to say. */
    public record Written(String barcode, boolean secured) {}

    private final PadShelf pad = new PadShelf();
    private final PadHttp http;

    private PracticePad(Maker maker, int port) throws IOException {
        http = new PadHttp(maker, port, pad);
    }

    /**
     * Starts one, empty and plugged in.
     *
     * @param port where it listens on loopback; 0 for any free one
     * @throws IOException when the port is taken
     */
    public static PracticePad start(Maker maker, int port) throws IOException {
        return new PracticePad(maker, port);
    }

    /** Its address without a path, as a device's settings name it. */
    public URI address() {
        return http.address();
    }

    /** Lays secured items on the pad; those that lie there already stay as they are. */
    public void lay(String... barcodes) {
        pad.lay(List.of(barcodes));
    }

    /** Lifts items off; what their tags say is kept for when they are laid down again. */
    public void lift(String... barcodes) {
        pad.lift(List.of(barcodes));
    }

    /** Lifts everything off. */
    public void clear() {
        pad.clear();
    }

    /** What lies on the pad, and whether a gate would notice it. */
    public Map<String, Boolean> tags() {
        return pad.tags();
    }

    /** Whether the tag of an item says that a gate must notice it, also when it was lifted off. */
    public boolean isSecured(String barcode) {
        return pad.isSecured(barcode);
    }

    /** Every tag that was written, in order. */
    public List<Written> written() {
        return pad.written();
    }

    /** Pulls the reader's cable: the service still answers, and says so in its maker's way. */
    public void unplug() {
        pad.plug(false);
    }

    public void plugIn() {
        pad.plug(true);
    }

    /** The next so many requests are answered by status 500. */
    public void failNext(int requests) {
        pad.failNext(requests);
    }

    /** The next time that the item's tag is written, it is lifted off before it says what it should. */
    public void snatch(String barcode) {
        pad.snatch(barcode);
    }

    /**
     * The next so many times that the item's tag is written, the service says that all is well, and it is as it was.
     */
    public void misreport(String barcode, int times) {
        pad.misreport(barcode, times);
    }

    @Override
    public void close() {
        http.close();
    }
}
