/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

import org.carrel.model.QueueEntry;
import org.carrel.model.port.QueueQuery;
import org.carrel.sync.QueueFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Exporting the queue")
class QueueExportTest {

    @TempDir
    private Path folder;

    @Test
    void writes_every_row_in_the_order_of_recording() throws IOException {
        var files = new Recorder(false);
        Path target = folder.resolve("queue.csv");
        assertEquals(7, new QueueExport(files, false).write(target));
        assertEquals("seven rows", Files.readString(target));
        assertEquals(QueueQuery.Order.SEQUENCE, files.asked.order());
        assertEquals(false, files.asked.descending());
    }

    @Test
    void that_is_sealed_is_written_by_the_service_that_has_the_key() throws IOException {
        Path target = folder.resolve("queue.carrel");
        assertEquals(7, new QueueExport(new Recorder(false), true).write(target));
        assertEquals("sealed rows", Files.readString(target));
    }

    @Test
    void lets_only_the_owner_read_the_file() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"), "a file system with permissions");
        Path target = folder.resolve("queue.csv");
        new QueueExport(new Recorder(false), false).write(target);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
    }

    @Test
    void that_breaks_off_leaves_the_earlier_file_as_it_was_and_nothing_else() throws IOException {
        Path target = Files.writeString(folder.resolve("queue.csv"), "yesterday's");
        assertThrows(IOException.class, () -> new QueueExport(new Recorder(true), false).write(target));
        assertEquals("yesterday's", Files.readString(target));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(target), left.toList());
        }
    }

    private static final class Recorder implements QueueFiles {
        private final boolean broken;
        private QueueQuery asked = QueueQuery.all();

        Recorder(boolean broken) {
            this.broken = broken;
        }

        @Override
        public int write(QueueQuery query, Format format, Writer to) throws IOException {
            asked = query;
            to.write("seven rows");
            if (broken) {
                throw new IOException("The disk is full.");
            }
            return 7;
        }

        @Override
        public void write(List<QueueEntry> entries, Format format, Writer to) {
            throw new UnsupportedOperationException("not needed here");
        }

        @Override
        public Reading read(Format format, Reader from) {
            throw new UnsupportedOperationException("not needed here");
        }

        @Override
        public PersonalData personalData(QueueQuery query) {
            throw new UnsupportedOperationException("not needed here");
        }

        @Override
        public boolean canSeal() {
            return false;
        }

        @Override
        public int writeSealed(QueueQuery query, OutputStream to) throws IOException {
            asked = query;
            to.write("sealed rows".getBytes(StandardCharsets.UTF_8));
            return 7;
        }

        @Override
        public SealedReading readSealed(InputStream from) {
            throw new UnsupportedOperationException("not needed here");
        }
    }
}
