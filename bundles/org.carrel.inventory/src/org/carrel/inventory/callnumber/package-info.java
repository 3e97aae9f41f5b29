/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Call numbers and the order in which they stand on the shelf. A
 * {@link org.carrel.inventory.callnumber.CallNumberScheme} makes a {@link org.carrel.inventory.callnumber.ShelfKey} of
 * a call number; the order of keys is the order of the shelf.
 */
package org.carrel.inventory.callnumber;
