/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Bundles of others that a library adds to its workstations: adding, checking, starting and leaving them out. */
package org.carrel.extension;
