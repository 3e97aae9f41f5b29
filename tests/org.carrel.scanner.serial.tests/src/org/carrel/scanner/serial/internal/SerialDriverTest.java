/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.serial.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.carrel.model.Texts;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanTarget;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.ScannerService;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.fazecast.jSerialComm.SerialPort;

@DisplayName("Scanners on serial ports")
class SerialDriverTest {

    private static final Logger LOG = LoggerFactory.getLogger(SerialDriverTest.class);
    private static final int SECONDS = 60;

    @TempDir
    Path folder;
    private final LinkedBlockingQueue<ScannerChange> changes = new LinkedBlockingQueue<>();
    private final Map<String, LinkedBlockingQueue<String>> heard = new ConcurrentHashMap<>();
    private final Semaphore inVain = new Semaphore(0);
    private ScannerService.Own scanners;

    @BeforeEach
    void open() {
        assumeTrue(Socat.isHere(), "socat, which makes serial cables, is not installed");
        scanners = ScannerService.over(TestBranch.standard().profile().barcodes(), folder,
                new TestClock("2026-11-22T12:00:00Z"),
                List.of(new SerialDriver(port -> new CountedPort(port, inVain))));
        scanners.observe(changes::add);
        scanners.lead(new ScanTarget() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public boolean takes(ScanEvent event) {
                return true;
            }

            @Override
            public void scanned(ScanEvent event) {
                event.scans().forEach(scan -> queue(event.device()).add(text(scan)));
            }
        });
    }

    /** Counts how often it is read in vain. */
    private record CountedPort(OpenPort port, Semaphore inVain) implements OpenPort {

        @Override
        public int read(byte[] into) {
            int length = port.read(into);
            if (length <= 0) {
                inVain.release();
            }
            return length;
        }

        @Override
        public String path() {
            return port.path();
        }

        @Override
        public boolean close() {
            return port.close();
        }

        @Override
        public int error() {
            return port.error();
        }
    }

    private LinkedBlockingQueue<String> queue(String device) {
        return heard.computeIfAbsent(device, fresh -> new LinkedBlockingQueue<>());
    }

    private static String text(Scan scan) {
        return scan instanceof Scan.Item item ? item.barcode().value()
                : scan instanceof Scan.Unknown unknown ? unknown.text() : scan.toString();
    }

    @AfterEach
    void close() {
        if (scanners != null) {
            scanners.close();
            assertTrue(Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(thread -> thread.getName().startsWith("carrel-serial-")), "no thread reads on");
        }
    }

    private void await(String id, State state) throws InterruptedException {
        while (scanners.device(id).orElseThrow().status().state() != state) {
            if (changes.poll(SECONDS, TimeUnit.SECONDS) == null) {
                throw new AssertionError("still " + scanners.device(id));
            }
        }
    }

    private void connect(String id, Socat cable) throws IOException, InterruptedException {
        scanners.save(DeviceSettings.of(id, id, "serial", cable.port(), DeviceRole.ANY));
        await(id, State.CONNECTED);
    }

    private static void write(Socat cable, String text) throws IOException {
        try (OutputStream scanner = cable.scanner()) {
            scanner.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String next(String id) throws InterruptedException {
        String text = queue(id).poll(SECONDS, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("nothing came from " + id + ": " + scanners.device(id));
        }
        return text;
    }

    @Test
    @DisplayName("deliver ten thousand reads from each of two ports at once, split anywhere: all, in order, once")
    void deliver_all_reads_in_order_and_once() throws Exception {
        long seed = new Random().nextLong();
        LOG.info("seed {}", seed);
        try (Socat one = Socat.plug(folder, "one"); Socat two = Socat.plug(folder, "two")) {
            connect("one", one);
            connect("two", two);
            List<CompletableFuture<List<String>>> scanning = List.of(
                    CompletableFuture.supplyAsync(() -> scan(one, "A", new Random(seed))),
                    CompletableFuture.supplyAsync(() -> scan(two, "B", new Random(seed + 1))));
            for (int i = 0; i < 2; i++) {
                String id = i == 0 ? "one" : "two";
                List<String> sent = scanning.get(i).get(SECONDS, TimeUnit.SECONDS);
                List<String> got = new ArrayList<>();
                while (got.size() < sent.size()) {
                    got.add(next(id));
                }
                assertEquals(sent, got, () -> "seed " + seed);
            }
            assertTrue(queue("one").isEmpty() && queue("two").isEmpty(), "nothing twice");
        }
    }

    /** Writes barcodes in pieces that end anywhere, also in the middle of several. */
    private static List<String> scan(Socat cable, String letter, Random random) {
        List<String> sent = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            String barcode = letter + String.format("%05d-", i) + random.nextInt(Integer.MAX_VALUE);
            sent.add(barcode);
            all.append(barcode).append(random.nextBoolean() ? "\r" : "\r\n");
        }
        byte[] bytes = all.toString().getBytes(StandardCharsets.US_ASCII);
        try (OutputStream scanner = cable.scanner()) {
            for (int at = 0; at < bytes.length;) {
                int length = Math.min(1 + random.nextInt(60), bytes.length - at);
                scanner.write(bytes, at, length);
                at += length;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sent;
    }

    @Test
    @DisplayName("are noticed within a few looks when their cable is pulled, and used again when it is back, twenty "
            + "times")
    void are_noticed_when_pulled_and_used_again() throws Exception {
        long slowest = 0;
        Socat cable = Socat.plug(folder, "port");
        connect("desk", cable);
        for (int i = 0; i < 20; i++) {
            write(cable, "before-" + i + "\r");
            assertEquals("before-" + i, next("desk"));
            write(cable, "half a barco");
            long pulled = System.nanoTime();
            cable.close();
            int before = inVain.availablePermits();
            await("desk", State.LOST);
            int taken = inVain.availablePermits() - before;
            assertTrue(taken <= SerialConnection.EMPTY_AT_ONCE + 2, () -> taken + " looks until it was noticed");
            long noticed = System.nanoTime();
            cable = Socat.plug(folder, "port");
            await("desk", State.CONNECTED);
            slowest = Math.max(slowest, Math.max(noticed - pulled, System.nanoTime() - noticed));
            write(cable, "after-" + i + "\r");
            assertEquals("after-" + i, next("desk"), "no half of an earlier read comes with it");
        }
        cable.close();
        LOG.info("Pulled or plugged, it was noticed after {} at the latest", Duration.ofNanos(slowest));
        assertEquals(20, scanners.device("desk").orElseThrow().statistics().losses(), 1, "times it was lost");
    }

    @Test
    @DisplayName("are looked at so often, and given up so soon, that a pulled cable is known within two seconds")
    void are_looked_at_often_enough() throws Exception {
        try (Socat cable = Socat.plug(folder, "port")) {
            for (String end : List.of("line", "tab", "pause")) {
                SerialPort port = SerialPort.getCommPort(cable.port());
                LineSettings.of(DeviceSettings.of("x", "x", "serial", cable.port(), DeviceRole.ANY).withOption("end",
                        end), Texts.of(SerialDriver.class)).apply(port);

                assertTrue(port.getReadTimeout() > 0, "a look that does not wait would spin");
                Duration longest = Duration.ofMillis(port.getReadTimeout())
                        .plus(SerialConnection.AT_ONCE.multipliedBy(SerialConnection.EMPTY_AT_ONCE + 1));
                assertTrue(longest.compareTo(Duration.ofSeconds(2)) < 0, () -> end + ": " + longest);
            }
        }
    }

    @Test
    @DisplayName("cost no more than a look twice a second while nobody scans")
    void cost_no_more_than_a_look_twice_a_second() throws Exception {
        try (Socat cable = Socat.plug(folder, "port")) {
            connect("desk", cable);
            inVain.acquire();
            int looks = 4;
            long start = System.nanoTime();
            assertTrue(inVain.tryAcquire(looks, SECONDS, TimeUnit.SECONDS), "it is looked at");
            // On a slow machine it takes longer, never less; the first may have begun before.
            Duration least = Duration.ofMillis(LineSettings.LOOK_MILLIS).multipliedBy(looks - 1).multipliedBy(9)
                    .dividedBy(10);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            assertTrue(took.compareTo(least) >= 0, () -> looks + " looks in " + took);
        }
    }

    @Test
    @DisplayName("that send nothing behind a barcode are read by the pause after it")
    void are_read_by_the_pause() throws Exception {
        try (Socat cable = Socat.plug(folder, "port")) {
            scanners.save(DeviceSettings.of("desk", "desk", "serial", cable.port(), DeviceRole.ANY).withOption("end",
                    "pause"));
            await("desk", State.CONNECTED);
            for (int i = 0; i < 3; i++) {
                write(cable, "X-" + i);
                assertEquals("X-" + i, next("desk"));
            }
        }
    }

    @Test
    @DisplayName("say in a sentence why they cannot be opened, and are opened once they can")
    void say_why_they_cannot_be_opened() throws Exception {
        scanners.save(DeviceSettings.of("desk", "desk", "serial", folder.resolve("port").toString(), DeviceRole.ANY));
        await("desk", State.LOST);
        assertTrue(scanners.device("desk").orElseThrow().status().sentence().contains("no port"),
                () -> scanners.device("desk").toString());

        try (Socat cable = Socat.plug(folder, "port")) {
            await("desk", State.CONNECTED);
            write(cable, "there\r");
            assertEquals("there", next("desk"));
        }
        SerialDriver driver = new SerialDriver();
        for (DeviceSettings wrong : List.of(DeviceSettings.of("x", "x", "serial", " ", DeviceRole.ANY),
                DeviceSettings.of("x", "x", "serial", "/dev/null", DeviceRole.ANY).withOption("baud", "12"))) {
            String sentence = assertThrows(IOException.class, () -> driver.open(wrong, null)).getMessage();
            assertTrue(sentence.endsWith("."), sentence);
        }
        assertTrue(driver.discover().stream().noneMatch(found -> found.address().startsWith(folder.toString())),
                "what is listed is not all that can be opened");
    }
}
