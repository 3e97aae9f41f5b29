/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** What a desk works with: transactions, items, the branch. Records and values, all of them immutable. */
package org.carrel.model;
