/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/**
 * A large field that barcodes are scanned or typed into. Enter, which scanners send at the end, hands the text over as
 * it stands: cleaning it is the scanner service's and the desk's business. UI thread only; the handler must return at
 * once, for the next scan is coming.
 */
public final class ScanField extends Composite {

    private static final int FRAME = 3;

    private final Text text;
    private final Label label;
    private final Composite frame;
    private Consumer<String> entered = ignored -> {
    };
    private Runnable changed = () -> {
    };
    private boolean refused;
    private boolean halfTyped;

    /**
     * @param label   above the field, with a mnemonic
     * @param keyHint the key that leads here, for instance <i>F3</i>; may be empty
     * @param name    for screen readers
     */
    public ScanField(Composite parent, String label, String keyHint, String name) {
        super(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 3).applyTo(this);
        this.label = new Label(this, SWT.NONE);
        this.label.setText(label);
        this.label.setFont(TextSize.LARGE.in(this, true));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(this.label);
        Label hint = new Label(this, SWT.NONE);
        hint.setText(keyHint);
        hint.setForeground(Palette.of(this).quiet());
        GridDataFactory.fillDefaults().align(SWT.END, SWT.END).applyTo(hint);
        frame = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(FRAME, FRAME).applyTo(frame);
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(frame);
        text = new Text(frame, SWT.SINGLE | SWT.BORDER);
        text.setFont(TextSize.SCAN.in(this, false));
        GridDataFactory.fillDefaults().grab(true, false).hint(160, SWT.DEFAULT).applyTo(text);
        AccessibleNames.name(text, name);
        text.addListener(SWT.DefaultSelection, this::enter);
        text.addListener(SWT.Modify, event -> {
            mark(false);
            halfTyped = !text.getText().isEmpty();
            changed.run();
        });
        text.addListener(SWT.FocusIn, event -> frame.redraw());
        text.addListener(SWT.FocusOut, event -> frame.redraw());
        frame.addListener(SWT.Paint, this::paintFrame);
    }

    /** Whether {@code control} is the text of such a field. */
    public static boolean isIn(Control control) {
        return control instanceof Text && control.getParent().getParent() instanceof ScanField;
    }

    /** What happens to the text when Enter is pressed, blank text included. */
    public void onEnter(Consumer<String> handler) {
        entered = handler;
    }

    /** Runs whenever the text changes. */
    public void onChange(Runnable handler) {
        changed = handler;
    }

    /** A button in {@code parent}, to the right of this field and in line with it, that does what Enter does there. */
    public Button addButton(Composite parent, String label) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.END).applyTo(button);
        frame.addListener(SWT.Resize, event -> {
            ((GridData) button.getLayoutData()).heightHint = frame.getSize().y;
            button.requestLayout();
        });
        return button;
    }

    /** The field itself, for focus and tests. */
    public Text text() {
        return text;
    }

    /** What is in it. */
    public String value() {
        return text.getText();
    }

    /** Puts something into it that nobody typed or scanned. */
    public void setValue(String value) {
        text.setText(value);
        halfTyped = false;
    }

    /** Whether somebody is in the middle of a scan here: nothing may take the keyboard away then. */
    public boolean isHalfTyped() {
        return halfTyped && text.isFocusControl();
    }

    /** Empties it. */
    public void clear() {
        text.setText("");
    }

    @Override
    public boolean setFocus() {
        // While the window closes, focus is offered to what is half gone.
        return !text.isDisposed() && text.setFocus();
    }

    /** Focus with everything selected, so that the next scan replaces it. */
    public void focusToReplace() {
        text.setFocus();
        text.selectAll();
    }

    /** Shows {@code value} as refused and selects it, so that the next scan replaces it. */
    public void refuse(String value) {
        if (!value.equals(text.getText())) {
            text.setText(value);
        }
        halfTyped = false;
        mark(true);
        text.selectAll();
    }

    private void enter(Event event) {
        halfTyped = false;
        entered.accept(text.getText());
    }

    private void mark(boolean now) {
        if (refused != now) {
            refused = now;
            frame.redraw();
        }
    }

    private void paintFrame(Event event) {
        Palette palette = Palette.of(this);
        if (refused) {
            event.gc.setBackground(palette.text(Tone.BAD));
        } else if (text.isFocusControl()) {
            event.gc.setBackground(palette.text(Tone.WAITING));
        } else {
            return;
        }
        event.gc.fillRoundRectangle(0, 0, frame.getSize().x, frame.getSize().y, 2 * FRAME, 2 * FRAME);
    }
}
