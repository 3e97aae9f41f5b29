/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** What the rest of the program needs from the world outside, and what it tells of itself. */
package org.carrel.model.port;
