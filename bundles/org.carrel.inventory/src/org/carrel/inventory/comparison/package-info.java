/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What was read on the shelves, compared with what the item file says. Pure functions: they store nothing and ask
 * nobody.
 */
package org.carrel.inventory.comparison;
