/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** What an inventory is about, who reads for it, and what they read. */
package org.carrel.model.inventory;
