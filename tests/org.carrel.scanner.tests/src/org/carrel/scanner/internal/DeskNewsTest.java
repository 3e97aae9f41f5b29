/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.carrel.model.ItemBarcode;
import org.carrel.model.port.Subscription;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanNews;
import org.carrel.model.scan.SecurityReport;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A desk")
class DeskNewsTest {

    private static final int SECONDS = 20;
    private static final ItemBarcode ITEM = new ItemBarcode("31000000000011");

    @TempDir
    Path folder;
    private final FakeDriver driver = new FakeDriver();
    private final LinkedBlockingQueue<ScanNews> news = new LinkedBlockingQueue<>();
    private Scanners scanners;

    @BeforeEach
    void open() {
        scanners = new Scanners(TestBranch.standard().profile().barcodes(), folder,
                new TestClock("2026-11-22T12:00:00Z"));
        scanners.addDriver(driver);
    }

    @AfterEach
    void close() {
        scanners.close();
    }

    private void connect(String driverId) throws IOException, InterruptedException {
        CountDownLatch connected = new CountDownLatch(1);
        driver.plugged.add("desk");
        scanners.observe(change -> {
            if (scanners.device("desk").filter(view -> view.status().state().name().equals("CONNECTED")).isPresent()) {
                connected.countDown();
            }
        });
        scanners.save(DeviceSettings.of("desk", "The desk's", driverId, "desk", DeviceRole.ANY));
        assertTrue(connected.await(SECONDS, TimeUnit.SECONDS), () -> "not connected: " + scanners.devices());
    }

    private ScanNews heard() throws InterruptedException {
        ScanNews next = news.poll(SECONDS, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was heard");
        }
        return next;
    }

    @Test
    @DisplayName("hears of a scan that nobody took, until it listens no longer")
    void hears_of_unclaimed_scans() throws Exception {
        connect("fake");
        try (Subscription desk = scanners.listen(news::add)) {
            driver.open.get("desk").read(ITEM.value().getBytes(UTF_8));
            ScanNews.Unclaimed unclaimed = (ScanNews.Unclaimed) heard();
            assertEquals(List.of(new Scan.Item(ITEM)), unclaimed.event().scans());
            assertEquals("The desk's", unclaimed.event().name());
        }
        driver.open.get("desk").read(ITEM.value().getBytes(UTF_8));
        assertEquals(0, news.size());
    }

    @Test
    @DisplayName("hears of a device that goes away and comes back, and once of each")
    void hears_of_a_lost_device() throws Exception {
        connect("fake");
        scanners.listen(news::add);
        scanners.listen(one -> {
            throw new IllegalStateException("told to");
        });
        driver.pull("desk");
        assertEquals(new ScanNews.Lost("desk", "The desk's", "Somebody pulled the cable."), heard());
        driver.plugged.add("desk");
        scanners.reconnect("desk");
        assertEquals(new ScanNews.Back("desk", "The desk's"), heard());
        assertEquals(0, news.size());
    }

    @Test
    @DisplayName("is not told of a device that was never there")
    void hears_nothing_of_what_was_never_there() throws Exception {
        scanners.listen(news::add);
        CountDownLatch lost = new CountDownLatch(1);
        scanners.observe(change -> {
            if (scanners.device("away").filter(view -> view.status().state().name().equals("LOST")).isPresent()) {
                lost.countDown();
            }
        });
        scanners.save(DeviceSettings.of("away", "Away", "fake", "away", DeviceRole.ANY));
        assertTrue(lost.await(SECONDS, TimeUnit.SECONDS));
        assertEquals(0, news.size());
    }

    @Test
    @DisplayName("has nothing to put right on a device without tags")
    void writes_no_tags_where_there_are_none() throws Exception {
        scanners.addDriver(new Tagless());
        connect("tagless");
        assertEquals(new SecurityReport(List.of(), List.of()), scanners.secure("desk", List.of(ITEM), true));
        assertEquals(List.of(), scanners.toFix());
        assertEquals(1, scanners.secure("nowhere", List.of(ITEM), true).toFix().size(),
                "of a pad that is gone nobody knows");
    }

    @Test
    @DisplayName("waits with the tags of a pad that is just being opened")
    void waits_for_a_pad_that_is_being_opened() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch mayOpen = new CountDownLatch(1);
        driver.plugged.add("desk");
        driver.tags.put(ITEM, true);
        driver.beforeOpening = () -> {
            opening.countDown();
            await(mayOpen);
        };
        scanners.save(DeviceSettings.of("desk", "The desk's", "fake", "desk", DeviceRole.ANY));
        assertTrue(opening.await(SECONDS, TimeUnit.SECONDS));
        CompletableFuture<SecurityReport> report = new CompletableFuture<>();
        Thread writer = Thread.ofPlatform().daemon()
                .start(() -> report.complete(scanners.secure("desk", List.of(ITEM), false)));
        while (writer.getState() != Thread.State.WAITING && !report.isDone()) {
            Thread.onSpinWait();
        }
        mayOpen.countDown();
        assertEquals(List.of(ITEM), report.get(SECONDS, TimeUnit.SECONDS).done());
        assertEquals(List.of(), scanners.toFix());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A driver of devices that have nothing to do with tags. */
    private static final class Tagless implements ScannerDriver {

        @Override
        public String id() {
            return "tagless";
        }

        @Override
        public String name() {
            return "Tagless";
        }

        @Override
        public String hints() {
            return "";
        }

        @Override
        public List<DriverOption> options() {
            return List.of();
        }

        @Override
        public List<FoundDevice> discover() {
            return List.of();
        }

        @Override
        public ScannerConnection open(DeviceSettings settings, ReadSink sink) {
            return () -> {
                // Nothing is open.
            };
        }
    }
}
