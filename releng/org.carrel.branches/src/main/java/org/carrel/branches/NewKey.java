/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Date;
import java.util.Iterator;
import java.util.Set;

import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyAlgorithmTags;
import org.bouncycastle.bcpg.PublicKeyPacket;
import org.bouncycastle.bcpg.SymmetricKeyAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.crypto.generators.Ed25519KeyPairGenerator;
import org.bouncycastle.crypto.params.Ed25519KeyGenerationParameters;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureSubpacketGenerator;
import org.bouncycastle.openpgp.operator.PGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyEncryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;
import org.bouncycastle.openpgp.operator.bc.BcPGPKeyPair;

/** Makes a key to sign updates with, for those who have none and no GnuPG; it is one of OpenPGP like any other. */
final class NewKey {

    /** How much work it is to try a passphrase: the most that the format has (RFC 9580, 3.7.1.3). */
    private static final int MOST_WORK = 0xFF;
    private static final int SHORTEST_PASSPHRASE = 8;

    private NewKey() {}

    /**
     * Arguments: {@code new-key}; a file for the secret half, one for the public half, whose key it is. Neither file may
     * exist. The passphrase is the first line of the input.
     */
    static void main(String[] words) throws IOException, BranchFault {
        String passphrase = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        if (passphrase == null || passphrase.length() < SHORTEST_PASSPHRASE) {
            throw new BranchFault("The passphrase of a key to sign with must have " + SHORTEST_PASSPHRASE
                    + " letters or more: whoever has file and passphrase decides what all workstations run.");
        }
        Path secret = Path.of(words[1]);
        Path open = Path.of(words[2]);
        for (Path file : new Path[] { secret, open }) {
            if (Files.exists(file)) {
                throw new BranchFault(file + " is there already, and is not replaced. Choose another name.");
            }
        }
        try {
            PGPSecretKeyRing ring = generator(words[3], passphrase.toCharArray(), Clock.systemUTC())
                    .generateSecretKeyRing();
            write(ring, secret, open);
        } catch (PGPException e) {
            throw new BranchFault("No key could be made: " + e.getMessage(), e);
        }
        System.out.println("   secret half " + secret + ": keep it and its passphrase in a safe");
        System.out.println("   public half " + open + ": \"key\" under \"updates\" in the profile names it");
    }

    static PGPKeyRingGenerator generator(String owner, char[] passphrase, Clock clock) throws PGPException {
        PGPDigestCalculatorProvider digests = new BcPGPDigestCalculatorProvider();
        BcPGPKeyPair pair = pair(clock);
        PGPSignatureSubpacketGenerator says = new PGPSignatureSubpacketGenerator();
        says.setKeyFlags(true, KeyFlags.CERTIFY_OTHER | KeyFlags.SIGN_DATA);
        return new PGPKeyRingGenerator(PGPSignature.POSITIVE_CERTIFICATION, pair, owner,
                digests.get(HashAlgorithmTags.SHA1), says.generate(), null,
                new BcPGPContentSignerBuilder(pair.getPublicKey().getAlgorithm(), HashAlgorithmTags.SHA512),
                new BcPBESecretKeyEncryptorBuilder(SymmetricKeyAlgorithmTags.AES_256,
                        digests.get(HashAlgorithmTags.SHA256), MOST_WORK).build(passphrase));
    }

    static BcPGPKeyPair pair(Clock clock) throws PGPException {
        Ed25519KeyPairGenerator generator = new Ed25519KeyPairGenerator();
        generator.init(new Ed25519KeyGenerationParameters(new SecureRandom()));
        return new BcPGPKeyPair(PublicKeyPacket.VERSION_4, PublicKeyAlgorithmTags.EDDSA_LEGACY,
                generator.generateKeyPair(), Date.from(clock.instant()));
    }

    static void write(PGPSecretKeyRing ring, Path secret, Path open) throws IOException {
        FileAttribute<?>[] attributes = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
                : new FileAttribute<?>[0];
        try (OutputStream out = armored(Channels.newOutputStream(Files.newByteChannel(secret,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)))) {
            ring.encode(out);
        }
        try (OutputStream out = armored(Files.newOutputStream(open, StandardOpenOption.CREATE_NEW))) {
            for (Iterator<PGPPublicKey> keys = ring.getPublicKeys(); keys.hasNext();) {
                keys.next().encode(out);
            }
        }
    }

    /** Closes what it stands on, which armor as such does not. */
    private static OutputStream armored(OutputStream file) {
        return new ArmoredOutputStream(file) {
            @Override
            public void close() throws IOException {
                super.close();
                file.close();
            }
        };
    }
}
