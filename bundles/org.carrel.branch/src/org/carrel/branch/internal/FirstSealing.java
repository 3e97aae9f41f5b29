/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.branch.Grant;
import org.carrel.branch.RecoveryKey;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.UnsealedBranch;
import org.carrel.branch.internal.crypto.Crypto;
import org.carrel.branch.internal.crypto.RootKey;
import org.carrel.model.BranchProfile;

/** A branch that is sealed for the first time. */
final class FirstSealing implements UnsealedBranch {

    private final BranchPlace place;
    private final Path sealedFile;
    private final Strength strength;
    private final Clock clock;
    private final Publishing publishing;
    private volatile Optional<SealedBranch> sealed = Optional.empty();

    FirstSealing(BranchPlace place, Path sealedFile, Strength strength, Clock clock, Publishing publishing) {
        this.place = place;
        this.sealedFile = sealedFile;
        this.strength = strength;
        this.clock = clock;
        this.publishing = publishing;
    }

    @Override
    public BranchProfile profile() {
        return place.profile();
    }

    @Override
    public Path file() {
        return sealedFile;
    }

    @Override
    public synchronized Answer seal(char[] password, Optional<char[]> wsKeySecret, RecoveryKey recovery) {
        String branch = place.profile().id();
        SealedFile file = new SealedFile(sealedFile, branch, strength);
        try (RootKey dataKey = RootKey.fresh(branch)) {
            KeyChanges.requireLong(password);
            file.requireMissing();
            RecoverySeal recoverySeal = RecoverySeal.of(branch, new RecoveryFiles(strength).publicKey(recovery),
                    dataKey);
            PasswordSeal desk = PasswordSeal.of(branch, Grant.DESK, clock.instant(), strength.rounds(), password,
                    dataKey);
            SealedDocument document = new SealedDocument(branch, 1, clock.instant(), List.of(desk), recoverySeal,
                    ProfileBinding.of(place.profile()), Map.of(), Map.of(),
                    List.of());
            if (wsKeySecret.isPresent()) {
                byte[] secret = Crypto.utf8(wsKeySecret.get());
                document = document.withSecret(SealedDocument.WSKEY, secret, dataKey);
                Arrays.fill(secret, (byte) 0);
            }
            file.create(document, dataKey);
        } catch (SealException e) {
            return new Answer.Refused(e.getMessage());
        }
        SealedDesk desk = new SealedDesk(place, sealedFile, strength, clock, publishing);
        sealed = Optional.of(desk);
        publishing.found(desk);
        return new Answer.Sealed(desk);
    }

    @Override
    public Optional<SealedBranch> sealed() {
        return sealed;
    }
}
