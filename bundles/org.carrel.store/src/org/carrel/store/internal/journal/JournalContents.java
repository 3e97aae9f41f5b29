/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.carrel.model.port.DataKey;

/**
 * What a journal file holds. Lines that cannot be read are reported and passed over: they must not cost the good ones
 * around them.
 *
 * @param entries    in the order in which they were acknowledged
 * @param damaged    the numbers of lines that were acknowledged once and cannot be read now, from 1
 * @param missing    how many sealed lines were taken out between others
 * @param unfinished whether the file ends in something that was never acknowledged: a half-written line, or a part of
 *                   what was given together
 * @param readable   whether this program can make sense of it; if not, the file must be left alone
 * @param clear      whether any of it lies on the disk in clear
 */
public record JournalContents(List<JournalEntry> entries, List<Integer> damaged, long missing,
        boolean unfinished, Readable readable, boolean clear) {

    /** Whether this program, with the key it has, can read a file. */
    public enum Readable {
        YES, NEWER_PROGRAM, NEEDS_KEY
    }

    private static final int LONGEST_LINE = 64 * 1024;

    public JournalContents {
        entries = List.copyOf(entries);
        damaged = List.copyOf(damaged);
    }

    /** Whether every line that was acknowledged is here, and nothing else. */
    public boolean isWhole() {
        return damaged.isEmpty() && missing == 0 && !unfinished;
    }

    /** Reads {@code file}; without a key, sealed lines are beyond it. */
    public static JournalContents read(Path file, Optional<DataKey> key) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return new Reading(in, key).all();
        }
    }

    private static final class Reading {

        private final InputStream in;
        private final Optional<DataKey> key;
        private final List<JournalEntry> entries = new ArrayList<>();
        private final List<Integer> damaged = new ArrayList<>();
        private final List<JournalEntry> together = new ArrayList<>();
        private int number;
        private final TreeSet<Long> numbers = new TreeSet<>();
        private boolean clear;

        Reading(InputStream in, Optional<DataKey> key) {
            this.in = in;
            this.key = key;
        }

        JournalContents all() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    // A longer line is noise; its beginning is kept, which fails the checksum.
                    if (line.size() <= LONGEST_LINE) {
                        line.write(next);
                    }
                    continue;
                }
                number++;
                byte[] bytes = line.toByteArray();
                line.reset();
                boolean sealed = SealedLine.isSealed(bytes);
                clear |= !sealed;
                if (sealed && key.isEmpty()) {
                    return beyond(Readable.NEEDS_KEY);
                }
                try {
                    if (!sealed && !numbers.isEmpty()) {
                        throw new JournalLine.Unreadable("who sealed the lines before it did not write it");
                    }
                    take(JournalLine.decode(sealed ? opened(bytes) : bytes));
                } catch (JournalLine.Newer e) {
                    return beyond(Readable.NEWER_PROGRAM);
                } catch (JournalLine.Unreadable e) {
                    damaged.add(number);
                }
            }
            clear |= line.size() > 0 && !SealedLine.isSealed(line.toByteArray());
            boolean unfinished = line.size() > 0 || !together.isEmpty();
            return new JournalContents(entries, damaged, missing(), unfinished, Readable.YES, clear);
        }

        private JournalContents beyond(Readable why) {
            return new JournalContents(List.of(), List.of(), 0, false, why, clear);
        }

        /** Lines that changed places are good ones all the same; those that are gone leave gaps. */
        private byte[] opened(byte[] bytes) throws JournalLine.Unreadable {
            SealedLine line = SealedLine.open(bytes, key.orElseThrow());
            numbers.add(line.number());
            return line.line();
        }

        private long missing() {
            return numbers.isEmpty() ? 0 : Math.max(0, numbers.last() - numbers.size() - damaged.size());
        }

        private void take(JournalLine line) {
            if (line.part() == 1) {
                // The end of the ones before is among the damaged lines; as the file goes on, they were acknowledged.
                entries.addAll(together);
                together.clear();
            }
            together.add(line.entry());
            if (line.part() == line.parts()) {
                entries.addAll(together);
                together.clear();
            }
        }
    }
}
