/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.serial.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import org.carrel.model.Texts;
import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.ReadSink;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** With ports that do what real ones do when their cable is pulled, which differs from system to system. */
@DisplayName("The reading of a serial port")
class SerialConnectionTest {

    private static final int SECONDS = 60;
    /** Longer than what counts as at once. */
    private static final long WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Heard heard = new Heard();

    /** What a port answers to each look, and after the last of them for ever. */
    private static final class ScriptedPort implements OpenPort {

        private final List<String> answers;
        private final AtomicInteger looks = new AtomicInteger();
        private final CountDownLatch closed = new CountDownLatch(1);

        /** @param answers {@code gone}, {@code empty} at once, {@code idle} after a while, or what arrives */
        ScriptedPort(String... answers) {
            this.answers = List.of(answers);
        }

        @Override
        public int read(byte[] into) {
            String answer = answers.get(Math.min(looks.getAndIncrement(), answers.size() - 1));
            switch (answer) {
                case "gone":
                    return -1;
                case "empty":
                    return 0;
                case "idle":
                    long end = System.nanoTime() + WAIT_NANOS;
                    while (System.nanoTime() < end) {
                        LockSupport.parkNanos(end - System.nanoTime());
                    }
                    return 0;
                default:
                    byte[] bytes = answer.getBytes(StandardCharsets.US_ASCII);
                    System.arraycopy(bytes, 0, into, 0, bytes.length);
                    return bytes.length;
            }
        }

        @Override
        public String path() {
            return "/dev/ttyTEST";
        }

        @Override
        public boolean close() {
            closed.countDown();
            return true;
        }

        @Override
        public int error() {
            return 0;
        }
    }

    /** Keeps what comes. */
    private static final class Heard implements ReadSink {

        private final LinkedBlockingQueue<String> reads = new LinkedBlockingQueue<>();
        private final LinkedBlockingQueue<String> lost = new LinkedBlockingQueue<>();

        @Override
        public void read(byte[] bytes) {
            reads.add(new String(bytes, StandardCharsets.US_ASCII));
        }

        @Override
        public void stack(List<byte[]> together) {
            throw new AssertionError("a serial port has no stacks");
        }

        @Override
        public void lost(String why) {
            lost.add(why);
        }

        @Override
        public void finished(String how) {
            throw new AssertionError("a serial port has no end");
        }

        @Override
        public void remember(String option, String value) {
            throw new AssertionError("nothing is found out");
        }
    }

    private SerialConnection open(OpenPort port) throws IOException {
        Texts texts = Texts.of(SerialDriver.class);
        LineSettings line = LineSettings.of(DeviceSettings.of("x", "x", "serial", port.path(), DeviceRole.ANY), texts);
        return new SerialConnection(port, line, heard, "x", texts);
    }

    private void awaitLost() throws InterruptedException {
        String why = heard.lost.poll(SECONDS, TimeUnit.SECONDS);
        assertTrue(why != null && why.contains("/dev/ttyTEST"), why);
    }

    @Test
    @DisplayName("ends at the first look that fails, says so once, and does not pass on the half of a barcode")
    void ends_at_the_first_look_that_fails() throws Exception {
        ScriptedPort port = new ScriptedPort("3100\r31", "idle", "01\r", "half", "idle", "gone");
        SerialConnection connection = open(port);

        awaitLost();
        connection.close();

        assertEquals(List.of("3100", "3101"), new ArrayList<>(heard.reads));
        assertEquals(6, port.looks.get());
        assertTrue(heard.lost.isEmpty(), "said once");
        assertEquals(0, port.closed.getCount());
    }

    @Test
    @DisplayName("gives up a port that comes back empty at once again and again, instead of spinning")
    void gives_up_a_port_that_comes_back_empty_at_once() throws Exception {
        ScriptedPort port = new ScriptedPort("3100\r", "idle", "empty");
        SerialConnection connection = open(port);

        awaitLost();
        connection.close();

        // On a busy machine an empty answer now and then takes its time, and the counting begins anew.
        assertTrue(port.looks.get() > 2 + SerialConnection.EMPTY_AT_ONCE, () -> port.looks + " looks");
        assertTrue(heard.lost.isEmpty(), "said once");
        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("carrel-serial-x")), "nobody looks any more");
    }

    @Test
    @DisplayName("keeps a port that is only idle, or empty at once by chance, and says nothing when it is closed")
    void keeps_a_port_that_is_only_idle() throws Exception {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            for (int j = 0; j < SerialConnection.EMPTY_AT_ONCE; j++) {
                answers.add("empty");
            }
            answers.add("idle");
        }
        answers.add("3100\r");
        answers.add("idle");
        ScriptedPort port = new ScriptedPort(answers.toArray(String[]::new));
        SerialConnection connection = open(port);

        assertEquals("3100", heard.reads.poll(SECONDS, TimeUnit.SECONDS));
        connection.close();

        assertTrue(heard.lost.isEmpty(), () -> "lost: " + heard.lost);
        assertEquals(0, port.closed.getCount());
    }
}
