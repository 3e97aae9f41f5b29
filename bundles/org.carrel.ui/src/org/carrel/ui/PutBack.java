/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.swt.widgets.Control;

/**
 * How to put a field back to what it held before somebody scanned with the keyboard in it, where more hangs on the
 * field than its text. Whoever tells a scanner from a person remembers the field at the first key of what may become a
 * scan. UI thread only.
 */
public final class PutBack {

    private static final String KEY = "org.carrel.ui.putBack";

    /** So that the type is known where it is read. */
    private record Memory(Supplier<Runnable> remember) {}

    private PutBack() {}

    /**
     * @param remember called before a key lands in {@code control}; running what it answers puts everything back, as if
     *                 nothing had been typed since
     */
    public static void teach(Control control, Supplier<Runnable> remember) {
        control.setData(KEY, new Memory(Objects.requireNonNull(remember, "remember")));
    }

    /** Remembers {@code control} as it is now; empty when nobody taught how. */
    public static Optional<Runnable> of(Control control) {
        return control.getData(KEY) instanceof Memory memory ? Optional.of(memory.remember().get()) : Optional.empty();
    }
}
