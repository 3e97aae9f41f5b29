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
     * The branch is open.
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
