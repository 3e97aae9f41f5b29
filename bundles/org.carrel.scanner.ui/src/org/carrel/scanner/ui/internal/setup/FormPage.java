/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Scrolling;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** A page of the form: two columns, scrolling when it is small, and a sentence on top for what is wrong. */
abstract class FormPage extends WizardPage {

    private static final Texts TEXTS = Texts.of(FormPage.class);
    private static final int INDENT = 18;

    private final DeviceForm form;
    private Scrolling scrolling;
    private boolean touched;

    FormPage(String name, DeviceForm form) {
        super(name);
        this.form = form;
        setTitle(TEXTS.get("page." + name));
        setDescription(TEXTS.get("page.say." + name));
    }

    final DeviceForm form() {
        return form;
    }

    @Override
    public final void createControl(Composite parent) {
        scrolling = new Scrolling(parent);
        Composite area = scrolling.content();
        GridLayoutFactory.fillDefaults().numColumns(3).margins(INDENT, 12).spacing(10, 8).applyTo(area);
        fill(area);
        setControl(area.getParent());
        area.addListener(SWT.Resize, event -> scrolling.fit());
        judged();
    }

    /** Makes the widgets, in three columns: a label, a field, and what belongs to the field. */
    abstract void fill(Composite area);

    /** Shows what the form holds now; called when the page comes to the front. */
    abstract void show();

    /** Where the keyboard goes then. */
    abstract Control first();

    /** What is wrong on this page, if anything. */
    abstract Optional<Judged.Unsound<DeviceSettings>> judge();

    @Override
    public void setVisible(boolean visible) {
        if (visible) {
            touched = false;
            show();
            judged();
        }
        super.setVisible(visible);
        if (visible) {
            // The dialog has its own idea of it until it is done with changing pages.
            UiThread.of(first()).execute(first()::setFocus);
        }
    }

    /** To be called after each change. */
    final void changed() {
        touched = true;
        judged();
    }

    /** What nobody has touched yet is not complained of, only asked for. */
    final void judged() {
        Optional<Judged.Unsound<DeviceSettings>> wrong = judge();
        String sentence = wrong.map(Judged.Unsound::sentence).orElse(null);
        setPageComplete(wrong.isEmpty());
        setErrorMessage(touched ? sentence : null);
        setMessage(touched ? null : sentence, INFORMATION);
        if (getContainer() != null && getContainer().getCurrentPage() != null) {
            getContainer().updateButtons();
        }
    }

    final void layoutAgain() {
        scrolling.content().layout(true, true);
        scrolling.fit();
    }

    static Text text(Composite area, String key) {
        label(area, key);
        Text text = WidgetKey.mark(new Text(area, SWT.SINGLE | SWT.BORDER), "setup." + key);
        AccessibleNames.name(text, plain(key));
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(text);
        return text;
    }

    static Combo combo(Composite area, String key, int style) {
        label(area, key);
        Combo combo = WidgetKey.mark(new Combo(area, SWT.DROP_DOWN | style), "setup." + key);
        AccessibleNames.name(combo, plain(key));
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(combo);
        return combo;
    }

    static void label(Composite area, String key) {
        new Label(area, SWT.NONE).setText(TEXTS.get("field." + key));
    }

    static String plain(String key) {
        return TEXTS.get("field." + key).replace("&", "").replace(":", "");
    }

    /** What belongs to a field, in the third column. */
    static void beside(Composite area, String key) {
        sentence(area, TEXTS.get("beside." + key), 1);
    }

    static void nothingBeside(Composite area) {
        new Label(area, SWT.NONE);
    }

    static Label sentence(Composite area, String text, int columns) {
        Label label = new Label(area, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        GridDataFactory.fillDefaults().span(columns, 1).hint(columns == 1 ? 210 : 200, SWT.DEFAULT)
                .grab(columns > 1, false).align(SWT.FILL, SWT.CENTER).applyTo(label);
        return label;
    }
}
