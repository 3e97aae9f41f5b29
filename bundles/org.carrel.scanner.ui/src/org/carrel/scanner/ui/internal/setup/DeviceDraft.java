/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.pipeline.PipelineSettings;

/**
 * A device as it is filled in. Immutable.
 *
 * @param driver  the driver's id
 * @param target  the id of the scan target that it always feeds; empty for whichever has the lead
 * @param options by key; what is not there is as the driver has it
 */
record DeviceDraft(String driver, String name, String address, DeviceRole role, Optional<String> target,
        boolean enabled, Map<String, String> options, PipelineDraft pipeline) {

    private static final String FILE = "file";

    DeviceDraft {
        Objects.requireNonNull(driver, "driver");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(pipeline, "pipeline");
        options = Map.copyOf(options);
    }

    /** An empty form for a device of {@code driver}; a file is read when somebody switches it on, and not before. */
    static DeviceDraft start(String driver) {
        return new DeviceDraft(driver, "", "", DeviceRole.ANY, Optional.empty(), !driver.equals(FILE), Map.of(),
                PipelineDraft.of(PipelineSettings.STANDARD));
    }

    static DeviceDraft of(DeviceSettings settings) {
        return new DeviceDraft(settings.driver(), settings.name(), settings.address(), settings.role(),
                settings.target(), settings.enabled(), settings.options(), PipelineDraft.of(settings.pipeline()));
    }

    /** For another driver: what only the first one knew is gone. */
    DeviceDraft withDriver(String other) {
        return other.equals(driver) ? this
                : new DeviceDraft(other, name, "", role, target, !other.equals(FILE), Map.of(), pipeline);
    }

    DeviceDraft withAddress(String other) {
        return new DeviceDraft(driver, name, other, role, target, enabled, options, pipeline);
    }

    DeviceDraft withOption(String key, String value) {
        Map<String, String> more = new TreeMap<>(options);
        more.put(key, value);
        return new DeviceDraft(driver, name, address, role, target, enabled, more, pipeline);
    }

    DeviceDraft withName(String other) {
        return new DeviceDraft(driver, other, address, role, target, enabled, options, pipeline);
    }

    DeviceDraft withRole(DeviceRole other) {
        return new DeviceDraft(driver, name, address, other, target, enabled, options, pipeline);
    }

    DeviceDraft withTarget(Optional<String> other) {
        return new DeviceDraft(driver, name, address, role, other, enabled, options, pipeline);
    }

    DeviceDraft withEnabled(boolean on) {
        return new DeviceDraft(driver, name, address, role, target, on, options, pipeline);
    }

    DeviceDraft withPipeline(PipelineDraft other) {
        return new DeviceDraft(driver, name, address, role, target, enabled, options, other);
    }
}
