/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A desk with a password")
class SealedDeskTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Longer than a password is looked at, on a machine that has other things to do. */
    private static final Duration CHECKING = Duration.ofSeconds(20);
    private static final String PASSWORD = "reading room desk";
    private static final String SIGN_IN = "Carrel – Sign In";
    private static final String LOCKED = "– locked";
    private static final String PATRON = Barcodes.numbered("21000", 7);

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    @DisplayName("opens for the right password only, keeps what is half scanned while it is locked, and signs out into"
            + " another program")
    void keeps_strangers_out_and_scans_in() throws IOException, InterruptedException {
        assumeTrue(Screen.missing().isEmpty(), () -> "a private screen needs " + Screen.missing());
        Path home = Path.of(System.getProperty("carrel.product", ""));
        assertTrue(Files.isExecutable(home.resolve("carrel")), "the product is built: " + home);
        Path data = folder.resolve("data");
        Path profile = folder.resolve("branch.yaml");
        Product product = new Product(home, data,
                new Product.Mode(List.of("-carrel.branch", profile.toString(), "-carrel.noWelcome"),
                        "Carrel – Main Library", "main", List.of("--branch", profile.toString(), "--password-stdin"),
                        PASSWORD + "\n"));
        product.cli(List.of("branch", "new", profile.toString(), "--id", "main", "--name", "Main Library",
                "--time-zone", "UTC", "--registry-id", "1", "--institution-registry-id", "2", "--wskey", "public",
                "--new-recovery-key", folder.resolve("recovery.pem").toString(), "--password-stdin"),
                PASSWORD + "\nin the safe\n");

        List<String> items = Stream.of(1, 2, 3).map(n -> Barcodes.numbered("31000", n)).toList();
        try (Screen screen = new Screen(folder)) {
            Process workbench = product.start(screen, "workbench.log");
            try {
                signIn(screen, product, workbench);
                screen.press("F2");
                screen.scan(List.of(PATRON, items.get(0), items.get(1)));
                screen.type(items.get(2).substring(0, 6));
                lockAndUnlock(screen);
                screen.type(items.get(2).substring(6));
                screen.press("Return");
                screen.press("ctrl+shift+l");
                Waiting.until("another program asks for the password", PATIENCE, () -> screen.shows(SIGN_IN),
                        product::log);
                assertTrue(workbench.isAlive(), "the start script stays");
                Waiting.until("it ends when nobody signs in", PATIENCE, () -> {
                    screen.goTo(SIGN_IN);
                    screen.press("Escape");
                    return Waiting.came(Duration.ofSeconds(5), () -> !workbench.isAlive());
                }, product::log);
                assertEquals(0, workbench.exitValue());
            } catch (AssertionError e) {
                screen.picture(Path.of("target", "failed-sealed.png"));
                throw e;
            } finally {
                Screen.end(workbench);
            }
        }
        assertEquals(items, product.itemsInQueue());
        assertNowhere(data, PATRON);
        assertNowhere(data, PASSWORD);
    }

    /** A wrong password first: after it the right one is not looked at for a while, so it is tried until it is. */
    private static void signIn(Screen screen, Product product, Process workbench) {
        Waiting.until("somebody is asked for the password", PATIENCE, () -> screen.shows(SIGN_IN), product::log);
        screen.goTo(SIGN_IN);
        screen.type("not this one");
        screen.press("Return");
        Waiting.until("the right password opens the desk", PATIENCE,
                () -> passed(screen, SIGN_IN) && screen.shows("Carrel – Main Library"), product::log);
        product.awaitDesk(screen, workbench);
    }

    /** Tries the right password where it is asked for, and says whether it is asked for no more. */
    private static boolean passed(Screen screen, String window) {
        if (!screen.shows(window)) {
            return true;
        }
        screen.press("ctrl+a");
        screen.type(PASSWORD);
        screen.press("Return");
        // Nothing is typed meanwhile: it would end up behind the door.
        return Waiting.came(CHECKING, () -> !screen.shows(window));
    }

    /** What is typed and scanned meanwhile must not come through. */
    private static void lockAndUnlock(Screen screen) {
        screen.press("ctrl+l");
        Waiting.until("the desk is locked", PATIENCE, () -> screen.shows(LOCKED), () -> "it is not");
        screen.goTo(LOCKED);
        screen.picture(Path.of("target", "locked.png"));
        screen.scan(List.of(Barcodes.numbered("31000", 99)));
        Waiting.until("the desk is open again", PATIENCE, () -> passed(screen, LOCKED), () -> "it is not");
        screen.goTo("Carrel – Main Library");
    }

    private static void assertNowhere(Path data, String secret) throws IOException {
        byte[] wide = secret.getBytes(StandardCharsets.UTF_16BE);
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(bytes.contains(secret), () -> "in clear in " + file);
                assertFalse(bytes.contains(new String(wide, StandardCharsets.ISO_8859_1)), () -> "in clear in " + file);
            }
        }
    }
}
