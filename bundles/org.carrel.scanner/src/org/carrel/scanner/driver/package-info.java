/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * What a driver implements, and what it may use. A driver knows nothing of windows, targets or barcodes: it opens
 * devices and passes on what they send.
 */
package org.carrel.scanner.driver;
