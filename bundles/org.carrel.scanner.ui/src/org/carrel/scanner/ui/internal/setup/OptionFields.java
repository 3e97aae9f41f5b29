/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.util.List;
import java.util.Objects;

import org.carrel.scanner.driver.DriverOption;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Fields for what the driver says that there is to set. UI thread only. */
final class OptionFields {

    private static final int COLUMNS = 4;

    private final Composite area;
    private final DeviceForm form;
    private final Runnable changed;

    OptionFields(Composite area, DeviceForm form, Runnable changed) {
        this.area = Objects.requireNonNull(area, "area");
        this.form = Objects.requireNonNull(form, "form");
        this.changed = Objects.requireNonNull(changed, "changed");
    }

    /** Makes them, in the place of those of another driver. */
    void make() {
        for (Control old : area.getChildren()) {
            old.dispose();
        }
        GridLayoutFactory.fillDefaults().numColumns(COLUMNS).spacing(10, 8).applyTo(area);
        for (DriverOption option : form.options()) {
            Label label = new Label(area, SWT.WRAP);
            label.setText(option.label().replace("&", "&&"));
            GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).hint(150, SWT.DEFAULT).applyTo(label);
            Control field = option.choices().isEmpty() ? text(option) : combo(option);
            WidgetKey.mark(field, "setup.option." + option.key());
            AccessibleNames.name(field, option.label());
            GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(90, SWT.DEFAULT)
                    .applyTo(field);
        }
        area.requestLayout();
    }

    private Text text(DriverOption option) {
        Text text = new Text(area, SWT.SINGLE | SWT.BORDER);
        text.setText(form.value(option));
        text.addListener(SWT.Modify, event -> set(option, text.getText()));
        return text;
    }

    /** A value that a file holds and the driver does not offer is shown, to be seen and put right. */
    private Combo combo(DriverOption option) {
        Combo combo = new Combo(area, SWT.DROP_DOWN | SWT.READ_ONLY);
        List<String> choices = option.choices();
        String value = form.value(option);
        combo.setItems(choices.toArray(String[]::new));
        if (!choices.contains(value)) {
            combo.add(value);
        }
        combo.setText(value);
        combo.addListener(SWT.Selection, event -> set(option, combo.getText()));
        return combo;
    }

    private void set(DriverOption option, String value) {
        form.change(form.draft().withOption(option.key(), value));
        changed.run();
    }
}
