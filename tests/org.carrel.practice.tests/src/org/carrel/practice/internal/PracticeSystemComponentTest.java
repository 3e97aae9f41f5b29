/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.BarcodeRules;
import org.carrel.model.BranchProfile.BarcodeRules.CheckDigit;
import org.carrel.model.BranchProfile.DueDates;
import org.carrel.model.BranchProfile.Features;
import org.carrel.model.BranchProfile.LibrarySystem;
import org.carrel.model.BranchProfile.Preset;
import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.BranchProfile.SignIn.Method;
import org.carrel.model.BranchProfile.Upload;
import org.carrel.model.Origin;
import org.carrel.model.port.Branch;
import org.carrel.model.port.Secrets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The practice system of a practice branch")
class PracticeSystemComponentTest {

    @Test
    @DisplayName("answers at the end points of the profile, and knows the secret that was supplied")
    void answersWhereTheProfileSays() throws Exception {
        int port = Ports.choose();
        Supplied secrets = new Supplied();
        PracticeSystemComponent system = new PracticeSystemComponent(new OneBranch("127.0.0.1", port), secrets);
        try {
            assertEquals(URI.create("http://127.0.0.1:" + port), system.address());
            assertFalse(system.isUp());
            system.bringUp();
            assertTrue(system.isUp());
            assertEquals(401, token(port, "open sesame"));
            secrets.supplyWsKeySecret("open sesame".toCharArray());
            assertEquals(200, token(port, "open sesame"));
            system.misbehave("token 503");
            assertEquals(503, token(port, "open sesame"));
            system.takeDown();
            assertFalse(system.isUp());
        } finally {
            system.deactivate();
        }
        assertThrows(IOException.class, system::bringUp);
    }

    @Test
    @DisplayName("refuses in a sentence to listen for anybody but this machine")
    void loopbackOnly() {
        for (String host : List.of("0.0.0.0", "library.example.org", "192.168.1.2", "localhost.example.org")) {
            PracticeSystemComponent system = new PracticeSystemComponent(new OneBranch(host, Ports.choose()),
                    new Supplied());
            IOException refused = assertThrows(IOException.class, system::bringUp, host);
            assertTrue(refused.getMessage().contains("\"" + host + "\""), refused.getMessage());
            assertFalse(system.isUp());
            system.deactivate();
        }
    }

    private static int token(int port, String secret) throws Exception {
        String basic = Base64.getEncoder().encodeToString(("key:" + secret).getBytes(StandardCharsets.UTF_8));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/token"))
                    .timeout(Duration.ofSeconds(30)).header("Authorization", "Basic " + basic)
                    .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=ONE")).build(),
                    BodyHandlers.discarding()).statusCode();
        }
    }

    /** A practice branch at one address. */
    private record OneBranch(String host, int port) implements Branch {
        @Override
        public BranchProfile profile() {
            URI base = URI.create("http://" + host + ":" + port);
            return new BranchProfile("practice", "Practice", true, ZoneId.of("UTC"), new Registry("900001", "900000"),
                    new LibrarySystem(base.resolve("/ncip"), base.resolve("/token"), Duration.ofSeconds(2),
                            Duration.ofSeconds(2), false, false, Optional.empty()),
                    new BranchProfile.SignIn(Method.OAUTH, "key", "ONE TWO", "", ""),
                    new BarcodeRules(Optional.empty(), Optional.empty(), CheckDigit.NONE),
                    new DueDates(List.of(new Preset.Offset("+1 day", Period.ofDays(1))), 0, LocalTime.of(20, 0)),
                    new Upload(Upload.Rule.LATEST_ONLY, 1, false), new Features(true),
                    BranchProfile.Safety.STANDARD, BranchProfile.Retention.STANDARD, Optional.empty());
        }

        @Override
        public Path dataFolder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path journalFolder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Origin origin() {
            throw new UnsupportedOperationException();
        }
    }

    /** Secrets that somebody supplies later. */
    private static final class Supplied implements Secrets {
        private Optional<char[]> secret = Optional.empty();

        @Override
        public synchronized Optional<char[]> wsKeySecret() {
            return secret.map(char[]::clone);
        }

        @Override
        public synchronized void supplyWsKeySecret(char[] supplied) {
            secret = Optional.of(supplied.clone());
        }

        @Override
        public synchronized void forget() {
            secret = Optional.empty();
        }
    }
}
