/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.util.List;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.FoundDevice;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.ui.Background;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;

/** Where the device is: found by its driver, or typed; and the driver's own settings. */
final class PlacePage extends FormPage {

    private static final Texts TEXTS = Texts.of(PlacePage.class);

    private Composite place;
    private Composite options;
    private Combo address;
    private Button look;
    private Button browse;
    private Label found;
    private TrialPanel trial;
    private Label hints;
    private String driver = "";
    private List<FoundDevice> devices = List.of();

    PlacePage(DeviceForm form) {
        super("place", form);
    }

    @Override
    void fill(Composite area) {
        place = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(place);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(10, 8).applyTo(place);
        address = combo(place, "address", SWT.NONE);
        address.addListener(SWT.Modify, event -> typed());
        look = WidgetKey.mark(new Button(place, SWT.PUSH), "setup.look");
        look.setText(TEXTS.get("place.look"));
        look.setImage(Images.of(look).get(Icon.RETRY));
        look.addListener(SWT.Selection, event -> look());
        browse = WidgetKey.mark(new Button(place, SWT.PUSH), "setup.browse");
        browse.setText(TEXTS.get("place.browse"));
        browse.addListener(SWT.Selection, event -> browse());
        found = WidgetKey.mark(sentence(place, "", 4), "setup.found");
        options = new Composite(area, SWT.NONE);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(options);
        trial = new TrialPanel(area, form(), this::layoutAgain);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(trial);
        hints = WidgetKey.mark(sentence(area, "", 3), "setup.place.hints");
    }

    @Override
    public void setVisible(boolean visible) {
        if (!visible) {
            trial.stop();
        }
        super.setVisible(visible);
    }

    @Override
    void show() {
        DeviceDraft draft = form().draft();
        boolean other = !draft.driver().equals(driver);
        driver = draft.driver();
        if (!draft.address().equals(address.getText())) {
            address.setText(draft.address());
        }
        shown(place, form().hasAddress());
        shown(trial, form().canTry());
        browse.setVisible(form().isPathTyped());
        hints.setText(form().driver().map(ScannerDriver::hints).orElse("").replace("&", "&&"));
        if (other) {
            new OptionFields(options, form(), this::reconsider).make();
            trial.stop();
            layoutAgain();
            if (form().hasAddress()) {
                look();
            }
        }
    }

    @Override
    Control first() {
        return form().hasAddress() ? address : options.getChildren().length > 1 ? options.getChildren()[1] : trial;
    }

    private static void shown(Composite part, boolean is) {
        part.setVisible(is);
        ((GridData) part.getLayoutData()).exclude = !is;
    }

    private void typed() {
        int chosen = address.getSelectionIndex();
        // The list says more than the address alone, which is what the driver wants.
        String text = chosen >= 0 && chosen < devices.size() && address.getText().equals(listed(devices.get(chosen)))
                ? devices.get(chosen).address()
                : address.getText();
        if (!text.equals(address.getText())) {
            address.setText(text);
            return;
        }
        if (!text.equals(form().draft().address())) {
            form().change(form().draft().withAddress(text));
            reconsider();
        }
    }

    private void reconsider() {
        trial.stop();
        changed();
    }

    private static String listed(FoundDevice device) {
        return TEXTS.get("place.found", device.address(), device.description());
    }

    /** The driver may take its time. */
    private void look() {
        Optional<ScannerDriver> asked = form().driver();
        if (asked.isEmpty()) {
            return;
        }
        look.setEnabled(false);
        found.setText(TEXTS.get("place.looking"));
        Background.of(place, TEXTS.get("place.looking")).compute(() -> Found.by(asked.get()),
                result -> show(asked.get(), result));
    }

    private void show(ScannerDriver asked, Found result) {
        look.setEnabled(true);
        if (!asked.id().equals(form().draft().driver())) {
            return;
        }
        devices = result.devices();
        String typed = address.getText();
        address.setItems(devices.stream().map(PlacePage::listed).toArray(String[]::new));
        // Most desks have one: it need not be chosen.
        boolean only = typed.isBlank() && devices.size() == 1;
        address.setText(only ? devices.getFirst().address() : typed);
        found.setText(result.sentence().replace("&", "&&"));
        layoutAgain();
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(TEXTS.get("place.browse.title"));
        String chosen = dialog.open();
        if (chosen != null) {
            address.setText(chosen);
        }
    }

    @Override
    Optional<Judged.Unsound<DeviceSettings>> judge() {
        return form().judgePlace();
    }
}
