/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * The view <i>Shelf</i>: reading the shelves. What is read goes to the disk on one thread ({@code ShelfRecorder}) and
 * is judged on another ({@code Shelf}); the UI thread only shows what came of it.
 */
package org.carrel.inventory.ui.internal.shelf;
