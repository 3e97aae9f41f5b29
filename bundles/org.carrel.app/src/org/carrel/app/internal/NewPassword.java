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
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A password that is chosen: twice, with a hint how good it is. UI thread only. */
final class NewPassword extends Composite {

    private final Texts texts = Texts.of(NewPassword.class);
    private final Text first;
    private final Text second;
    private final Label hint;
    private Runnable changed = () -> {
    };

    /** @param key the prefix of the widgets' names, see {@link WidgetKey} */
    NewPassword(Composite parent, String label, String again, String key) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 4).applyTo(this);
        first = field(label, key + ".first");
        second = field(again, key + ".second");
        new Label(this, SWT.NONE);
        hint = WidgetKey.mark(new Label(this, SWT.WRAP), key + ".hint");
        GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(hint);
        first.addListener(SWT.Modify, event -> typed());
        second.addListener(SWT.Modify, event -> typed());
        showHint();
    }

    void onChange(Runnable handler) {
        changed = handler;
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

    @Override
    public void setEnabled(boolean enabled) {
        super.setEnabled(enabled);
        first.setEnabled(enabled);
        second.setEnabled(enabled);
    }

    @Override
    public boolean setFocus() {
        // While the window closes, focus is offered to what is half gone.
        return !first.isDisposed() && first.setFocus();
    }

    private void typed() {
        showHint();
        changed.run();
    }

    private void showHint() {
        char[] typed = first.getTextChars();
        PasswordStrength strength = PasswordStrength.of(typed);
        Arrays.fill(typed, '\0');
        hint.setText(texts.get("strength." + strength.name().toLowerCase(Locale.ROOT), SealedBranch.SHORTEST_PASSWORD));
        hint.setForeground(Palette.of(this).text(switch (strength) {
            case TOO_SHORT -> Tone.NEUTRAL;
            case WEAK -> Tone.BAD;
            case FAIR -> Tone.CAUTION;
            case GOOD -> Tone.GOOD;
        }));
    }

    private Text field(String label, String key) {
        new Label(this, SWT.NONE).setText(label);
        Text text = WidgetKey.mark(new Text(this, SWT.SINGLE | SWT.BORDER | SWT.PASSWORD), key);
        AccessibleNames.name(text, Fields.spoken(label));
        GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(text);
        return text;
    }
}
