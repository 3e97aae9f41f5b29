/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench.inside;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.carrel.bench.Figures;
import org.carrel.model.port.Subscription;
import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.ScannerService;
import org.eclipse.ui.IStartup;

/**
 * Measures what the workbench needs of a processor while nobody does anything: without a scanner, and with those open
 * that are named. Does nothing unless the environment variable {@code CARREL_BENCH_IDLE} names a file for the figures;
 * {@code CARREL_BENCH_PORTS} are serial ports with a comma between them, {@code CARREL_BENCH_PAD} is the address of a
 * pad's service, {@code CARREL_BENCH_SECONDS} is how long to look.
 */
public final class IdleProbe implements IStartup {

    private static final int PATIENCE_SECONDS = 60;

    private final LinkedBlockingQueue<ScannerChange> changes = new LinkedBlockingQueue<>();

    @Override
    public void earlyStartup() {
        String file = System.getenv("CARREL_BENCH_IDLE");
        if (file != null) {
            Thread.ofPlatform().daemon().name("bench probe").start(() -> measure(Path.of(file)));
        }
    }

    private void measure(Path file) {
        Figures figures = new Figures();
        try {
            Duration looking = Duration.ofSeconds(Integer.parseInt(System.getenv("CARREL_BENCH_SECONDS")));
            ScannerService scanners = new FrameworkServices().get(ScannerService.class);
            // As long again: what a start leaves to be done later is done then, and a pad is known to be left alone.
            pass(looking);
            figures.put("without", share(looking));
            figures.put("devices", open(scanners));
            pass(looking);
            figures.put("with", share(looking));
            requireConnected(scanners);
        } catch (IOException | InterruptedException | RuntimeException e) {
            figures.fail(e.toString());
        }
        try {
            figures.write(file);
        } catch (IOException e) {
            throw new IllegalStateException("no figures could be written to " + file, e);
        }
    }

    /** Opens the devices and waits until all are there; how many. */
    private int open(ScannerService scanners) throws IOException, InterruptedException {
        List<DeviceSettings> devices = new ArrayList<>();
        devices.add(DeviceSettings.of("keys", "Keys", "keyboard", "", DeviceRole.ANY));
        for (String port : System.getenv("CARREL_BENCH_PORTS").split(",")) {
            String name = "port-" + devices.size();
            devices.add(DeviceSettings.of(name, name, "serial", port, DeviceRole.ITEM));
        }
        devices.add(DeviceSettings.of("pad", "Pad", "rfid", System.getenv("CARREL_BENCH_PAD"), DeviceRole.ITEM));
        try (Subscription watching = scanners.observe(changes::add)) {
            for (DeviceSettings device : devices) {
                scanners.save(device);
            }
            while (connected(scanners) < devices.size()) {
                if (changes.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
                    throw new IllegalStateException("not all devices came up: " + scanners.devices());
                }
            }
        }
        return devices.size();
    }

    private static long connected(ScannerService scanners) {
        return scanners.devices().stream().filter(device -> device.status().state() == State.CONNECTED).count();
    }

    private static void requireConnected(ScannerService scanners) {
        if (connected(scanners) != scanners.devices().size()) {
            throw new IllegalStateException("a device went away while it was measured: " + scanners.devices());
        }
    }

    /** The share of one processor that this process uses. */
    private static double share(Duration looking) {
        long cpu = cpuNanos();
        long start = System.nanoTime();
        pass(looking);
        return (double) (cpuNanos() - cpu) / (System.nanoTime() - start);
    }

    private static long cpuNanos() {
        return ProcessHandle.current().info().totalCpuDuration()
                .orElseThrow(() -> new IllegalStateException("this system does not say what a process uses")).toNanos();
    }

    /** The time itself is what is measured. */
    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
