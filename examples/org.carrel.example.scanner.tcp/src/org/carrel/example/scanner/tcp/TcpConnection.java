/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.example.scanner.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;

import org.carrel.scanner.driver.Frames;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;

/** An open connection and the thread that reads it. */
final class TcpConnection implements ScannerConnection {

    private static final int CHUNK = 4_096;
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Socket socket;
    private final Frames frames;
    private final ReadSink sink;
    private final String gone;
    private final Thread reader;
    private volatile boolean closing;

    /**
     * @param socket connected; closed with the connection
     * @param gone   what to say when the scanner ends it
     */
    TcpConnection(Socket socket, Frames frames, ReadSink sink, String device, String gone) {
        this.socket = socket;
        this.frames = frames;
        this.sink = sink;
        this.gone = gone;
        this.reader = Thread.ofPlatform().daemon().name("example-tcp-" + device).start(this::run);
    }

    private void run() {
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = socket.getInputStream()) {
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                frames.feed(chunk, length).forEach(sink::read);
            }
            lost();
        } catch (IOException e) {
            // Closing the socket ends the read like this, too.
            lost();
        }
    }

    /** What has begun is not passed on: half a barcode may look like a whole one. */
    private void lost() {
        if (!closing) {
            sink.lost(gone);
        }
    }

    /** Returns when the thread has ended, so that nothing is passed on afterwards. */
    @Override
    public void close() {
        closing = true;
        try {
            socket.close();
            reader.join(LAST_WORDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
