/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.eclipse.jface.window.Window;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Shell;

/**
 * Leads through making an inventory: which shelves, and which items on them. What it comes to is shown before anything
 * happens. UI thread only.
 */
final class NewInventoryWizard extends Wizard {

    private static final Texts TEXTS = Texts.of(NewInventoryWizard.class);
    private static final Point SIZE = new Point(560, 340);

    private final ScopeForm form;
    private final ProjectList projects;
    private Optional<InventoryProject> made = Optional.empty();

    private NewInventoryWizard(ScopeForm form, ProjectList projects) {
        this.form = form;
        this.projects = projects;
        setWindowTitle(TEXTS.get("wizard.title"));
        setNeedsProgressMonitor(true);
    }

    /** Opens it and waits until it is closed. @return the inventory; empty when somebody thought better of it */
    static Optional<InventoryProject> open(Shell parent, ScopeForm form, ProjectList projects) {
        NewInventoryWizard wizard = new NewInventoryWizard(form, projects);
        WizardDialog dialog = new WizardDialog(parent, wizard);
        dialog.setPageSize(SIZE);
        return dialog.open() == Window.OK ? wizard.made : Optional.empty();
    }

    @Override
    public void addPages() {
        addPage(new WherePage(form, this::changed));
        addPage(new WhichPage(form, this::changed));
    }

    private void changed() {
        getContainer().updateButtons();
    }

    /** From the page with its name alone: nobody makes one whose name they never saw. */
    @Override
    public boolean canFinish() {
        return getContainer().getCurrentPage() instanceof WhichPage && form.judge() instanceof ScopeForm.Judged.Sound;
    }

    @Override
    public boolean performFinish() {
        return switch (form.judge()) {
            case ScopeForm.Judged.Sound sound -> make(sound.wanted());
            case ScopeForm.Judged.Unsound unsound -> say(unsound.sentence());
        };
    }

    /** On the disk first, and not on the UI thread; when that fails, the form stays as it is. */
    private boolean make(NewProject wanted) {
        AtomicReference<ProjectList.Changed> ended = new AtomicReference<>();
        try {
            getContainer().run(true, false, monitor -> {
                // A scope that cannot be used would only be found out when somebody stands at the shelf.
                ended.set(form.preview(wanted.scope()) instanceof ScopeForm.Counted.Refused refused
                        ? new ProjectList.Changed.Refused(refused.sentence())
                        : projects.make(wanted));
            });
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return switch (ended.get()) {
            case ProjectList.Changed.Done done -> {
                made = Optional.of(done.project());
                yield true;
            }
            case ProjectList.Changed.Refused refused -> say(refused.sentence());
        };
    }

    private boolean say(String sentence) {
        IWizardPage page = getContainer().getCurrentPage();
        if (page instanceof WizardPage shown) {
            shown.setErrorMessage(sentence);
        }
        return false;
    }
}
