/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** The view that tells the library system what an inventory found, and shows what came of it. */
package org.carrel.inventory.ui.internal.writeback;
