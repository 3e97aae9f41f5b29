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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.carrel.testkit.Traces;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The product with a home, a folder for temporary files and a data area of its own: all of them are searched. */
@DisplayName("After a day at a desk with a password")
class NothingInClearTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String SECRET = "wskey secret of the house";
    private static final List<String> PATRONS = Stream.of(1, 2, 3).map(n -> Barcodes.numbered("21000", n)).toList();
    private static final String PASSWORD_FOR_UPLOAD = "Password for the upload";

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    @DisplayName("no patron, no password and no secret is in the data, the home, the temporary files or the program's"
            + " own folder")
    void nothing_is_left_in_clear() throws IOException, InterruptedException {
        assumeTrue(Screen.missing().isEmpty(), () -> "a private screen needs " + Screen.missing());
        Path home = Files.createDirectory(folder.resolve("home"));
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        int port = LibrarySystem.freePort();
        SealedDesk desk = SealedDesk.in(folder, SECRET,
                List.of("library-system/ncip-address=http://127.0.0.1:" + port + "/ncip",
                        "library-system/token-address=http://127.0.0.1:" + port + "/token"),
                Map.of("HOME", home.toString(), "TMPDIR", temporary.toString(), "CARREL_JAVA_OPTS",
                        "-Duser.home=" + home + " -Djava.io.tmpdir=" + temporary));
        try (LibrarySystem library = new LibrarySystem(folder, port, SECRET)) {
            workADay(desk);
        }

        String rows = desk.product().queue("list", "--format", "csv");
        assertEquals(PATRONS.size(), rows.lines().filter(row -> row.contains(",UPLOADED,")).count(), rows);
        desk.product().queue("export", folder.resolve("sealed.carrel").toString(), "--seal");
        Path program = Path.of(System.getProperty("carrel.product"), "configuration");
        assertTrue(Files.isDirectory(desk.data()) && Files.isDirectory(program), "what is searched is there");
        for (String hidden : Stream.concat(PATRONS.stream(), Stream.of(SealedDesk.PASSWORD, SECRET)).toList()) {
            assertEquals(List.of(), Traces.of(hidden).in(desk.data(), home, temporary, program,
                    folder.resolve("branch.yaml"), folder.resolve("branch.sealed"), folder.resolve("sealed.carrel"),
                    folder.resolve("workbench.log")), () -> hidden + " is on the disk");
        }
        // The same search finds what is meant to be in clear, so it would have found the rest.
        desk.product().queue("export", folder.resolve("clear.csv").toString());
        for (String patron : PATRONS) {
            assertFalse(Traces.of(patron).in(folder.resolve("clear.csv")).isEmpty(), "the search finds " + patron);
        }
    }

    /** Scans, a half-typed patron behind a lock, a wrong password, an upload, and the end of the shift. */
    private void workADay(SealedDesk desk) throws IOException {
        try (Screen screen = new Screen(folder)) {
            Process workbench = desk.product().start(screen, "workbench.log");
            try {
                desk.signIn(screen, workbench);
                for (int n = 1; n <= PATRONS.size(); n++) {
                    screen.press("F2");
                    screen.scan(List.of(PATRONS.get(n - 1), Barcodes.numbered("31000", n)));
                }
                screen.press("F2");
                screen.type(PATRONS.getFirst());
                screen.press("ctrl+l");
                Waiting.until("the desk is locked", PATIENCE, () -> screen.shows(SealedDesk.LOCKED), () -> "it is not");
                screen.goTo(SealedDesk.LOCKED);
                screen.scan(List.of(PATRONS.get(1)));
                desk.unlock(screen);
                screen.press("ctrl+u");
                Waiting.until("an upload wants the password", PATIENCE, () -> screen.shows(PASSWORD_FOR_UPLOAD),
                        desk.product()::log);
                screen.goTo(PASSWORD_FOR_UPLOAD);
                assertTrue(SealedDesk.passed(screen, PASSWORD_FOR_UPLOAD), "the password is right for the upload");
                Waiting.until("the upload has ended", PATIENCE, () -> desk.product().log().contains("Upload ended"),
                        desk.product()::log);
                screen.goTo(SealedDesk.WINDOW);
                desk.signOut(screen, workbench);
            } catch (AssertionError e) {
                screen.picture(Path.of("target", "failed-day.png"));
                throw e;
            } finally {
                Screen.end(workbench);
            }
        }
    }
}
