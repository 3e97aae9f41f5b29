/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.carrel.ui.AccessibleNames;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Labelled fields in three columns, as the guided dialogs have them. UI thread only. */
final class Fields {

    static final int COLUMNS = 3;

    private static final int INDENT = 20;
    private static final int WIDTH = 460;

    /** A field for the name of a file, and the button beside it. */
    record FileField(Text text, Button browse) {

        void setEnabled(boolean enabled) {
            text.setEnabled(enabled);
            browse.setEnabled(enabled);
        }

        /** The file that is named there; empty when there is none, or no such name can be. */
        Optional<Path> path() {
            try {
                return text.getText().isBlank() ? Optional.empty()
                        : Optional.of(Path.of(text.getText().strip()).toAbsolutePath());
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
    }

    private final Composite parent;
    private final Runnable changed;

    private Fields(Composite parent, Runnable changed) {
        this.parent = parent;
        this.changed = changed;
    }

    /**
     * The fields of a page, on an area of their own.
     *
     * @param changed runs after each change of a field
     */
    static Fields on(Composite page, Runnable changed) {
        Composite area = new Composite(page, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).margins(14, 14).spacing(10, 7).applyTo(area);
        return new Fields(area, changed);
    }

    /** What the fields are on. */
    Composite area() {
        return parent;
    }

    /** Something that changes while one types, below the field that it is about. */
    Label hint(String key) {
        new Label(parent, SWT.NONE);
        Label label = WidgetKey.mark(new Label(parent, SWT.WRAP), key);
        GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS - 1, 1).hint(300, SWT.DEFAULT).applyTo(label);
        return label;
    }

    /** One of several, with {@code label} before it. */
    Combo list(String label, String key, List<String> choices) {
        before(label);
        Combo combo = WidgetKey.mark(new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY), key);
        AccessibleNames.name(combo, spoken(label));
        choices.forEach(combo::add);
        combo.select(0);
        GridDataFactory.fillDefaults().span(COLUMNS - 1, 1).applyTo(combo);
        return combo;
    }

    Text text(String label, String key) {
        return text(label, key, SWT.NONE, 2);
    }

    Text secret(String label, String key) {
        return text(label, key, SWT.PASSWORD, 2);
    }

    /** A file, with a button to look for it. {@code style} is that of the file dialog. */
    FileField file(String label, String browse, String key, int style) {
        Text text = text(label, key, SWT.NONE, 1);
        Button button = new Button(parent, SWT.PUSH);
        button.setText(browse);
        button.addListener(SWT.Selection, event -> {
            FileDialog dialog = new FileDialog(parent.getShell(), style);
            dialog.setFilterExtensions(new String[] { "*.pem", "*.*" });
            dialog.setOverwrite(true);
            String chosen = dialog.open();
            if (chosen != null) {
                text.setText(chosen);
            }
        });
        return new FileField(text, button);
    }

    /** A choice of several, in a line of its own. */
    Button choice(int style, String label, String key) {
        Button button = WidgetKey.mark(new Button(parent, style), key);
        button.setText(label);
        GridDataFactory.fillDefaults().span(COLUMNS, 1).indent(0, 6).applyTo(button);
        button.addListener(SWT.Selection, event -> changed.run());
        return button;
    }

    /** Something to read, in a line of its own. */
    Label note(String words) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(words.replace("&", "&&"));
        GridDataFactory.fillDefaults().grab(true, false).span(COLUMNS, 1).hint(WIDTH, SWT.DEFAULT).applyTo(label);
        return label;
    }

    /** What a screen reader says for {@code label}. */
    private static String spoken(String label) {
        return label.replace("&", "").replace(":", "");
    }

    private Text text(String label, String key, int style, int span) {
        before(label);
        Text text = WidgetKey.mark(new Text(parent, SWT.SINGLE | SWT.BORDER | style), key);
        AccessibleNames.name(text, spoken(label));
        GridDataFactory.fillDefaults().grab(true, false).span(span, 1).hint(240, SWT.DEFAULT).applyTo(text);
        text.addListener(SWT.Modify, event -> changed.run());
        return text;
    }

    private void before(String label) {
        Label before = new Label(parent, SWT.NONE);
        before.setText(label);
        GridDataFactory.fillDefaults().indent(INDENT, 0).align(SWT.FILL, SWT.CENTER).applyTo(before);
    }
}
