/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.model.Texts;
import org.carrel.model.scan.DeviceRole;
import org.carrel.scanner.DeviceSettings;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** What the device is called and what it is for. */
final class UsePage extends FormPage {

    private static final Texts TEXTS = Texts.of(UsePage.class);

    private final List<TargetChoice> targets;
    private Text name;
    private Combo role;
    private Combo target;
    private Button enabled;
    private boolean showing;

    UsePage(DeviceForm form, List<TargetChoice> known) {
        super("use", form);
        // Somebody may have removed the bundle whose target it is: the device stays bound until it is set otherwise.
        this.targets = form.draft().target().filter(id -> known.stream().noneMatch(one -> one.id().equals(id)))
                .map(id -> Stream.concat(known.stream(),
                        Stream.of(new TargetChoice(id, TEXTS.get("target.gone", id)))).toList())
                .orElse(known);
    }

    @Override
    void fill(Composite area) {
        name = text(area, "name");
        beside(area, "name");
        role = combo(area, "role", SWT.READ_ONLY);
        role.setItems(Arrays.stream(DeviceRole.values()).map(one -> TEXTS.get("role." + one)).toArray(String[]::new));
        beside(area, "role");
        target = combo(area, "target", SWT.READ_ONLY);
        target.add(TEXTS.get("target.lead"));
        targets.forEach(one -> target.add(one.name()));
        beside(area, "target");
        new Label(area, SWT.NONE);
        enabled = WidgetKey.mark(new Button(area, SWT.CHECK), "setup.enabled");
        enabled.setText(TEXTS.get("field.enabled"));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(enabled);
        show();
        name.addListener(SWT.Modify, event -> filled());
        role.addListener(SWT.Selection, event -> filled());
        target.addListener(SWT.Selection, event -> filled());
        enabled.addListener(SWT.Selection, event -> filled());
    }

    @Override
    void show() {
        showing = true;
        DeviceDraft draft = form().draft();
        if (!draft.name().equals(name.getText())) {
            name.setText(draft.name());
        }
        role.select(draft.role().ordinal());
        target.select(draft.target().map(id -> targets.stream().map(TargetChoice::id).toList().indexOf(id) + 1)
                .orElse(0));
        enabled.setSelection(draft.enabled());
        showing = false;
    }

    @Override
    Control first() {
        return name;
    }

    private void filled() {
        if (showing) {
            return;
        }
        int chosen = target.getSelectionIndex() - 1;
        form().change(form().draft().withName(name.getText())
                .withRole(DeviceRole.values()[Math.max(0, role.getSelectionIndex())])
                .withTarget(chosen < 0 ? Optional.empty() : Optional.of(targets.get(chosen).id()))
                .withEnabled(enabled.getSelection()));
        changed();
    }

    @Override
    Optional<Judged.Unsound<DeviceSettings>> judge() {
        return form().judgeUse();
    }
}
