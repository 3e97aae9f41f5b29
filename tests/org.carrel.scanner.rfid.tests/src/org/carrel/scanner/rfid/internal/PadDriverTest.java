/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.carrel.model.ItemBarcode;
import org.carrel.model.scan.DeviceRole;
import org.carrel.model.scan.Scan;
import org.carrel.model.scan.ScanEvent;
import org.carrel.model.scan.ScanTarget;
import org.carrel.model.scan.SecurityReport;
import org.carrel.practice.PracticePad;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceStatus.State;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.ScannerService;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("RFID pads")
class PadDriverTest {

    private static final int SECONDS = 60;

    @TempDir
    Path folder;
    private final TestClock clock = new TestClock("2026-11-22T12:00:00Z");
    private final LinkedBlockingQueue<ScannerChange> changes = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<List<String>> stacks = new LinkedBlockingQueue<>();
    private ScannerService.Own scanners;

    @BeforeEach
    void open() {
        scanners = ScannerService.over(TestBranch.standard().profile().barcodes(), folder, clock,
                List.of(new PadDriver(clock)));
        scanners.observe(changes::add);
        scanners.lead(new ScanTarget() {
            @Override
            public String id() {
                return "test";
            }

            @Override
            public boolean takes(ScanEvent event) {
                return event.stack();
            }

            @Override
            public void scanned(ScanEvent event) {
                stacks.add(event.scans().stream().map(PadDriverTest::text).toList());
            }
        });
    }

    private static String text(Scan scan) {
        return scan instanceof Scan.Item item ? item.barcode().value()
                : scan instanceof Scan.Unknown unknown ? unknown.text() : scan.toString();
    }

    @AfterEach
    void close() {
        scanners.close();
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().startsWith("carrel-pad-")), "no thread looks on");
    }

    private static DeviceSettings settings(PracticePad pad) {
        return DeviceSettings.of("pad", "Pad", "rfid", pad.address().toString(), DeviceRole.ITEM)
                .withOption("interval-ms", "50");
    }

    private void await(State state) throws InterruptedException {
        while (scanners.device("pad").orElseThrow().status().state() != state) {
            if (changes.poll(SECONDS, TimeUnit.SECONDS) == null) {
                throw new AssertionError("still " + scanners.device("pad"));
            }
        }
    }

    private void connect(PracticePad pad) throws IOException, InterruptedException {
        scanners.save(settings(pad));
        await(State.CONNECTED);
    }

    private List<String> stack() throws InterruptedException {
        List<String> stack = stacks.poll(SECONDS, TimeUnit.SECONDS);
        if (stack == null) {
            throw new AssertionError("no stack came: " + scanners.device("pad"));
        }
        return stack;
    }

    private static String[] items(int number) {
        return IntStream.range(0, number).mapToObj(i -> String.format("310%03d", i)).toArray(String[]::new);
    }

    private static List<ItemBarcode> barcodes(String... items) {
        return List.of(items).stream().map(ItemBarcode::new).toList();
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("are recognised by what they answer, remembered, and give twenty items as one stack, once")
    void are_recognised_and_give_a_stack_once(PracticePad.Maker maker) throws Exception {
        try (PracticePad pad = PracticePad.start(maker, 0)) {
            connect(pad);
            String service = scanners.device("pad").orElseThrow().settings().option("service", "");
            assertEquals(maker.name().toLowerCase().replace('_', '-'), service);

            pad.lay(items(20));
            assertEquals(Set.of(items(20)), new LinkedHashSet<>(stack()));
            pad.lay("x & <y> é");
            assertEquals(List.of("x & <y> é"), stack(), "and nothing of what lay there already");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("set and clear security, and read back what the tag says")
    void set_and_clear_security(PracticePad.Maker maker) throws Exception {
        try (PracticePad pad = PracticePad.start(maker, 0)) {
            connect(pad);
            pad.lay("310", "3 1/1", "gone");
            stack();
            pad.lift("gone");

            SecurityReport out = scanners.secure("pad", barcodes("310", "3 1/1", "gone"), false);

            assertEquals(barcodes("310", "3 1/1"), out.done());
            assertEquals(barcodes("gone"), out.toFix().stream().map(row -> row.item()).toList());
            assertTrue(!pad.isSecured("310") && !pad.isSecured("3 1/1") && pad.isSecured("gone"));
            assertEquals(2, pad.written().size());
            pad.lay("gone");
            assertEquals(barcodes("gone"), scanners.fix("pad").done());
            assertEquals(List.of(), scanners.toFix());
            assertEquals(barcodes("310"), scanners.secure("pad", barcodes("310"), true).done());
            assertTrue(pad.isSecured("310") && !pad.isSecured("gone"));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("put an item on the list when its tag was snatched away or does not say what the service says")
    void put_half_written_tags_on_the_list(PracticePad.Maker maker) throws Exception {
        try (PracticePad pad = PracticePad.start(maker, 0)) {
            connect(pad);
            pad.lay("snatched", "once", "good", "liar");
            stack();
            pad.snatch("snatched");
            pad.misreport("once", 1);
            pad.misreport("liar", 100);

            SecurityReport report = scanners.secure("pad", barcodes("snatched", "once", "good", "liar"), false);

            assertEquals(barcodes("once", "good"), report.done(), "what was misreported once was written again");
            assertEquals(barcodes("snatched", "liar"), scanners.toFix().stream().map(row -> row.item()).toList());
            assertTrue(scanners.toFix().getFirst().reason().endsWith("."), () -> scanners.toFix().toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("are noticed when the reader is unplugged or its program ends, and process nothing twice")
    void are_noticed_when_unplugged(PracticePad.Maker maker) throws Exception {
        int port;
        PracticePad pad = PracticePad.start(maker, 0);
        try {
            connect(pad);
            pad.lay("310", "311");
            assertEquals(2, stack().size());
            for (int i = 0; i < 3; i++) {
                pad.unplug();
                await(State.LOST);
                pad.plugIn();
                scanners.reconnect("pad");
                await(State.CONNECTED);
            }
            pad.lay("new");
            assertEquals(List.of("new"), stack());
            port = pad.address().getPort();
        } finally {
            pad.close();
        }
        await(State.LOST);
        try (PracticePad again = PracticePad.start(maker, port)) {
            scanners.reconnect("pad");
            await(State.CONNECTED);
            again.lay("310", "311", "new", "after");
            assertEquals(List.of("after"), stack(), "what lay there a moment ago is not processed again");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("lose nothing and read nothing twice while items come and go at random and the service stumbles")
    void lose_nothing_at_random(PracticePad.Maker maker) throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        try (PracticePad pad = PracticePad.start(maker, 0)) {
            connect(pad);
            List<String> laid = new ArrayList<>();
            List<String> got = new ArrayList<>();
            for (int round = 0; round < 25; round++) {
                pad.failNext(random.nextInt(3));
                String[] stack = new String[1 + random.nextInt(5)];
                for (int i = 0; i < stack.length; i++) {
                    stack[i] = "310" + laid.size();
                    laid.add(stack[i]);
                }
                pad.lay(stack);
                pad.failNext(random.nextInt(3));
                while (got.size() < laid.size()) {
                    got.addAll(stack());
                }
                if (random.nextBoolean()) {
                    pad.lift(laid.get(random.nextInt(laid.size())));
                }
            }
            assertEquals(laid, got, () -> "seed " + seed);
            for (int i = 0; i < 3; i++) {
                pad.lay("last-" + i);
                assertEquals(List.of("last-" + i), stack(), () -> "nothing that stayed comes again; seed " + seed);
            }
        }
    }

    @Test
    @DisplayName("are reached on this machine only, and say in a sentence what is wrong")
    void are_reached_on_this_machine_only() {
        PadDriver driver = new PadDriver(clock);
        for (String address : List.of("http://192.0.2.1:4039", "https://127.0.0.1:4039", "http://example.org", "::",
                "http://127.0.0.1.example.org/", "file:///etc/passwd", "http://localhost@192.0.2.1/")) {
            String sentence = assertThrows(IOException.class,
                    () -> driver.open(DeviceSettings.of("pad", "Pad", "rfid", address, DeviceRole.ITEM), null))
                    .getMessage();
            assertTrue(sentence.contains("on this computer only"), sentence);
        }
    }
}
