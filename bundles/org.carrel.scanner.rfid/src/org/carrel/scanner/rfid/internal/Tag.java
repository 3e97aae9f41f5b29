/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.util.List;

/**
 * An item on a pad.
 *
 * @param barcode what its tag says; may be blank or anything else
 * @param secured whether a gate must notice it
 * @param handles by which the service names its tags, where that is not the barcode
 */
record Tag(String barcode, boolean secured, List<String> handles) {

    Tag {
        handles = List.copyOf(handles);
    }
}
