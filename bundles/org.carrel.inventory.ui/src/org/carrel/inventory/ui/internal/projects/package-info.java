/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** The view <i>Inventories</i>: which there are, what they are about, who scans for them. */
package org.carrel.inventory.ui.internal.projects;
