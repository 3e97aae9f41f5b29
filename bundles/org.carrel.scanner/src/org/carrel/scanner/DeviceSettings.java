/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.pipeline.PipelineSettings;

/**
 * How one device of this workstation is set up. Immutable.
 *
 * @param id       names it for ever in files and diagnostics: lower-case letters, digits and hyphens
 * @param name     for people
 * @param driver   the id of the driver that speaks to it
 * @param address  where the driver finds it: a port, a file, a URI; what it means is the driver's business
 * @param role     what it is for
 * @param target   the id of the scan target that it always feeds; empty for whichever has the lead
 * @param enabled  whether it is opened by itself
 * @param options  the driver's own settings, by the keys that the driver names
 * @param pipeline how its reads become scans
 */
public record DeviceSettings(String id, String name, String driver, String address, DeviceRole role,
        Optional<String> target, boolean enabled, Map<String, String> options, PipelineSettings pipeline) {

    /** How an id looks. */
    public static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    /** How the key of an option looks, in a file of one line for each. */
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 ._-]*[A-Za-z0-9])?");

    /**
     * @throws IllegalArgumentException when {@code id} is not of the form of {@link #ID}, or the key of an option is
     *     odd
     */
    public DeviceSettings {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a device: " + id);
        }
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(driver, "driver");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(pipeline, "pipeline");
        options.keySet().stream().filter(key -> !KEY.matcher(key).matches()).findAny().ifPresent(key -> {
            throw new IllegalArgumentException("not the key of an option: " + key);
        });
        options = Collections.unmodifiableMap(new TreeMap<>(options));
    }

    /** A device with the standard pipeline, no options, enabled, that feeds whoever has the lead. */
    public static DeviceSettings of(String id, String name, String driver, String address, DeviceRole role) {
        return new DeviceSettings(id, name, driver, address, role, Optional.empty(), true, Map.of(),
                PipelineSettings.STANDARD);
    }

    /** The option {@code key}, or {@code standard} when it is not set or blank. */
    public String option(String key, String standard) {
        String value = options.getOrDefault(key, "");
        return value.isBlank() ? standard : value;
    }

    /** The same device with one option set. */
    public DeviceSettings withOption(String key, String value) {
        Map<String, String> more = new TreeMap<>(options);
        more.put(key, value);
        return new DeviceSettings(id, name, driver, address, role, target, enabled, more, pipeline);
    }

    /** The same device whose reads are made scans in another way. */
    public DeviceSettings withPipeline(PipelineSettings other) {
        return new DeviceSettings(id, name, driver, address, role, target, enabled, options, other);
    }

    /** The same device bound to the target of that id. */
    public DeviceSettings withTarget(String other) {
        return new DeviceSettings(id, name, driver, address, role, Optional.of(other), enabled, options, pipeline);
    }

    /** The same device, used or not. */
    public DeviceSettings withEnabled(boolean now) {
        return new DeviceSettings(id, name, driver, address, role, target, now, options, pipeline);
    }
}
