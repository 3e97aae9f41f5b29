/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.util.List;
import java.util.Objects;

import org.carrel.model.port.Branch;

/** What became of opening a branch. */
public sealed interface BranchOpening {

    /**
     * The branch is open: practice mode, which has no password, or a branch somebody has signed in to.
     *
     * @param branch   what it is
     * @param warnings what an administrator should look at; never null, may be empty
     */
    record Opened(Branch branch, List<ProfileRemark> warnings) implements BranchOpening {
        public Opened {
            Objects.requireNonNull(branch, "branch");
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The branch is sealed: somebody signs in first.
     *
     * @param branch   where to sign in
     * @param warnings what an administrator should look at; never null, may be empty
     */
    record Locked(SealedBranch branch, List<ProfileRemark> warnings) implements BranchOpening {
        public Locked {
            Objects.requireNonNull(branch, "branch");
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The branch is a real one that was never sealed: an administrator sets a password first.
     *
     * @param branch   where to set it
     * @param warnings what an administrator should look at; never null, may be empty
     */
    record Unsealed(UnsealedBranch branch, List<ProfileRemark> warnings) implements BranchOpening {
        public Unsealed {
            Objects.requireNonNull(branch, "branch");
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The profile cannot be used, or the data folder cannot; nothing was opened.
     *
     * @param errors all that is wrong, in order of lines; never empty
     */
    record Refused(List<ProfileRemark> errors) implements BranchOpening {
        public Refused {
            errors = List.copyOf(errors);
            if (errors.isEmpty()) {
                throw new IllegalArgumentException("a refusal has a reason");
            }
        }
    }
}
