/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.model.Texts;
import org.carrel.model.port.PracticeReader;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.pipeline.Escapes;

/**
 * A scanner and a pad for whoever has none yet: they are set up as real ones are, and what they read goes the way of
 * every read. Each answer is a sentence. Safe for use by several threads; what adds a device waits for the disk.
 */
final class PracticeScanner {

    /** The driver of the practice scanner; it is installed in practice mode alone. */
    static final String DRIVER = "practice";
    static final String PAD = "practice-pad";

    private static final Texts TEXTS = Texts.of(PracticeScanner.class);
    private static final String PAD_DRIVER = "rfid";

    private final ScannerService scanners;
    private final Optional<PracticeReader> pad;

    PracticeScanner(ScannerService scanners, Optional<PracticeReader> pad) {
        this.scanners = Objects.requireNonNull(scanners, "scanners");
        this.pad = Objects.requireNonNull(pad, "pad");
    }

    /** Whether this is practice mode. */
    boolean isOffered() {
        return scanners.drivers().stream().anyMatch(driver -> driver.id().equals(DRIVER));
    }

    boolean hasPad() {
        return pad.isPresent();
    }

    Optional<DeviceView> scanner() {
        return scanners.devices().stream().filter(device -> device.settings().driver().equals(DRIVER)).findFirst();
    }

    boolean isPadSetUp() {
        return scanners.device(PAD).isPresent();
    }

    /** Adds the scanner, unless it is there. */
    String add() {
        if (scanner().isPresent()) {
            return TEXTS.get("practice.there");
        }
        String name = TEXTS.get("practice.scanner");
        return saved(DeviceSettings.of(scanners.freeId(name), name, DRIVER, "", DeviceRole.ANY), "practice.added");
    }

    /** Makes the scanner read what {@code example} says; {@code \r} and the like are understood. */
    String scan(String example) {
        if (example.isBlank()) {
            return TEXTS.get("practice.nothing");
        }
        Optional<DeviceView> device = scanner();
        if (device.isEmpty()) {
            return TEXTS.get("practice.missing");
        }
        if (!device.get().settings().enabled()) {
            return TEXTS.get("practice.off");
        }
        byte[] bytes;
        try {
            bytes = Escapes.bytes(example.strip());
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
        return scanners.accept(device.get().settings().id(), bytes).map(PracticeScanner::said)
                .orElse(TEXTS.get("practice.missing"));
    }

    private static String said(Scan scan) {
        return TEXTS.get("practice.scanned", ScanWords.of(scan).headline());
    }

    /** Brings the pad up and sets it up as a device; one that is set up learns where the pad answers now. */
    String bringPadUp() {
        if (pad.isEmpty()) {
            return TEXTS.get("practice.noPad");
        }
        URI address;
        try {
            address = pad.get().bringUp();
        } catch (IOException e) {
            return e.getMessage();
        }
        DeviceSettings known = scanners.device(PAD).map(DeviceView::settings)
                .orElseGet(() -> DeviceSettings.of(PAD, TEXTS.get("practice.pad"), PAD_DRIVER, "", DeviceRole.ITEM));
        if (known.address().equals(address.toString()) && isPadSetUp()) {
            return TEXTS.get("practice.padUp");
        }
        return saved(new DeviceSettings(known.id(), known.name(), known.driver(), address.toString(), known.role(),
                known.target(), known.enabled(), known.options(), known.pipeline()), "practice.padUp");
    }

    /** Lays a stack on the pad: a barcode on each line, blank lines do not count. */
    String lay(String lines) {
        List<String> stack = Arrays.stream(lines.split("[\\s,;]+")).filter(line -> !line.isBlank()).distinct().toList();
        if (stack.isEmpty()) {
            return TEXTS.get("practice.nothing");
        }
        return onPad(reader -> reader.lay(stack), TEXTS.get("practice.laid", stack.size()));
    }

    /** Lifts everything off the pad. */
    String lift() {
        return onPad(reader -> reader.lift(List.copyOf(reader.tags().keySet())), TEXTS.get("practice.lifted"));
    }

    /** Pulls the pad's cable, or plugs it in. */
    String plug(boolean in) {
        return onPad(reader -> reader.plug(in), TEXTS.get(in ? "practice.pluggedIn" : "practice.pulled"));
    }

    /** What lies on the pad, each with whether a gate would notice it. */
    List<String> onPad() {
        return pad.map(PracticeReader::tags).map(Map::entrySet).stream().flatMap(Collection::stream)
                .map(tag -> TEXTS.get(tag.getValue() ? "practice.tag.secured" : "practice.tag.cleared", tag.getKey()))
                .toList();
    }

    private String onPad(Consumer<PracticeReader> doing, String sentence) {
        if (pad.isEmpty()) {
            return TEXTS.get("practice.noPad");
        }
        if (!isPadSetUp()) {
            return TEXTS.get("practice.padFirst");
        }
        doing.accept(pad.get());
        return sentence;
    }

    private String saved(DeviceSettings settings, String sentence) {
        try {
            scanners.save(settings);
            return TEXTS.get(sentence);
        } catch (IOException e) {
            return e.getMessage();
        }
    }
}
