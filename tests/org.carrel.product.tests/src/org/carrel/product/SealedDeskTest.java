/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A desk with a password")
@Timeout(value = 20, unit = TimeUnit.MINUTES)
class SealedDeskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String PATRON = Barcodes.numbered("21000", 7);

    @TempDir
    private Path folder;

    @BeforeEach
    void there_is_a_screen() {
        assumeTrue(Screen.missing().isEmpty(), () -> "a private screen needs " + Screen.missing());
    }

    @Test
    @DisplayName("opens for the right password only, keeps what is half scanned while it is locked, and signs out into"
            + " another program")
    void keeps_strangers_out_and_scans_in() throws IOException, InterruptedException {
        SealedDesk desk = SealedDesk.in(folder, "a secret of nobody", List.of(), Map.of());
        List<String> items = Stream.of(1, 2, 3).map(n -> Barcodes.numbered("31000", n)).toList();
        sit(desk, "sealed", screen -> {
            screen.press("F2");
            screen.scan(List.of(PATRON, items.get(0), items.get(1)));
            screen.type(items.get(2).substring(0, 6));
            screen.press("ctrl+l");
            awaitLock(screen);
            // What is scanned meanwhile must not come through.
            screen.scan(List.of(Barcodes.numbered("31000", 99)));
            desk.unlock(screen);
            screen.type(items.get(2).substring(6));
            screen.press("Return");
        });
        assertEquals(items, desk.product().itemsInQueue());
    }

    @Test
    @DisplayName("locks by itself when nobody touches it, and the half-typed patron and the due date are still there"
            + " afterwards")
    void locks_after_a_while_and_forgets_nothing() throws IOException, InterruptedException {
        SealedDesk desk = SealedDesk.in(folder, "a secret of nobody", List.of("safety/lock-after=20 s"), Map.of());
        String item = Barcodes.numbered("31000", 4);
        sit(desk, "idle", screen -> {
            screen.press("F4");
            screen.press("ctrl+a");
            screen.type("2031-07-14");
            screen.press("F2");
            screen.type(PATRON.substring(0, 8));
            awaitLock(screen);
            desk.unlock(screen);
            screen.type(PATRON.substring(8));
            screen.press("Return");
            screen.scan(List.of(item));
        });
        String rows = desk.product().queue("list", "--format", "csv");
        assertEquals(List.of(item), desk.product().itemsInQueue(), rows);
        assertTrue(rows.contains(PATRON) && rows.contains("2031-07-14"), rows);
    }

    /** Somebody's turn at the desk. */
    private interface Turn {
        void at(Screen screen);
    }

    private void sit(SealedDesk desk, String name, Turn turn) throws IOException {
        try (Screen screen = new Screen(folder)) {
            Process workbench = desk.product().start(screen, "workbench.log");
            try {
                desk.signIn(screen, workbench);
                turn.at(screen);
                desk.signOut(screen, workbench);
                assertEquals(0, workbench.exitValue());
            } catch (AssertionError e) {
                screen.picture(Path.of("target", "failed-" + name + ".png"));
                throw e;
            } finally {
                Screen.end(workbench);
            }
        }
    }

    private static void awaitLock(Screen screen) {
        Waiting.until("the desk is locked", PATIENCE, () -> screen.shows(SealedDesk.LOCKED), () -> "it is not");
        screen.goTo(SealedDesk.LOCKED);
    }
}
