/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

import org.carrel.model.ItemBarcode;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.scanner.driver.TagSecurity;

/** A driver without hardware: opens when it may, and shows what was done with it. Safe for use by several threads. */
public final class BenchDriver implements ScannerDriver, TagSecurity {

    private final String id;
    private final List<DriverOption> options;
    private final List<FoundDevice> found = new ArrayList<>();
    private final List<ReadSink> sinks = new ArrayList<>();
    private final Set<ItemBarcode> lying = new HashSet<>();
    private Optional<String> refusal = Optional.empty();
    private Optional<RuntimeException> bug = Optional.empty();
    private Optional<CountDownLatch> gate = Optional.empty();
    private int closed;

    public BenchDriver(String id, DriverOption... options) {
        this.id = id;
        this.options = List.of(options);
    }

    public synchronized void finds(String address, String description) {
        found.add(new FoundDevice(address, description));
    }

    /** Opens nothing and finds nothing from now on, and says so. */
    public synchronized void refuses(String sentence) {
        refusal = Optional.of(sentence);
    }

    /** Has a fault from now on. */
    public synchronized void breaks() {
        bug = Optional.of(new IllegalStateException("a fault of the driver"));
    }

    /** Opening waits until the latch is open. */
    public synchronized void waitsFor(CountDownLatch latch) {
        gate = Optional.of(latch);
    }

    public synchronized void lay(String item) {
        lying.add(new ItemBarcode(item));
    }

    public synchronized ReadSink lastSink() {
        return sinks.getLast();
    }

    public synchronized int opened() {
        return sinks.size();
    }

    public synchronized int closed() {
        return closed;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String name() {
        return "Bench " + id;
    }

    @Override
    public String hints() {
        return "Plug it in.\nUse <CR> & nothing else.";
    }

    @Override
    public List<DriverOption> options() {
        return options;
    }

    @Override
    public synchronized List<FoundDevice> discover() throws IOException {
        fail();
        return List.copyOf(found);
    }

    @Override
    public ScannerConnection open(DeviceSettings settings, ReadSink sink) throws IOException {
        Optional<CountDownLatch> wait;
        synchronized (this) {
            fail();
            sinks.add(sink);
            wait = gate;
        }
        if (wait.isPresent()) {
            try {
                wait.get().await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", e);
            }
        }
        return new ScannerConnection() {
            @Override
            public void close() {
                synchronized (BenchDriver.this) {
                    closed++;
                }
            }

            @Override
            public Optional<TagSecurity> security() {
                return Optional.of(BenchDriver.this);
            }
        };
    }

    private void fail() throws IOException {
        if (bug.isPresent()) {
            throw bug.get();
        }
        if (refusal.isPresent()) {
            throw new IOException(refusal.get());
        }
    }

    @Override
    public synchronized Set<ItemBarcode> present() {
        return Set.copyOf(lying);
    }

    @Override
    public synchronized void secure(ItemBarcode item, boolean secured) throws IOException {
        if (!lying.contains(item)) {
            throw new IOException("It was lifted too soon.");
        }
    }
}
