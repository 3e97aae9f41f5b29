/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The bill of materials")
class BillOfMaterialsTest {

    private static final String LIST = """
            com.example.*      MIT
            com.other          Apache-2.0   # looked at
            org.carrel.wrap!/lib/inner.jar  Apache-2.0
            """;

    @TempDir
    Path products;

    private Path root;

    @BeforeEach
    void install() throws IOException {
        root = Files.createDirectories(products.resolve("linux/gtk/x86_64/carrel"));
        Files.createDirectory(root.resolve("plugins"));
        Files.writeString(root.resolve("artifacts.xml"), "<repository/>");
        bundle("com.example.one", "1.2.0", Map.of("META-INF/LICENSE", "The MIT License"));
        bundle("com.other", "3.0.0.v2026", Map.of("META-INF/NOTICE.txt", "Other\nMade by others."));
        bundle("org.carrel.app", "0.1.0", Map.of());
        profile("com.other", "3.0.0.v2026");
    }

    private void bundle(String name, String version, Map<String, String> texts) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("META-INF/MANIFEST.MF", ("Manifest-Version: 1.0\nBundle-SymbolicName: " + name
                + ";singleton:=true\nBundle-Version: " + version + "\n").getBytes(StandardCharsets.UTF_8));
        texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
        Files.write(root.resolve("plugins/" + name + "_" + version + ".jar"), jar(files));
    }

    private static byte[] jar(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    private void profile(String name, String version) throws IOException {
        Path profile = Files.createDirectories(
                root.resolve("p2/org.eclipse.equinox.p2.engine/profileRegistry/DefaultProfile.profile"))
                .resolve("1795335151623.profile.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(profile))) {
            out.write(("<?xml version='1.0'?><profile><units><unit id='" + name + "' version='" + version
                    + "'><properties><property name='maven-groupId' value='com.other.group'/>"
                    + "<property name='maven-artifactId' value='other-artifact'/>"
                    + "<property name='maven-version' value='3.0.0'/></properties></unit></units></profile>")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private Installation installation() {
        return new Installation(root, Map.of("org.carrel.wrap!/lib/", "org.inner:7.1"));
    }

    private void describe(String list) throws Exception {
        BillOfMaterials.describe(installation(), new Licences(list), "0.1.0");
    }

    private String read(String name) throws IOException {
        return Files.readString(root.resolve(name));
    }

    private void assertFails(String list, String... words) {
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> describe(list));
        for (String word : words) {
            assertTrue(failure.getMessage().contains(word), failure.getMessage());
        }
        assertFalse(Files.exists(root.resolve(BillOfMaterials.SBOM)), "nothing half-true is laid into a product");
    }

    @Test
    void names_every_bundle_with_its_version_its_licence_and_where_it_comes_from() throws Exception {
        describe(LIST);
        String json = read(BillOfMaterials.SBOM);
        for (String part : List.of("\"com.example.one\"", "\"1.2.0\"", "\"MIT\"", "\"com.other\"", "\"3.0.0.v2026\"",
                "\"Apache-2.0\"", "pkg:maven/com.other.group/other-artifact@3.0.0?type=jar", "\"org.carrel.app\"",
                "\"CycloneDX\"", "\"SHA-256\"")) {
            assertTrue(json.contains(part), part + " in " + json);
        }
        assertEquals(List.of(), CycloneDx.faults(installation()));
    }

    @Test
    void says_the_same_each_time() throws Exception {
        describe(LIST);
        String first = read(BillOfMaterials.SBOM) + read(BillOfMaterials.NOTICE);
        describe(LIST);
        assertEquals(first, read(BillOfMaterials.SBOM) + read(BillOfMaterials.NOTICE));
    }

    @Test
    void comes_with_a_notice_that_names_the_others_and_passes_their_texts_on() throws Exception {
        describe(LIST);
        String notice = read(BillOfMaterials.NOTICE);
        for (String part : List.of("com.example.one 1.2.0\n    MIT\n", "com.other 3.0.0.v2026\n    Apache-2.0\n",
                "com.other.group:other-artifact:3.0.0", "com.other:\n\nOther\nMade by others.")) {
            assertTrue(notice.contains(part), part + " in " + notice);
        }
        assertFalse(notice.contains("org.carrel.app"), notice);
    }

    @Test
    void looks_into_bundles_that_hold_jars_of_others() throws Exception {
        byte[] inner = jar(Map.of("META-INF/LICENSE", "Apache License, Version 2.0".getBytes(StandardCharsets.UTF_8)));
        Files.write(root.resolve("plugins/org.carrel.wrap_0.1.0.jar"), jar(Map.of("META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nBundle-SymbolicName: org.carrel.wrap\nBundle-Version: 0.1.0\n"
                        .getBytes(StandardCharsets.UTF_8),
                "lib/inner.jar", inner)));
        describe(LIST);
        assertTrue(read(BillOfMaterials.NOTICE).contains("org.inner:inner:7.1"), read(BillOfMaterials.NOTICE));
        assertTrue(read(BillOfMaterials.SBOM).contains("pkg:maven/org.inner/inner@7.1"));
    }

    @Test
    void looks_into_bundles_that_are_folders() throws Exception {
        Path folder = Files.createDirectories(root.resolve("plugins/com.example.two_1.0.0/META-INF")).getParent();
        Files.writeString(folder.resolve("META-INF/MANIFEST.MF"),
                "Manifest-Version: 1.0\nBundle-SymbolicName: com.example.two\nBundle-Version: 1.0.0\n");
        assertFails(LIST, "com.example.two 1.0.0", "nobody has looked");
        Files.writeString(folder.resolve("about.html"), "<p>under the MIT License</p>");
        describe(LIST);
        assertTrue(read(BillOfMaterials.NOTICE).contains("com.example.two 1.0.0"));
    }

    @Test
    void fails_the_build_when_nobody_has_looked_at_a_licence() throws IOException {
        bundle("net.stranger", "1.0.0", Map.of("META-INF/LICENSE", "Apache License, Version 2.0"));
        assertFails(LIST, "net.stranger 1.0.0", "nobody has looked", "Apache-2.0");
    }

    @Test
    void believes_a_pattern_only_about_parts_that_say_the_same() throws IOException {
        bundle("com.example.silent", "1.0.0", Map.of());
        bundle("com.example.changed", "2.0.0", Map.of("META-INF/LICENSE", "GNU General Public License, version 3"));
        assertFails(LIST, "com.example.silent", "com.example.changed", "GPL-3.0-only");
    }

    @ParameterizedTest
    @CsvSource({ "GPL-3.0-only", "AGPL-3.0-only", "MIT AND GPL-2.0-only", "LicenseRef-Proprietary",
            "GPL-2.0-only OR AGPL-3.0-only" })
    void fails_the_build_when_a_licence_does_not_go_with_it(String licence) throws IOException {
        bundle("net.stranger", "1.0.0", Map.of());
        assertFails(LIST + "net.stranger " + licence, "net.stranger 1.0.0", "does not go with");
    }

    @ParameterizedTest
    @CsvSource({ "MIT", "EPL-2.0 OR GPL-2.0-only", "GPL-2.0-only WITH Classpath-exception-2.0 OR EPL-2.0",
            "Apache-2.0 AND W3C", "LGPL-2.1-or-later OR Apache-2.0" })
    void takes_what_goes_with_it(String licence) throws Exception {
        bundle("net.stranger", "1.0.0", Map.of());
        describe(LIST + "net.stranger " + licence);
        assertTrue(read(BillOfMaterials.SBOM).contains(licence));
    }

    @Test
    void fails_the_build_when_a_part_says_something_else_than_the_list() throws IOException {
        bundle("net.stranger", "2.0.0", Map.of("META-INF/LICENSE", "GNU General Public License, Version 3"));
        assertFails(LIST + "net.stranger MIT", "net.stranger 2.0.0", "GPL-3.0-only", "Look at it again");
    }

    @Test
    void is_found_wrong_when_a_bundle_of_the_product_is_missing_in_it() throws Exception {
        describe(LIST);
        bundle("com.example.late", "1.0.0", Map.of("META-INF/LICENSE", "The MIT License"));
        assertEquals(List.of("com.example.late@1.0.0 is missing"), CycloneDx.faults(installation()));
    }

    @Test
    void is_found_wrong_when_it_names_what_is_not_there() throws Exception {
        describe(LIST);
        Files.delete(root.resolve("plugins/com.example.one_1.2.0.jar"));
        assertEquals(List.of("com.example.one@1.2.0 is not in the product"), CycloneDx.faults(installation()));
    }

    @Test
    void is_found_wrong_when_it_does_not_follow_the_format() throws Exception {
        describe(LIST);
        Path file = root.resolve(BillOfMaterials.SBOM);
        Files.writeString(file, read(BillOfMaterials.SBOM).replace("\"library\"", "\"book\""));
        assertTrue(CycloneDx.faults(installation()).stream().anyMatch(fault -> fault.startsWith("not as CycloneDX")));
    }

    @Test
    void finds_every_product_that_was_built() throws IOException {
        Path mac = Files.createDirectories(
                products.resolve("macosx/cocoa/aarch64/Carrel.app/Contents/Eclipse/plugins")).getParent();
        Files.writeString(mac.resolve("artifacts.xml"), "<repository/>");
        assertEquals(List.of(root, mac), Installation.below(products, Map.of()).stream().map(Installation::folder)
                .toList());
    }

    @Test
    void has_a_list_that_can_be_read_and_tells_which_of_its_lines_are_idle() throws Exception {
        Licences.shipped();
        assertEquals(List.of("org.gone"),
                new Licences("com.* MIT\norg.gone MIT\norg.carrel.app EPL-2.0").idle(installation().parts()));
        assertThrows(IllegalArgumentException.class, () -> new Licences("a-name-alone"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "Apache License Version 2.0, January 2004 | Apache-2.0",
            "https://www.eclipse.org/legal/epl-v20.html | EPL-2.0", "Apache-2.0;link=x | Apache-2.0",
            "http://www.eclipse.org/org/documents/edl-v10.php | BSD-3-Clause",
            "Eclipse Public License Version 2.0 (\"EPL\") | EPL-2.0", "Unicode-3.0 | Unicode-3.0" })
    void recognises_licences_by_the_words_that_are_used_for_them(String text, String licence) {
        assertTrue(Statements.in(text).contains(licence), Statements.in(text).toString());
    }
}
