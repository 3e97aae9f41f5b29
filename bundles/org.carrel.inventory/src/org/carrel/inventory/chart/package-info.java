/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */

/**
 * The numbers behind the charts of an inventory: how far it is, over time, by shelving location and by person, and
 * where on the shelves there is something to do.
 */
package org.carrel.inventory.chart;
