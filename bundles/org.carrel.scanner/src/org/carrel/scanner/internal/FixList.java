/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.model.scan.ToFix;
import org.carrel.scanner.pipeline.Escapes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The list of items whose tags are to be put right, in a text file: a line for each with the time, what the tag should
 * say, the barcode and the reason, separated by tabs. It names items only. Not safe for several threads.
 */
final class FixList {

    private static final Logger LOG = LoggerFactory.getLogger(FixList.class);
    private static final int FIELDS = 4;

    private final Path file;
    private final Map<ItemBarcode, ToFix> rows = new LinkedHashMap<>();
    /** Lines that another version wrote and this one does not understand: kept as they are. */
    private final StringBuilder foreign = new StringBuilder();
    private final Texts texts = Texts.of(FixList.class);
    private boolean unreadable;

    FixList(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try {
                Files.readString(file).lines().filter(line -> !line.isBlank()).forEach(this::read);
            } catch (IOException e) {
                // Writing would then replace what could not be read: see write.
                unreadable = true;
                LOG.error("The list of tags to put right could not be read", e);
            }
        }
    }

    private void read(String line) {
        String[] fields = line.split("\t", -1);
        try {
            if (fields.length == FIELDS) {
                ItemBarcode item = new ItemBarcode(Escapes.text(fields[2]));
                rows.put(item, new ToFix(item, "secured".equals(fields[1]), Instant.parse(fields[0]),
                        Escapes.text(fields[3])));
                return;
            }
        } catch (DateTimeException | IllegalArgumentException e) {
            LOG.warn("A line of the list of tags to put right was not understood: {}", e.getClass().getSimpleName());
        }
        foreign.append(line).append('\n');
    }

    List<ToFix> rows() {
        return List.copyOf(rows.values());
    }

    /** Keeps these on disk; an item that is there already is there once, with what is wanted now. */
    void add(Collection<ToFix> more) throws IOException {
        Map<ItemBarcode, ToFix> next = new LinkedHashMap<>(rows);
        more.forEach(row -> next.merge(row.item(), row,
                (before, after) -> new ToFix(after.item(), after.secured(), before.since(), after.reason())));
        write(next);
    }

    void remove(Collection<ItemBarcode> items) throws IOException {
        Map<ItemBarcode, ToFix> next = new LinkedHashMap<>(rows);
        next.keySet().removeAll(items);
        write(next);
    }

    private void write(Map<ItemBarcode, ToFix> next) throws IOException {
        if (next.equals(rows)) {
            return;
        }
        if (unreadable) {
            throw new IOException(texts.get("fix.unreadable", file));
        }
        StringBuilder text = new StringBuilder(foreign);
        next.values().forEach(row -> text.append(row.since()).append('\t').append(row.secured() ? "secured" : "cleared")
                .append('\t').append(Escapes.visible(row.item().value())).append('\t')
                .append(Escapes.visible(row.reason())).append('\n'));
        SafeFile.write(file, text.toString());
        rows.clear();
        rows.putAll(next);
    }
}
