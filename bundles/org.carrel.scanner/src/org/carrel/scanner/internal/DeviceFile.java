/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The devices of a workstation in a text file: a section for each, {@code [id]}, with lines {@code key = value}; lines
 * that begin with {@code #} say something to people. A file with mistakes is kept beside the one that is written in its
 * place. Not safe for several threads.
 */
final class DeviceFile {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceFile.class);
    private static final long LONGEST = 1024 * 1024;
    private static final Pattern SECTION = Pattern.compile("\\[(.*)]");

    private final Path file;
    private final Texts texts = Texts.of(DeviceFile.class);
    private boolean flawed;

    DeviceFile(Path file) {
        this.file = file;
    }

    /** The devices that were understood, in order, and what was not, as sentences. */
    record Contents(List<DeviceSettings> devices, List<String> problems) {}

    /** One section as it stands there. */
    private record Section(int line, String id, Map<String, String> values) {}

    Contents read() {
        List<DeviceSettings> devices = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        if (Files.exists(file)) {
            try {
                if (Files.size(file) > LONGEST) {
                    throw new IOException(texts.get("file.big"));
                }
                for (Section section : sections(Files.readString(file), problems)) {
                    add(section, devices, problems);
                }
            } catch (IOException e) {
                LOG.error("The settings of the scanners could not be read", e);
                problems.add(texts.get("file.unreadable", file, e.getMessage()));
            }
        }
        flawed = !problems.isEmpty();
        return new Contents(List.copyOf(devices), List.copyOf(problems));
    }

    private List<Section> sections(String text, List<String> problems) {
        List<Section> sections = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher section = SECTION.matcher(line);
            int equals = line.indexOf('=');
            if (section.matches()) {
                sections.add(new Section(i + 1, section.group(1), new LinkedHashMap<>()));
            } else if (equals > 0 && !line.startsWith("#") && !sections.isEmpty()) {
                sections.getLast().values().put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                problems.add(texts.get("file.line", i + 1));
            }
        }
        return sections;
    }

    private void add(Section section, List<DeviceSettings> devices, List<String> problems) {
        try {
            if (devices.stream().anyMatch(device -> device.id().equals(section.id()))) {
                problems.add(texts.get("file.twice", section.line(), section.id()));
                return;
            }
            devices.add(DeviceText.read(section.id(), section.values()));
        } catch (IllegalArgumentException e) {
            problems.add(texts.get("file.device", section.line(), e.getMessage()));
        }
    }

    void write(Collection<DeviceSettings> devices) throws IOException {
        try {
            if (flawed && Files.exists(file)) {
                Files.copy(file, file.resolveSibling(file.getFileName() + ".old"), StandardCopyOption.REPLACE_EXISTING);
            }
            StringBuilder text = new StringBuilder(texts.get("file.head"));
            devices.forEach(device -> {
                text.append("\n[").append(device.id()).append("]\n");
                DeviceText.write(device).forEach((key, value) -> text.append(key).append(" = ").append(value)
                        .append('\n'));
            });
            SafeFile.write(file, text.toString());
            flawed = false;
        } catch (IOException e) {
            throw new IOException(texts.get("file.unwritable", file, e.getMessage()), e);
        }
    }

    void writeIfPossible(Collection<DeviceSettings> devices) {
        try {
            write(devices);
        } catch (IOException e) {
            LOG.warn("What a driver found out could not be kept", e);
        }
    }
}
