/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bom;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What is in a jar, or in a folder that stands for one, as far as it matters here.
 *
 * @param files  by path: the manifest, texts about licences, Maven's descriptions, jars
 * @param sha256 of the jar; empty for a folder
 */
record Contents(Map<String, byte[]> files, Optional<String> sha256) {

    private static final Pattern OF_INTEREST = Pattern.compile("META-INF/MANIFEST\\.MF"
            + "|(META-INF/|license/)?(LICENSE|NOTICE|COPYING)[^/]*|about\\.html"
            + "|META-INF/maven/.*/pom\\.(xml|properties)"
            + "|.*\\.jar", Pattern.CASE_INSENSITIVE);
    private static final Pattern POM_LICENCES = Pattern.compile("<licenses>(.*?)</licenses>", Pattern.DOTALL);

    static Contents ofJar(byte[] jar) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && OF_INTEREST.matcher(entry.getName()).matches()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        try {
            return new Contents(files, Optional.of(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(jar))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static Contents ofFolder(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : all) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            if (OF_INTEREST.matcher(path).matches()) {
                files.put(path, Files.readAllBytes(file));
            }
        }
        return new Contents(files, Optional.empty());
    }

    /** The main section of the manifest; empty when there is none. */
    Attributes header() throws IOException {
        byte[] manifest = files.get("META-INF/MANIFEST.MF");
        return manifest == null ? new Attributes()
                : new Manifest(new ByteArrayInputStream(manifest)).getMainAttributes();
    }

    Map<String, byte[]> nestedJars() {
        return matching(".*\\.jar");
    }

    private Map<String, byte[]> matching(String path) {
        return files.entrySet().stream().filter(file -> file.getKey().matches("(?i)" + path))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Where Maven built it; empty when it does not say, or is made of several. */
    Optional<Part.Coordinates> coordinates() {
        Map<String, byte[]> descriptions = matching("META-INF/maven/.*/pom\\.properties");
        if (descriptions.size() != 1) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try {
            properties.load(new ByteArrayInputStream(descriptions.values().iterator().next()));
        } catch (IOException e) {
            throw new IllegalStateException("bytes can be read", e);
        }
        return Optional.of(new Part.Coordinates(properties.getProperty("groupId"),
                properties.getProperty("artifactId"), properties.getProperty("version")));
    }

    /** What it calls its version. */
    Optional<String> version() {
        return Optional.ofNullable(quietHeader().getValue("Implementation-Version"))
                .or(() -> Optional.ofNullable(quietHeader().getValue("Bundle-Version")));
    }

    private Attributes quietHeader() {
        try {
            return header();
        } catch (IOException e) {
            return new Attributes();
        }
    }

    /** The licences that it names: in its header, its texts, its Maven description. */
    Set<String> stated() {
        Set<String> stated = new HashSet<>();
        Optional.ofNullable(quietHeader().getValue("Bundle-License")).map(Statements::in).ifPresent(stated::addAll);
        matching("(META-INF/|license/)?(LICENSE|COPYING)[^/]*|about\\.html").values()
                .forEach(text -> stated.addAll(Statements.in(text(text))));
        for (byte[] pom : matching("META-INF/maven/.*/pom\\.xml").values()) {
            Matcher licences = POM_LICENCES.matcher(text(pom));
            while (licences.find()) {
                stated.addAll(Statements.in(licences.group(1)));
            }
        }
        return stated;
    }

    /** The text that the Apache licence and others want to be passed on. */
    Optional<String> notice() {
        return matching("(META-INF/|license/)?NOTICE[^/]*").values().stream().map(Contents::text).map(String::strip)
                .filter(text -> !text.isEmpty()).findFirst();
    }
}
