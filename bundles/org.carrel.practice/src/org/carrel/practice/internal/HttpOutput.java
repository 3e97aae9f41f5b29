/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/** Writes answers of HTTP/1.1 to one connection, well or badly. For one thread. */
final class HttpOutput {

    private final OutputStream out;
    private final Pause pause;

    HttpOutput(OutputStream out, Pause pause) {
        this.out = out;
        this.pause = pause;
    }

    /**
     * Carries out {@code reaction}.
     *
     * @param last whether the connection ends with this answer
     * @return whether the connection may go on
     */
    boolean react(Reaction reaction, boolean last) throws IOException, InterruptedException {
        switch (reaction) {
            case Reaction.Send send -> {
                head(send.answer(), send.answer().body().length, last);
                out.write(send.answer().body());
                out.flush();
                return !last;
            }
            case Reaction.Drop drop -> {
                return false;
            }
            case Reaction.Cut cut -> {
                head(cut.answer(), cut.answer().body().length, last);
                out.write(cut.answer().body(), 0, cut.answer().body().length / 2);
                out.flush();
                return false;
            }
            case Reaction.Dribble dribble -> {
                head(dribble.answer(), dribble.answer().body().length, last);
                out.flush();
                return dribble(dribble.answer().body(), dribble.duration()) && !last;
            }
            case Reaction.Pad pad -> {
                head(pad.answer(), pad.answer().body().length + pad.blanks(), last);
                out.write(pad.answer().body());
                blanks(pad.blanks());
                out.flush();
                return !last;
            }
        }
    }

    private boolean dribble(byte[] body, Duration duration) throws IOException, InterruptedException {
        Duration each = duration.dividedBy(Math.max(1, body.length));
        for (byte b : body) {
            if (!pause.hold(each)) {
                return false;
            }
            out.write(b);
            out.flush();
        }
        return true;
    }

    private void blanks(long count) throws IOException {
        byte[] block = new byte[64 * 1024];
        Arrays.fill(block, (byte) ' ');
        for (long left = count; left > 0; left -= block.length) {
            out.write(block, 0, (int) Math.min(left, block.length));
        }
    }

    private void head(HttpAnswer answer, long length, boolean last) throws IOException {
        StringBuilder head = new StringBuilder(256);
        head.append("HTTP/1.1 ").append(answer.status()).append(' ').append(reason(answer.status())).append("\r\n");
        answer.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(length).append("\r\n");
        if (last) {
            head.append("Connection: close\r\n");
        }
        head.append("\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** For people who look at the wire; nothing depends on it. */
    private static String reason(int status) {
        return switch (status / 100) {
            case 2 -> "OK";
            case 3 -> "Elsewhere";
            case 4 -> "Refused";
            default -> "Failed";
        };
    }
}
