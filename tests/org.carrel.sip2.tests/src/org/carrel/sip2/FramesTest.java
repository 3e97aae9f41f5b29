/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.carrel.sip2.Frames.Next;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A stream is cut into messages")
class FramesTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    @DisplayName("at CR, at LF and at both, however many there are")
    void lineEnds() throws IOException {
        assertEquals(List.of("941", "96", "97AZFEF5", "941"), all(packets("941\r96\r\n\r\n97AZFEF5\n", "\0941\r")));
    }

    @Test
    @DisplayName("in the same way however it is split into packets")
    void splitAnywhere() throws Exception {
        Random random = Examples.seeded("splitAnywhere");
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] message = Examples.UTF8.encode(Examples.item("Élan " + i), i % 10);
            stream.writeBytes(message);
            sent.add(new String(message, 0, message.length - 1, StandardCharsets.UTF_8));
        }
        byte[] bytes = stream.toByteArray();
        List<byte[]> packets = new ArrayList<>();
        for (int from = 0; from < bytes.length;) {
            int to = Math.min(bytes.length, from + random.nextInt(1, 40));
            packets.add(Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
        assertEquals(sent, all(packets));
    }

    @Test
    @DisplayName("without an end where the sender falls silent and the checksum is right, or it is a bare 96")
    void missingEnd() throws IOException {
        List<byte[]> packets = packets("", "941AY0AZ", "FDFD", "", "", "96", "", "941AY0AZFDFD\r");
        assertEquals(List.of("941AY0AZFDFD", "96", "941AY0AZFDFD"), all(packets));
    }

    @Test
    @DisplayName("and what is not whole is waited for, and kept")
    void notWhole() throws IOException {
        Frames frames = frames(packets("18030201202603", "", "", "09    140000AB1|AJx|\r"));
        assertInstanceOf(Next.Silence.class, frames.next(Duration.ZERO));
        assertEquals("1803020120260309    140000AB1|AJx|", text(frames.next(LONG)));
        assertInstanceOf(Next.End.class, frames.next(LONG));
    }

    @Test
    @DisplayName("and a sender that never ends one is given up")
    void neverEnding() throws IOException {
        Frames frames = frames(packets("18" + "x".repeat(Frames.MAX_BYTES)));
        assertInstanceOf(Next.TooLong.class, frames.next(LONG));
    }

    private static List<String> all(List<byte[]> packets) throws IOException {
        Frames frames = frames(packets);
        List<String> all = new ArrayList<>();
        while (frames.next(LONG) instanceof Next.Frame frame) {
            all.add(new String(frame.bytes(), StandardCharsets.UTF_8));
        }
        return all;
    }

    private static String text(Next next) {
        return new String(assertInstanceOf(Next.Frame.class, next).bytes(), StandardCharsets.UTF_8);
    }

    private static List<byte[]> packets(String... texts) {
        return Arrays.stream(texts).map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static Frames frames(List<byte[]> packets) {
        return new Frames(new Packets(packets), millis -> {});
    }

    /** Gives a packet at a time; an empty one stands for a wait that took too long. */
    private static final class Packets extends InputStream {

        private final List<byte[]> rest;

        Packets(List<byte[]> packets) {
            rest = new ArrayList<>(packets);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("frames are read in packets");
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (rest.isEmpty()) {
                return -1;
            }
            byte[] packet = rest.removeFirst();
            if (packet.length == 0) {
                throw new SocketTimeoutException();
            }
            int count = Math.min(length, packet.length);
            System.arraycopy(packet, 0, buffer, offset, count);
            if (count < packet.length) {
                rest.addFirst(Arrays.copyOfRange(packet, count, packet.length));
            }
            return count;
        }
    }
}
