/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** The steps of a comparison. */
package org.carrel.inventory.comparison.internal;
