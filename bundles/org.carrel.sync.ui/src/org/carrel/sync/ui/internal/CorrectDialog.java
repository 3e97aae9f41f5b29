/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.time.LocalDateTime;
import java.util.Objects;

import org.carrel.model.Texts;
import org.carrel.model.Transaction;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Asks for what is to take a failed transaction's place. UI thread only. */
final class CorrectDialog extends TitleAreaDialog {

    private static final Texts TEXTS = Texts.of(CorrectDialog.class);

    private final Correction correction;
    private final String why;
    private Text patron;
    private Text item;
    private DateTime date;
    private DateTime time;
    private Transaction corrected;

    /** @param why what the library system found wrong */
    CorrectDialog(Shell parent, Correction correction, String why) {
        super(parent);
        this.correction = Objects.requireNonNull(correction, "correction");
        this.why = Objects.requireNonNull(why, "why");
    }

    /** What to keep, after the dialog was closed with {@code OK}. */
    Transaction corrected() {
        return Objects.requireNonNull(corrected, "only after OK");
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(TEXTS.get("correct.title"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        setTitle(why);
        setMessage(TEXTS.get("correct.message"));
        Composite form = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(form);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 14).applyTo(form);
        Correction.Draft start = correction.start();
        if (correction.hasPatron()) {
            patron = text(form, "correct.patron", start.patron());
            // A scanner ends with Enter: that leads on to the item and does not yet close the dialog.
            patron.addListener(SWT.Traverse, event -> {
                if (event.detail == SWT.TRAVERSE_RETURN) {
                    event.doit = false;
                    item.setFocus();
                    item.selectAll();
                }
            });
        }
        item = text(form, "correct.item", start.item());
        if (correction.hasPatron()) {
            date = dateTime(form, "correct.due", SWT.DATE | SWT.DROP_DOWN | SWT.BORDER);
            time = dateTime(form, "correct.time", SWT.TIME | SWT.SHORT | SWT.BORDER);
            LocalDateTime due = start.due();
            date.setDate(due.getYear(), due.getMonthValue() - 1, due.getDayOfMonth());
            time.setTime(due.getHour(), due.getMinute(), 0);
        }
        (correction.hasPatron() ? patron : item).setFocus();
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        WidgetKey.mark(createButton(parent, IDialogConstants.OK_ID, TEXTS.get("correct.ok"), true), "correct.ok");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
    }

    @Override
    protected void okPressed() {
        switch (correction.judge(draft())) {
            case Correction.Answer.Sound sound -> {
                corrected = sound.corrected();
                super.okPressed();
            }
            case Correction.Answer.Unsound unsound -> setErrorMessage(unsound.sentence());
        }
    }

    private Correction.Draft draft() {
        if (!correction.hasPatron()) {
            return new Correction.Draft("", item.getText(), correction.start().due());
        }
        LocalDateTime due = LocalDateTime.of(date.getYear(), date.getMonth() + 1, date.getDay(), time.getHours(),
                time.getMinutes());
        return new Correction.Draft(patron.getText(), item.getText(), due);
    }

    private static Text text(Composite form, String key, String value) {
        label(form, key);
        Text text = WidgetKey.mark(new Text(form, SWT.SINGLE | SWT.BORDER), key);
        text.setText(value);
        // The next scan takes the place of what is there, also after the window has come to the front.
        text.addListener(SWT.FocusIn, event -> text.selectAll());
        AccessibleNames.name(text, plain(key));
        GridDataFactory.fillDefaults().grab(true, false).hint(260, SWT.DEFAULT).applyTo(text);
        return text;
    }

    private static DateTime dateTime(Composite form, String key, int style) {
        label(form, key);
        DateTime made = WidgetKey.mark(new DateTime(form, style), key);
        AccessibleNames.name(made, plain(key));
        return made;
    }

    private static void label(Composite form, String key) {
        new Label(form, SWT.NONE).setText(TEXTS.get(key));
    }

    private static String plain(String key) {
        return TEXTS.get(key).replace("&", "").replace(":", "");
    }
}
