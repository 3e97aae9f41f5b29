/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Item files that come by themselves.
 */
package org.carrel.inventory.itemfile.internal;
