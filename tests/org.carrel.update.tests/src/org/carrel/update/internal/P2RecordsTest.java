/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What p2 writes down, after somebody was ended who wrote")
class P2RecordsTest {

    private static final String LIST = "<repository>\n  <artifacts/>\n</repository>\n";

    @TempDir
    private Path folder;

    @Test
    void is_as_it_was_where_it_is_not_whole() throws IOException {
        Path cut = Files.createDirectory(folder.resolve("cut"));
        Path whole = Files.createDirectory(folder.resolve("whole"));
        Path none = folder.resolve("none");
        Files.writeString(cut.resolve("artifacts.xml"), LIST);
        Files.writeString(whole.resolve("artifacts.xml"), LIST);
        P2Records records = new P2Records(List.of(cut, whole, none), folder.resolve("kept"));
        records.keep();
        Files.writeString(cut.resolve("artifacts.xml"), LIST.substring(0, 20));
        String longer = LIST.replace("<artifacts/>", "<artifacts></artifacts>");
        Files.writeString(whole.resolve("artifacts.xml"), longer);

        records.mend();
        assertEquals(LIST, Files.readString(cut.resolve("artifacts.xml")));
        assertEquals(longer, Files.readString(whole.resolve("artifacts.xml")));
        assertFalse(Files.exists(none));
        records.forget();
        assertFalse(Files.exists(folder.resolve("kept")));
    }

    @Test
    void loses_only_states_that_are_newer_and_not_whole() throws IOException {
        byte[] state = state();
        byte[] half = Arrays.copyOf(state, state.length / 2);
        Files.write(folder.resolve("100.profile.gz"), half);
        Files.write(folder.resolve("200.profile.gz"), state);
        Files.write(folder.resolve("300.profile.gz"), state);
        Files.write(folder.resolve("400.profile.gz"), half);
        Files.write(folder.resolve("500.profile.gz"), new byte[0]);
        Files.createFile(folder.resolve(".lock"));

        P2Records.mendStates(folder, 200);
        assertTrue(Files.exists(folder.resolve("100.profile.gz")), "older than what was left");
        assertTrue(Files.exists(folder.resolve("300.profile.gz")), "whole");
        assertFalse(Files.exists(folder.resolve("400.profile.gz")), "cut off");
        assertFalse(Files.exists(folder.resolve("500.profile.gz")), "not even begun");
        assertTrue(Files.exists(folder.resolve(".lock")));
    }

    private static byte[] state() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write("<profile>what is installed</profile>".getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
