/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.internal.kinds.Inventories;
import org.carrel.model.ItemRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The example in the schema of the extension point for reports")
class ExampleInSchemaTest {

    private static final Pattern EXAMPLE = Pattern.compile("public final class NeverLent.*?(?=\\s*</pre>)",
            Pattern.DOTALL);
    private static final String IMPORTS = """
            package org.example;
            import java.time.Instant;
            import java.util.*;
            import org.carrel.inventory.report.*;
            import org.carrel.model.*;
            import org.carrel.model.port.*;
            """;

    @TempDir
    private Path folder;

    @Test
    @DisplayName("compiles as it stands there, and reports")
    void compiles_and_reports() throws Exception {
        Path source = folder.resolve("NeverLent.java");
        Files.writeString(source, IMPORTS + example());
        compile(source);

        try (URLClassLoader loader = new URLClassLoader(new URL[] { folder.toUri().toURL() },
                getClass().getClassLoader())) {
            ReportKind kind = (ReportKind) loader.loadClass("org.example.NeverLent").getConstructor().newInstance();
            Report report = kind.of(Inventories.withOneOfEverything(), Instant.EPOCH);
            List<List<Cell>> rows = new ArrayList<>();
            report.sections().getFirst().rows().read(cells -> {
                report.sections().getFirst().check(cells);
                rows.add(List.copyOf(cells));
            });

            assertEquals("Never lent", report.title());
            assertEquals(12, rows.size());
            assertEquals(List.of(Cell.of("QA1 .A2"), Cell.of("Title 1"), Cell.of("1")), rows.getFirst());
        }
    }

    private static String example() throws Exception {
        try (InputStream in = ReportKind.class.getResourceAsStream("/schema/reports.exsd")) {
            assertNotNull(in, "the schema");
            String schema = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"").replace("&amp;", "&");
            Matcher example = EXAMPLE.matcher(schema);
            assertTrue(example.find(), "there is an example");
            return example.group();
        }
    }

    private void compile(Path source) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertNotNull(compiler, "the tests run on a JDK");
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            String classPath = Stream.of(ReportKind.class, ItemRecord.class).flatMap(ExampleInSchemaTest::places)
                    .collect(Collectors.joining(File.pathSeparator));
            boolean compiled = compiler
                    .getTask(said, files, null, List.of("-proc:none", "-cp", classPath, "-d", folder.toString()),
                            null, files.getJavaFileObjects(source))
                    .call();
            assertTrue(compiled, said::toString);
        }
    }

    /** Where a class is from: a jar, a folder of classes, or the project that has one. */
    private static Stream<String> places(Class<?> type) {
        Path place = Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
        return Stream.of(place, place.resolve("target/classes")).map(Path::toString);
    }
}
