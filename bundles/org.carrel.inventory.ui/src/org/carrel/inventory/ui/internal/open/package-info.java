/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Which inventory the window works on, and what it came to so far: shared by all views. */
package org.carrel.inventory.ui.internal.open;
