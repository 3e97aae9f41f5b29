/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Tells a scanner that types from a person who types. */
package org.carrel.scanner.wedge;
