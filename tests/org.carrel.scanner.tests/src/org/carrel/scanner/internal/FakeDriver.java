/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.carrel.model.ItemBarcode;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.scanner.driver.TagSecurity;

/** A driver whose devices are plugged and pulled by the test. */
final class FakeDriver implements ScannerDriver {

    final Map<String, ReadSink> open = new ConcurrentHashMap<>();
    final Set<String> plugged = ConcurrentHashMap.newKeySet();
    final AtomicInteger most = new AtomicInteger();
    final Map<ItemBarcode, Boolean> tags = new ConcurrentHashMap<>();
    volatile Optional<Runnable> beforeWriting = Optional.empty();
    Runnable beforeOpening = () -> {
    };

    @Override
    public String id() {
        return "fake";
    }

    @Override
    public String name() {
        return "Fake";
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
        return plugged.stream().map(address -> new FoundDevice(address, address)).toList();
    }

    @Override
    public ScannerConnection open(DeviceSettings settings, ReadSink sink) throws IOException {
        beforeOpening.run();
        if (!plugged.contains(settings.address())) {
            throw new IOException("It is not plugged in.");
        }
        if (open.putIfAbsent(settings.address(), sink) != null) {
            throw new IOException("It is open already.");
        }
        most.accumulateAndGet(open.size(), Math::max);
        return new ScannerConnection() {
            @Override
            public void close() {
                open.remove(settings.address());
            }

            @Override
            public Optional<TagSecurity> security() {
                return Optional.of(new Tags());
            }
        };
    }

    void pull(String address) {
        plugged.remove(address);
        Optional.ofNullable(open.get(address)).ifPresent(sink -> sink.lost("Somebody pulled the cable."));
    }

    /** Tags that can be written when they are there. */
    private final class Tags implements TagSecurity {

        @Override
        public Set<ItemBarcode> present() {
            return tags.keySet();
        }

        @Override
        public void secure(ItemBarcode item, boolean secured) throws IOException {
            beforeWriting.ifPresent(Runnable::run);
            if (tags.replace(item, secured) == null) {
                throw new IOException("It was taken off the pad.");
            }
        }
    }
}
