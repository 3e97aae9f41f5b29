/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

/** Why no product can be made of a branch; the message is one or more sentences for an administrator. */
public final class BranchFault extends Exception {

    private static final long serialVersionUID = 1L;

    public BranchFault(String sentences) {
        super(sentences);
    }

    public BranchFault(String sentences, Throwable cause) {
        super(sentences, cause);
    }
}
