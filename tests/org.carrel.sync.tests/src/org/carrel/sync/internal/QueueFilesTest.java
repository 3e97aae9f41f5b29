/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

import org.carrel.model.BranchProfile.Features;
import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Problem;
import org.carrel.model.QueueEntry;
import org.carrel.model.Standing;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionId;
import org.carrel.model.port.QueueQuery;
import org.carrel.sync.QueueFiles;
import org.carrel.sync.QueueFiles.Format;
import org.carrel.sync.QueueFiles.Reading;
import org.carrel.testkit.TestBranch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonParser;

@DisplayName("The queue as a file")
class QueueFilesTest {

    private final Desk desk = new Desk();
    private final List<QueueEntry> queue = new ArrayList<>();
    private final QueueFiles files = new QueueFilesService(new ListView(queue), Desk.branch(Rule.LATEST_ONLY, 1));

    private void add(Transaction transaction) {
        add(transaction, Standing.awaitingSync(Desk.OPENING));
    }

    private void add(Transaction transaction, Standing standing) {
        queue.add(new QueueEntry(queue.size() + 1L, transaction, standing));
    }

    private String written(Format format) throws IOException {
        StringWriter text = new StringWriter();
        assertEquals(queue.size(), files.write(QueueQuery.all(), format, text));
        return text.toString();
    }

    private Reading read(Format format, String text) throws IOException {
        return files.read(format, new StringReader(text));
    }

    private List<Transaction> transactions() {
        return queue.stream().map(QueueEntry::transaction).toList();
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = { "JSON", "CSV" })
    void has_no_check_ins_for_a_branch_that_has_none(Format format) throws IOException {
        add(desk.checkOut("21000000000000", "31000000000001", 1));
        add(desk.checkIn("31000000000002", 2));
        add(desk.checkOut("21000000000000", "31000000000003", 3));
        String text = written(format);
        TestBranch without = TestBranch.standard().with(new Features(false));

        Reading reading = new QueueFilesService(new ListView(queue), without).read(format, new StringReader(text));
        assertEquals(List.of(queue.get(0).transaction(), queue.get(2).transaction()), reading.transactions());
        assertEquals(1, reading.badLines().size());
        assertTrue(reading.badLines().getFirst().sentence().contains("check-in"), reading.badLines()::toString);
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = { "JSON", "CSV" })
    void comes_back_as_it_was_whatever_the_barcodes(Format format) throws IOException {
        long seed = Long.getLong("carrel.seed", 7);
        Random random = new Random(seed);
        String[] pieces = { "=", "+", "-", "@", "'", "\"", ",", ";", "\\", " ", "{", "}", "[", "]", "a", "1", "é", "中",
                "😀", "#", "<", "&", "=1+1", "''", "\u2009" };
        while (queue.size() < 2_500) {
            String item = code(random, pieces);
            String patron = code(random, pieces);
            Origin origin = new Origin(code(random, pieces), random.nextBoolean() ? "" : code(random, pieces));
            Instant at = Desk.OPENING.plusNanos(random.nextLong(1L << 50));
            TransactionId id = new TransactionId(new UUID(random.nextLong(), random.nextLong()));
            add(random.nextBoolean() ? new CheckIn(id, new ItemBarcode(item), at, origin)
                    : new CheckOut(id, new PatronBarcode(patron), new ItemBarcode(item),
                            at.plus(Duration.ofDays(14)), at, origin));
        }
        Reading reading = read(format, written(format));
        assertEquals(List.of(), reading.badLines(), "seed " + seed);
        assertEquals(transactions(), reading.transactions(), "seed " + seed);
    }

    private static String code(Random random, String[] pieces) {
        StringBuilder code = new StringBuilder();
        do {
            code.append(pieces[random.nextInt(pieces.length)]);
        } while (random.nextInt(3) > 0 && code.length() < 90 || code.toString().isBlank());
        return code.toString();
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = { "JSON", "CSV" })
    void says_where_each_row_stands_and_why(Format format) throws IOException {
        CheckOut out = desk.checkOut("P", "A", 1);
        add(out, Standing.awaitingSync(Desk.OPENING).inFlight(Desk.OPENING).uploadFailed(Desk.OPENING,
                new Problem(Problem.Kind.UNKNOWN_PATRON, "Unknown User", "No such\r\npatron, \"P\".")));
        String text = written(format);
        for (String part : List.of("UPLOAD_FAILED", "UNKNOWN_PATRON", "Unknown User", "2026-03-02T09:01:00Z")) {
            assertTrue(text.contains(part), text);
        }
        assertEquals(List.of(out), read(format, text).transactions());
    }

    @Test
    void is_one_good_json_document() throws IOException {
        assertEquals(0, JsonParser.parseString(written(Format.JSON)).getAsJsonArray().size());
        add(desk.checkOut("P", "A", 1));
        add(desk.checkIn("B", 2));
        String text = written(Format.JSON);
        assertEquals("B",
                JsonParser.parseString(text).getAsJsonArray().get(1).getAsJsonObject().get("item").getAsString());
        assertEquals(transactions(), read(Format.JSON, text.replace("[\n", "").replace("\n]", "").replace("},", "}"))
                .transactions(), "an object a line, without an array");
        assertEquals(transactions(), read(Format.JSON, text.replace("\n", "").replace("},{", "},\n{")).transactions(),
                "brackets on the lines of the rows");
    }

    @Test
    void holds_no_formula_for_a_spreadsheet() throws IOException {
        add(desk.checkOut("=cmd()", "@x", 1));
        for (String cell : written(Format.CSV).split("[,\r\n]+")) {
            assertFalse(cell.matches("\"?[=+@-].*"), cell);
        }
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = { "JSON", "CSV" })
    void of_ten_thousand_lines_keeps_the_good_ones_and_names_the_bad_ones(Format format) throws IOException {
        for (int i = 0; i < 10_000; i++) {
            add(desk.checkOut("P" + i % 50, "item" + i, i));
        }
        List<String> lines = new ArrayList<>(Arrays.asList(written(format).split("\r?\n")));
        // Line 1 is the header, or the opening bracket.
        lines.set(1, "garbage");
        lines.set(4_999, lines.get(4_999).replace("check-out", "check-up"));
        lines.set(5_000, lines.get(5_000).replace("2026-", "26-"));
        lines.set(7_000, lines.get(7_000).substring(0, 40));
        lines.set(9_000, "x".repeat(20_000));
        Reading reading = read(format, String.join("\n", lines));
        assertEquals(List.of(2L, 5_000L, 5_001L, 7_001L, 9_001L),
                reading.badLines().stream().map(QueueFiles.BadLine::number).toList());
        assertEquals(9_995, reading.transactions().size());
        reading.badLines().forEach(bad -> assertTrue(bad.sentence().endsWith("."), bad.sentence()));
    }

    @Test
    void may_be_typed_by_hand() throws IOException {
        Reading reading = read(Format.CSV, """
                \uFEFFKind;Patron;Item;Due at;Occurred_At
                Check out;P1;A;2026-03-16;2026-03-02 10:00
                check-in;;B;;2026-03-02T10:05:00+01:00

                CHECK_IN;;C;;2026-03-02T09:06:00Z
                """);
        assertEquals(List.of(), reading.badLines());
        CheckOut out = (CheckOut) reading.transactions().getFirst();
        assertEquals(Instant.parse("2026-03-16T16:00:00Z"), out.dueAt(), "at closing time in Amsterdam");
        assertEquals(Instant.parse("2026-03-02T09:00:00Z"), out.occurredAt());
        assertEquals(Instant.parse("2026-03-02T09:05:00Z"), reading.transactions().get(1).occurredAt());
        assertEquals(new ItemBarcode("C"), reading.transactions().get(2).item());
    }

    @Test
    void without_ids_gives_the_same_ids_each_time() throws IOException {
        String text = "kind,item,occurredAt\ncheck-in,A,2026-03-02T09:00:00Z\ncheck-in,B,2026-03-02T09:00:00Z\n";
        List<Transaction> once = read(Format.CSV, text).transactions();
        assertEquals(once, read(Format.CSV, text).transactions());
        assertNotEquals(once.get(0).id(), once.get(1).id());
        assertEquals(7, once.getFirst().id().value().version());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = { "check-out,,A,2026-04-01,2026-03-02T09:00:00Z|patron",
            "check-out,P,,2026-04-01,2026-03-02T09:00:00Z|item", "check-out,P,A,,2026-03-02T09:00:00Z|dueAt",
            "check-out,P,A,2026-04-01,|occurredAt", "check-out,P,A,tomorrow,2026-03-02T09:00:00Z|dueAt",
            "check-out,P,A,2026-04-01,0026-03-02T09:00:00Z|occurredAt", "check-in,,A|cells",
            "check-in,,\"A,,2026-03-02T09:00:00Z|quotation" })
    void says_what_is_wrong_with_a_line_without_naming_the_patron(String line, String expected) throws IOException {
        Reading reading = read(Format.CSV,
                "kind,patron,item,dueAt,occurredAt\n" + line.replace(",P,", ",SECRETPATRON,"));
        assertEquals(List.of(), reading.transactions());
        assertEquals(1, reading.badLines().size());
        assertTrue(reading.badLines().getFirst().sentence().contains(expected), reading.badLines().toString());
        assertFalse(reading.badLines().getFirst().sentence().contains("SECRETPATRON"));
    }

    @Test
    void without_the_columns_that_matter_is_not_read_at_all() throws IOException {
        Reading reading = read(Format.CSV, "barcode,when\nA,2026-03-02T09:00:00Z\n");
        assertEquals(List.of(), reading.transactions());
        assertEquals(List.of(1L), reading.badLines().stream().map(QueueFiles.BadLine::number).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "\n\n", "\uFEFF", "[]", "[\n]\n" })
    void may_be_empty(String text) throws IOException {
        assertEquals(new Reading(List.of(), List.of()), read(Format.JSON, text));
    }

    @Test
    void of_random_bytes_is_only_bad_lines() throws IOException {
        long seed = Long.getLong("carrel.seed", 11);
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder("kind,item,occurredAt\n");
            for (int j = random.nextInt(200); j > 0; j--) {
                text.append((char) (random.nextInt(4) == 0 ? random.nextInt(0x10000)
                        : "{}[]\",:\n\r\\".charAt(random.nextInt(10))));
            }
            assertEquals(List.of(), read(Format.JSON, text.toString()).transactions(), "seed " + seed);
            assertEquals(List.of(), read(Format.CSV, text.toString()).transactions(), "seed " + seed);
        }
    }

    @Test
    void as_a_table_is_for_people() throws IOException {
        add(desk.checkOut("P1", "A", 1), Standing.awaitingSync(Desk.OPENING).inFlight(Desk.OPENING)
                .uploaded(Desk.OPENING, Optional.of(Desk.DUE.minus(Duration.ofDays(1))), false));
        add(desk.checkIn("LONGER", 2));
        add(desk.checkOut("P2", "B", 3), Standing.awaitingSync(Desk.OPENING).inFlight(Desk.OPENING).uploadFailed(
                Desk.OPENING, new Problem(Problem.Kind.UNKNOWN_PATRON, "Unknown User", "Not in the\nregister.")));
        assertEquals("""
                No.  Status         Kind       Patron  Item    Due               Recorded          Note
                ---  -------------  ---------  ------  ------  ----------------  ----------------  %s
                1    Uploaded       Check out  P1      A       2026-04-01 19:00  2026-03-02 10:01  %s
                2    Awaiting Sync  Check in           LONGER                    2026-03-02 10:02
                3    Upload failed  Check out  P2      B       2026-04-01 19:00  2026-03-02 10:03  %s
                """.formatted("-".repeat(36), "Due date changed: 2026-03-31 19:00",
                "Unknown patron: Not in the register."), written(Format.TABLE).replace(System.lineSeparator(), "\n"));
        assertThrows(IllegalArgumentException.class, () -> read(Format.TABLE, ""));
    }
}
