/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceStatistics;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.pipeline.Escapes;
import org.carrel.scanner.pipeline.PipelineSettings;

/**
 * What support needs to know of the scanners. Names and addresses that people chose are left out, as they may name
 * somebody; so is every barcode. Technical, and not translated.
 */
final class Diagnostics {

    private Diagnostics() {}

    static String of(Instant now, Map<String, String> drivers, List<DeviceView> devices, int problems, int toFix) {
        StringBuilder text = new StringBuilder(1_024);
        line(text, "time", now);
        line(text, "system", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        line(text, "java", System.getProperty("java.vm.name") + " " + System.getProperty("java.version"));
        drivers.forEach((id, type) -> line(text, "driver " + id, type));
        line(text, "problems in settings", problems);
        line(text, "tags to fix", toFix);
        for (int i = 0; i < devices.size(); i++) {
            text.append('\n');
            device(text, i + 1, devices.get(i));
        }
        return text.toString();
    }

    private static void device(StringBuilder text, int number, DeviceView device) {
        DeviceSettings settings = device.settings();
        PipelineSettings pipeline = settings.pipeline();
        DeviceStatistics statistics = device.statistics();
        line(text, "device", number);
        line(text, "driver", settings.driver());
        line(text, "role", settings.role());
        line(text, "bound to target", settings.target().isPresent());
        line(text, "enabled", settings.enabled());
        line(text, "options set", String.join(" ", settings.options().keySet()));
        line(text, "charset", pipeline.charset());
        line(text, "prefix", Escapes.visible(pipeline.prefix()));
        line(text, "suffix", Escapes.visible(pipeline.suffix()));
        line(text, "aim", pipeline.aim());
        line(text, "codabar", pipeline.codabar());
        line(text, "trim", pipeline.trim());
        line(text, "check digit", pipeline.checkDigit());
        line(text, "shelf pattern set", pipeline.shelf().isPresent());
        line(text, "condition pattern set", pipeline.condition().isPresent());
        line(text, "ignore pattern set", pipeline.ignore().isPresent());
        line(text, "state", device.status().state());
        line(text, "since", device.status().since());
        line(text, "reads", statistics.reads());
        line(text, "bad reads", statistics.badReads());
        line(text, "unclaimed", statistics.unclaimed());
        line(text, "losses", statistics.losses());
        line(text, "last read", statistics.lastRead().map(Instant::toString).orElse("never"));
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(name).append(" = ").append(value).append('\n');
    }
}
