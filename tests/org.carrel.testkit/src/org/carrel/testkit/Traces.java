/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every shape in which something secret can lie in a file: as it is, as text in the usual encodings, in hex, and in
 * Base64 behind any number of other bytes.
 */
public final class Traces {

    /** A shorter shape is found in any file by chance. */
    private static final int FEWEST = 6;

    private final Map<String, byte[]> shapes = new LinkedHashMap<>();

    private Traces() {}

    public static Traces of(String text) {
        Traces traces = new Traces();
        traces.addText("", text);
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            traces.addBase64(charset.name(), text.getBytes(charset));
        }
        return traces;
    }

    /** Of raw bytes, a key for instance. */
    public static Traces of(byte[] secret) {
        Traces traces = new Traces();
        traces.shapes.put("raw", secret);
        traces.addText("hex ", HexFormat.of().formatHex(secret));
        traces.addText("HEX ", HexFormat.of().withUpperCase().formatHex(secret));
        traces.addBase64("raw", secret);
        return traces;
    }

    private void addText(String name, String text) {
        shapes.put(name + "UTF-8", text.getBytes(StandardCharsets.UTF_8));
        shapes.put(name + "UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
        shapes.put(name + "UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE));
    }

    /** Behind 0, 1 and 2 other bytes; the characters at the ends depend on the neighbours and are left out. */
    private void addBase64(String name, byte[] bytes) {
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            String sure = text.substring(before == 0 ? 0 : before + 1, shifted.length * 8 / 6);
            shapes.put("Base64+" + before + " of " + name, sure.getBytes(StandardCharsets.US_ASCII));
            shapes.put("Base64+" + before + " of " + name + " in UTF-16LE", sure.getBytes(StandardCharsets.UTF_16LE));
            shapes.put("Base64url+" + before + " of " + name,
                    sure.replace('+', '-').replace('/', '_').getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** The files under {@code folders} that hold any shape, each with the shape. */
    public List<String> in(Path... folders) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.notExists(folder)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.filter(Files::isRegularFile).toList()) {
                    found.addAll(in(path.toString(), Files.readAllBytes(path)));
                }
            }
        }
        return found;
    }

    private List<String> in(String where, byte[] bytes) {
        List<String> found = new ArrayList<>();
        shapes.forEach((name, shape) -> {
            if (shape.length >= FEWEST && holds(bytes, shape)) {
                found.add(where + " as " + name);
            }
        });
        return found;
    }

    private static boolean holds(byte[] bytes, byte[] wanted) {
        for (int at = 0; at <= bytes.length - wanted.length; at++) {
            if (bytes[at] == wanted[0] && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
