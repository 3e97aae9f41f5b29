/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import org.carrel.branch.SealedBranch;
import org.carrel.branch.internal.crypto.Crypto;
import org.carrel.model.BranchProfile;
import org.carrel.model.port.DataKey;
import org.carrel.model.port.DataKey.Purpose;
import org.carrel.testkit.ChildJvm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("A heap dump")
class HeapDumpTest {

    @TempDir
    Path folder;

    @Test
    void holds_no_password_no_secret_and_no_key_after_signing_out() throws Exception {
        SealedBranch branch = Sealing.sealed(folder);
        Map<String, byte[]> wanted = new LinkedHashMap<>();
        DataKey key = Sealing.signedIn(branch, Sealing.PASSWORD).dataKey().orElseThrow();
        spell("queue key", key.derive(Purpose.QUEUE), wanted);
        spell("journal key", key.derive(Purpose.JOURNAL), wanted);
        Unlocking.Attempt.Open open = (Unlocking.Attempt.Open) new Unlocking(
                new SealedFile(branch.file(), "main-library", Sealing.QUICK),
                new SignInMemory(folder.resolve("data/main-library"), Profiles.NOON)).attempt(Sealing.PASSWORD);
        spell("data key", open.dataKey().root(), wanted);
        spell("password", Sealing.PASSWORD, wanted);
        spell("wskey secret", Sealing.SECRET, wanted);
        branch.signOut();
        spell("passphrase", Sealing.PASSPHRASE, wanted);
        Sealing.recovery(folder);
        Files.write(folder.resolve("typed-password"), Crypto.utf8(Sealing.PASSWORD));
        Files.write(folder.resolve("typed-passphrase"), Crypto.utf8(Sealing.PASSPHRASE));

        try (ChildJvm child = ChildJvm.start(folder, SigningInChild.class, List.of(SigningInChild.class,
                SealedBranch.class, BranchProfile.class, LoadSettings.class, Logger.class, ChildJvm.class),
                folder.toString())) {
            String said = child.line().orElse("");
            assertTrue(said.startsWith("dumped main-library") && said.contains("Done"),
                    () -> said + errors().orElse(""));
        }
        Set<String> before = found(folder.resolve("signed-in.hprof"), wanted);
        assertTrue(before.contains("data key") && before.contains("queue key") && before.contains("password, UTF-16BE"),
                () -> "what is in memory while somebody is signed in can be found: " + before);
        assertEquals(Set.of(), found(folder.resolve("signed-out.hprof"), wanted));
    }

    private Optional<String> errors() {
        try {
            return Optional.of(Files.readString(folder.resolve("child-errors.txt")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void spell(String name, byte[] key, Map<String, byte[]> wanted) {
        wanted.put(name, key);
        wanted.put(name + ", base64", Base64.getEncoder().withoutPadding().encode(key));
        wanted.put(name + ", hex", HexFormat.of().formatHex(key).getBytes(StandardCharsets.US_ASCII));
    }

    private static void spell(String name, char[] secret, Map<String, byte[]> wanted) {
        String text = new String(secret);
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        wanted.put(name + ", UTF-8", utf8);
        wanted.put(name + ", UTF-16BE", text.getBytes(StandardCharsets.UTF_16BE));
        wanted.put(name + ", UTF-16LE", text.getBytes(StandardCharsets.UTF_16LE));
        wanted.put(name + ", base64", Base64.getEncoder().withoutPadding().encode(utf8));
    }

    private static Set<String> found(Path dump, Map<String, byte[]> wanted) throws IOException {
        // One character is one byte there, and searching is quick.
        String content = new String(Files.readAllBytes(dump), StandardCharsets.ISO_8859_1);
        Set<String> found = new TreeSet<>();
        wanted.forEach((name, bytes) -> {
            if (content.contains(new String(bytes, StandardCharsets.ISO_8859_1))) {
                found.add(name);
            }
        });
        return found;
    }
}
