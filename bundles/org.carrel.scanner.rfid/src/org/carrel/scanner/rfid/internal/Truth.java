/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.util.Locale;

/** What services mean by yes. */
final class Truth {

    private Truth() {}

    static boolean of(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on", "secure", "secured" -> true;
            default -> false;
        };
    }
}
