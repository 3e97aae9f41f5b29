/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.carrel.model.ItemRecord;
import org.carrel.model.port.ItemSnapshot;
import org.carrel.model.port.ItemSnapshots.Imported;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.carrel.model.port.ItemSnapshots.State;
import org.carrel.testkit.ChildJvm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A child process imports one item file after the other and is killed (SIGKILL) at a random moment, again and again.
 * What is there afterwards is one of the files as a whole: the last one that was done, or the one after it.
 * The long form is asked for with the system property {@code carrel.kills}.
 */
@DisplayName("An import of items that is killed at any moment")
class ItemImportKillTest {

    private static final int KILLS = Integer.getInteger("carrel.kills", 30);
    private static final int ITEMS = 4_000;

    @TempDir
    Path folder;

    @Test
    void leaves_the_one_snapshot_or_the_other_and_never_a_part() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int done = 0;
        importOne(done);
        int leftovers = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            done = runUntilKilled(done, random.nextInt(400));
            State.Ready ready = assertInstanceOf(State.Ready.class, store().current(), "seed " + seed);
            int there = Integer.parseInt(ready.snapshot().description().name());
            assertTrue(there == done || there == done + 1,
                    "after " + done + " there is " + there + ", seed " + seed);
            assertEquals(source(there).items(), all(ready.snapshot()), "seed " + seed);
            done = there;
            leftovers += files() > 4 ? 1 : 0;
        }
        assertTrue(leftovers > 0, "no kill was within an import, seed " + seed);
        importOne(done + 1);
        assertEquals(4, files(), "what was cut short stays on the disk");
        System.out.printf("ItemImportKillTest seed %d: %d kills, %d within an import, %d imports%n", seed, KILLS,
                leftovers, done + 1);
    }

    /** @return the last import that the child said was done */
    private int runUntilKilled(int first, int millis) throws Exception {
        int done = first;
        try (ChildJvm child = StoreProcess.start(folder, Importer.class, folder.toString(),
                Integer.toString(first + 1))) {
            CompletableFuture<Void> killed = null;
            for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
                if (killed == null) {
                    assertEquals("ready", line.get());
                    killed = CompletableFuture.runAsync(child::kill,
                            CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
                } else if (line.get().matches("done [0-9]{9}")) {
                    done = Integer.parseInt(line.get().substring(5));
                } else {
                    assertTrue("done 000000000".startsWith(line.get().replaceAll("[0-9]", "0")), line.get());
                }
            }
            child.waitFor();
            assertTrue(killed != null, "the child did not start; see child-errors.txt:\n"
                    + Files.readString(folder.resolve("child-errors.txt")));
            killed.get(1, TimeUnit.MINUTES);
        }
        return done;
    }

    private void importOne(int number) {
        assertInstanceOf(Imported.Done.class, store().replace(source(number), ListedItems.KEYS, Monitor.SILENT));
    }

    private ItemStore store() {
        return new ItemStore(TestBranch.in(folder), Clock.systemUTC());
    }

    private static ListedItems source(int number) {
        return ListedItems.random(Integer.toString(number), ITEMS, number);
    }

    private static List<ItemRecord> all(ItemSnapshot snapshot) {
        return IntStream.range(0, snapshot.size()).mapToObj(snapshot::item).toList();
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("data/items"))) {
            return files.count();
        }
    }

    /** Imports one after the other until it is killed. */
    static final class Importer {
        public static void main(String[] arguments) {
            ItemStore store = new ItemStore(TestBranch.in(Path.of(arguments[0])), Clock.systemUTC());
            int number = Integer.parseInt(arguments[1]);
            System.out.println("ready");
            while (true) {
                Imported ending = store.replace(source(number), ListedItems.KEYS, Monitor.SILENT);
                System.out.println(ending instanceof Imported.Done ? String.format("done %09d", number)
                        : "not done: " + ending);
                number++;
            }
        }
    }
}
