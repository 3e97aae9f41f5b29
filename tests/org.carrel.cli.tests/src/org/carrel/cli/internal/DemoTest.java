/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.carrel.cli.internal.Bench.Said;
import org.carrel.inventory.comparison.Finding.Kind;
import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.ReportKinds;
import org.carrel.inventory.writeback.InventoryPush;
import org.carrel.inventory.writeback.Planned;
import org.carrel.inventory.writeback.PushPlan;
import org.carrel.inventory.writeback.Pushed;
import org.carrel.model.ItemBarcode;
import org.carrel.model.UploadRun.Ending;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.inventory.InventoryRead;
import org.carrel.model.port.InventoryProjects;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.store.Store;
import org.carrel.testkit.TestBranch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The demo")
class DemoTest {

    @TempDir
    Path folder;

    private final Bench bench = new Bench();
    private final List<InventoryResults> reported = new ArrayList<>();
    private Store store;
    private int forgotten;

    private record Missing() implements ReportKind {

        @Override
        public String id() {
            return "missing";
        }

        @Override
        public String name() {
            return "Missing";
        }

        @Override
        public Report of(InventoryResults results, Instant madeAt) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Reported implements ReportFiles {

        @Override
        public List<ReportFormat> formats() {
            return List.of();
        }

        @Override
        public Written write(Report report, Destination to, Monitor monitor) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Written write(ReportKind kind, InventoryResults results, Instant madeAt, Destination to,
                Monitor monitor) {
            reported.add(results);
            return new Written.Done(to.file(), results.comparison().findings(Kind.MISSING).size());
        }
    }

    @BeforeEach
    void practise() {
        TestBranch standard = TestBranch.standard();
        store = AsWritten.provide(bench,
                new TestBranch(standard.profile(), folder, folder.resolve("journal"), standard.origin()));
        bench.practising();
        bench.provide(ReportKinds.class, (ReportKinds) () -> List.of(new Missing()));
        bench.provide(ReportFiles.class, new Reported());
        bench.provide(InventoryPush.class, pushing());
    }

    /** Tells of everything that was read once, but not of {@link #forgotten}. */
    private InventoryPush pushing() {
        return (InventoryPush) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {
                InventoryPush.class }, (proxy, method, arguments) -> switch (method.getName()) {
                    case "plan" -> {
                        InventoryProject project = (InventoryProject) arguments[0];
                        List<ItemBarcode> read = store.reads(project.number()).stream()
                                .filter(one -> one.mark().kind() == InventoryRead.Kind.ITEM)
                                .map(one -> new ItemBarcode(one.mark().text())).distinct().toList();
                        yield new Planned.Ready(new PushPlan(project, ((ItemSnapshot) arguments[1]).description(),
                                "PRACTICE", read, Map.of()));
                    }
                    case "push" -> new Pushed(Pushed.Ending.COMPLETED,
                            ((PushPlan) arguments[0]).items().size() - forgotten, forgotten, 0, 0, "");
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void ends_in_the_line_that_counts_what_became_of_each_scan() {
        Said said = bench.run("demo");

        assertEquals(Exit.OK, said.code(), said.out() + said.err());
        assertEquals("demo: 12 recorded, 10 uploaded, 1 failed as intended, 1 superseded, 0 lost",
                said.out().lines().toList().getLast());
        assertTrue(said.out().contains("Nothing is lost: 12 wait"), said.out());
        assertTrue(said.out().contains("Request: 1"), said.out());
    }

    @Test
    void compares_an_inventory_with_the_item_file_of_the_practice_library() throws IOException {
        Said said = bench.run("demo");

        assertEquals(Exit.OK, said.code(), said.out() + said.err());
        String verdict = said.out().lines().filter(line -> line.endsWith("; all as intended.")).findFirst()
                .orElseThrow(() -> new AssertionError(said.out()));
        for (Kind kind : List.of(Kind.MISSING, Kind.MISPLACED, Kind.UNKNOWN_BARCODE, Kind.UNCATALOGED,
                Kind.WRONG_LOCATION, Kind.WRONG_BRANCH, Kind.WRONG_STATUS, Kind.DUPLICATE_SCAN)) {
            assertTrue(verdict.contains(" " + kind.label()), () -> kind + " in: " + verdict);
        }
        InventoryProject project = store.project("Stacks").orElseThrow();
        assertEquals(List.of("Anna", "Ben"),
                store.sessions(project.number()).stream().map(session -> session.person()).toList());
        assertEquals(1, reported.size());
        assertTrue(reported.getFirst().comparison().inventoried().count() > 100, verdict);
        assertTrue(said.out().contains("missing.xlsx"), said.out());
        try (var files = Files.list(folder.resolve("inventory-demo"))) {
            assertTrue(files.map(file -> file.getFileName().toString()).collect(Collectors.joining())
                    .contains("Circulation_Item_Inventories"));
        }
    }

    @Test
    void fails_when_the_library_system_was_not_told_of_everything() {
        forgotten = 2;
        Said said = bench.run("demo");
        assertEquals(Exit.REFUSED, said.code());
        assertTrue(said.err().contains("instead of"), said.err());
        assertFalse(said.out().contains("demo: 12"), said.out());
    }

    @Test
    void fails_when_the_shelves_do_not_come_to_what_was_meant() {
        bench.provide(InventoryProjects.class, new Forgetful(store).asProjects());
        Said said = bench.run("demo");
        assertEquals(Exit.REFUSED, said.code());
        assertTrue(said.err().contains("did not come to what was meant"), said.err());
        assertFalse(said.out().contains("demo: 12"), said.out());
    }

    @Test
    void refuses_a_queue_that_is_not_fresh() {
        bench.runWithInput("checkin," + Bench.ITEM, "queue", "add");
        assertEquals(Exit.REFUSED, bench.run("demo").code());
        assertEquals(1, bench.queue.rows().size());
    }

    @Test
    void fails_when_a_scan_is_lost() {
        bench.system.forgetful = true;
        Said said = bench.run("demo");
        assertEquals(Exit.REFUSED, said.code());
        assertTrue(said.out().lines().toList().getLast().endsWith(", 1 lost"), said.out());
        assertTrue(said.err().contains("Lost: a patron takes a book"), said.err());
    }

    @Test
    void fails_when_the_upload_does_not_end_as_it_should() {
        bench.system.ending = Optional.of(Ending.SIGN_IN_REFUSED);
        Said said = bench.run("demo");
        assertEquals(Exit.REFUSED, said.code());
        assertFalse(said.out().contains("demo: 12"), said.out());
    }

    /** Loses one read, and says that it kept it. */
    private record Forgetful(Store store) {

        InventoryProjects asProjects() {
            int[] seen = { 0 };
            return (InventoryProjects) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] { InventoryProjects.class },
                    (proxy, method, arguments) -> method.getName().equals("record") && ++seen[0] == 30
                            ? new InventoryProjects.Recorded.Stored(List.of())
                            : method.invoke(store, arguments));
        }
    }
}
