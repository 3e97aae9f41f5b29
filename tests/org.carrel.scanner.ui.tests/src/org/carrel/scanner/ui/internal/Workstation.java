/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.port.Subscription;
import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.ui.Moments;

/** The scanners of a workstation that exists for one test: patrons begin with 2, items with 3. */
public final class Workstation implements AutoCloseable {

    public static final String ITEM = "31000000000011";
    public static final String PATRON = "21000000000013";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ScannerService.Own scanners;

    public Workstation(Path folder, ScannerDriver... drivers) {
        scanners = ScannerService.over(
                new BarcodeRules(Optional.of(Pattern.compile("2[0-9]{13}")), Optional.of(Pattern.compile("3[0-9]{13}")),
                        BarcodeRules.CheckDigit.NONE),
                folder, Clock.fixed(noon(), ZoneOffset.UTC), List.of(drivers));
    }

    public ScannerService scanners() {
        return scanners;
    }

    public static Moments moments() {
        return new Moments(ZoneOffset.UTC, Locale.UK);
    }

    public static Instant noon() {
        return Instant.parse("2026-11-22T12:00:00Z");
    }

    /** Sets a device up and waits until it is connected. */
    public DeviceView connected(String id, String name, String driver) throws IOException {
        scanners.save(DeviceSettings.of(id, name, driver, "somewhere", DeviceRole.ANY));
        until("the device is connected", () -> device(id).status().state() == State.CONNECTED);
        return device(id);
    }

    public DeviceView device(String id) {
        return scanners.device(id).orElseThrow(() -> new AssertionError("no device " + id));
    }

    /** Waits for something that another thread does; it looks again whenever the scanners have news. */
    public void until(String what, BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            CountDownLatch news = new CountDownLatch(1);
            Subscription subscription = scanners.observe(change -> news.countDown());
            try {
                if (!done.getAsBoolean() && !news.await(50, TimeUnit.MILLISECONDS) && System.nanoTime() > end) {
                    throw new AssertionError("waited in vain until " + what);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted while waiting until " + what, e);
            } finally {
                subscription.close();
            }
        }
    }

    @Override
    public void close() {
        scanners.close();
    }
}
