/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.util.Collection;
import java.util.Date;
import java.util.Set;

import org.bouncycastle.openpgp.PGPPublicKey;
import org.eclipse.equinox.p2.repository.spi.PGPPublicKeyService;

/**
 * What p2 knows of keys: those that the branch names. It would believe the ones that lie beside the signatures, keep
 * them for next time, and ask servers for more.
 */
final class OnlyTheseKeys extends PGPPublicKeyService {

    private final SigningKeys keys;

    OnlyTheseKeys(SigningKeys keys) {
        this.keys = keys;
    }

    @Override
    public PGPPublicKey getKey(String fingerprint) {
        return null;
    }

    @Override
    public Collection<PGPPublicKey> getKeys(long keyId) {
        return keys.of(keyId);
    }

    @Override
    public PGPPublicKey addKey(PGPPublicKey key) {
        return key;
    }

    @Override
    public Set<PGPPublicKey> getVerifiedCertifications(PGPPublicKey key) {
        return Set.of();
    }

    @Override
    public Date getVerifiedRevocationDate(PGPPublicKey key) {
        return null;
    }
}
