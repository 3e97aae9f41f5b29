/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

@DisplayName("The units of a branch")
class UnitsTest {

    private static final Instant TIME = Instant.parse("2026-11-22T10:30:00Z");
    private static final String VERSION = "0.1.0.202611221030";

    @TempDir
    private Path work;
    private Path folder;

    @BeforeEach
    void there_is_a_branch() throws IOException {
        folder = Files.createDirectory(work.resolve("north"));
        Files.writeString(folder.resolve("branch.yaml"), "branch:\n");
        Files.writeString(folder.resolve("branding.properties"), "name = North & \"South\"\naccent = #102030\n");
        ImageIO.write(new BufferedImage(200, 200, BufferedImage.TYPE_INT_ARGB), "png",
                folder.resolve("logo.png").toFile());
    }

    private Path written(String name) throws IOException, BranchFault {
        Path repository = work.resolve(name);
        new Units(BranchFolder.of(folder), VERSION, TIME).write(repository, "0.1.0.1");
        return repository;
    }

    @Test
    void are_the_same_whenever_and_wherever_they_are_made() throws IOException, BranchFault {
        Path one = written("one");
        TimeZone zone = TimeZone.getDefault();
        Path other;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            other = written("other");
        } finally {
            TimeZone.setDefault(zone);
        }
        List<Path> files;
        try (var all = Files.walk(one)) {
            files = all.filter(Files::isRegularFile).map(one::relativize).sorted().toList();
        }
        assertEquals(5, files.size(), files::toString);
        for (Path file : files) {
            assertArrayEquals(Files.readAllBytes(one.resolve(file)), Files.readAllBytes(other.resolve(file)),
                    file.toString());
        }
    }

    @Test
    void have_metadata_that_can_be_read_whatever_the_name() throws Exception {
        Path repository = written("repository");
        for (String name : List.of("content.xml", "artifacts.xml")) {
            parsed(Files.readString(repository.resolve(name)));
        }
        String content = Files.readString(repository.resolve("content.xml"));
        assertTrue(content.contains("name='org.carrel.product' range='[0.1.0.1,0.1.0.1]'"), content);
        try (ZipFile bundle = new ZipFile(
                repository.resolve("plugins/org.carrel.branches.north_" + VERSION + ".jar").toFile())) {
            parsed(new String(bundle.getInputStream(bundle.getEntry("plugin.xml")).readAllBytes(),
                    StandardCharsets.UTF_8));
            assertEquals("META-INF/MANIFEST.MF", bundle.entries().nextElement().getName());
            assertEquals(48, ImageIO.read(bundle.getInputStream(bundle.getEntry("icons/branch-48.png"))).getWidth());
            assertEquals(64,
                    ImageIO.read(bundle.getInputStream(bundle.getEntry("icons/branch-32@2x.png"))).getWidth());
        }
    }

    private static void parsed(String xml) throws IOException, ParserConfigurationException, SAXException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "-----BEGIN ENCRYPTED PRIVATE KEY-----\n", "-----BEGIN PGP PRIVATE KEY BLOCK-----\n",
            "\u0095\u0001", "\u00c5\u0010" })
    void never_bring_a_private_key_to_a_workstation(String content) throws IOException {
        Files.writeString(folder.resolve("spare.pem"), content, StandardCharsets.ISO_8859_1);
        assertTrue(assertThrows(BranchFault.class, () -> written("repository")).getMessage().contains("spare.pem"));
    }

    @Test
    void find_the_version_of_the_product_that_they_are_for() throws IOException, BranchFault {
        Path repository = Files.createDirectory(work.resolve("program"));
        content(repository, "<unit id='org.carrel.product' version='0.1.0.42'>");
        assertEquals("0.1.0.42", Units.productVersion(repository));
        content(repository, "<unit id='org.carrel.model' version='0.1.0.42'>");
        assertThrows(BranchFault.class, () -> Units.productVersion(repository));
    }

    private static void content(Path repository, String text) throws IOException {
        try (OutputStream out = Files.newOutputStream(repository.resolve("content.jar"));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void have_icons_for_windows_and_macos() throws IOException, BranchFault {
        Icons icons = Icons.of(folder.resolve("logo.png"));
        assertArrayEquals(new byte[] { 0, 0, 1, 0, 4, 0 }, Arrays.copyOf(icons.ico(), 6));
        byte[] icns = icons.icns();
        assertEquals("icns", new String(icns, 0, 4, StandardCharsets.US_ASCII));
        assertEquals(icns.length, ByteBuffer.wrap(icns, 4, 4).getInt());
        ImageIO.write(new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB), "png",
                folder.resolve("logo.png").toFile());
        assertThrows(BranchFault.class, () -> Icons.of(folder.resolve("logo.png")));
    }
}
