/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.ui.internal.BenchDriver;
import org.carrel.scanner.ui.internal.Workstation;
import org.carrel.ui.Tone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Trying a device before it is set up")
class TrialTest {

    @TempDir
    Path folder;
    private final BenchDriver driver = new BenchDriver("bench");
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final DeviceSettings fresh = DeviceSettings.of("fresh", "Fresh", "bench", "COM7", DeviceRole.ANY);
    private final Trial.Witness witness = new Trial.Witness() {
        @Override
        public void said(Tone tone, String sentence) {
            said.add(tone + " " + sentence);
        }

        @Override
        public void read(byte[] bytes) {
            read.add(new String(bytes, StandardCharsets.US_ASCII));
        }
    };
    private Workstation desk;

    @BeforeEach
    void open() {
        desk = new Workstation(folder, driver);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private Trial trial() {
        return new Trial(Runnable::run, witness);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void opens_it_shows_what_it_reads_and_gives_it_free() {
        try (Trial trial = trial()) {
            trial.start(desk.scanners(), driver, fresh);
            driver.lastSink().read(bytes("one"));
            driver.lastSink().stack(List.of(bytes("two"), bytes("three")));
        }
        assertEquals(List.of("one", "two", "three"), read);
        assertTrue(said.getLast().startsWith("GOOD It is open."), said.toString());
        assertEquals(1, driver.closed());
        assertEquals(List.of(), desk.scanners().devices(), "nothing was set up by it");
    }

    @Test
    void says_why_it_cannot_be_opened() {
        driver.refuses("There is no port COM7.");
        try (Trial trial = trial()) {
            trial.start(desk.scanners(), driver, fresh);
        }
        assertEquals("BAD There is no port COM7.", said.getLast());
    }

    @Test
    void survives_a_driver_with_a_fault() {
        driver.breaks();
        try (Trial trial = trial()) {
            trial.start(desk.scanners(), driver, fresh);
        }
        assertTrue(said.getLast().startsWith("BAD The driver \"Bench bench\" failed"), said.toString());
    }

    @Test
    void says_when_it_goes_away() {
        try (Trial trial = trial()) {
            trial.start(desk.scanners(), driver, fresh);
            driver.lastSink().lost("The cable was pulled.");
        }
        assertEquals("BAD The cable was pulled.", said.getLast());
    }

    @Test
    void a_device_that_opens_too_late_is_closed_again() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        driver.waitsFor(gate);
        ExecutorService background = Executors.newCachedThreadPool();
        try {
            Trial trial = new Trial(background, witness);
            trial.start(desk.scanners(), driver, fresh);
            desk.until("the driver opens it", () -> driver.opened() == 1);
            trial.close();
            gate.countDown();
        } finally {
            background.shutdown();
            assertTrue(background.awaitTermination(20, TimeUnit.SECONDS));
        }
        assertEquals(1, driver.closed());
        assertEquals(List.of("WAITING Opening it…"), said, "nobody is told any more");
    }

    @Test
    void listens_to_a_device_that_is_open_already_instead_of_opening_it_twice() throws IOException {
        desk.connected("left", "Left", "bench");
        Trial trial = trial();
        trial.start(desk.scanners(), driver, desk.device("left").settings());
        assertEquals(1, driver.opened());
        assertTrue(said.getLast().startsWith("GOOD"), said.toString());
        desk.scanners().accept("left", bytes(Workstation.ITEM));
        assertEquals(List.of(Workstation.ITEM), read);
        trial.close();
        desk.scanners().accept("left", bytes(Workstation.ITEM));
        assertEquals(1, read.size());
        assertEquals(0, driver.closed(), "it stays open for the desk");
    }

    @Test
    void what_was_changed_in_a_device_that_is_open_counts_once_it_is_saved() throws IOException {
        desk.connected("left", "Left", "bench");
        try (Trial trial = trial()) {
            trial.start(desk.scanners(), driver, desk.device("left").settings().withOption("baud", "19200"));
        }
        assertTrue(said.getLast().contains("once you have finished"), said.toString());
    }
}
