/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.driver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.eclipse.swt.SWT;

/**
 * A key with the keys held down meanwhile.
 *
 * @param modifiers SWT key codes, in the order in which they go down
 * @param keyCode   the SWT key code; 0 when {@code character} says it all
 * @param character the character; 0 for keys that make none
 */
public record Keys(List<Integer> modifiers, int keyCode, char character) {

    private static final Map<String, Integer> MODIFIERS = Map.of("CTRL", SWT.CTRL, "SHIFT", SWT.SHIFT, "ALT",
            SWT.ALT);
    private static final Map<String, Integer> NAMED = Map.ofEntries(Map.entry("ENTER", (int) SWT.CR),
            Map.entry("TAB", (int) SWT.TAB), Map.entry("ESC", (int) SWT.ESC), Map.entry("SPACE", (int) ' '),
            Map.entry("DEL", (int) SWT.DEL), Map.entry("BACKSPACE", (int) SWT.BS), Map.entry("UP", SWT.ARROW_UP),
            Map.entry("DOWN", SWT.ARROW_DOWN), Map.entry("LEFT", SWT.ARROW_LEFT),
            Map.entry("RIGHT", SWT.ARROW_RIGHT), Map.entry("HOME", SWT.HOME), Map.entry("END", SWT.END));

    public Keys {
        modifiers = List.copyOf(modifiers);
    }

    /** Reads {@code Ctrl+Shift+A}, {@code F3}, {@code Enter}. */
    public static Keys parse(String chord) {
        List<Integer> modifiers = new ArrayList<>();
        String rest = chord;
        for (int plus = rest.indexOf('+'); plus > 0; plus = rest.indexOf('+')) {
            Integer modifier = MODIFIERS.get(rest.substring(0, plus).toUpperCase(Locale.ROOT));
            if (modifier == null) {
                throw new IllegalArgumentException("no such modifier in " + chord);
            }
            modifiers.add(modifier);
            rest = rest.substring(plus + 1);
        }
        if (rest.length() == 1) {
            return new Keys(modifiers, 0, Character.toLowerCase(rest.charAt(0)));
        }
        String name = rest.toUpperCase(Locale.ROOT);
        if (name.matches("F([1-9]|1[0-2])")) {
            return new Keys(modifiers, SWT.F1 + Integer.parseInt(name.substring(1)) - 1, '\0');
        }
        Integer named = NAMED.get(name);
        if (named == null) {
            throw new IllegalArgumentException("no such key: " + chord);
        }
        return new Keys(modifiers, named, named < SWT.KEYCODE_BIT ? (char) (int) named : '\0');
    }
}
