/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyPair;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** Somebody with an OpenPGP key. */
final class Signer {

    static final Instant BORN = Instant.parse("2026-01-01T00:00:00Z");

    private final PGPKeyPair pair;
    private final PGPPublicKeyRing ring;

    /** @param valid how many seconds the key counts; 0 for ever */
    Signer(long valid) throws PGPException {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        pair = new BcPGPKeyPair(4, PublicKeyAlgorithmTags.EDDSA_LEGACY, generator.generateKeyPair(), Date.from(BORN));
        PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
        if (valid > 0) {
            said.setKeyExpirationTime(true, valid);
        }
        ring = new PGPKeyRingGenerator(PGPSignature.POSITIVE_CERTIFICATION, pair, "updates@example.org",
                new BcPGPDigestCalculatorProvider().get(HashAlgorithmTags.SHA1), said.generate(), null,
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA256), null)
                .generatePublicKeyRing();
    }

    /** Writes the public half into {@code file}. */
    Path publish(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream armoured = new ArmoredOutputStream(bytes)) {
            ring.encode(armoured);
        }
        return Files.write(file, bytes.toByteArray());
    }

    /** Signs what is in {@code file}, at {@code when}. */
    PGPSignature sign(Path file, int hash, Instant when) throws PGPException, IOException {
        PGPSignatureGenerator generator = new PGPSignatureGenerator(
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), hash), pair.getPublicKey());
        generator.init(PGPSignature.BINARY_DOCUMENT, pair.getPrivateKey());
        PGPSignatureSubpacketGenerator said = new PGPSignatureSubpacketGenerator();
        said.setSignatureCreationTime(false, Date.from(when));
        said.setIssuerKeyID(false, pair.getKeyID());
        generator.setHashedSubpackets(said.generate());
        generator.update(Files.readAllBytes(file));
        return generator.generate();
    }
}
