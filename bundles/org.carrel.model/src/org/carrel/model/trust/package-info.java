/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** Whom to believe that they are the library system. */
package org.carrel.model.trust;
