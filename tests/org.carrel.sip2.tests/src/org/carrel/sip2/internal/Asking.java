/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.LibrarySystem;
import org.carrel.model.Sip2Server;
import org.carrel.model.port.Secrets;
import org.carrel.testkit.TestBranch;

/** Clients for tests. */
final class Asking {

    static final String PASSWORD = "open-sesame-4711";

    static final Secrets SECRETS = new Secrets() {
        @Override
        public Optional<char[]> wsKeySecret() {
            return Optional.empty();
        }

        @Override
        public Optional<char[]> sip2Password() {
            return Optional.of(PASSWORD.toCharArray());
        }

        @Override
        public void supplyWsKeySecret(char[] secret) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void forget() {
            throw new UnsupportedOperationException();
        }
    };

    private Asking() {}

    static QueuedLookup client(String host, int port, boolean tls, Optional<Path> caFile, Duration idle) {
        return client(host, port, tls, caFile, idle, Duration.ofSeconds(30));
    }

    static QueuedLookup client(String host, int port, boolean tls, Optional<Path> caFile, Duration idle,
            Duration limit) {
        BranchProfile profile = TestBranch.standard().profile();
        LibrarySystem system = profile.system();
        return QueuedLookup.of(
                profile.withSystem(new LibrarySystem(system.ncip(), system.token(), Duration.ofSeconds(30),
                        system.answerTimeout(), false, false, caFile))
                        .withSip2(new Sip2Server(host, port, tls, "desk-user", "MAIN", "", StandardCharsets.UTF_8, true,
                                limit)),
                SECRETS, Clock.systemUTC(), idle);
    }
}
