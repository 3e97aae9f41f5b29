/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Frames")
class FramesTest {

    @Test
    @DisplayName("find the same reads wherever the stream was split or merged")
    void find_the_same_reads_wherever_the_stream_was_split() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        StringBuilder stream = new StringBuilder();
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            String read = "3" + random.nextInt(Integer.MAX_VALUE);
            sent.add(read);
            stream.append(read).append(random.nextBoolean() ? "\r" : "\r\n");
        }
        byte[] bytes = stream.toString().getBytes(StandardCharsets.US_ASCII);
        Frames frames = new Frames((byte) '\r', (byte) '\n');
        List<String> found = new ArrayList<>();

        for (int at = 0; at < bytes.length;) {
            int length = Math.min(1 + random.nextInt(40), bytes.length - at);
            frames.feed(Arrays.copyOfRange(bytes, at, at + length), length)
                    .forEach(read -> found.add(new String(read, StandardCharsets.US_ASCII)));
            at += length;
        }

        assertEquals(sent, found, () -> "seed " + seed);
    }

    @Test
    @DisplayName("drop the tail of what is too long, so that it does not pass for a barcode")
    void drop_the_tail_of_what_is_too_long() {
        Frames frames = new Frames((byte) '\r');
        byte[] flood = "3".repeat(100_000).getBytes(StandardCharsets.US_ASCII);

        assertTrue(frames.feed(flood, flood.length).isEmpty());
        List<byte[]> found = frames.feed("30000000000018\r30000000000026\r".getBytes(StandardCharsets.US_ASCII), 30);

        assertEquals(2, found.size());
        assertEquals(Frames.LONGEST, found.get(0).length);
        assertEquals("30000000000026", new String(found.get(1), StandardCharsets.US_ASCII));
    }
}
