/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.util.List;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;

/** What kind of device it is, with the driver's own hints. */
final class KindPage extends FormPage {

    private static final Texts TEXTS = Texts.of(KindPage.class);

    private List<ScannerDriver> drivers = List.of();
    private Table kinds;
    private Label hints;

    KindPage(DeviceForm form) {
        super("kind", form);
    }

    @Override
    void fill(Composite area) {
        kinds = WidgetKey.mark(new Table(area, SWT.SINGLE | SWT.BORDER | SWT.FULL_SELECTION), "setup.driver");
        AccessibleNames.name(kinds, TEXTS.get("kind.name"));
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(200, 150).applyTo(kinds);
        drivers = form().drivers();
        for (ScannerDriver driver : drivers) {
            new TableItem(kinds, SWT.NONE).setText(driver.name());
        }
        hints = WidgetKey.mark(sentence(area, "", 3), "setup.hints");
        kinds.addListener(SWT.Selection, event -> choose());
        kinds.addListener(SWT.DefaultSelection, event -> {
            if (canFlipToNextPage()) {
                getContainer().showPage(getNextPage());
            }
        });
        show();
    }

    @Override
    void show() {
        for (int i = 0; i < drivers.size(); i++) {
            if (drivers.get(i).id().equals(form().draft().driver())) {
                kinds.setSelection(i);
            }
        }
        choose();
    }

    @Override
    Control first() {
        return kinds;
    }

    private void choose() {
        int index = kinds.getSelectionIndex();
        if (index >= 0) {
            ScannerDriver driver = drivers.get(index);
            boolean named = form().draft().name().isBlank() || form().draft().name().equals(form().suggestedName());
            form().change(form().draft().withDriver(driver.id()));
            if (named) {
                // Whoever does not care for names need not think of one.
                form().change(form().draft().withName(form().suggestedName()));
            }
            hints.setText(driver.hints().replace("&", "&&"));
            layoutAgain();
        }
        judged();
    }

    @Override
    Optional<Judged.Unsound<DeviceSettings>> judge() {
        return form().driver().isPresent() ? Optional.empty()
                : Optional.of(new Judged.Unsound<>(Field.DRIVER, TEXTS.get("kind.none")));
    }
}
