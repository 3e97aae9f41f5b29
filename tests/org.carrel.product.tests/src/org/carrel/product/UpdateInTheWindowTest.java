/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody at a desk of {@link ZuidBranch}, with the keyboard alone. */
@DisplayName("An update in the window")
@Timeout(value = 30, unit = TimeUnit.MINUTES)
class UpdateInTheWindowTest {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** Until a window comes that a key has opened. */
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String SIGN_IN = "Carrel – Aanmelden";
    private static final String WINDOW = ZuidBranch.WINDOW;
    private static final String PATRON = Barcodes.numbered("21000", 6);
    private static final List<String> ITEMS = List.of(Barcodes.numbered("31000", 5), Barcodes.numbered("31000", 6));
    /** The desk opens with another one. */
    private static final String PERSPECTIVE = "org.carrel.sync.ui.perspective";
    /** Between the two columns of it, in a window as large as the screen; and somewhere to the right of that. */
    private static final int[] SASH = { 409, 520 };
    private static final int MIDDLE = 400;
    private static final Pattern SHARE = Pattern.compile("containerData=\"(\\d+)\"");
    private static final Pattern IN_FRONT = Pattern
            .compile("xsi:type=\"advanced:PerspectiveStack\"[^>]* selectedElement=\"([^\"]+)\"");

    @TempDir
    private Path folder;
    private ZuidBranch branch;
    private Workstation workstation;
    private Product product;
    private int startsBefore;

    @BeforeEach
    void the_first_version_is_installed() throws IOException, InterruptedException {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "its Linux archive is started");
        assumeTrue(Screen.missing().isEmpty(), () -> "a private screen needs " + Screen.missing());
        branch = ZuidBranch.packaged();
        workstation = new Workstation(folder);
        workstation.unpack(branch.packaging().archive("linux-x86_64.tar.gz"));
        product = workstation.zuid();
    }

    @Test
    @DisplayName("offers itself when the desk is on line, never before; leaves queue and layout; and can be taken back")
    void is_offered_installed_restarted_and_taken_back() throws IOException, InterruptedException {
        Path signed = new LaterSites(branch, Files.createDirectory(folder.resolve("later"))).signed();
        try (Screen screen = new Screen(folder); FileServer server = FileServer.of(signed, branch.updatesPort())) {
            at(screen, "off-line", desk -> {
                screen.press("F2");
                screen.scan(List.of(PATRON, ITEMS.get(0), ITEMS.get(1)));
                screen.press("ctrl+2");
            });
            assertEquals(0, server.requests(), "nobody looks while the desk is off line");
            assertEquals(ITEMS, product.itemsInQueue());
            assertEquals(PERSPECTIVE, inFront());
            List<String> untouched = shares();
            try (LibrarySystem library = new LibrarySystem(folder, branch.libraryPort(), ZuidBranch.SECRET)) {
                at(screen, "on-line", desk -> {
                    runs("0.1.0");
                    said("can be installed");
                    screen.drag(SASH[0], SASH[1], MIDDLE);
                    screen.picture(Path.of("target", "update-offered.png"));
                    ask(screen, "u", "Update installeren");
                    screen.press("alt+i");
                    said("is installed");
                    screen.picture(Path.of("target", "update-installed.png"));
                    restart(screen, desk, "u");
                    runs(LaterProgram.RELEASE);
                });
                assertEquals(ITEMS, product.itemsInQueue());
                assertEquals(PERSPECTIVE, inFront());
                List<String> pulled = shares();
                assertNotEquals(untouched, pulled, "the columns are as somebody has pulled them");
                at(screen, "back", desk -> {
                    ask(screen, "t", "Teruggaan");
                    screen.press("alt+t");
                    said("is installed again");
                    restart(screen, desk, "u");
                    runs("0.1.0");
                });
                assertEquals(pulled, shares());
            }
        }
        assertEquals(ITEMS, product.itemsInQueue());
        assertEquals(PERSPECTIVE, inFront());
        assertEquals(List.of(), product.log().lines().filter(line -> line.contains(" ERROR ")).toList());
    }

    /** Somebody's turn at the desk. */
    private interface Turn {
        void at(Process desk);
    }

    private void at(Screen screen, String name, Turn turn) throws IOException, InterruptedException {
        startsBefore = starts().size();
        Process desk = product.start(screen, name + ".log");
        try {
            signIn(screen, desk);
            turn.at(desk);
            screen.goTo(WINDOW);
            assertEquals(0, product.quit(screen, desk));
        } catch (AssertionError e) {
            screen.picture(Path.of("target", "failed-update-" + name + ".png"));
            throw e;
        } finally {
            Screen.end(desk);
        }
    }

    private void signIn(Screen screen, Process desk) {
        Waiting.until("somebody is asked for the password", PATIENCE, () -> !desk.isAlive() || screen.shows(SIGN_IN),
                product::log);
        Waiting.until("the password opens the desk", PATIENCE, () -> {
            if (screen.shows(SIGN_IN)) {
                screen.goTo(SIGN_IN);
                screen.press("ctrl+a");
                screen.type(ZuidBranch.PASSWORD);
                screen.press("Return");
                Waiting.came(SOON, () -> !screen.shows(SIGN_IN));
            }
            return !desk.isAlive() || screen.shows(WINDOW);
        }, product::log);
        Waiting.until("its version runs", PATIENCE, () -> !desk.isAlive() || starts().size() > startsBefore,
                product::log);
        screen.goTo(WINDOW);
    }

    /** What the log says of each start of the window. */
    private List<String> starts() {
        return product.log().lines().filter(line -> line.contains(" Version ") && line.endsWith(" runs")).toList();
    }

    /** The menu for help, and that letter, until the question comes: what is looked for first may take a while. */
    private void ask(Screen screen, String letter, String question) {
        Waiting.until("it is asked: " + question, PATIENCE, () -> {
            screen.goTo(WINDOW);
            screen.press("alt+h");
            screen.press(letter);
            if (Waiting.came(SOON, () -> screen.shows(question))) {
                return true;
            }
            screen.press("Escape");
            return false;
        }, product::log);
        screen.goTo(question);
    }

    private void restart(Screen screen, Process desk, String letter) {
        ask(screen, letter, "Carrel herstarten");
        startsBefore = starts().size();
        screen.press("alt+h");
        signIn(screen, desk);
    }

    /** The last that was noted, for others may have run before. */
    private void runs(String version) {
        assertTrue(starts().getLast().contains("Version " + version + "."), starts()::toString);
    }

    private void said(String what) {
        Waiting.until(what, PATIENCE, () -> product.log().contains(what), product::log);
    }

    /** The perspective that the window was left with, as the workbench keeps it. */
    private String inFront() throws IOException {
        String kept = layout();
        Matcher stack = IN_FRONT.matcher(kept);
        assertTrue(stack.find(), "a window is kept");
        Matcher name = Pattern.compile("xmi:id=\"" + Pattern.quote(stack.group(1)) + "\" elementId=\"([^\"]+)\"")
                .matcher(kept);
        assertTrue(name.find(), "a perspective is kept");
        return name.group(1);
    }

    /** How the room of the window is shared out. */
    private List<String> shares() throws IOException {
        return SHARE.matcher(layout()).results().map(found -> found.group(1)).toList();
    }

    private String layout() throws IOException {
        return Files.readString(workstation.program()
                .resolve("data/.metadata/.plugins/org.eclipse.e4.workbench/workbench.xmi"));
    }
}
