/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** How a push goes. */
package org.carrel.inventory.writeback.internal;
