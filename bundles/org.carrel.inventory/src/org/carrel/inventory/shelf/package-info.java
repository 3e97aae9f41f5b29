/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** The order of a shelf: which books to move so that it is in call number order, and where to. */
package org.carrel.inventory.shelf;
