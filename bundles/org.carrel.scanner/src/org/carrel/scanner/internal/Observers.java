/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.carrel.model.port.Subscription;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.ScannerObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear. One that fails keeps nobody else from hearing. Safe for use by several threads. */
final class Observers {

    private static final Logger LOG = LoggerFactory.getLogger(Observers.class);

    private final List<ScannerObserver> observers = new CopyOnWriteArrayList<>();

    Subscription add(ScannerObserver observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    void tell(ScannerChange change) {
        for (ScannerObserver observer : observers) {
            try {
                observer.changed(change);
            } catch (RuntimeException e) {
                LOG.error("An observer of the scanners failed", e);
            }
        }
    }
}
