/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** The view <i>Item File</i>: what is on the shelves according to the library system, and how it comes here. */
package org.carrel.inventory.ui.internal.items;
