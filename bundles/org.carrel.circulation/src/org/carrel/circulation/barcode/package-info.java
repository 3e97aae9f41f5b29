/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Rules about barcodes that bundles of others bring: the extension point {@code org.carrel.circulation.barcodeRules}.
 */
package org.carrel.circulation.barcode;
