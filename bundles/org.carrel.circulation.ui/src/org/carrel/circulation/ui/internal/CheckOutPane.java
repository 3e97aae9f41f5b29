/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.carrel.circulation.CirculationDesk;
import org.carrel.circulation.DeskAnswer.Field;
import org.carrel.circulation.DueDateChoice;
import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.DueDateField;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Moments;
import org.carrel.ui.ScanField;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;

/** Patron, item and due date. Patron and due date stay until they are changed. */
final class CheckOutPane extends Composite implements ScanPane {

    private final Texts texts = Texts.of(DeskView.class);
    private final DeskPresenter presenter;
    private final CirculationDesk desk;
    private final NextPatron nextPatron;
    private final Images images;
    private final ScanField patron;
    private final ScanField item;
    private final DueDateField due;
    private final Map<String, Button> presets = new LinkedHashMap<>();

    CheckOutPane(Composite parent, DeskPresenter presenter, CirculationDesk desk, NextPatron nextPatron,
            Moments moments, Clock clock) {
        super(parent, SWT.NONE);
        this.presenter = presenter;
        this.desk = desk;
        this.nextPatron = nextPatron;
        images = Images.of(this);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(14, 12).spacing(28, 0).applyTo(this);

        Composite scans = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 8).applyTo(scans);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(scans);
        patron = new ScanField(scans, texts.get("patron.label"), "F2", texts.get("patron.name"));
        GridDataFactory.fillDefaults().grab(true, false).span(2, 1).applyTo(patron);
        item = new ScanField(scans, texts.get("item.label"), "F3", texts.get("item.out.name"));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(item);
        Button record = item.addButton(scans, texts.get("out.button"));

        Composite right = new Composite(this, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(right);
        GridDataFactory.fillDefaults().grab(true, false).hint(380, SWT.DEFAULT).align(SWT.FILL, SWT.FILL)
                .applyTo(right);
        due = new DueDateField(right, moments, clock, texts.get("due.label"), "F4");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(due);
        makePresets(right);
        patron.onEnter(text -> presenter.patronEntered(text));
        patron.onChange(() -> {
            if (patron.value().isBlank()) {
                presenter.patronChanged("");
            }
        });
        WidgetKey.mark(patron.text(), "desk.patron");
        WidgetKey.mark(item.text(), "desk.out.item");
        WidgetKey.mark(record, "desk.out");
        item.onEnter(text -> scanned());
        record.addListener(SWT.Selection, event -> {
            scanned();
            focusNext();
        });
        due.onChange(() -> {
            presenter.chooseOwnDue();
            showChosenPreset();
        });
        due.setValue(desk.standardDueDate().dueAt());
        due.onPutBack(this::rememberDue);
        showChosenPreset();
        setTabList(new Control[] { scans, right });
    }

    @Override
    public Composite control() {
        return this;
    }

    @Override
    public void focusNext() {
        if (patron.value().isBlank()) {
            patron.setFocus();
        } else {
            item.setFocus();
        }
    }

    @Override
    public boolean isHalfTyped() {
        return patron.isHalfTyped() || item.isHalfTyped();
    }

    @Override
    public void focusItem() {
        item.focusToReplace();
    }

    void focusPatron() {
        patron.focusToReplace();
    }

    void focusDue() {
        due.setFocus();
    }

    void refusePatron() {
        patron.refuse(patron.value());
        patron.focusToReplace();
    }

    @Override
    public void refuse(Field field, DeskScan scan) {
        boolean scanningOn = !item.value().isBlank() && !item.value().equals(scan.item());
        if (scanningOn || presenter.isRecording()) {
            return;
        }
        switch (field) {
            case ITEM -> {
                item.refuse(scan.item());
                item.focusToReplace();
            }
            case PATRON -> {
                item.setValue(scan.item());
                refusePatron();
            }
            case DUE_DATE -> {
                item.setValue(scan.item());
                due.setFocus();
            }
        }
    }

    private void scanned() {
        String barcode = item.value();
        item.clear();
        if (nextPatron.begins(barcode)) {
            patron.setValue(barcode);
            presenter.patronEntered(barcode);
        } else {
            presenter.checkOut(patron.value(), barcode, due());
        }
    }

    String patron() {
        return patron.value();
    }

    /** A card was scanned elsewhere. The keyboard goes on to the item only from where a card was awaited. */
    void showPatron(String barcode, boolean refused) {
        boolean awaited = patron.text().isFocusControl();
        patron.setValue(barcode);
        if (refused) {
            patron.refuse(barcode);
        } else if (awaited) {
            item.focusToReplace();
        }
    }

    /** When an item that is scanned now would be due; the field shows it. */
    Optional<Instant> due() {
        Optional<Instant> shown = due.value();
        Optional<Instant> counts = presenter.dueAt(shown);
        if (!counts.equals(shown)) {
            counts.ifPresent(due::setValue);
        }
        return counts;
    }

    /** The date with the button that it came from: typing in the field lets go of the button. */
    private Runnable rememberDue() {
        Runnable date = due.remember();
        Optional<String> preset = presenter.chosenDue();
        return () -> {
            date.run();
            presenter.chooseAgain(preset);
            showChosenPreset();
        };
    }

    private void makePresets(Composite parent) {
        Composite row = new Composite(parent, SWT.NONE);
        RowLayoutFactory.fillDefaults().spacing(6).wrap(true).applyTo(row);
        GridDataFactory.fillDefaults().grab(true, false).hint(380, SWT.DEFAULT).applyTo(row);
        Mnemonics mnemonics = new Mnemonics(texts.get("taken.mnemonics"));
        for (DueDateChoice choice : desk.dueDates()) {
            Button button = new Button(row, SWT.TOGGLE);
            button.setText(mnemonics.mark(choice.label()));
            AccessibleNames.name(button, texts.get("preset.name", choice.label()));
            button.addListener(SWT.Selection, event -> choose(choice.label()));
            presets.put(choice.label(), WidgetKey.mark(button, "desk.preset." + choice.label()));
        }
    }

    /** Asked for again at this moment: a button may have been made yesterday. */
    private void choose(String label) {
        desk.dueDates().stream().filter(choice -> choice.label().equals(label)).findFirst()
                .ifPresent(choice -> due.setValue(presenter.choose(choice)));
        showChosenPreset();
        focusNext();
    }

    /** By a tick as well: a theme may not show which button is down. */
    private void showChosenPreset() {
        presets.forEach((label, button) -> {
            boolean chosen = presenter.chosenDue().filter(label::equals).isPresent();
            button.setSelection(chosen);
            button.setImage(chosen ? images.get(Icon.DONE) : null);
        });
        presets.values().stream().findFirst().ifPresent(button -> button.getParent().layout());
    }
}
