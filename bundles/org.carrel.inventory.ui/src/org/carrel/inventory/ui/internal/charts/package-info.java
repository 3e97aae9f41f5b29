/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** View <i>Charts</i>: how far an inventory is and where there is something to do, drawn, and as tables. */
package org.carrel.inventory.ui.internal.charts;
