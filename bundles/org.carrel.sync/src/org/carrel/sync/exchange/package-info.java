/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Files for other programs, in formats that bundles bring: the extension point {@code org.carrel.sync.exchangeFormats}.
 */
package org.carrel.sync.exchange;
