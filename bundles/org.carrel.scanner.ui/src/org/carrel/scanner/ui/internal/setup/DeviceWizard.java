/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;

/**
 * Leads through setting up a device: what kind it is, where it is, what it is for, and how its reads are understood.
 * What was filled in is kept until it is on disk. UI thread only.
 */
public final class DeviceWizard extends Wizard {

    private static final Texts TEXTS = Texts.of(DeviceWizard.class);
    private static final Point SIZE = new Point(650, 480);

    private final DeviceForm form;
    private final List<TargetChoice> targets;
    private Optional<DeviceSettings> saved = Optional.empty();

    private DeviceWizard(DeviceForm form, List<TargetChoice> targets) {
        this.form = form;
        this.targets = targets;
        setWindowTitle(form.isNew() ? TEXTS.get("wizard.add")
                : TEXTS.get("wizard.edit", form.draft().name()));
        setNeedsProgressMonitor(true);
    }

    /**
     * Opens it and waits until it is closed.
     *
     * @param targets that a device can be bound to
     * @return the device as it was saved; empty when somebody thought better of it
     */
    public static Optional<DeviceSettings> open(Shell parent, DeviceForm form, List<TargetChoice> targets) {
        DeviceWizard wizard = new DeviceWizard(form, targets);
        WizardDialog dialog = new WizardDialog(parent, wizard);
        dialog.setPageSize(SIZE);
        return dialog.open() == Window.OK ? wizard.saved : Optional.empty();
    }

    @Override
    public void addPages() {
        if (form.isNew()) {
            addPage(new KindPage(form));
        }
        addPage(new PlacePage(form));
        addPage(new UsePage(form, targets));
        addPage(new ReadingPage(form));
    }

    /** What has a sensible value already need not be looked at. */
    @Override
    public boolean canFinish() {
        return form.judge() instanceof Judged.Sound;
    }

    @Override
    public boolean performFinish() {
        return switch (form.judge()) {
            case Judged.Sound<DeviceSettings> sound -> save(sound.value());
            case Judged.Unsound<DeviceSettings> unsound -> {
                say(unsound.sentence());
                yield false;
            }
        };
    }

    /** On disk first, and not on the UI thread; when that fails, the form stays as it is. */
    private boolean save(DeviceSettings settings) {
        try {
            getContainer().run(true, false, monitor -> {
                try {
                    form.scanners().save(settings);
                } catch (IOException e) {
                    throw new InvocationTargetException(e);
                }
            });
            saved = Optional.of(settings);
            return true;
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IOException failure) {
                say(failure.getMessage());
                return false;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void say(String sentence) {
        if (getContainer().getCurrentPage() instanceof FormPage page) {
            page.setErrorMessage(sentence);
        }
    }
}
