/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.carrel.branch.ProfileRemark;
import org.carrel.branch.ProfileReport;
import org.carrel.model.BranchProfile;

/** Looks at a profile and its sealed file without opening anything. */
public final class ProfileInspector {

    private final Clock clock;

    public ProfileInspector(Clock clock) {
        this.clock = clock;
    }

    /** See {@link org.carrel.branch.ProfileFiles#inspect}. */
    public ProfileReport inspect(Path file) {
        ProfileReader.Reading reading;
        try {
            byte[] bytes = new BranchFiles(Surroundings.real(Optional.empty())).read(file);
            reading = new ProfileReader(clock).read(file.toString(), bytes);
        } catch (BranchFiles.UnusableException e) {
            return new ProfileReport(Optional.empty(), List.of(new ProfileRemark(file.toString(), 0, e.getMessage())),
                    List.of(), Optional.empty());
        }
        Path sealed = SealedFile.beside(file.toAbsolutePath());
        Optional<ProfileReport.Seal> seal = reading.profile().filter(profile -> !profile.practice())
                .filter(profile -> Files.exists(sealed)).map(profile -> seal(profile, sealed));
        return new ProfileReport(reading.profile(), reading.errors(), reading.warnings(), seal);
    }

    private static ProfileReport.Seal seal(BranchProfile profile, Path sealed) {
        try {
            SealedDocument document = new SealedFile(sealed, profile.id(), Strength.REAL).read().document();
            return new ProfileReport.Seal.Readable(sealed, document.revision(), document.written(),
                    document.grants().stream().map(PasswordSeal::grant).toList(), document.recovery().name(),
                    ProfileBinding.differences(document.profile(), ProfileBinding.of(profile)));
        } catch (SealException e) {
            return new ProfileReport.Seal.Unusable(sealed, e.getMessage());
        }
    }
}
