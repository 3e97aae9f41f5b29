/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFiles.Destination;
import org.carrel.inventory.report.ReportFiles.Monitor;
import org.carrel.inventory.report.ReportFiles.Written;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.inventory.report.Section;
import org.carrel.inventory.report.internal.kinds.Inventories;
import org.carrel.inventory.report.internal.kinds.MissingReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Writing a report")
class ReportWritingTest {

    private static final ReportSettings BARE = ReportSettings.bare(Samples.ZONE);
    private static final List<ReportFormat> FORMATS = List.of(new HtmlReports(), new CsvReports());

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("report.csv");
    }

    @Test
    @DisplayName("ends with the whole file, how many rows it has, and nothing beside it")
    void ends_with_the_whole_file() throws IOException {
        Written written = write(new Disk(), texts(1200), Monitor.SILENT);

        assertEquals(new Written.Done(file, 1200), written);
        assertEquals(1201, Files.readAllLines(file).size());
        assertEquals(List.of(file), left());
    }

    @Test
    @DisplayName("replaces a former report")
    void replaces_a_former_report() throws IOException {
        Files.writeString(file, "former");
        write(new Disk(), texts(1), Monitor.SILENT);

        assertEquals("Text\r\nx0\r\n", Files.readString(file));
    }

    @Test
    @DisplayName("tells how far it is, and never that it goes back")
    void tells_how_far_it_is() {
        List<Long> told = new ArrayList<>();
        write(new Disk(), texts(1200), new Monitor() {
            @Override
            public void progress(long done, long expected) {
                assertEquals(1200, expected);
                told.add(done);
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        });

        assertEquals(List.of(0L, 500L, 1000L, 1200L), told);
    }

    @Test
    @DisplayName("that is cancelled leaves nothing, and the former report as it was")
    void that_is_cancelled_leaves_nothing() throws IOException {
        for (int last : new int[] { 0, 1, 700, 1199, 1200 }) {
            Files.writeString(file, "former");
            int[] asked = { 0 };
            Written written = write(new Disk(), texts(1200), new Monitor() {
                @Override
                public void progress(long done, long expected) {
                    // Only cancelling is looked at.
                }

                @Override
                public boolean isCancelled() {
                    return asked[0]++ == last;
                }
            });

            assertEquals(new Written.Cancelled(), written, "at " + last);
            assertEquals(List.of(file), left(), "at " + last);
            assertEquals("former", Files.readString(file), "at " + last);
        }
    }

    @Test
    @DisplayName("to a full disk says so, and leaves the former report as it was")
    void to_a_full_disk_says_so() throws IOException {
        Files.writeString(file, "former");
        Written written = write(new FullDisk(), texts(100_000), Monitor.SILENT);

        assertTrue(assertInstanceOf(Written.Failed.class, written).sentence().contains("is full"), written.toString());
        assertEquals(List.of(file), left());
        assertEquals("former", Files.readString(file));
    }

    @Test
    @DisplayName("over a file that another program holds says so, and leaves no draft")
    void over_a_file_that_is_in_use() throws IOException {
        Files.writeString(file, "former");
        Written written = write(new Disk() {
            @Override
            void move(Path draft, Path to) throws IOException {
                throw new AccessDeniedException(to.toString());
            }
        }, texts(1), Monitor.SILENT);

        assertTrue(assertInstanceOf(Written.Failed.class, written).sentence().contains("another program"),
                written.toString());
        assertEquals(List.of(file), left());
    }

    @Test
    @DisplayName("by a kind with a mistake fails with a sentence, and leaves nothing")
    void by_a_kind_with_a_mistake_fails() throws IOException {
        Section wrong = Samples.texts("a").with(sink -> sink.row(List.of(Cell.of(1))));
        Written written = write(new Disk(), Samples.report(wrong), Monitor.SILENT);

        assertTrue(assertInstanceOf(Written.Failed.class, written).sentence().contains("mistake"), written.toString());
        assertEquals(List.of(), left());
    }

    @Test
    @DisplayName("of a kind writes what the kind makes, or says that it makes nothing")
    void of_a_kind_writes_what_the_kind_makes() throws IOException {
        ReportWriting writing = new ReportWriting(FORMATS);
        Destination to = new Destination(file, "csv", BARE);
        Written done = writing.write(new MissingReport(), Inventories.withOneOfEverything(), Samples.MADE, to,
                Monitor.SILENT);
        Written failed = writing.write(new MissingReport(), null, Samples.MADE, to, Monitor.SILENT);

        assertEquals(new Written.Done(file, 2), done);
        assertEquals(
                List.of("The report Missing items in shelf order cannot be made, because of a mistake in the program."
                        + " The log says more."),
                sentences(failed));
        assertEquals(3, Files.readAllLines(file).size(), "what was there stays");
    }

    @Test
    @DisplayName("where nothing can be written says why")
    void where_nothing_can_be_written_says_why() throws IOException {
        Path nowhere = folder.resolve("no/such/report.csv");
        ReportWriting writing = new ReportWriting(FORMATS);
        Report report = texts(1);

        assertEquals(List.of("There is no folder " + nowhere.getParent() + ". Make it, or choose another one."),
                sentences(writing.write(report, new Destination(nowhere, "csv", BARE), Monitor.SILENT)));
        assertEquals(List.of(folder + " is a folder. Give the report another name."),
                sentences(writing.write(report, new Destination(folder, "csv", BARE), Monitor.SILENT)));
        assertEquals(List.of("There is no format pdf for reports. Choose one of these: csv, html."),
                sentences(writing.write(report, new Destination(file, "pdf", BARE), Monitor.SILENT)));
        assertEquals(List.of(), left());
    }

    private Written write(Disk disk, Report report, Monitor monitor) {
        return new ReportWriting(FORMATS, disk).write(report, new Destination(file, "csv", BARE), monitor);
    }

    private static Report texts(int rows) {
        return Samples.report(Samples.texts(IntStream.range(0, rows).mapToObj(i -> "x" + i).toArray(String[]::new)));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static List<String> sentences(Written written) {
        return written instanceof Written.Failed failed ? List.of(failed.sentence()) : List.of();
    }

    /** A disk that takes a little and then nothing. */
    private static final class FullDisk extends Disk {

        @Override
        void write(Path draft, Content content) throws IOException {
            super.write(draft, out -> content.write(new java.io.FilterOutputStream(out) {
                private int left = 100_000;

                @Override
                public void write(byte[] bytes, int from, int length) throws IOException {
                    left -= length;
                    if (left < 0) {
                        throw new IOException("No space left on device");
                    }
                    out.write(bytes, from, length);
                }
            }));
        }

        @Override
        boolean isFull(Path folder) {
            return true;
        }
    }
}
