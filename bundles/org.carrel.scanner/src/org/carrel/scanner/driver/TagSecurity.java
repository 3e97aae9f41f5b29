/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.driver;

import java.io.IOException;
import java.util.Set;

import org.carrel.model.ItemBarcode;

/** Sets the security of RFID tags. Safe for use by several threads. Waits for the pad. */
public interface TagSecurity {

    /** The items whose tags can be written now. */
    Set<ItemBarcode> present() throws IOException;

    /**
     * Makes the tag of an item say whether a gate must notice it, and reads it back.
     *
     * @throws IOException when it is not certain that the tag says so; the message is a sentence
     */
    void secure(ItemBarcode item, boolean secured) throws IOException;
}
