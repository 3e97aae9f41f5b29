/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ServerSocketFactory;

import org.carrel.model.ItemBarcode;
import org.carrel.model.port.ItemLookup;
import org.carrel.model.port.ItemLookup.Answer;
import org.carrel.model.port.ItemLookup.Reason;
import org.carrel.testkit.Certificates;
import org.carrel.testkit.TestBranch;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Whoever asks about items")
@Timeout(300)
class QueuedLookupTest {

    private static final ItemBarcode ITEM = new ItemBarcode("31000000000011");
    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private static Path folder;
    private static Certificates certificates;

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificates = Certificates.in(folder);
    }

    private static Answer ask(ItemLookup client) throws Exception {
        return client.lookUp(ITEM).get(2, TimeUnit.MINUTES);
    }

    private static StubServer server(boolean tls) throws Exception {
        return new StubServer(tls ? certificates.server().getServerSocketFactory() : ServerSocketFactory.getDefault(),
                StubServer::welcoming);
    }

    @Test
    @DisplayName("is told at once when there is nobody to ask")
    void notSetUp() throws Exception {
        try (QueuedLookup client = QueuedLookup.of(TestBranch.standard().profile(), Asking.SECRETS,
                Clock.systemUTC())) {
            assertFalse(client.isSetUp());
            CompletableFuture<Answer> answer = client.lookUp(ITEM);
            assertTrue(answer.isDone());
            assertEquals(Reason.NOT_SET_UP, assertInstanceOf(Answer.None.class, answer.get()).reason());
        }
    }

    @Test
    @DisplayName("asks over TLS a server for which the branch's file vouches")
    void tls() throws Exception {
        try (StubServer server = server(true);
                QueuedLookup client = Asking.client("localhost", server.port(), true,
                        Optional.of(certificates.caFile()), LONG)) {
            assertEquals("Title of " + ITEM, assertInstanceOf(Answer.Known.class, ask(client)).details().title());
        }
    }

    @Test
    @DisplayName("tells nothing to a server for which nobody vouches, that has another name, or that does not encrypt")
    void strangers() throws Exception {
        try (StubServer server = server(true)) {
            for (QueuedLookup client : List.of(
                    Asking.client("localhost", server.port(), true, Optional.empty(), LONG),
                    Asking.client("127.0.0.1", server.port(), true, Optional.of(certificates.caFile()), LONG))) {
                try (client) {
                    assertEquals(Reason.UNREACHABLE, assertInstanceOf(Answer.None.class, ask(client)).reason());
                }
            }
            assertEquals(List.of(), server.heard);
        }
        try (StubServer server = server(false);
                QueuedLookup client = Asking.client("localhost", server.port(), true,
                        Optional.of(certificates.caFile()), LONG, Duration.ofSeconds(2))) {
            assertInstanceOf(Answer.None.class, ask(client));
            assertTrue(server.heard.stream().noneMatch(text -> text.contains(Asking.PASSWORD)));
        }
    }

    @Test
    @DisplayName("asks nobody over TLS while the branch's file of certificates is damaged")
    void damagedFile() throws Exception {
        Path damaged = Files.writeString(folder.resolve("damaged.pem"), "no certificate");
        try (StubServer server = server(true);
                QueuedLookup client = Asking.client("localhost", server.port(), true,
                        Optional.of(damaged), LONG)) {
            Answer.None none = assertInstanceOf(Answer.None.class, ask(client));
            assertEquals(Reason.NOT_SET_UP, none.reason());
            assertTrue(none.sentence().contains(damaged.toString()), none.sentence());
            assertEquals(List.of(), server.heard);
        }
    }

    @Test
    @DisplayName("hangs up after a while without a question, so that others get their turn, and calls again")
    void idle() throws Exception {
        try (StubServer server = server(false);
                QueuedLookup client = Asking.client("127.0.0.1", server.port(), false,
                        Optional.empty(), Duration.ofMillis(50))) {
            for (int i = 0; i < 3; i++) {
                assertInstanceOf(Answer.Known.class, ask(client));
                assertEquals("well", server.ended.poll(1, TimeUnit.MINUTES));
            }
        }
    }

    @Test
    @DisplayName("waits for a server that serves one after the other, and no longer than the limit")
    void oneAtATime() throws Exception {
        try (StubServer server = server(false);
                QueuedLookup first = Asking.client("127.0.0.1", server.port(), false,
                        Optional.empty(), LONG);
                QueuedLookup second = Asking.client("127.0.0.1", server.port(), false,
                        Optional.empty(), LONG, Duration.ofSeconds(2))) {
            assertInstanceOf(Answer.Known.class, ask(first));
            assertEquals(Reason.TOO_LATE, assertInstanceOf(Answer.None.class, ask(second)).reason());
        }
    }

    @Test
    @DisplayName("may ask the next question while hearing of the last one")
    void fromTheAnswer() throws Exception {
        try (StubServer server = server(false);
                QueuedLookup client = Asking.client("127.0.0.1", server.port(), false,
                        Optional.empty(), LONG)) {
            CompletableFuture<Answer> second = client.lookUp(ITEM).thenCompose(first -> client.lookUp(ITEM));
            assertInstanceOf(Answer.Known.class, second.get(2, TimeUnit.MINUTES));
        }
    }
}
