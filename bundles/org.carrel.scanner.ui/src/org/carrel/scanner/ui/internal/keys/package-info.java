/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Tells a scanner that types from a person, wherever the keyboard is in the window. */
package org.carrel.scanner.ui.internal.keys;
