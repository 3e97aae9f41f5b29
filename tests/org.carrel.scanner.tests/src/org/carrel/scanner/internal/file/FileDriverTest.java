/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanTarget;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.ScannerService;
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

@DisplayName("A file as a device")
class FileDriverTest {

    @TempDir
    Path folder;
    private final LinkedBlockingQueue<ScannerChange> changes = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<ScanEvent> events = new LinkedBlockingQueue<>();
    private ScannerService.Own scanners;

    @BeforeEach
    void open() {
        scanners = reopened();
    }

    private ScannerService.Own reopened() {
        ScannerService.Own fresh = ScannerService.over(TestBranch.standard().profile().barcodes(), folder,
                new TestClock("2026-11-22T12:00:00Z"), List.of(new FileDriver(), new Unlinkable()));
        fresh.observe(changes::add);
        fresh.lead(new ScanTarget() {
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
                events.add(event);
            }
        });
        return fresh;
    }

    @AfterEach
    void close() {
        scanners.close();
    }

    private String await(String id, State state) throws InterruptedException {
        while (scanners.device(id).orElseThrow().status().state() != state) {
            if (changes.poll(20, TimeUnit.SECONDS) == null) {
                throw new AssertionError("still " + scanners.device(id));
            }
        }
        return scanners.device(id).orElseThrow().status().sentence();
    }

    private ScanEvent event() throws InterruptedException {
        ScanEvent event = events.poll(20, TimeUnit.SECONDS);
        if (event == null) {
            throw new AssertionError("nothing came: " + scanners.devices());
        }
        return event;
    }

    @Test
    @DisplayName("is read once as a stack and switched off, so that a restart does not read it again")
    void is_read_once() throws Exception {
        Path file = folder.resolve("wand.txt");
        Files.writeString(file, "n:31000000000011\nn:\nn:31000000000029\n", StandardCharsets.UTF_16LE);
        scanners.save(DeviceSettings.of("wand", "Wand", "file", file.toString(), DeviceRole.STACK));

        ScanEvent event = event();
        assertTrue(event.stack());
        assertEquals(2, event.scans().size());
        assertEquals("Barcodes read: 2. Lines that were not understood: 1.", await("wand", State.OFF));
        scanners.close();
        scanners = reopened();
        assertFalse(scanners.device("wand").orElseThrow().settings().enabled());
        assertEquals(State.OFF, scanners.device("wand").orElseThrow().status().state());

        scanners.save(scanners.device("wand").orElseThrow().settings().withEnabled(true));
        assertEquals(2, event().scans().size());
        assertTrue(events.isEmpty());
    }

    @Test
    @DisplayName("that is not there is waited for; an empty one says so")
    void that_is_not_there_is_waited_for() throws Exception {
        Path file = folder.resolve("later.txt");
        scanners.save(DeviceSettings.of("wand", "Wand", "file", file.toString(), DeviceRole.STACK));
        assertTrue(await("wand", State.LOST).contains("no file"));

        Path whole = folder.resolve("whole.txt");
        Files.writeString(whole, "31000000000011\n");
        Files.move(whole, file);
        assertEquals(1, event().scans().size());
        Files.writeString(file, "");
        await("wand", State.OFF);
        scanners.save(scanners.device("wand").orElseThrow().settings().withEnabled(true));
        while (!scanners.device("wand").orElseThrow().status().sentence().contains("empty")) {
            assertTrue(changes.poll(20, TimeUnit.SECONDS) != null, () -> scanners.devices().toString());
        }
    }

    @Test
    @DisplayName("is not disturbed by a driver that lacks a bundle it needs: its device says so")
    void is_not_disturbed_by_a_driver_that_lacks_a_bundle() throws Exception {
        scanners.save(DeviceSettings.of("odd", "Odd", "unlinkable", "", DeviceRole.ANY));

        assertTrue(await("odd", State.LOST).contains("NoClassDefFoundError"));
    }

    /** Lacks something. */
    private static final class Unlinkable implements ScannerDriver {

        @Override
        public String id() {
            return "unlinkable";
        }

        @Override
        public String name() {
            return "Unlinkable";
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
        public ScannerConnection open(DeviceSettings settings, ReadSink sink) throws IOException {
            throw new NoClassDefFoundError("org/example/Missing");
        }
    }
}
