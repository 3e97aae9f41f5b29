/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Trust")
class TrustTest {

    @TempDir
    private Path folder;

    @Test
    @DisplayName("is in Java's certificates beside those of the branch's file")
    void besideJava() throws Exception {
        Certificate some = TrustAnchors.ofJava().getFirst();
        Path file = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(some.getEncoded()) + "\n-----END CERTIFICATE-----\n");

        List<Certificate> own = TrustAnchors.inFile(file);

        assertEquals(List.of(some), own);
        assertEquals(TrustAnchors.ofJava().size() + 1, TrustAnchors.withSystem(own, List.of()).size());
        assertEquals(Optional.empty(), Trust.with(Optional.of(file)).obstacle());
        assertEquals(Optional.empty(), Trust.with(Optional.empty()).obstacle());
    }

    @Test
    @DisplayName("has an obstacle when the file is missing or damaged, and its sentence names the file")
    void obstacles() throws Exception {
        Path missing = folder.resolve("missing.pem");
        Path damaged = Files.write(folder.resolve("damaged.pem"), "no certificate".getBytes(StandardCharsets.UTF_8));

        for (Path file : List.of(missing, damaged)) {
            assertTrue(Trust.with(Optional.of(file)).obstacle().orElseThrow().contains(file.toString()));
        }
        assertEquals(1, Trust.with(Optional.of(damaged)).trouble().size());
    }
}
