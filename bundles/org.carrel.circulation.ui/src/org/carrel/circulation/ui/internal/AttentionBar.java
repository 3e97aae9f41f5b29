/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.List;

import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Layouts;
import org.carrel.ui.Palette;
import org.carrel.ui.TextSize;
import org.carrel.ui.Tone;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;

/** A bar in the colour of its tone: icon, headline, text, perhaps a list, and buttons. */
final class AttentionBar extends Composite {

    /** A bar's colours belong to it, not to the theme. */
    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";

    private final Composite lines;
    private final Color ground;
    private final Color onGround;
    private Label headline;
    private Label text;
    private Text list;

    AttentionBar(Composite parent, Icon icon, Tone tone) {
        this(parent, icon, Palette.of(parent.getParent()).ground(tone), Palette.of(parent.getParent()).onGround(tone));
    }

    AttentionBar(Composite parent, Icon icon, Color ground, Color onGround) {
        super(parent, SWT.NONE);
        this.ground = ground;
        this.onGround = onGround;
        GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 6).spacing(12, 0).applyTo(this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
        own(this);
        Label image = own(new Label(this, SWT.NONE));
        image.setImage(Images.of(image).get(icon));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.CENTER).applyTo(image);
        lines = own(new Composite(this, SWT.NONE));
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(lines);
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(lines);
    }

    void setHeadline(String words) {
        if (headline == null) {
            headline = line();
            headline.setFont(TextSize.LARGE.in(headline, true));
            headline.moveAbove(null);
        }
        write(headline, words);
    }

    /** May be empty: then there is no such line. */
    void setText(String words) {
        if (text == null) {
            text = line();
            if (list != null) {
                text.moveAbove(list);
            }
        }
        ((GridData) text.getLayoutData()).exclude = words.isEmpty();
        text.setVisible(!words.isEmpty());
        write(text, words);
    }

    /** Makes room for a list of {@code height} lines, which can be scrolled and copied from. */
    void addList(String name, int height) {
        list = own(new Text(lines, SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL));
        AccessibleNames.name(list, name);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, height * list.getLineHeight()).applyTo(list);
    }

    void append(List<String> more) {
        more.forEach(line -> list.append(line + Text.DELIMITER));
    }

    void clearList() {
        list.setText("");
    }

    /** @param afterwards runs after the action */
    Button addButton(String label, Runnable action, Runnable afterwards) {
        Button button = new Button(this, SWT.PUSH);
        button.setText(label);
        AccessibleNames.name(button, label.replace("&", ""));
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(button);
        ((GridLayout) getLayout()).numColumns++;
        button.addListener(SWT.Selection, event -> {
            action.run();
            afterwards.run();
        });
        return button;
    }

    /** Makes room for a table of {@code height} rows, of which several can be selected. */
    Table addTable(String name, int height) {
        Table table = own(new Table(lines, SWT.MULTI | SWT.FULL_SELECTION | SWT.V_SCROLL));
        AccessibleNames.name(table, name);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, height * table.getItemHeight()).applyTo(table);
        return table;
    }

    private Label line() {
        Label label = own(new Label(lines, SWT.WRAP));
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(label);
        return label;
    }

    private void write(Label label, String words) {
        String escaped = words.replace("&", "&&");
        if (!escaped.equals(label.getText())) {
            label.setText(escaped);
            Layouts.fit(this);
        }
    }

    private <T extends Control> T own(T control) {
        control.setData(NO_STYLING, Boolean.TRUE);
        control.setBackground(ground);
        control.setForeground(onGround);
        return control;
    }
}
