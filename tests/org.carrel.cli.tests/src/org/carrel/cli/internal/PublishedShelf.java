/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.carrel.cli.internal.Bench.Said;

/** One shelf of a published item file of 2,903 items, disarranged in a known way and read by commands. */
final class PublishedShelf {

    private static final String BRANCH = "VA@ALDERMAN";
    private static final String LOCATION = "STACKS";
    private static final int FAR = 60;

    private final Path folder;
    private final Commands commands;
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** Runs a command. */
    @FunctionalInterface
    interface Commands {
        Said run(String input, String... arguments);
    }

    /** @param folder for files */
    PublishedShelf(Path folder, Commands commands) {
        this.folder = folder;
        this.commands = commands;
    }

    /** The findings are exactly what was done to the shelf. */
    void isComparedRightly() throws IOException {
        Path published = published();
        good(commands.run("", "inventory", "import", published.toString()));
        List<String> shelf = inShelfOrder();
        assertTrue(shelf.size() > 200, shelf.size() + " items on the shelf");

        List<String> shuffled = new ArrayList<>(shelf.subList(FAR, shelf.size() - FAR));
        Collections.shuffle(shuffled, random);
        Set<String> removed = new TreeSet<>(shuffled.subList(0, 30));
        Set<String> moved = new TreeSet<>(shuffled.subList(30, 55));
        Set<String> onLoan = new TreeSet<>(shuffled.subList(55, 65));
        Set<String> foreign = Set.of("F-1", "F-2", "F-3", "F-4", "F-5");
        good(commands.run("", "inventory", "import", lent(published, onLoan).toString()));
        good(commands.run("", "inventory", "project", "new", "Published", "--holding-branch", BRANCH, "--location",
                LOCATION));
        List<String> reads = disarranged(shelf, removed, moved, foreign);
        commands.run(String.join("\n", reads), "inventory", "scan", "Published", "--person", "crew", "--device",
                "wand");

        Map<String, Set<String>> found = new TreeMap<>();
        records(good(commands.run("", "inventory", "compare", "Published", "--whole", "--format", "csv")).out())
                .forEach(row -> found.computeIfAbsent(row.get("finding"), kind -> new TreeSet<>())
                        .add(row.get("barcode")));
        assertEquals(Map.of("missing", removed, "misplaced", moved, "wrong-status", onLoan, "unknown-barcode",
                new TreeSet<>(foreign)), found, () -> "seed " + seed);
    }

    /** What nobody has read is missing, in shelf order. */
    private List<String> inShelfOrder() throws IOException {
        Path nothing = Files.writeString(folder.resolve("nothing.txt"), "F-0\n");
        Path list = folder.resolve("all.csv");
        good(commands.run("", "inventory", "report", "missing", list.toString(), "--scans", nothing.toString(),
                "--whole", "--bare", "--holding-branch", BRANCH, "--location", LOCATION));
        String text = Files.readString(list).replace("\uFEFF", "");
        List<CSVRecord> rows = rows(text, CSVFormat.RFC4180);
        int column = IntStream.range(0, rows.getFirst().size())
                .filter(i -> rows.getFirst().get(i).equalsIgnoreCase("barcode")).findFirst().orElseThrow();
        return rows.stream().skip(1).map(row -> row.get(column)).toList();
    }

    /** Every book that was moved stands so far from its place that it and no other is to be moved back. */
    private List<String> disarranged(List<String> shelf, Set<String> removed, Set<String> moved,
            Set<String> foreign) {
        List<String> reads = new ArrayList<>(shelf);
        reads.removeAll(removed);
        reads.removeAll(moved);
        for (String barcode : moved) {
            int home = shelf.indexOf(barcode);
            int place = random.nextInt(reads.size());
            while (Math.abs(place - home) < FAR + removed.size() + moved.size()) {
                place = random.nextInt(reads.size());
            }
            reads.add(place, barcode);
        }
        foreign.forEach(barcode -> reads.add(random.nextInt(reads.size()), barcode));
        return reads;
    }

    /** The same file, but those items are on loan in it. */
    private Path lent(Path published, Set<String> onLoan) throws IOException {
        List<String> lines = Files.readAllLines(published);
        List<String> header = List.of(lines.getFirst().split("\\|", -1));
        int barcode = header.indexOf("Item_Barcode");
        int status = header.indexOf("Item_Status_Current_Status");
        return Files.writeString(folder.resolve(published.getFileName().toString()),
                lines.stream().map(line -> line.split("\\|", -1)).map(row -> {
                    row[status] = onLoan.contains(row[barcode]) ? "ON_LOAN" : row[status];
                    return String.join("|", row);
                }).collect(Collectors.joining("\n", "", "\n")));
    }

    private static Path published() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getenv("CARREL_CONFORMANCE_DATA"), "inventories"))) {
            return files.filter(one -> one.getFileName().toString().contains("Item_Inventories")).findFirst()
                    .orElseThrow();
        }
    }

    private static List<CSVRecord> records(String text) throws IOException {
        return rows(text, CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get());
    }

    private static List<CSVRecord> rows(String text, CSVFormat format) throws IOException {
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            return parser.getRecords();
        }
    }

    private static Said good(Said said) {
        assertEquals(Exit.OK, said.code(), said.out() + said.err());
        assertFalse(said.err().contains("Exception"), said.err());
        return said;
    }
}
