/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** The letters that lead to a control with Alt: one that leads to two leads nowhere at once. */
final class Underlined {

    private static final Pattern LETTER = Pattern.compile("&(?![& ])(.)");

    private Underlined() {}

    /** What shares its letter with something else that can be seen in {@code window}. UI thread only. */
    static List<String> twice(Shell window) {
        Map<String, List<String>> letters = new LinkedHashMap<>();
        collect(window, letters);
        return letters.values().stream().filter(sharing -> sharing.size() > 1).map(List::toString).toList();
    }

    private static void collect(Composite composite, Map<String, List<String>> letters) {
        for (Control control : composite.getChildren()) {
            if (control.isVisible()) {
                Matcher letter = LETTER.matcher(text(control).replace("&&", ""));
                if (letter.find()) {
                    letters.computeIfAbsent(letter.group(1).toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                            .add(text(control));
                }
                if (control instanceof Composite inner) {
                    collect(inner, letters);
                }
            }
        }
    }

    private static String text(Control control) {
        return switch (control) {
            case Button button -> button.getText();
            case Label label -> label.getText();
            case Group group -> group.getText();
            default -> "";
        };
    }
}
