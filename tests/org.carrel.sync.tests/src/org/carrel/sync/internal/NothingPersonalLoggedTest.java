/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.model.BranchProfile.Upload.Rule;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.Origin;
import org.carrel.model.PatronBarcode;
import org.carrel.model.QueueEntry;
import org.carrel.model.Transaction;
import org.carrel.model.TransactionIds;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueQuery;
import org.carrel.practice.PracticeBarcodes;
import org.carrel.practice.PracticeLibrary;
import org.carrel.practice.PracticeServer;
import org.carrel.practice.PracticeServerBuilder;
import org.carrel.store.Store;
import org.carrel.testkit.ChildJvm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

/** A whole upload with faults, by another program whose loggers all say whatever they can. */
@DisplayName("When every logger says all it can during an upload,")
@Timeout(180)
class NothingPersonalLoggedTest {

    private static final PatronBarcode STRANGER = new PatronBarcode("29999900001234");

    @TempDir
    Path folder;

    private final TransactionIds ids = new TransactionIds(Clock.systemUTC());

    @Test
    void no_patron_no_token_and_no_secret_is_in_the_log() throws Exception {
        List<Class<?>> witnesses = new ArrayList<>(UploadKillTest.witnesses());
        witnesses.add(TalkativeChild.class);
        witnesses.addAll(UploadKillTest.named(getClass(), "ch.qos.logback.classic.Level",
                "ch.qos.logback.core.Appender"));
        assumeTrue(!UploadKillTest.named(Logger.class, "org.slf4j.spi.SLF4JServiceProvider").isEmpty(),
                "the logging library on this class path is too old for the one behind it");
        String said;
        try (PracticeServer server = PracticeServer.builder().library(PracticeLibrary.ofSize(5, 60)).build()) {
            server.bringUp();
            server.misbehave("checkout:3 drop-after; checkout:5 malformed; checkout:7 503; checkin:2 html;"
                    + " checkout:9 problem \"User Blocked\" \"" + PracticeBarcodes.patron(1).value() + " owes\"");
            Practising branch = Practising.at(server.address().getPort(), Rule.FULL_HISTORY, 2, Duration.ofSeconds(20),
                    folder);
            try (Store store = new Store(branch, Clock.systemUTC())) {
                store.add(day());
            }
            said = listen(server.address().getPort(), witnesses);
            try (Store store = new Store(branch, Clock.systemUTC())) {
                List<QueueEntry> rows = store.entries(store.index(QueueQuery.all()));
                assertTrue(rows.stream().filter(row -> row.state() == TransactionState.UPLOADED).count() > 20, said);
                assertTrue(rows.stream().anyMatch(row -> row.state() == TransactionState.UPLOAD_FAILED), said);
            }
        }
        assertTrue(said.contains("org.apache.hc"), "the library that speaks HTTP was heard");
        assertTrue(said.contains("Upload ended"), "the upload was heard");
        for (String secret : secrets()) {
            assertFalse(said.contains(secret), () -> secret + " is in the log: "
                    + said.lines().filter(line -> line.contains(secret)).findFirst().orElse(""));
        }
    }

    private static List<String> secrets() {
        byte[] credentials = (PracticeServerBuilder.DEFAULT_KEY + ':' + PracticeServerBuilder.DEFAULT_SECRET)
                .getBytes(StandardCharsets.UTF_8);
        return List.of(PracticeBarcodes.patron(1).value(), PracticeBarcodes.patron(2).value(), STRANGER.value(),
                PracticeServerBuilder.DEFAULT_SECRET, Base64.getEncoder().encodeToString(credentials), "tk_", "Bearer",
                "Authorization", "UserIdentifierValue");
    }

    private String listen(int port, List<Class<?>> witnesses) throws IOException {
        Path everything = Files.writeString(folder.resolve("logback.xml"), """
                <configuration>
                  <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d %t %p %logger -- %m %kvp%n%ex{full}</pattern></encoder>
                  </appender>
                  <root level="ALL"><appender-ref ref="OUT"/></root>
                </configuration>
                """);
        StringBuilder said = new StringBuilder();
        try (ChildJvm child = ChildJvm.start(folder, TalkativeChild.class, witnesses, folder.toString(),
                Integer.toString(port), everything.toString())) {
            for (Optional<String> line = child.line(); line.isPresent(); line = child.line()) {
                said.append(line.get()).append('\n');
            }
        }
        Path errors = folder.resolve("child-errors.txt");
        said.append(Files.readString(errors));
        assertTrue(said.toString().contains("ended Optional[COMPLETED]"), said.toString());
        // Whatever is in the folder besides the queue: other logs.
        try (Stream<Path> files = Files.list(folder)) {
            for (Path log : files.filter(file -> file.toString().endsWith(".log")).toList()) {
                said.append(Files.readString(log));
            }
        }
        return said.toString();
    }

    private List<Transaction> day() {
        Origin origin = new Origin("desk", "");
        Instant now = Clock.systemUTC().instant();
        List<Transaction> day = new ArrayList<>();
        for (int item = 1; item <= 30; item++) {
            PatronBarcode patron = item == 6 ? STRANGER : PracticeBarcodes.patron(1 + item % 2);
            day.add(new CheckOut(ids.next(), patron, PracticeBarcodes.item(item), now.plus(Duration.ofDays(7)),
                    now.plusMillis(item), origin));
            if (item % 5 == 0) {
                day.add(new CheckIn(ids.next(), PracticeBarcodes.item(item), now.plusSeconds(item), origin));
            }
        }
        assertEquals(36, day.size());
        return day;
    }
}
