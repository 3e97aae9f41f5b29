/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import org.carrel.model.port.Subscription;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanNews;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.ScannerObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells desks what they should hear of the scanners. A device that was never there is no news: it is seen where devices
 * are set up. Safe for use by several threads.
 */
final class DeskNews implements ScannerObserver {

    private static final Logger LOG = LoggerFactory.getLogger(DeskNews.class);

    private final List<Consumer<ScanNews>> desks = new CopyOnWriteArrayList<>();
    private final Set<String> there = ConcurrentHashMap.newKeySet();
    private final Set<String> missed = ConcurrentHashMap.newKeySet();

    Subscription add(Consumer<ScanNews> desk) {
        desks.add(desk);
        return () -> desks.remove(desk);
    }

    void unclaimed(ScanEvent event) {
        tell(new ScanNews.Unclaimed(event));
    }

    @Override
    public void changed(ScannerChange change) {
        if (change instanceof ScannerChange.StatusChanged(DeviceView device)) {
            String id = device.settings().id();
            State state = device.status().state();
            if (state == State.CONNECTED) {
                there.add(id);
                if (missed.remove(id)) {
                    tell(new ScanNews.Back(id, device.settings().name()));
                }
            } else if (state == State.LOST && there.remove(id)) {
                missed.add(id);
                tell(new ScanNews.Lost(id, device.settings().name(), device.status().sentence()));
            } else if (state == State.OFF) {
                there.remove(id);
                missed.remove(id);
            }
        }
    }

    private void tell(ScanNews news) {
        for (Consumer<ScanNews> desk : desks) {
            try {
                desk.accept(news);
            } catch (RuntimeException e) {
                LOG.error("A desk failed to hear of the scanners", e);
            }
        }
    }
}
