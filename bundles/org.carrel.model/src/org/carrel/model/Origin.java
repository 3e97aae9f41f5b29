/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model;

import java.util.Objects;

/**
 * Where a transaction was recorded, and by whom.
 *
 * @param workstation name of the machine; never null, may be empty when unknown
 * @param operator    name or initials of the person; never null, empty when the branch does not ask for it
 */
public record Origin(String workstation, String operator) {

    public Origin {
        Objects.requireNonNull(workstation, "workstation");
        Objects.requireNonNull(operator, "operator");
    }
}
