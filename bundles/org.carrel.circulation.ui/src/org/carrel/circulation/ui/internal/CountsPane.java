/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.text.NumberFormat;
import java.util.OptionalInt;

import org.carrel.circulation.Tally;
import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Layouts;
import org.carrel.ui.TextSize;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Running counts: for the patron and for today. */
final class CountsPane extends Composite {

    private final NumberFormat figures = NumberFormat.getIntegerInstance();
    private final Label patron;
    private final Label outs;
    private final Label ins;

    CountsPane(Composite parent, boolean checkIn) {
        super(parent, SWT.NONE);
        Texts texts = Texts.of(DeskView.class);
        GridLayoutFactory.fillDefaults().numColumns(checkIn ? 3 : 2).margins(6, 4).spacing(22, 0).applyTo(this);
        patron = figure(texts.get("count.patron"));
        outs = figure(texts.get("count.outs"));
        ins = checkIn ? figure(texts.get("count.ins")) : null;
    }

    void show(OptionalInt forPatron, Tally today) {
        Layouts.write(patron, forPatron.isPresent() ? figures.format(forPatron.getAsInt()) : "–");
        Layouts.write(outs, figures.format(today.checkOuts()));
        if (ins != null) {
            Layouts.write(ins, figures.format(today.checkIns()));
        }
    }

    private Label figure(String caption) {
        Composite box = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(box);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(box);
        Label number = new Label(box, SWT.CENTER);
        number.setText("–");
        number.setFont(TextSize.HEADLINE.in(this, true));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(number);
        Label below = new Label(box, SWT.CENTER);
        below.setText(caption);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(below);
        AccessibleNames.name(number, () -> caption + " " + number.getText());
        return number;
    }
}
