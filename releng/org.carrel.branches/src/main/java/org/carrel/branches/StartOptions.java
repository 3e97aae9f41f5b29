/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.util.StringJoiner;

/** What the start scripts pass on besides what somebody writes: one word a line, in {@code branch/start.ini}. */
final class StartOptions {

    private StartOptions() {}

    static String of(BranchFolder branch) {
        StringJoiner lines = new StringJoiner("\n", "", "\n");
        lines.add("-product").add(branch.product());
        branch.branding().language().ifPresent(language -> lines.add("-nl").add(language.toString()));
        if (branch.branding().portable()) {
            lines.add("-carrel.portable");
        }
        return lines.toString();
    }
}
