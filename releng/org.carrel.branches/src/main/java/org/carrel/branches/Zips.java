/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes zips whose bytes depend on nothing but what is in them and when that was committed. */
final class Zips {

    private Zips() {}

    /** @param files by path; the manifest of a jar comes first, as readers of streams expect */
    static byte[] of(SortedMap<String, byte[]> files, Instant time) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] manifest = files.get("META-INF/MANIFEST.MF");
            if (manifest != null) {
                put(zip, "META-INF/MANIFEST.MF", manifest, time);
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (!file.getKey().equals("META-INF/MANIFEST.MF")) {
                    put(zip, file.getKey(), file.getValue(), time);
                }
            }
        }
        return bytes.toByteArray();
    }

    private static void put(ZipOutputStream zip, String path, byte[] content, Instant time) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        // Not as an instant: that would be written in the zone of the machine.
        entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        entry.setMethod(ZipEntry.STORED);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setCrc(crc.getValue());
        entry.setSize(content.length);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
