/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** The file of Koha's offline circulation, as an example of a bundle that a library makes for itself. */
package org.carrel.example.koha;
