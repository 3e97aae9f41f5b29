/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.serial.internal;

import java.time.Duration;

import org.carrel.model.Texts;
import org.carrel.scanner.driver.Frames;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open port and the thread that reads it. It polls with a blocking read instead of listening: when a cable is
 * pulled, jSerialComm's listener is called without end, while a read says so once.
 */
final class SerialConnection implements ScannerConnection {

    private static final Logger LOG = LoggerFactory.getLogger(SerialConnection.class);
    private static final int CHUNK = 4_096;
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);
    /** A read that comes back empty at once did not wait for anything: a few times by chance, then the port is gone. */
    static final int EMPTY_AT_ONCE = 20;
    static final Duration AT_ONCE = Duration.ofMillis(5);

    private final OpenPort port;
    private final LineSettings line;
    private final ReadSink sink;
    private final Texts texts;
    private final Thread reader;
    private volatile boolean closing;

    SerialConnection(OpenPort port, LineSettings line, ReadSink sink, String device, Texts texts) {
        this.port = port;
        this.line = line;
        this.sink = sink;
        this.texts = texts;
        this.reader = Thread.ofPlatform().daemon().name("carrel-serial-" + device).start(this::run);
    }

    private void run() {
        Frames frames = line.frames();
        byte[] chunk = new byte[CHUNK];
        int emptyAtOnce = 0;
        while (!closing) {
            long before = System.nanoTime();
            int length = port.read(chunk);
            if (length > 0) {
                emptyAtOnce = 0;
                frames.feed(chunk, length).forEach(sink::read);
            } else {
                emptyAtOnce = System.nanoTime() - before < AT_ONCE.toNanos() ? emptyAtOnce + 1 : 0;
                if (length < 0 || emptyAtOnce > EMPTY_AT_ONCE) {
                    gone();
                    return;
                }
                if (line.byPause() && frames.isInside()) {
                    sink.read(frames.end());
                }
            }
        }
    }

    private void gone() {
        if (!closing) {
            sink.lost(texts.get("port.gone", port.path()));
        }
    }

    /** Waits for the thread first: closing a port under a thread that reads it is what drivers get wrong. */
    @Override
    public void close() {
        closing = true;
        try {
            reader.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!port.close()) {
            LOG.warn("A serial port did not close properly (error {})", port.error());
        }
    }
}
