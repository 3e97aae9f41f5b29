/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** A way to another library system, as an example of a bundle that a library makes for itself. */
package org.carrel.example.transport;
