/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.carrel.practice.PracticePad.Written;

/** What lies on a practice pad. Safe for use by several threads. */
public final class PadShelf {

    private static final int MOST = 1_000;

    private final Set<String> lying = new LinkedHashSet<>();
    private final Map<String, Boolean> secured = new HashMap<>();
    private final List<Written> written = new ArrayList<>();
    private final Set<String> snatched = new HashSet<>();
    private final Map<String, Integer> misreported = new HashMap<>();
    private boolean plugged = true;
    private int failures;

    /** @throws IllegalArgumentException when more lies on it than any pad can read */
    public synchronized void lay(Collection<String> barcodes) {
        if (lying.size() + barcodes.size() > MOST) {
            throw new IllegalArgumentException("more than " + MOST + " items on a pad");
        }
        barcodes.forEach(barcode -> secured.putIfAbsent(barcode, true));
        lying.addAll(barcodes);
    }

    public synchronized void lift(Collection<String> barcodes) {
        lying.removeAll(barcodes);
    }

    public synchronized void clear() {
        lying.clear();
    }

    /** The items on the pad, in the order laid; none while the reader is unplugged. */
    public synchronized Map<String, Boolean> tags() {
        Map<String, Boolean> tags = new LinkedHashMap<>();
        lying.stream().filter(barcode -> plugged).forEach(barcode -> tags.put(barcode, secured.get(barcode)));
        return tags;
    }

    public synchronized boolean isSecured(String barcode) {
        return secured.getOrDefault(barcode, false);
    }

    public synchronized List<Written> written() {
        return List.copyOf(written);
    }

    public synchronized void plug(boolean in) {
        plugged = in;
    }

    synchronized boolean isPlugged() {
        return plugged;
    }

    public synchronized void failNext(int requests) {
        failures = requests;
    }

    synchronized boolean fails() {
        if (failures == 0) {
            return false;
        }
        failures--;
        return true;
    }

    public synchronized void snatch(String barcode) {
        snatched.add(barcode);
    }

    public synchronized void misreport(String barcode, int times) {
        misreported.put(barcode, times);
    }

    /** Writes a tag; false when it does not lie there, or no longer. */
    synchronized boolean write(String barcode, boolean secure) {
        if (!plugged || !lying.contains(barcode)) {
            return false;
        }
        if (snatched.remove(barcode)) {
            lying.remove(barcode);
            return false;
        }
        if (misreported.getOrDefault(barcode, 0) > 0) {
            misreported.merge(barcode, -1, Integer::sum);
        } else {
            secured.put(barcode, secure);
            written.add(new Written(barcode, secure));
        }
        return true;
    }
}
