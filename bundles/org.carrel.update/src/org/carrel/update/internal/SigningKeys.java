/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bouncycastle.bcpg.HashAlgorithmTags;
import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPPublicKey;
import org.bouncycastle.openpgp.PGPPublicKeyRing;
import org.bouncycastle.openpgp.PGPRuntimeOperationException;
import org.bouncycastle.openpgp.PGPSignature;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.bouncycastle.openpgp.bc.BcPGPPublicKeyRingCollection;
import org.bouncycastle.openpgp.operator.bc.BcPGPContentVerifierBuilderProvider;

/** The OpenPGP keys in one file, one of which must have signed. Whoever put the file there believes all of them. */
final class SigningKeys {

    private static final int LARGEST = 1024 * 1024;
    private static final int CHUNK = 1 << 16;
    /** Good enough for a signature; MD5 and SHA-1 no longer are. */
    private static final Set<Integer> HASHES = Set.of(HashAlgorithmTags.SHA256, HashAlgorithmTags.SHA384,
            HashAlgorithmTags.SHA512, HashAlgorithmTags.SHA3_256, HashAlgorithmTags.SHA3_512);

    private final Map<Long, PGPPublicKey> keys;

    private SigningKeys(Map<Long, PGPPublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** Nobody's. */
    static SigningKeys none() {
        return new SigningKeys(Map.of());
    }

    /**
     * Those in {@code file}, in binary or in ASCII armour; without those that their owner has revoked.
     *
     * @throws IOException when there is none in it, or it cannot be read
     */
    static SigningKeys in(Path file) throws IOException {
        Map<Long, PGPPublicKey> found = new HashMap<>();
        try (InputStream raw = Files.newInputStream(file)) {
            byte[] bytes = raw.readNBytes(LARGEST);
            try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes))) {
                Iterator<PGPPublicKeyRing> rings = new BcPGPPublicKeyRingCollection(in).getKeyRings();
                while (rings.hasNext()) {
                    PGPPublicKeyRing ring = rings.next();
                    boolean revoked = ring.getPublicKey().hasRevocation();
                    ring.getPublicKeys().forEachRemaining(key -> {
                        if (!revoked && !key.hasRevocation()) {
                            found.put(key.getKeyID(), key);
                        }
                    });
                }
            }
        } catch (PGPException | PGPRuntimeOperationException | IllegalArgumentException | ClassCastException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (found.isEmpty()) {
            throw new IOException("no key in it");
        }
        return new SigningKeys(found);
    }

    /** Whether {@code signature} says that it is by one of them. */
    boolean knows(PGPSignature signature) {
        return keys.containsKey(signature.getKeyID());
    }

    /** The one of that number, if any. */
    Collection<PGPPublicKey> of(long id) {
        return keys.containsKey(id) ? Set.of(keys.get(id)) : Set.of();
    }

    /** Something that can be read from its beginning, again and again. */
    interface Content {
        InputStream open() throws IOException;
    }

    /** The detached signatures in {@code bytes}, in binary or in ASCII armour; none when they are something else. */
    static List<PGPSignature> signatures(byte[] bytes) throws IOException {
        try (InputStream in = PGPUtil.getDecoderStream(new ByteArrayInputStream(bytes))) {
            List<PGPSignature> found = new ArrayList<>();
            if (new BcPGPObjectFactory(in).nextObject() instanceof PGPSignatureList all) {
                all.iterator().forEachRemaining(found::add);
            }
            return found;
        } catch (PGPRuntimeOperationException | IllegalArgumentException | ClassCastException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** Whether one of {@code signatures} is a good one of {@code file} by one of them. */
    boolean haveSigned(Path file, Collection<PGPSignature> signatures) throws IOException {
        return haveSigned(() -> Files.newInputStream(file), signatures);
    }

    /** Whether one of {@code signatures} is a good one of {@code content} by one of them. */
    boolean haveSigned(Content content, Collection<PGPSignature> signatures) throws IOException {
        for (PGPSignature signature : signatures) {
            PGPPublicKey key = keys.get(signature.getKeyID());
            if (key != null && isSound(signature, key) && verifies(content, signature, key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSound(PGPSignature signature, PGPPublicKey key) {
        Instant made = signature.getCreationTime().toInstant();
        Instant born = key.getCreationTime().toInstant();
        long valid = key.getValidSeconds();
        return signature.getSignatureType() == PGPSignature.BINARY_DOCUMENT
                && HASHES.contains(signature.getHashAlgorithm()) && !made.isBefore(born)
                && (valid == 0 || made.isBefore(born.plus(Duration.ofSeconds(valid))));
    }

    private static boolean verifies(Content content, PGPSignature signature, PGPPublicKey key) throws IOException {
        try (InputStream in = content.open()) {
            signature.init(new BcPGPContentVerifierBuilderProvider(), key);
            byte[] chunk = new byte[CHUNK];
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                signature.update(chunk, 0, length);
            }
            return signature.verify();
        } catch (PGPException | PGPRuntimeOperationException e) {
            return false;
        }
    }
}
