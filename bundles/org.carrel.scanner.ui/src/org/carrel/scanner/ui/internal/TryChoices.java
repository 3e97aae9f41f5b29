/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.carrel.model.Texts;
import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.pipeline.Pipeline;
import org.carrel.scanner.pipeline.PipelineSettings;

/** As which device an example is understood: a scanner as it comes, first, and then each one that is set up. */
final class TryChoices {

    private static final Texts TEXTS = Texts.of(TryChoices.class);

    private List<DeviceSettings> devices = List.of();

    void show(List<DeviceView> now) {
        devices = now.stream().map(DeviceView::settings).toList();
    }

    List<String> labels() {
        return Stream.concat(Stream.of(TEXTS.get("try.standard")), devices.stream().map(DeviceSettings::name)).toList();
    }

    /** The device at {@code index} of the labels; empty for a scanner as it comes. */
    Optional<String> id(int index) {
        return index < 1 || index > devices.size() ? Optional.empty() : Optional.of(devices.get(index - 1).id());
    }

    /** Where the device is among the labels; that of a scanner as it comes when it is gone. */
    int index(Optional<String> id) {
        return id.map(wanted -> IntStream.range(0, devices.size()).filter(i -> devices.get(i).id().equals(wanted))
                .map(i -> i + 1).findFirst().orElse(0)).orElse(0);
    }

    /** Whether what a device reads may be a trial. Who switches a file on wants its barcodes recorded. */
    static boolean isForTrying(DeviceView device) {
        return !device.settings().driver().equals("file");
    }

    /** What understands reads of that device now. */
    Pipeline pipeline(ScannerService scanners, Optional<String> id) {
        return id.flatMap(scanners::device).map(DeviceView::settings)
                .map(settings -> scanners.pipeline(settings.pipeline(), settings.role()))
                .orElseGet(() -> scanners.pipeline(PipelineSettings.STANDARD, DeviceRole.ANY));
    }
}
