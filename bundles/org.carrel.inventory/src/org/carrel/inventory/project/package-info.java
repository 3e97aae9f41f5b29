/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** What an inventory is about: which items are looked for, and how many there are before anything happens. */
package org.carrel.inventory.project;
