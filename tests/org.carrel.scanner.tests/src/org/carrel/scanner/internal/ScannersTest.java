/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import org.carrel.model.ItemBarcode;
import org.carrel.model.port.Subscription;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanTarget;
import org.carrel.model.scan.SecurityReport;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.pipeline.PipelineSettings;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The scanners of a workstation")
class ScannersTest {

    private static final String ITEM = "31000000000011";
    private static final String PATRON = "21000000000013";

    @TempDir
    Path folder;
    private final FakeDriver driver = new FakeDriver();
    private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
    private final LinkedBlockingQueue<ScannerChange> changes = new LinkedBlockingQueue<>();
    private Scanners scanners;

    @BeforeEach
    void open() {
        scanners = reopened();
    }

    private Scanners reopened() {
        Scanners fresh = new Scanners(TestBranch.standard().profile().barcodes(), folder, clock);
        fresh.observe(changes::add);
        fresh.addDriver(driver);
        return fresh;
    }

    @AfterEach
    void close() {
        scanners.close();
        assertEquals(Map.of(), driver.open, "everything was closed");
    }

    private static DeviceSettings device(String id, DeviceRole role) {
        return DeviceSettings.of(id, "The " + id, "fake", id, role);
    }

    /** Waits for the news, not for time to pass. */
    private DeviceView await(String id, Predicate<DeviceView> wanted) throws InterruptedException {
        Optional<DeviceView> now = scanners.device(id).filter(wanted);
        while (now.isEmpty()) {
            if (changes.poll(20, TimeUnit.SECONDS) == null) {
                throw new AssertionError("still " + scanners.device(id));
            }
            now = scanners.device(id).filter(wanted);
        }
        return now.get();
    }

    private DeviceView await(String id, State state) throws InterruptedException {
        return await(id, view -> view.status().state() == state);
    }

    private void connect(DeviceSettings settings) throws IOException, InterruptedException {
        driver.plugged.add(settings.address());
        scanners.save(settings);
        await(settings.id(), State.CONNECTED);
    }

    /** Takes what it is told to take. */
    private static final class Target implements ScanTarget {
        private final String id;
        private final Predicate<ScanEvent> wanted;
        private final List<ScanEvent> events = new CopyOnWriteArrayList<>();

        Target(String id, Predicate<ScanEvent> wanted) {
            this.id = id;
            this.wanted = wanted;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public boolean takes(ScanEvent event) {
            return wanted.test(event);
        }

        @Override
        public void scanned(ScanEvent event) {
            events.add(event);
        }
    }

    @Test
    @DisplayName("are there again after a restart, as they were set up")
    void are_there_again_after_a_restart() throws Exception {
        DeviceSettings settings = new DeviceSettings("desk-1", " Näme = [x] # ", "fake", "C:\\ports\\1",
                DeviceRole.PATRON,
                Optional.of("check-out"), false, Map.of("baud", "9600", "a b", " = "),
                PipelineSettings.STANDARD.withEnds("\u0002 ", " \r\n")
                        .withCheckDigit(PipelineSettings.CheckDigit.MOD_43)
                        .withTrim(false).withPatterns(Optional.of(Pattern.compile("S\\d+ ")), Optional.empty(),
                                Optional.of(Pattern.compile("\\\\x"))));
        scanners.save(settings);
        scanners.save(device("other", DeviceRole.ANY).withEnabled(false));
        scanners.remove("other");
        scanners.close();

        scanners = reopened();

        assertEquals(List.of(settings), scanners.devices().stream().map(DeviceView::settings).toList());
        assertEquals(List.of(), scanners.problems());
        assertEquals(State.OFF, scanners.devices().getFirst().status().state());
    }

    @Test
    @DisplayName("survive a settings file with mistakes: they are named, and the file is kept")
    void survive_a_settings_file_with_mistakes() throws Exception {
        scanners.close();
        Files.writeString(folder.resolve("scanners.ini"), """
                stray = line
                [good]
                driver = fake
                enabled = no
                [No Id]
                driver = fake
                [broken]
                driver = fake
                shelf = [
                [good]
                driver = fake
                [nameless]
                role = king
                """);

        scanners = reopened();

        assertEquals(List.of("good"), scanners.devices().stream().map(view -> view.settings().id()).toList());
        assertEquals(5, scanners.problems().size(), scanners.problems()::toString);
        scanners.save(device("new", DeviceRole.ANY).withEnabled(false));
        assertTrue(Files.readString(folder.resolve("scanners.ini.old")).contains("role = king"));
    }

    @Test
    @DisplayName("are not changed when the disk does not take the settings")
    void are_not_changed_when_the_disk_does_not_take_the_settings() throws Exception {
        scanners.save(device("one", DeviceRole.ANY).withEnabled(false));
        Files.delete(folder.resolve("scanners.ini"));
        Files.createDirectories(folder.resolve("scanners.ini/full"));

        assertThrows(IOException.class, () -> scanners.save(device("two", DeviceRole.ANY)));

        assertEquals(1, scanners.devices().size());
    }

    @Test
    @DisplayName("are opened, noticed when pulled, and opened again twenty times, never twice at once")
    void are_opened_again_whenever_they_come_back() throws Exception {
        connect(device("desk", DeviceRole.ANY));
        for (int i = 0; i < 20; i++) {
            driver.pull("desk");
            assertEquals("Somebody pulled the cable.", await("desk", State.LOST).status().sentence());
            driver.plugged.add("desk");
            scanners.reconnect("desk");
            await("desk", State.CONNECTED);
        }

        assertEquals(20, scanners.device("desk").orElseThrow().statistics().losses());
        assertEquals(1, driver.most.get());
        driver.pull("desk");
        await("desk", State.LOST);
        driver.plugged.add("desk");
        await("desk", State.CONNECTED);
    }

    @Test
    @DisplayName("wait for a driver that is not installed, and close when it goes")
    void wait_for_their_driver() throws Exception {
        connect(device("desk", DeviceRole.ANY));

        scanners.removeDriver(driver);
        assertEquals(Map.of(), driver.open, "closed before the driver may go");
        await("desk", State.NO_DRIVER);
        scanners.addDriver(driver);
        await("desk", State.CONNECTED);
        scanners.save(device("desk", DeviceRole.ITEM).withEnabled(false));
        await("desk", State.OFF);
        scanners.save(device("desk", DeviceRole.ITEM));
        await("desk", State.CONNECTED);
    }

    @Test
    @DisplayName("feed the target that has the lead and takes it, and say when nobody does")
    void feed_the_target_that_has_the_lead() throws Exception {
        connect(device("desk", DeviceRole.ANY));
        Target first = new Target("first", event -> true);
        Target picky = new Target("picky", event -> event.scans().getFirst() instanceof Scan.Patron);
        scanners.accept("desk", ITEM.getBytes(UTF_8));
        assertEquals(1, scanners.device("desk").orElseThrow().statistics().unclaimed());

        Subscription firstLead = scanners.lead(first);
        Subscription pickyLead = scanners.lead(picky);
        driver.open.get("desk").read((ITEM + "\r").getBytes(UTF_8));
        driver.open.get("desk").read(PATRON.getBytes(UTF_8));
        pickyLead.close();
        driver.open.get("desk").read(PATRON.getBytes(UTF_8));
        Subscription again = scanners.lead(first);
        firstLead.close();
        driver.open.get("desk").read("\u0001\u0002\u0003".getBytes(UTF_8));
        again.close();

        assertEquals(List.of(new Scan.Item(new ItemBarcode(ITEM))), first.events.get(0).scans());
        assertInstanceOf(Scan.Patron.class, first.events.get(1).scans().getFirst());
        assertInstanceOf(Scan.Unreadable.class, first.events.get(2).scans().getFirst());
        assertEquals(3, first.events.size());
        assertEquals(1, picky.events.size());
        assertEquals(5, scanners.device("desk").orElseThrow().statistics().reads());
        assertEquals(1, scanners.device("desk").orElseThrow().statistics().badReads());
        assertEquals(Optional.of(clock.instant()), scanners.device("desk").orElseThrow().statistics().lastRead());
    }

    @Test
    @DisplayName("feed two targets at once when they are bound to them, each in order")
    void feed_two_targets_at_once() throws Exception {
        connect(device("front", DeviceRole.PATRON).withTarget("out"));
        connect(device("back", DeviceRole.ITEM).withTarget("in"));
        Target out = new Target("out", event -> true);
        Target in = new Target("in", event -> true);
        try (Subscription one = scanners.lead(out); Subscription two = scanners.lead(in)) {
            List<CompletableFuture<Void>> hands = List.of(CompletableFuture.runAsync(() -> scan("front")),
                    CompletableFuture.runAsync(() -> scan("back")));
            hands.forEach(CompletableFuture::join);
        }
        scan("front");

        assertEquals(1_000, out.events.size());
        assertEquals(1_000, in.events.size());
        assertTrue(out.events.stream().allMatch(event -> event.device().equals("front")));
        List<String> order = in.events.stream()
                .map(event -> ((Scan.Unknown) event.scans().getFirst()).text()).toList();
        assertEquals(order.stream().sorted().toList(), order);
        assertEquals(1_000, scanners.device("front").orElseThrow().statistics().unclaimed());
    }

    private void scan(String device) {
        for (int i = 0; i < 1_000; i++) {
            driver.open.get(device).read(String.format("X%06d\r", i).getBytes(UTF_8));
        }
    }

    @Test
    @DisplayName("pass a stack on as one event, without what is to be ignored")
    void pass_a_stack_on_as_one_event() throws Exception {
        connect(device("pad", DeviceRole.ITEM).withPipeline(PipelineSettings.STANDARD.withPatterns(Optional.empty(),
                Optional.empty(), Optional.of(Pattern.compile("TEST")))));
        Target target = new Target("in", event -> true);
        scanners.lead(target);

        driver.open.get("pad").stack(List.of(ITEM.getBytes(UTF_8), "TEST".getBytes(UTF_8), "Y".getBytes(UTF_8)));
        driver.open.get("pad").stack(List.of("TEST".getBytes(UTF_8)));
        driver.open.get("pad").stack(List.of());

        assertEquals(1, target.events.size());
        assertTrue(target.events.getFirst().stack());
        assertEquals(2, target.events.getFirst().scans().size());
        assertEquals(4, scanners.device("pad").orElseThrow().statistics().reads());
    }

    @Test
    @DisplayName("survive a target and an observer that fail")
    void survive_a_target_that_fails() throws Exception {
        connect(device("desk", DeviceRole.ANY));
        scanners.observe(change -> {
            throw new IllegalStateException("told to");
        });
        scanners.lead(new Target("bad", event -> {
            throw new IllegalStateException("told to");
        }));

        driver.open.get("desk").read(ITEM.getBytes(UTF_8));

        assertEquals(1, scanners.device("desk").orElseThrow().statistics().unclaimed());
        assertEquals(State.CONNECTED, scanners.device("desk").orElseThrow().status().state());
    }

    @Test
    @DisplayName("keep what a driver found out, over a restart")
    void keep_what_a_driver_found_out() throws Exception {
        connect(device("pad", DeviceRole.ITEM));

        driver.open.get("pad").remember("service", "circit");
        scanners.close();
        scanners = reopened();

        assertEquals("circit", scanners.device("pad").orElseThrow().settings().option("service", ""));
    }

    @Test
    @DisplayName("put an item on the list before its tag is written, and keep it there until it is right")
    void keep_half_written_tags_on_the_list() throws Exception {
        connect(device("pad", DeviceRole.ITEM));
        ItemBarcode there = new ItemBarcode("310");
        ItemBarcode gone = new ItemBarcode("311\u00e9 x");
        driver.tags.put(there, true);
        List<Integer> onDisk = new ArrayList<>();
        driver.beforeWriting = Optional
                .of(() -> onDisk.add(new FixList(folder.resolve("tags-to-fix.txt")).rows().size()));

        SecurityReport report = scanners.secure("pad", List.of(there, gone), false);

        assertEquals(List.of(2, 2), onDisk, "on disk before any tag was written");
        assertEquals(List.of(there), report.done());
        assertEquals("It was taken off the pad.", report.toFix().getFirst().reason());
        assertEquals(Map.of(there, false), driver.tags);
        scanners.close();
        scanners = reopened();
        await("pad", State.CONNECTED);
        assertEquals(report.toFix(), scanners.toFix());

        assertEquals(List.of(), scanners.fix("pad").done());
        driver.tags.put(gone, true);
        assertEquals(List.of(gone), scanners.fix("pad").done());
        assertEquals(List.of(), scanners.toFix());
        assertEquals(Map.of(there, false, gone, false), driver.tags);
    }

    @Test
    @DisplayName("write no tag when the list cannot be written, and forget none when no pad is there")
    void write_no_tag_without_the_list() throws Exception {
        connect(device("pad", DeviceRole.ITEM));
        ItemBarcode item = new ItemBarcode("310");
        driver.tags.put(item, true);
        Files.createDirectories(folder.resolve("tags-to-fix.txt/full"));

        assertEquals(1, scanners.secure("pad", List.of(item), false).toFix().size());
        assertEquals(Map.of(item, true), driver.tags);

        Files.delete(folder.resolve("tags-to-fix.txt/full"));
        Files.delete(folder.resolve("tags-to-fix.txt"));
        driver.pull("pad");
        await("pad", State.LOST);
        assertEquals(1, scanners.secure("pad", List.of(item), false).toFix().size());
        assertEquals(1, scanners.toFix().size());
        scanners.fixed(item);
        assertEquals(List.of(), scanners.toFix());
    }

    @Test
    @DisplayName("tell support everything but barcodes and names")
    void tell_support_nothing_personal() throws Exception {
        DeviceSettings settings = new DeviceSettings("desk-of-jansen", "Jansen's", "fake", "/home/jansen/tty",
                DeviceRole.ANY, Optional.empty(), true, Map.of("owner", "jansen"), PipelineSettings.STANDARD);
        connect(settings);
        driver.open.get("/home/jansen/tty").read(PATRON.getBytes(UTF_8));
        scanners.secure("desk-of-jansen", List.of(new ItemBarcode(ITEM)), true);

        String text = scanners.diagnostics();

        assertTrue(text.contains("reads = 1") && text.contains("state = CONNECTED") && text.contains("tags to fix = 1"),
                text);
        assertFalse(text.toLowerCase().contains("jansen") || text.contains(PATRON) || text.contains(ITEM), text);
    }

    @Test
    @DisplayName("survive being set up, pulled and plugged at random by several hands at once")
    void survive_several_hands_at_once() throws Exception {
        long seed = new Random().nextLong();
        List<CompletableFuture<Void>> hands = new ArrayList<>();
        scanners.observe(change -> scanners.devices());
        for (int hand = 0; hand < 4; hand++) {
            Random random = new Random(seed + hand);
            hands.add(CompletableFuture.runAsync(() -> fumble(random)));
        }
        for (CompletableFuture<Void> hand : hands) {
            hand.get(60, TimeUnit.SECONDS);
        }
        for (String id : List.of("a", "b")) {
            driver.plugged.add(id);
            scanners.save(device(id, DeviceRole.ANY));
            scanners.reconnect(id);
        }
        await("a", State.CONNECTED);
        await("b", State.CONNECTED);
        assertTrue(driver.most.get() <= 2, () -> "seed " + seed);
    }

    private void fumble(Random random) {
        for (int i = 0; i < 60; i++) {
            String id = random.nextBoolean() ? "a" : "b";
            try {
                switch (random.nextInt(6)) {
                    case 0 -> scanners.save(device(id, DeviceRole.ANY).withEnabled(random.nextBoolean()));
                    case 1 -> scanners.remove(id);
                    case 2 -> driver.plugged.add(id);
                    case 3 -> driver.pull(id);
                    case 4 -> scanners.reconnect(id);
                    default -> scanners.accept(id, ITEM.getBytes(UTF_8));
                }
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
