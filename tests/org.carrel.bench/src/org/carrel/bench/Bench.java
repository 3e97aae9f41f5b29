/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticePad;

/**
 * Measures the built product, prints a table and writes a report. Arguments: the product's folder, the folder for the
 * report, {@code --short} for a run that only shows that everything can be measured, and the names of the measures,
 * when not all are wanted: {@code add}, {@code read}, {@code upload}, {@code functions}, {@code items},
 * {@code report}, {@code start}, {@code desk}, {@code window}, {@code idle}, {@code package}.
 *
 * <p>
 * Every goal is a ratio of two figures of one run, because machines differ and are busy with other things; the
 * exceptions, which people feel, are what a scan takes to appear, what a workbook takes, and the memory in use.
 */
public final class Bench {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int IMPORTS = 3;
    /** Of the reads that are compared, one of so many is in the inventory that the window has open. */
    private static final int READ_OF = 10;
    private static final String SHORT = "--short";
    private static final List<String> ALL = List.of("add", "read", "upload", "functions", "items", "report", "start",
            "desk", "window", "idle", "package");

    private final Report report = new Report();
    private final Scale scale;
    private final Collection<String> wanted;
    private final Product product;
    private final Path work;
    private final Path profile;

    private Bench(Path folder, Path work, Scale scale, Collection<String> wanted) throws IOException {
        this.scale = scale;
        this.wanted = wanted;
        this.work = work;
        this.product = new Product(folder, ownJar(), work);
        this.profile = work.resolve("branch.yaml");
        try (InputStream in = Bench.class.getResourceAsStream("branch.yaml")) {
            Files.copy(in, profile, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[1]).toAbsolutePath();
        List<String> words = Arrays.asList(arguments).subList(2, arguments.length);
        List<String> names = words.stream().filter(word -> !word.equals(SHORT)).toList();
        if (!ALL.containsAll(names)) {
            System.err.println("bench: known are " + String.join(", ", ALL) + " and " + SHORT + ", not " + names);
            Runtime.getRuntime().exit(2);
        }
        // Whoever interrupts the bench does not want to look for what it started.
        Runtime.getRuntime().addShutdownHook(
                new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroy)));
        Path work = target.resolve("work");
        Folders.delete(work);
        Files.createDirectories(work);
        Bench bench = new Bench(Path.of(arguments[0]).toAbsolutePath(), work,
                words.contains(SHORT) ? Scale.SHORT : Scale.FULL, names.isEmpty() ? ALL : names);
        warnWhenBusy();
        bench.run();
        bench.report.print(System.out);
        Path file = target.resolve("report.json");
        bench.report.write(file);
        System.out.println("bench: the report is in " + file);
        if (!bench.report.isComplete()) {
            Runtime.getRuntime().exit(1);
        }
    }

    /** Ratios bear some company, but not a machine that has more to do than it can. */
    private static void warnWhenBusy() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        double load = machine.getSystemLoadAverage();
        if (load > machine.getAvailableProcessors() / 2.0) {
            System.out.printf(Locale.ROOT, "bench: the machine is busy (load %.1f, %d processors): the figures will be"
                    + " worse than they should be%n", load, machine.getAvailableProcessors());
        }
    }

    private void run() {
        Path empty = work.resolve("empty");
        Path full = work.resolve("full");
        if (isWanted("add", "read", "start", "desk", "idle", "package")) {
            take("filling a queue of " + scale.rows() + " rows", () -> {
                product.inside("fill", empty, profile, 0, LIMIT);
                product.inside("fill", full, profile, scale.rows(), LIMIT);
            });
        }
        takeIfWanted("add", () -> add(full));
        takeIfWanted("read", () -> read(full));
        takeIfWanted("upload", this::upload);
        takeIfWanted("functions", () -> new Functions(scale.iterations(), work).measure().forEach(report::add));
        takeIfWanted("items", this::items);
        takeIfWanted("report", this::workbook);
        if (!isWanted("start", "desk", "window", "idle", "package")) {
            return;
        }
        try (Screen screen = Screen.open()) {
            takeIfWanted("start", () -> start(screen, empty, full));
            takeIfWanted("desk", () -> desk(screen, full));
            takeIfWanted("window", () -> window(screen));
            takeIfWanted("idle", () -> idle(screen, empty));
            takeIfWanted("package", () -> packaged(screen, empty));
        } catch (IOException e) {
            report.addFailure("bench: start, desk, window, idle and package could not be measured: " + e.getMessage());
        }
    }

    private boolean isWanted(String... names) {
        return Arrays.stream(names).anyMatch(wanted::contains);
    }

    private void takeIfWanted(String name, Taking measure) {
        if (isWanted(name)) {
            take(name, measure);
        }
    }

    private void add(Path full) throws IOException {
        Path data = work.resolve("add");
        Folders.copy(full, data);
        Figures figures = product.inside("add", data, profile, scale.adds(), LIMIT);
        report.add(
                Measure.atMost(3, "add: p50 against append and force", ratio(figures, "add.p50", "append.p50"), "×"));
        report.add(Measure.figure("add: p99 against append and force", ratio(figures, "add.p99", "append.p99"), "×"));
        report.add(Measure.figure("add: p50", millis(figures, "add.p50"), "ms"));
        report.add(Measure.figure("add: p99", millis(figures, "add.p99"), "ms"));
        report.add(Measure.figure("append and force: p50", millis(figures, "append.p50"), "ms"));
        report.add(Measure.figure("append and force: p99", millis(figures, "append.p99"), "ms"));
    }

    private void read(Path full) throws IOException {
        Path data = work.resolve("read");
        Folders.copy(full, data);
        Figures figures = product.inside("read", data, profile, scale.adds(), LIMIT);
        report.add(Measure.atMost(1.2, "read to durable row: p50 against add alone",
                ratio(figures, "scan.p50", "add.p50"), "×"));
        report.add(Measure.figure("read to durable row: p99 against add alone",
                ratio(figures, "scan.p99", "add.p99"), "×"));
        report.add(Measure.figure("read to durable row: p50", millis(figures, "scan.p50"), "ms"));
        report.add(Measure.figure("read to durable row: p99", millis(figures, "scan.p99"), "ms"));
    }

    private void upload() throws IOException {
        Figures figures = product.inside("upload", work.resolve("upload"), profile, scale.transactions(), LIMIT);
        double ideal = figures.get("transactions") * figures.get("latency") / figures.get("lanes");
        report.add(Measure.atMost(1.15, "upload: against the ideal", figures.get("took") / ideal, "×"));
        report.add(Measure.figure("upload: took", figures.get("took") / 1e9, "s"));
    }

    /** The two programs take turns, each with a new process and nothing there yet. */
    private void items() throws IOException {
        Path data = work.resolve("items");
        Files.createDirectories(data);
        Path file = data.resolve("items.txt");
        new SyntheticItems().write(file, scale.items());
        SqliteImport sqlite = new SqliteImport(work);
        long[] others = new long[IMPORTS];
        long[] ours = new long[IMPORTS];
        Figures figures = new Figures();
        for (int i = 0; i < IMPORTS; i++) {
            others[i] = sqlite.measure(file);
            figures = product.inside("items", data, profile, scale.items(), LIMIT);
            ours[i] = (long) figures.get("import");
        }
        Arrays.sort(others);
        Arrays.sort(ours);
        double other = Figures.percentile(others, 50);
        double own = Figures.percentile(ours, 50);
        report.add(Measure.atMost(2, "item file: import against sqlite3 .import", own / other, "×"));
        report.add(Measure.figure("item file: import of " + scale.items() + " rows", own / 1e9, "s"));
        report.add(Measure.figure("item file: sqlite3 .import", other / 1e9, "s"));
        report.add(Measure.atMost(512, "item file: peak heap of the import", figures.get("heap") / (1024 * 1024),
                "MiB"));
        report.add(Measure.atMost(20, "item file: scan to item and neighbour, p99", millis(figures, "look-up.p99"),
                "ms"));
        report.add(Measure.figure("item file: scan to item and neighbour, p50", millis(figures, "look-up.p50"),
                "ms"));
        inventory(data);
    }

    /** With the items that are there now. */
    private void inventory(Path data) throws IOException {
        Figures compared = product.inside("inventory", data, profile, scale.reads(), LIMIT);
        report.add(Measure.atMost(5, "inventory: " + scale.reads() + " reads compared with " + scale.items() + " items",
                compared.get("compare") / 1e9, "s"));
        report.add(Measure.figure("inventory: numbers of its charts", compared.get("charts") / 1e9, "s"));
        product.inside("shelves", data, profile, scale.reads() / READ_OF, LIMIT);
        Figures verdicts = product.inside("verdicts", data, profile, scale.verdicts(), LIMIT);
        report.add(Measure.atMost(20, "inventory: scan to row on the disk and verdict, p99",
                millis(verdicts, "verdict.p99"), "ms"));
        report.add(Measure.figure("inventory: scan to row on the disk and verdict, p50",
                millis(verdicts, "verdict.p50"), "ms"));
        report.add(Measure.figure("inventory: verdict alone, p99", millis(verdicts, "judge.p99"), "ms"));
    }

    /** The first workbook after the start of the program, as people write them. */
    private void workbook() throws IOException {
        Figures figures = product.inside("report", work.resolve("report"), profile, scale.rows(), LIMIT);
        report.add(Measure.atMost(5, "report: workbook of " + scale.rows() + " rows", figures.get("took") / 1e9, "s"));
        report.add(Measure.figure("report: size of the workbook", figures.get("bytes") / (1024 * 1024), "MiB"));
        report.add(Measure.figure("report: peak heap", figures.get("heap") / (1024 * 1024), "MiB"));
    }

    /** The two queues take turns, and each start gets a fresh copy, so that none pays for the end of another. */
    private void start(Screen screen, Path empty, Path full) throws IOException {
        StartTime time = new StartTime(product, screen, profile);
        long[] withNone = new long[scale.starts()];
        long[] withAll = new long[scale.starts()];
        Path data = work.resolve("start");
        for (int i = -1; i < scale.starts(); i++) {
            Folders.copy(empty, data);
            long none = time.measure("start", data);
            Folders.copy(full, data);
            long all = time.measure("start", data);
            // The first turn finds nothing in the caches of the disk, and lays out the workspace.
            if (i >= 0) {
                withNone[i] = none;
                withAll[i] = all;
            }
        }
        Arrays.sort(withNone);
        Arrays.sort(withAll);
        double none = Figures.percentile(withNone, 50);
        double all = Figures.percentile(withAll, 50);
        report.add(Measure.atMost(1.2, "start: full queue against empty", all / none, "×"));
        report.add(Measure.figure("start: empty queue", none / 1e3, "s"));
        report.add(Measure.figure("start: full queue", all / 1e3, "s"));
    }

    /** The script names the archive that it has packed. */
    private void packaged(Screen screen, Path empty) throws IOException {
        Packaged packaged = new Packaged(Path.of(System.getProperty("carrel.packaged", "no archive")), work);
        report.add(Measure.atMost(120, "package: archive for Linux with its Java", packaged.size(), "MB"));
        report.add(Measure.figure("package: start from it, empty queue",
                packaged.start(ownJar(), screen, profile, empty, scale.starts()), "s"));
    }

    private void desk(Screen screen, Path full) throws IOException {
        Path data = work.resolve("desk");
        Folders.copy(full, data);
        Figures figures = product.probed("desk", screen, data, profile, "CARREL_BENCH_PROBE",
                Map.of("CARREL_BENCH_ROWS", Integer.toString(scale.rows()), "CARREL_BENCH_SCANS",
                        Integer.toString(scale.scans())),
                LIMIT);
        report.add(Measure.atMost(50, "scan: Enter to row visible, p99", millis(figures, "scan.p99"), "ms"));
        report.add(Measure.figure("scan: Enter to row visible, p50", millis(figures, "scan.p50"), "ms"));
        report.add(Measure.atMost(256, "heap of the workbench", figures.get("heap") / (1024 * 1024), "MiB"));
    }

    /** The inventory that is open is the one that was read before. */
    private void window(Screen screen) throws IOException {
        Path data = work.resolve("items");
        if (!Files.isDirectory(data)) {
            items();
        }
        Figures figures = product.probed("window", screen, data, profile, "CARREL_BENCH_INVENTORY",
                Map.of("CARREL_BENCH_SECONDS", Integer.toString(scale.idleSeconds())), LIMIT);
        report.add(Measure.atMost(100, "window with " + scale.items() + " items: longest stall of the UI thread",
                millis(figures, "use.longest"), "ms"));
        report.add(Measure.figure("window: stalls over 100 ms", figures.get("use.stalls"), ""));
        report.add(Measure.figure("window: sign of life of the UI thread, p99", millis(figures, "use.beat.p99"), "ms"));
        report.add(Measure.figure("window: longest stall when its views open for the first time",
                millis(figures, "open.longest"), "ms"));
        report.explain("window: the longest stalls of its use (whole stacks: " + product.output("window") + ")",
                figures.told("use"));
        report.explain("window: the longest stalls when its views opened for the first time", figures.told("open"));
    }

    /** A pad with a stack on it, two serial cables, and the keyboard: all of them open, none of them used. */
    private void idle(Screen screen, Path empty) throws IOException {
        if (!SerialCable.canBeMade()) {
            throw new IOException("socat, which makes serial cables, is not installed");
        }
        Path data = work.resolve("idle");
        Folders.copy(empty, data);
        try (SerialCable one = SerialCable.plug(work, "port-one");
                SerialCable two = SerialCable.plug(work, "port-two");
                PracticePad pad = PracticePad.start(PracticePad.Maker.MK_SOLUTIONS, 0)) {
            pad.lay(IntStream.range(0, 20).mapToObj(n -> PracticeBarcodes.item(1 + n).value()).toArray(String[]::new));
            Figures figures = product.probed("idle", screen, data, profile, "CARREL_BENCH_IDLE",
                    Map.of("CARREL_BENCH_PORTS", one.port() + "," + two.port(), "CARREL_BENCH_PAD",
                            pad.address().toString(), "CARREL_BENCH_SECONDS", Integer.toString(scale.idleSeconds())),
                    LIMIT.plusSeconds(4L * scale.idleSeconds()));
            report.add(Measure.atMost(1, "idle: processor of the workbench, four scanners open",
                    100 * figures.get("with"), "%"));
            report.add(Measure.figure("idle: processor of the workbench, no scanner", 100 * figures.get("without"),
                    "%"));
        }
    }

    /** One measure that cannot be taken does not keep the others from being taken. */
    private void take(String name, Taking measure) {
        System.out.println("bench: " + name + " …");
        try {
            measure.take();
        } catch (Exception e) {
            report.addFailure("bench: " + name + " could not be measured: " + e.getMessage());
        }
    }

    /** Takes a measure and reports it. */
    @FunctionalInterface
    private interface Taking {
        void take() throws Exception;
    }

    private static double ratio(Figures figures, String value, String base) {
        return figures.get(value) / figures.get(base);
    }

    private static double millis(Figures figures, String name) {
        return figures.get(name) / 1e6;
    }

    private static Path ownJar() {
        try {
            return Path.of(Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
