/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.carrel.branch.SealedBranch;
import org.carrel.model.Texts;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A password that is chosen: twice, with a hint how good it is. UI thread only. */
final class NewPassword {

    private final Texts texts = Texts.of(NewPassword.class);
    private final Text first;
    private final Text second;
    private final Label hint;

    /** @param key the prefix of the widgets' names, see {@link org.carrel.ui.WidgetKey} */
    NewPassword(Fields fields, String label, String again, String key) {
        first = fields.secret(label, key + ".first");
        second = fields.secret(again, key + ".second");
        hint = fields.hint(key + ".hint");
        first.addListener(SWT.Modify, event -> showHint());
        showHint();
    }

    boolean isEmpty() {
        return first.getCharCount() == 0 && second.getCharCount() == 0;
    }

    /** What is wrong with it as it stands; empty when it can be used. */
    Optional<String> objection() {
        char[] one = first.getTextChars();
        char[] other = second.getTextChars();
        try {
            if (one.length < SealedBranch.SHORTEST_PASSWORD) {
                return Optional.of(texts.get("newpassword.short", SealedBranch.SHORTEST_PASSWORD));
            }
            return Arrays.equals(one, other) ? Optional.empty() : Optional.of(texts.get("newpassword.differ"));
        } finally {
            Arrays.fill(one, '\0');
            Arrays.fill(other, '\0');
        }
    }

    /** What was typed; the caller overwrites it. */
    char[] value() {
        return first.getTextChars();
    }

    void setEnabled(boolean enabled) {
        first.setEnabled(enabled);
        second.setEnabled(enabled);
    }

    void setFocus() {
        first.setFocus();
    }

    private void showHint() {
        char[] typed = first.getTextChars();
        PasswordStrength strength = PasswordStrength.of(typed);
        Arrays.fill(typed, '\0');
        hint.setText(texts.get("strength." + strength.name().toLowerCase(Locale.ROOT), SealedBranch.SHORTEST_PASSWORD));
        hint.setForeground(Palette.of(hint).text(switch (strength) {
            case TOO_SHORT -> Tone.NEUTRAL;
            case WEAK -> Tone.BAD;
            case FAIR -> Tone.CAUTION;
            case GOOD -> Tone.GOOD;
        }));
    }
}
