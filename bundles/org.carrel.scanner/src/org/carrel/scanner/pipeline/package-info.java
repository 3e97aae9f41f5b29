/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/** How a read becomes a scan: pure functions, set up for each device, that can explain themselves. */
package org.carrel.scanner.pipeline;
