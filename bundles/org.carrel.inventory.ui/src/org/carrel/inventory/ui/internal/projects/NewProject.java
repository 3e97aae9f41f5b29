/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.Objects;

import org.carrel.model.inventory.Scope;

/**
 * An inventory that somebody wants to make.
 *
 * @param name    for people; without blanks around it
 * @param scope   what it is about
 * @param counted whether what is found counts as inventoried
 */
record NewProject(String name, Scope scope, boolean counted) {

    NewProject {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(scope, "scope");
    }
}
