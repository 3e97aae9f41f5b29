/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Newer versions of the program: looking for them, installing them, and going back. */
package org.carrel.update;
