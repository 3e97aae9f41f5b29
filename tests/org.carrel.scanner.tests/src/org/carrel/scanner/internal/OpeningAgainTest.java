/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A device that is not there")
class OpeningAgainTest {

    private static final int SECONDS = 60;

    @TempDir
    Path folder;

    /** A driver that counts how often it is asked to open. */
    private static final class Counting implements ScannerDriver {

        private final Semaphore attempts = new Semaphore(0);
        private final boolean atOnceLost;

        /** @param atOnceLost whether its devices open and go away at once, instead of not opening */
        Counting(boolean atOnceLost) {
            this.atOnceLost = atOnceLost;
        }

        @Override
        public String id() {
            return "counting";
        }

        @Override
        public String name() {
            return "Counting";
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
            attempts.release();
            if (!atOnceLost) {
                throw new IOException("It is not there.");
            }
            sink.lost("It went away.");
            return () -> {
                // There is nothing to give back.
            };
        }
    }

    private void isTriedOnceInAWhile(Counting driver) throws IOException, InterruptedException {
        try (ScannerService.Own scanners = ScannerService.over(TestBranch.standard().profile().barcodes(), folder,
                new TestClock("2026-11-22T12:00:00Z"), List.of(driver))) {
            scanners.save(DeviceSettings.of("desk", "Desk", driver.id(), "", DeviceRole.ANY));
            assertTrue(driver.attempts.tryAcquire(SECONDS, TimeUnit.SECONDS));
            long start = System.nanoTime();
            assertTrue(driver.attempts.tryAcquire(3, SECONDS, TimeUnit.SECONDS));
            // On a slow machine it takes longer, never less; the first may have been heard of late.
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Duration least = Duration.ofMillis(DeviceLine.RETRY_MILLIS).multipliedBy(5).dividedBy(2);
            assertTrue(took.compareTo(least) >= 0, () -> "tried three times in " + took);
            assertEquals(Optional.of(State.LOST), scanners.device("desk").map(device -> device.status().state()));
        }
        assertTrue(DeviceLine.RETRY_MILLIS < 2_000, "it is noticed within two seconds that it is back");
    }

    @Test
    @DisplayName("is tried again soon enough to be noticed within two seconds, and no more often")
    void is_tried_again_soon_and_no_more_often() throws Exception {
        isTriedOnceInAWhile(new Counting(false));
    }

    @Test
    @DisplayName("is tried no more often when it opens and goes away at once")
    void is_tried_no_more_often_when_it_goes_at_once() throws Exception {
        isTriedOnceInAWhile(new Counting(true));
    }
}
