/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** What an inventory found, with what people did about it. */
package org.carrel.inventory.findings;
