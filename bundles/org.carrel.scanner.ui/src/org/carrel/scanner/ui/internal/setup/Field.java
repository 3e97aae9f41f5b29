/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

/** What a person fills in, page by page. */
enum Field {
    DRIVER, ADDRESS, OPTION, NAME, ROLE, PREFIX, SUFFIX, SHELF, CONDITION, IGNORE
}
