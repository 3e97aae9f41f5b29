/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;

import org.bouncycastle.bcpg.ArmoredOutputStream;
import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.bcpg.sig.KeyFlags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPrivateKey;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPSecretKey;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureGenerator;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPSecretKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPBESecretKeyDecryptorBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentSignerBuilder;
import org.bouncycastle.openpgp.operator.bc.BcPGPDigestCalculatorProvider;

/** A secret key in a file, as {@code gpg --armor --export-secret-keys} writes it. */
final class KeyFile implements Signer {

    private final PGPSecretKeyRing ring;
    private final PGPPublicKey key;
    private final PGPPrivateKey secret;

    private KeyFile(PGPSecretKeyRing ring, PGPPublicKey key, PGPPrivateKey secret) {
        this.ring = ring;
        this.key = key;
        this.secret = secret;
    }

    /** @param passphrase empty when the key has none; it is not kept */
    static KeyFile open(Path file, char[] passphrase) throws IOException, BranchFault {
        PGPSecretKeyRing ring = ring(file);
        PGPSecretKey signing = signingKey(file, ring);
        try {
            return new KeyFile(ring, signing.getPublicKey(), signing.extractPrivateKey(
                    new BcPBESecretKeyDecryptorBuilder(new BcPGPDigestCalculatorProvider()).build(passphrase)));
        } catch (PGPException e) {
            throw new BranchFault("The passphrase does not open the key in " + file + ".", e);
        }
    }

    private static PGPSecretKeyRing ring(Path file) throws IOException, BranchFault {
        try (InputStream in = PGPUtil.getDecoderStream(Files.newInputStream(file))) {
            Iterator<PGPSecretKeyRing> rings = new BcPGPSecretKeyRingCollection(in).getKeyRings();
            if (rings.hasNext()) {
                PGPSecretKeyRing ring = rings.next();
                if (!rings.hasNext()) {
                    return ring;
                }
                throw new BranchFault(file + " has several secret keys. Export only the one to sign with.");
            }
            throw new BranchFault(noKey(file));
        } catch (PGPException e) {
            throw new BranchFault(noKey(file), e);
        }
    }

    private static String noKey(Path file) {
        return file + " has no secret key in it. \"gpg --armor --export-secret-keys NAME\" writes such a file.";
    }

    /** A key beside the main one first: whoever has made one for signing keeps the main one away. */
    private static PGPSecretKey signingKey(Path file, PGPSecretKeyRing ring) throws BranchFault {
        PGPSecretKey found = null;
        for (PGPSecretKey one : ring) {
            if (one.isSigningKey() && !one.isPrivateKeyEmpty() && !one.getPublicKey().hasRevocation()
                    && isForSigning(one.getPublicKey()) && (found == null || found.isMasterKey())) {
                found = one;
            }
        }
        if (found == null) {
            throw new BranchFault(file + " has no key that can sign. Export one that can.");
        }
        return found;
    }

    /** Whether those who made it meant it for signing; keys that do not say are. */
    private static boolean isForSigning(PGPPublicKey key) {
        boolean said = false;
        for (Iterator<PGPSignature> signatures = key.getKeySignatures(); signatures.hasNext();) {
            var packets = signatures.next().getHashedSubPackets();
            if (packets != null && packets.getKeyFlags() != 0) {
                said = true;
                if ((packets.getKeyFlags() & KeyFlags.SIGN_DATA) != 0) {
                    return true;
                }
            }
        }
        return !said;
    }

    @Override
    public String sign(Path file) throws IOException, BranchFault {
        try (InputStream in = Files.newInputStream(file)) {
            PGPSignatureGenerator generator = new PGPSignatureGenerator(
                    new BcPGPContentSignerBuilder(key.getAlgorithm(), HashAlgorithmTags.SHA512), key);
            generator.init(PGPSignature.BINARY_DOCUMENT, secret);
            byte[] buffer = new byte[1 << 16];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                generator.update(buffer, 0, count);
            }
            return armored(out -> generator.generate().encode(out));
        } catch (PGPException e) {
            throw new BranchFault(file + " could not be signed: " + e.getMessage(), e);
        }
    }

    @Override
    public String publicKeys() throws IOException, BranchFault {
        try {
            return armored(out -> {
                for (Iterator<PGPPublicKey> keys = ring.getPublicKeys(); keys.hasNext();) {
                    keys.next().encode(out);
                }
            });
        } catch (PGPException e) {
            throw new BranchFault("The public half of the key could not be written: " + e.getMessage(), e);
        }
    }

    /** Writes one thing. */
    private interface Content {

        void writeTo(OutputStream out) throws IOException, PGPException;
    }

    private static String armored(Content content) throws IOException, PGPException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ArmoredOutputStream out = ArmoredOutputStream.builder().clearHeaders().build(bytes)) {
            content.writeTo(out);
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
