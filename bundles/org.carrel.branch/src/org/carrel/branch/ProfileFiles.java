/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.branch.internal.InstallArea;
import org.carrel.branch.internal.PracticeProfile;
import org.carrel.branch.internal.ProfileDrafts;
import org.carrel.branch.internal.ProfileInspector;
import org.carrel.branch.internal.Surroundings;

/**
 * Makes and looks at the files of branches, for administrators; opens nothing and asks for no password. Immutable; safe
 * for use by several threads.
 */
public final class ProfileFiles {

    private final Surroundings surroundings;
    private final Clock clock;

    /** Works with the environment and the system properties of this process. */
    public ProfileFiles(Clock clock) {
        this.surroundings = Surroundings.real(InstallArea.ofThisBundle());
        this.clock = clock;
    }

    /** The profile that this machine was set up for; empty means practice mode. See {@link BranchSetup#open}. */
    public Optional<Path> standard() {
        return surroundings.profile();
    }

    /** The profile of practice mode, with the words in it that people see in the language of the workstation. */
    public static byte[] practice() {
        return PracticeProfile.read();
    }

    /** All there is to say about a profile and the sealed file beside it. */
    public ProfileReport inspect(Path profile) {
        return new ProfileInspector(clock).inspect(profile);
    }

    /**
     * Writes a new profile, which is the shipped example with some values replaced.
     *
     * @param profile must not be there
     * @param values  by section and key, for instance {@code branch / id}
     * @return what is wrong, and then nothing was written; empty when all is well
     */
    public List<ProfileRemark> create(Path profile, Map<String, String> values) {
        return new ProfileDrafts(clock).create(profile, values);
    }
}
