/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * What a bundle says of itself.
 *
 * @param file     where it is
 * @param name     its symbolic name
 * @param title    for people
 * @param fragment whether it is a part of another bundle
 * @param source   whether it is source code only
 */
record BundleFacts(Path file, String name, String version, String title, String vendor, boolean fragment,
        boolean source) {

    /** Also becomes the name of a folder. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,119}");
    private static final int LONGEST_TEXTS = 64 * 1024;

    /** Empty when it is a jar, but no bundle. */
    static Optional<BundleFacts> of(Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return Optional.empty();
            }
            Attributes main = manifest.getMainAttributes();
            String name = Optional.ofNullable(main.getValue("Bundle-SymbolicName")).orElse("").split(";")[0].strip();
            if (!isName(name)) {
                return Optional.empty();
            }
            Properties texts = texts(jar, main);
            return Optional.of(new BundleFacts(file, name, value(main, "Bundle-Version", "0.0.0", texts),
                    value(main, "Bundle-Name", name, texts), value(main, "Bundle-Vendor", "", texts),
                    main.getValue("Fragment-Host") != null, main.getValue("Eclipse-SourceBundle") != null));
        } catch (IllegalArgumentException | SecurityException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches() && !text.contains("..") && !text.endsWith(".");
    }

    private static Properties texts(JarFile jar, Attributes main) throws IOException {
        Properties texts = new Properties();
        String base = Optional.ofNullable(main.getValue("Bundle-Localization")).orElse("OSGI-INF/l10n/bundle");
        ZipEntry entry = jar.getEntry(base + ".properties");
        if (entry != null) {
            try (InputStream in = jar.getInputStream(entry)) {
                // Whatever the archive says of its length.
                texts.load(new ByteArrayInputStream(in.readNBytes(LONGEST_TEXTS)));
            }
        }
        return texts;
    }

    private static String value(Attributes main, String header, String standard, Properties texts) {
        String value = Optional.ofNullable(main.getValue(header)).map(String::strip).orElse(standard);
        return value.startsWith("%") ? texts.getProperty(value.substring(1), standard) : value;
    }
}
