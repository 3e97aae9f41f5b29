/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPSignature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The keys that a branch names for updates")
class SigningKeysTest {

    private static final long MONTH = 30L * 24 * 60 * 60;
    private static final Instant EARLY = Signer.BORN.plusSeconds(60);
    private static final Instant LATE = Signer.BORN.plusSeconds(2 * MONTH);

    @TempDir
    private Path folder;
    private Path artifact;

    @BeforeEach
    void something_to_sign() throws IOException {
        artifact = Files.writeString(folder.resolve("org.example_1.0.0.jar"), "what was built");
    }

    private SigningKeys of(Signer signer) throws IOException {
        return SigningKeys.in(signer.publish(folder.resolve("updates-key.asc")));
    }

    private boolean accepted(SigningKeys keys, PGPSignature signature) throws IOException {
        return keys.haveSigned(artifact, List.of(signature));
    }

    @Test
    void vouch_for_what_their_owner_has_signed() throws Exception {
        Signer signer = new Signer(0);
        PGPSignature signature = signer.sign(artifact, HashAlgorithmTags.SHA256, LATE);
        SigningKeys keys = of(signer);
        assertTrue(keys.knows(signature));
        assertTrue(accepted(keys, signature));
    }

    @Test
    void do_not_vouch_for_what_was_changed_since() throws Exception {
        Signer signer = new Signer(0);
        PGPSignature signature = signer.sign(artifact, HashAlgorithmTags.SHA256, EARLY);
        Files.writeString(artifact, "what was changed");
        assertFalse(accepted(of(signer), signature));
    }

    @Test
    void do_not_vouch_for_what_somebody_else_has_signed_or_nobody() throws Exception {
        PGPSignature signature = new Signer(0).sign(artifact, HashAlgorithmTags.SHA256, EARLY);
        SigningKeys keys = of(new Signer(0));
        assertFalse(keys.knows(signature));
        assertFalse(accepted(keys, signature));
        assertFalse(keys.haveSigned(artifact, List.of()));
        assertFalse(accepted(SigningKeys.none(), signature));
    }

    @Test
    void do_not_vouch_by_a_hash_that_can_be_forged() throws Exception {
        Signer signer = new Signer(0);
        assertFalse(accepted(of(signer), signer.sign(artifact, HashAlgorithmTags.SHA1, EARLY)));
    }

    @Test
    void vouch_for_what_was_signed_while_they_were_valid() throws Exception {
        Signer signer = new Signer(MONTH);
        assertTrue(accepted(of(signer), signer.sign(artifact, HashAlgorithmTags.SHA512, EARLY)));
        assertFalse(accepted(of(signer), signer.sign(artifact, HashAlgorithmTags.SHA512, LATE)));
        assertFalse(accepted(of(signer),
                signer.sign(artifact, HashAlgorithmTags.SHA512, Signer.BORN.minusSeconds(MONTH))));
    }

    @Test
    void are_in_a_file_or_it_is_refused() throws IOException, PGPException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "the key is in the safe");
        assertThrows(IOException.class, () -> SigningKeys.in(notes));
        assertThrows(IOException.class, () -> SigningKeys.in(Files.createFile(folder.resolve("empty.asc"))));
        assertThrows(IOException.class, () -> SigningKeys.in(folder.resolve("none.asc")));
    }
}
