/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.journal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import org.carrel.model.port.Branch;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.JournalFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opens the lines that {@link JournalFolder} sealed when it put a file aside, and those of any other journal. */
@Component
public final class JournalReading implements JournalFiles {

    /** What was put aside is sealed in pieces of 48 KiB, which Base64 makes a third longer. */
    private static final int LONGEST = 128 * 1024;

    private final Optional<DataKey> key;

    @Activate
    public JournalReading(@Reference Branch branch) {
        this(branch.dataKey());
    }

    JournalReading(Optional<DataKey> key) {
        this.key = key;
    }

    @Override
    public void read(Path file, Consumer<Line> each) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long place = 0;
            int next;
            do {
                next = in.read();
                if (next >= 0 && next != '\n' && line.size() < LONGEST) {
                    line.write(next);
                } else if (next >= 0 || line.size() > 0) {
                    each.accept(line(++place, line.toByteArray()));
                    line.reset();
                    if (next >= 0 && next != '\n') {
                        line.write(next);
                    }
                }
            } while (next >= 0);
        }
    }

    private Line line(long place, byte[] bytes) {
        byte[] clear = bytes;
        // Nothing is sealed twice: a sealed line is put aside as it is.
        if (SealedLine.isSealed(bytes)) {
            try {
                clear = SealedLine.open(bytes, key.orElseThrow(() -> new JournalLine.Unreadable("there is no key")))
                        .line();
            } catch (JournalLine.Unreadable e) {
                return new Line.Closed(place);
            }
        }
        try {
            return switch (JournalLine.decode(clear).entry()) {
                case JournalEntry.Scan scan -> new Line.Scan(place, scan.transaction());
                case JournalEntry.Read read -> new Line.Read(place, read.project(), read.session(), read.mark());
            };
        } catch (JournalLine.Unreadable | JournalLine.Newer e) {
            return new Line.Damaged(place, words(clear));
        }
    }

    private static String words(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        StringBuilder words = new StringBuilder(text.length());
        text.codePoints().map(point -> Character.isISOControl(point) || point == 0xfffd ? '?' : point)
                .forEach(words::appendCodePoint);
        return words.toString();
    }
}
