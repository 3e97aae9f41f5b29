/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import org.carrel.model.Texts;
import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.pipeline.Escapes;
import org.carrel.scanner.pipeline.PipelineSettings;

/** A device's settings as names and values that people can read and edit. Control characters are escaped. */
final class DeviceText {

    private static final String OPTION = "option.";
    private static final PipelineSettings STANDARD = PipelineSettings.STANDARD;
    private static final Texts TEXTS = Texts.of(DeviceText.class);

    private DeviceText() {}

    static Map<String, String> write(DeviceSettings device) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", visible(device.name()));
        values.put("driver", visible(device.driver()));
        values.put("address", visible(device.address()));
        values.put("role", word(device.role()));
        device.target().ifPresent(target -> values.put("target", visible(target)));
        values.put("enabled", device.enabled() ? "yes" : "no");
        PipelineSettings pipeline = device.pipeline();
        values.put("charset", word(pipeline.charset()));
        values.put("prefix", visible(pipeline.prefix()));
        values.put("suffix", visible(pipeline.suffix()));
        values.put("aim", word(pipeline.aim()));
        values.put("codabar", word(pipeline.codabar()));
        values.put("trim", pipeline.trim() ? "yes" : "no");
        values.put("check-digit", word(pipeline.checkDigit()));
        pipeline.shelf().ifPresent(pattern -> values.put("shelf", visible(pattern.pattern())));
        pipeline.condition().ifPresent(pattern -> values.put("condition", visible(pattern.pattern())));
        pipeline.ignore().ifPresent(pattern -> values.put("ignore", visible(pattern.pattern())));
        device.options().forEach((key, value) -> values.put(OPTION + key, visible(value)));
        return values;
    }

    /** @throws IllegalArgumentException when it is not understood; the message is a sentence */
    static DeviceSettings read(String id, Map<String, String> values) {
        if (!DeviceSettings.ID.matcher(id).matches()) {
            throw new IllegalArgumentException(TEXTS.get("device.id", id));
        }
        Map<String, String> options = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(OPTION)) {
                options.put(key.substring(OPTION.length()), Escapes.text(value));
            }
        });
        PipelineSettings pipeline = new PipelineSettings(
                choice(values, "charset", PipelineSettings.Charset.class, STANDARD.charset()),
                text(values, "prefix", ""),
                text(values, "suffix", ""), choice(values, "aim", PipelineSettings.Aim.class, STANDARD.aim()),
                choice(values, "codabar", PipelineSettings.Codabar.class, STANDARD.codabar()),
                yes(values, "trim", STANDARD.trim()),
                choice(values, "check-digit", PipelineSettings.CheckDigit.class, STANDARD.checkDigit()),
                pattern(values, "shelf"), pattern(values, "condition"), pattern(values, "ignore"));
        return new DeviceSettings(id, text(values, "name", id), required(values, "driver"), text(values, "address", ""),
                choice(values, "role", DeviceRole.class, DeviceRole.ANY),
                Optional.of(text(values, "target", "")).filter(target -> !target.isEmpty()),
                yes(values, "enabled", true),
                options, pipeline);
    }

    /** Blanks at either end would be lost when the line is read. */
    private static String visible(String text) {
        String visible = Escapes.visible(text);
        String start = visible.startsWith(" ") ? "\\x20" + visible.substring(1) : visible;
        return start.endsWith(" ") ? start.substring(0, start.length() - 1) + "\\x20" : start;
    }

    private static String text(Map<String, String> values, String key, String standard) {
        return values.containsKey(key) ? Escapes.text(values.get(key)) : standard;
    }

    private static String required(Map<String, String> values, String key) {
        String value = text(values, key, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(TEXTS.get("device.missing", key));
        }
        return value;
    }

    private static boolean yes(Map<String, String> values, String key, boolean standard) {
        return switch (values.getOrDefault(key, "").toLowerCase(Locale.ROOT)) {
            case "" -> standard;
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw new IllegalArgumentException(TEXTS.get("device.value", key, values.get(key)));
        };
    }

    private static <E extends Enum<E>> E choice(Map<String, String> values, String key, Class<E> type, E standard) {
        String value = values.getOrDefault(key, "");
        if (value.isBlank()) {
            return standard;
        }
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equalsIgnoreCase(value)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(TEXTS.get("device.value", key, value));
    }

    private static Optional<Pattern> pattern(Map<String, String> values, String key) {
        try {
            return Optional.of(text(values, key, "")).filter(text -> !text.isEmpty()).map(Pattern::compile);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(TEXTS.get("device.value", key, values.get(key)), e);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
