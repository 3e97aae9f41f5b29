/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Telling the library system what an inventory found: what is to be told, and the way it is told. */
package org.carrel.inventory.writeback;
