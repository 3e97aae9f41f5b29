/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The next version of the program, as a p2 repository: what a build would leave after a change in each of Carrel's own
 * bundles. A build takes minutes, so it is made of the repository of the version that was built: bundles, features and
 * metadata say another version; what is not Carrel's is the same.
 */
final class LaterProgram {

    /** Of the product; the second of its three numbers becomes greater. */
    static final String RELEASE = "0.2.0";

    private static final Pattern PRODUCT = Pattern
            .compile("<unit id='org\\.carrel\\.product' version='(\\d+\\.\\d+\\.\\d+)\\.\\d+'");
    private static final Pattern ARTIFACT = Pattern.compile(
            "<artifact classifier='([^']+)' id='([^']+)' version='([^']+)'.*?</artifact>",
            Pattern.DOTALL);
    /** What states a version inside of a bundle or feature. */
    private static final List<String> STATED = List.of("META-INF/MANIFEST.MF", "feature.xml");

    private final Path repository;
    private final Pattern version;

    /** @param repository of the version before */
    LaterProgram(Path repository) throws IOException {
        this.repository = repository;
        Matcher product = PRODUCT.matcher(content());
        if (!product.find()) {
            throw new AssertionError(repository + " has no product");
        }
        // Of Carrel's bundles each has the same three numbers and a time of its own.
        this.version = Pattern.compile(Pattern.quote(product.group(1)) + "\\.(\\d{8,14})(?=\\D)");
    }

    /** Writes it into {@code folder}, which does not exist; what stays the same is only linked to. */
    void writeTo(Path folder) throws IOException {
        for (String kind : List.of("plugins", "features", "binary")) {
            Files.createDirectories(folder.resolve(kind));
            try (var files = Files.list(repository.resolve(kind))) {
                for (Path file : files.toList()) {
                    write(file, folder.resolve(kind).resolve(later(file.getFileName() + "_").replaceFirst("_$", "")));
                }
            }
        }
        zip(folder.resolve("content.jar"), "content.xml", later(content()));
        zip(folder.resolve("artifacts.jar"), "artifacts.xml", artifacts(folder));
        Files.writeString(folder.resolve("p2.index"), """
                version=1
                metadata.repository.factory.order=content.xml,!
                artifact.repository.factory.order=artifacts.xml,!
                """);
    }

    private String content() throws IOException {
        return entry(repository.resolve("content.jar"), "content.xml");
    }

    private String later(String text) {
        return version.matcher(text).replaceAll(Matcher.quoteReplacement(RELEASE) + ".$1");
    }

    private void write(Path from, Path to) throws IOException {
        if (from.getFileName().equals(to.getFileName())) {
            Files.createSymbolicLink(to, from);
        } else if (!to.toString().endsWith(".jar")) {
            Files.copy(from, to);
        } else {
            rewrite(from, to);
        }
    }

    private void rewrite(Path from, Path to) throws IOException {
        try (ZipFile jar = new ZipFile(from.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : jar.stream().map(ZipEntry.class::cast).toList()) {
                byte[] content;
                try (InputStream in = jar.getInputStream(entry)) {
                    content = in.readAllBytes();
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(STATED.contains(entry.getName())
                        ? later(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)
                        : content);
                out.closeEntry();
            }
        }
    }

    /** The list, with size and checksums of what is another file now. */
    private String artifacts(Path folder) throws IOException {
        String before = entry(repository.resolve("artifacts.jar"), "artifacts.xml");
        return ARTIFACT.matcher(before).replaceAll(found -> Matcher.quoteReplacement(artifact(folder, found)));
    }

    private String artifact(Path folder, MatchResult found) {
        String version = later(found.group(3) + "'").replaceFirst("'$", "");
        if (version.equals(found.group(3))) {
            return found.group();
        }
        String name = found.group(2) + "_" + version;
        Path file = switch (found.group(1)) {
            case "osgi.bundle" -> folder.resolve("plugins").resolve(name + ".jar");
            case "org.eclipse.update.feature" -> folder.resolve("features").resolve(name + ".jar");
            default -> folder.resolve("binary").resolve(name);
        };
        try {
            byte[] content = Files.readAllBytes(file);
            return later(found.group())
                    .replaceAll("name='(download|artifact)\\.size' value='\\d+'",
                            "name='$1.size' value='" + content.length + "'")
                    .replaceAll("(name='download\\.checksum\\.sha-256') value='[^']*'",
                            "$1 value='" + sum("SHA-256", content) + "'")
                    .replaceAll("(name='download\\.checksum\\.sha-512') value='[^']*'",
                            "$1 value='" + sum("SHA-512", content) + "'");
        } catch (IOException e) {
            throw new AssertionError("cannot read " + file, e);
        }
    }

    private static String sum(String algorithm, byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static String entry(Path jar, String name) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile()); InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void zip(Path jar, String name, String content) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
        }
    }
}
