/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */

/** How the numbers of charts are counted. */
package org.carrel.inventory.chart.internal;
