/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** How the books to move are found. */
package org.carrel.inventory.shelf.internal;
