/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** The view <i>Findings</i>: what is the matter, what to do next, and what people did about it. */
package org.carrel.inventory.ui.internal.findings;
