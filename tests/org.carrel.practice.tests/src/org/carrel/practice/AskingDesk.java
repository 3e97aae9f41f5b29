/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.carrel.model.BranchProfile;
import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemDetails;
import org.carrel.model.Sip2Server;
import org.carrel.model.port.ItemLookup.Answer;
import org.carrel.model.port.ItemLookup.Reason;
import org.carrel.model.port.Secrets;
import org.carrel.sip2.Sip2Client;
import org.carrel.testkit.TestBranch;
import org.carrel.testkit.TestClock;

/** A desk that asks the practice library about items by SIP2. */
final class AskingDesk implements AutoCloseable {

    static final String PASSWORD = "practice-word";

    final PracticeServer server;
    final Sip2Client client;
    final TestClock clock = new TestClock(Instant.parse("2026-03-09T10:00:00Z"));

    private AskingDesk(Sip2Server settings, Optional<String> password) throws IOException {
        server = PracticeServer.builder().sip2(settings, () -> Optional.of(PASSWORD.toCharArray())).build();
        server.bringUp();
        BranchProfile profile = TestBranch.standard().practising().profile()
                .withSip2(settings.at(server.sip2Port().orElseThrow()));
        client = Sip2Client.open(profile, new Secrets() {
            @Override
            public Optional<char[]> wsKeySecret() {
                return Optional.empty();
            }

            @Override
            public Optional<char[]> sip2Password() {
                return password.map(String::toCharArray);
            }

            @Override
            public void supplyWsKeySecret(char[] secret) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void forget() {
                throw new UnsupportedOperationException();
            }
        }, clock);
    }

    static Sip2Server settings(Charset charset, boolean errorDetection, Duration answerTimeout) {
        return new Sip2Server("127.0.0.1", 0, false, "desk", "MAIN", "Front desk", charset, errorDetection,
                answerTimeout);
    }

    /** A patient one. */
    static AskingDesk open(boolean errorDetection) throws IOException {
        return open(errorDetection, Duration.ofSeconds(30));
    }

    static AskingDesk open(boolean errorDetection, Duration answerTimeout) throws IOException {
        return with(settings(StandardCharsets.UTF_8, errorDetection, answerTimeout), Optional.of(PASSWORD));
    }

    static AskingDesk with(Sip2Server settings, Optional<String> password) throws IOException {
        return new AskingDesk(settings, password);
    }

    Answer ask(ItemBarcode item) throws Exception {
        return client.lookUp(item).get(2, TimeUnit.MINUTES);
    }

    ItemDetails known(ItemBarcode item) throws Exception {
        return assertInstanceOf(Answer.Known.class, ask(item)).details();
    }

    Reason none(ItemBarcode item) throws Exception {
        return assertInstanceOf(Answer.None.class, ask(item)).reason();
    }

    /** A server that failed is asked again. */
    void later() {
        clock.advance(Duration.ofMinutes(10));
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
