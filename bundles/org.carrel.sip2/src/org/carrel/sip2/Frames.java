/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

import org.carrel.sip2.Decoded.Checksum;

/**
 * Cuts a stream into messages. A message ends with CR, LF or both; it may arrive in any number of packets. What has a
 * right checksum, or is a bare {@code 96}, also ends where the sender falls silent: some forget the CR. For one thread.
 */
public final class Frames {

    /** Longer than any message of the protocol by far. */
    public static final int MAX_BYTES = 16 * 1024;

    /** How long a sender may pause within a message before it is looked at without its end. */
    private static final Duration QUIET = Duration.ofMillis(250);
    private static final byte[] BARE_RESEND = { '9', '6' };

    private final InputStream in;
    private final Patience patience;
    private final byte[] buffer = new byte[2048];
    private final ByteArrayOutputStream partial = new ByteArrayOutputStream();
    private int at;
    private int filled;

    /** Says how long the next read of the stream may wait. */
    @FunctionalInterface
    public interface Patience {
        /** @param millis at least 1 */
        void limit(int millis) throws IOException;
    }

    /** What came. */
    public sealed interface Next {

        /** A message without its end; never empty. */
        record Frame(byte[] bytes) implements Next {}

        /** Nothing whole in time. What there is of a message is kept. */
        record Silence() implements Next {}

        /** The other side is done. */
        record End() implements Next {}

        /** More than {@link #MAX_BYTES} without an end: whoever that is does not speak SIP2. */
        record TooLong() implements Next {}
    }

    /** @param patience limits each read of {@code in}, which throws {@link SocketTimeoutException} when it is over */
    public Frames(InputStream in, Patience patience) {
        this.in = Objects.requireNonNull(in, "in");
        this.patience = Objects.requireNonNull(patience, "patience");
    }

    /**
     * The next message.
     *
     * @param limit how long to wait for all of it, however slowly it drips
     */
    public Next next(Duration limit) throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            while (at < filled) {
                byte b = buffer[at++];
                if (b == '\r' || b == '\n') {
                    if (partial.size() > 0) {
                        return taken();
                    }
                } else if (b != 0) {
                    if (partial.size() == MAX_BYTES) {
                        return new Next.TooLong();
                    }
                    partial.write(b);
                }
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return new Next.Silence();
            }
            Duration wait = partial.size() > 0 && left > QUIET.toNanos() ? QUIET : Duration.ofNanos(left);
            if (!fill(wait)) {
                return new Next.End();
            }
            if (filled == 0 && partial.size() > 0 && isWhole()) {
                return taken();
            }
        }
    }

    /** False at the end of the stream. After a wait without anything, nothing was filled in. */
    private boolean fill(Duration wait) throws IOException {
        at = 0;
        filled = 0;
        patience.limit((int) Math.max(1, wait.toMillis()));
        try {
            int count = in.read(buffer);
            filled = Math.max(count, 0);
            return count >= 0;
        } catch (SocketTimeoutException e) {
            // Only a limit that was set here: the caller hears of it when its own time is over.
            return true;
        }
    }

    /** The sender paused: is what there is a message in spite of its missing end? */
    private boolean isWhole() {
        byte[] bytes = partial.toByteArray();
        return Arrays.equals(bytes, BARE_RESEND) || ErrorDetection.of(bytes, 2).checksum() == Checksum.RIGHT;
    }

    private Next taken() {
        byte[] bytes = partial.toByteArray();
        partial.reset();
        return new Next.Frame(bytes);
    }
}
