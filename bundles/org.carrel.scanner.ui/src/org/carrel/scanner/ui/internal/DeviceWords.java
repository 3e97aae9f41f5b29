/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.carrel.model.Texts;
import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceStatistics;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.ui.Icon;
import org.carrel.ui.Moments;
import org.carrel.ui.Tone;

/** Devices in words. Immutable. */
final class DeviceWords {

    private static final Texts TEXTS = Texts.of(DeviceWords.class);

    private final Moments moments;
    private final Map<String, String> drivers;

    /** @param drivers those that are installed; another one is called by its id */
    DeviceWords(Moments moments, Collection<? extends ScannerDriver> drivers) {
        this.moments = Objects.requireNonNull(moments, "moments");
        this.drivers = drivers.stream().collect(Collectors.toUnmodifiableMap(ScannerDriver::id, ScannerDriver::name));
    }

    List<DeviceRow> rows(List<DeviceView> devices) {
        return devices.stream().map(this::row).toList();
    }

    DeviceRow row(DeviceView device) {
        State state = device.status().state();
        String driver = device.settings().driver();
        return new DeviceRow(device, drivers.getOrDefault(driver, driver), device.settings().address(),
                role(device.settings().role()), TEXTS.get("state." + state), tone(state), icon(state),
                device.statistics().lastRead().map(moments::inTable).orElse(TEXTS.get("devices.never")));
    }

    static String role(DeviceRole role) {
        return TEXTS.get("role." + role);
    }

    static Tone tone(State state) {
        return switch (state) {
            case OFF -> Tone.NEUTRAL;
            case CONNECTING -> Tone.WAITING;
            case CONNECTED -> Tone.GOOD;
            case LOST -> Tone.BAD;
            case NO_DRIVER -> Tone.CAUTION;
        };
    }

    private static Icon icon(State state) {
        return switch (state) {
            case OFF -> Icon.SUPERSEDED;
            case CONNECTING -> Icon.AWAITING;
            case CONNECTED -> Icon.ONLINE;
            case LOST -> Icon.OFFLINE;
            case NO_DRIVER -> Icon.WARNING;
        };
    }

    /** What is to be said of one device below the list: its state, and what it has done. */
    String details(DeviceView device) {
        DeviceStatistics done = device.statistics();
        String state = TEXTS.get("details.state", device.status().sentence(), moments.time(device.status().since()));
        if (done.reads() == 0) {
            return state + '\n' + TEXTS.get("details.none");
        }
        String counts = TEXTS.get("details.counts", done.reads(), done.badReads(), done.unclaimed(), done.losses(),
                done.lastRead().map(moments::inFull).orElse(TEXTS.get("devices.never")));
        return state + '\n' + counts;
    }
}
