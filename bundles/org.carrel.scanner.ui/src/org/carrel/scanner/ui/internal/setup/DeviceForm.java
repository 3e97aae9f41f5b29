/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.driver.DriverOption;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.scanner.pipeline.PipelineSettings;
import org.carrel.scanner.wedge.WedgeSettings;

/**
 * Setting up a device, new or known: what there is to choose from, and whether what was filled in makes sense. Knows
 * drivers by what they say of themselves; only what a keyboard scanner's numbers may be is known here, for its driver
 * opens nothing that could complain. For one thread.
 */
public final class DeviceForm {

    private static final Texts TEXTS = Texts.of(DeviceForm.class);
    private static final int LONGEST_NAME = 60;
    /** Drivers that find their device without an address: there is nothing to fill in. */
    private static final List<String> PLACELESS = List.of("keyboard", "practice");
    /** Drivers that cannot do without one. */
    private static final List<String> PLACED = List.of("serial", "file");

    private final ScannerService scanners;
    private final Optional<DeviceSettings> before;
    private DeviceDraft draft;

    private DeviceForm(ScannerService scanners, Optional<DeviceSettings> before, DeviceDraft draft) {
        this.scanners = Objects.requireNonNull(scanners, "scanners");
        this.before = before;
        this.draft = draft;
    }

    /** For a device that there is not yet. */
    public static DeviceForm fresh(ScannerService scanners) {
        String first = scanners.drivers().stream().findFirst().map(ScannerDriver::id).orElse("");
        return new DeviceForm(scanners, Optional.empty(), DeviceDraft.start(first));
    }

    /** For a device as it is set up now. */
    public static DeviceForm of(ScannerService scanners, DeviceSettings device) {
        return new DeviceForm(scanners, Optional.of(device), DeviceDraft.of(device));
    }

    public boolean isNew() {
        return before.isEmpty();
    }

    /** The device as it is set up; empty for a new one. */
    Optional<DeviceSettings> before() {
        return before;
    }

    DeviceDraft draft() {
        return draft;
    }

    void change(DeviceDraft other) {
        draft = Objects.requireNonNull(other, "other");
    }

    /** The kinds of devices to choose from. The kind of a known device stays what it is. */
    List<ScannerDriver> drivers() {
        return scanners.drivers().stream().filter(driver -> isNew() || driver.id().equals(draft.driver())).toList();
    }

    Optional<ScannerDriver> driver() {
        return scanners.drivers().stream().filter(driver -> driver.id().equals(draft.driver())).findFirst();
    }

    List<DriverOption> options() {
        return driver().map(ScannerDriver::options).orElse(List.of());
    }

    /** The value of an option as it is filled in now. */
    String value(DriverOption option) {
        String value = draft.options().getOrDefault(option.key(), "");
        return value.isBlank() ? option.standard() : value;
    }

    boolean hasAddress() {
        return !PLACELESS.contains(draft.driver());
    }

    /**
     * Whether the device can be opened before it is set up. A scanner that types is heard by the window, once it is
     * known.
     */
    boolean canTry() {
        return hasAddress() || !isNew();
    }

    /** Whether the address is the path of a file or of a device, which can be looked for among files. */
    boolean isPathTyped() {
        return PLACED.contains(draft.driver());
    }

    /** A name that says what it is and that no other device has. */
    String suggestedName() {
        String base = driver().map(ScannerDriver::name).orElse(draft.driver());
        String name = base;
        for (int i = 2; isTaken(name); i++) {
            name = TEXTS.get("name.next", base, i);
        }
        return name;
    }

    private boolean isTaken(String name) {
        return others().stream().anyMatch(other -> other.settings().name().equalsIgnoreCase(name));
    }

    private List<DeviceView> others() {
        return scanners.devices().stream()
                .filter(device -> !before.map(DeviceSettings::id).equals(Optional.of(device.settings().id()))).toList();
    }

    /** Whether the page on which the device is found is filled in. */
    Optional<Judged.Unsound<DeviceSettings>> judgePlace() {
        if (driver().isEmpty()) {
            return unsound(Field.DRIVER, TEXTS.get("judge.driver", draft.driver()));
        }
        String address = draft.address().strip();
        if (address.isEmpty() && PLACED.contains(draft.driver())) {
            return unsound(Field.ADDRESS, TEXTS.get("judge.address." + draft.driver()));
        }
        Optional<String> rival = others().stream().map(DeviceView::settings)
                .filter(other -> hasAddress() && !address.isEmpty() && other.driver().equals(draft.driver())
                        && other.address().strip().equals(address))
                .map(DeviceSettings::name).findFirst();
        if (rival.isPresent()) {
            return unsound(Field.ADDRESS, TEXTS.get("judge.address.taken", rival.get()));
        }
        return options().stream().filter(option -> !fits(option, value(option))).findFirst()
                .flatMap(option -> unsound(Field.OPTION,
                        TEXTS.get("judge.option", option.label(), value(option), String.join(", ", option.choices()))));
    }

    private static boolean fits(DriverOption option, String value) {
        return option.choices().isEmpty() || option.choices().contains(value) || value.equals(option.standard());
    }

    /** Whether the page with its name is filled in. */
    Optional<Judged.Unsound<DeviceSettings>> judgeUse() {
        String name = draft.name().strip();
        if (name.isEmpty()) {
            return unsound(Field.NAME, TEXTS.get("judge.name"));
        }
        if (name.length() > LONGEST_NAME) {
            return unsound(Field.NAME, TEXTS.get("judge.name.long", LONGEST_NAME));
        }
        return isTaken(name) ? unsound(Field.NAME, TEXTS.get("judge.name.taken", name)) : Optional.empty();
    }

    /** The whole device. */
    Judged<DeviceSettings> judge() {
        Optional<Judged.Unsound<DeviceSettings>> wrong = judgePlace().or(this::judgeUse);
        if (wrong.isPresent()) {
            return wrong.get();
        }
        return switch (draft.pipeline().judge()) {
            case Judged.Unsound<PipelineSettings> unsound -> new Judged.Unsound<>(unsound.field(), unsound.sentence());
            case Judged.Sound<PipelineSettings> pipeline -> checked(settings(pipeline.value()));
        };
    }

    private DeviceSettings settings(PipelineSettings pipeline) {
        String name = draft.name().strip();
        // What an option is anyway is not written down, so that a driver may come to know better. What a driver found
        // out and keeps among the options stays.
        Map<String, String> options = new TreeMap<>(draft.options());
        options().forEach(option -> options.remove(option.key(), option.standard()));
        options.values().removeIf(String::isBlank);
        return new DeviceSettings(before.map(DeviceSettings::id).orElseGet(() -> scanners.freeId(name)), name,
                draft.driver(), draft.address().strip(), draft.role(), draft.target(), draft.enabled(), options,
                pipeline);
    }

    private static Judged<DeviceSettings> checked(DeviceSettings settings) {
        if (settings.driver().equals("keyboard")) {
            try {
                WedgeSettings.of(settings);
            } catch (IllegalArgumentException e) {
                return new Judged.Unsound<>(Field.OPTION,
                        TEXTS.get("judge.keyboard", WedgeSettings.SLOWEST.toMillis()));
            }
        }
        return new Judged.Sound<>(settings);
    }

    private static Optional<Judged.Unsound<DeviceSettings>> unsound(Field field, String sentence) {
        return Optional.of(new Judged.Unsound<>(field, sentence));
    }

    /** The scanners that it is for. */
    ScannerService scanners() {
        return scanners;
    }
}
