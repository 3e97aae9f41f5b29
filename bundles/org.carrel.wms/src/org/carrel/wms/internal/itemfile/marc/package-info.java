/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
/**
 * Reads MARC 21 records, as ISO 2709 and as XML. Knows nothing of items.
 */
package org.carrel.wms.internal.itemfile.marc;
