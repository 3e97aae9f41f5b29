/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.projects;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

import org.carrel.inventory.callnumber.CallNumbers;
import org.carrel.inventory.ui.internal.open.OpenProject;
import org.carrel.model.Origin;
import org.carrel.model.Texts;
import org.carrel.model.inventory.InventoryProject;
import org.carrel.model.port.Branch;
import org.carrel.model.port.ItemSnapshots;
import org.carrel.ui.Background;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;

/** What can be done with inventories, with its questions. UI thread only; what waits for the disk is elsewhere. */
final class ProjectActions {

    private static final Texts TEXTS = Texts.of(ProjectActions.class);

    private final Shell shell;
    private final Background background;
    private final ProjectList projects;
    private final OpenProject open;
    private final LastWork last;

    ProjectActions(Shell shell, Background background, ProjectList projects, OpenProject open, LastWork last) {
        this.shell = shell;
        this.background = background;
        this.projects = projects;
        this.open = open;
        this.last = last;
    }

    /** Leads through making one, and works on it. */
    void make(ItemSnapshots snapshots, CallNumbers numbers, Consumer<InventoryProject> then) {
        background.compute(() -> switch (snapshots.current()) {
            case ItemSnapshots.State.None none -> new Start(Optional.empty(), TEXTS.get("new.noItemFile"));
            case ItemSnapshots.State.Refused refused -> new Start(Optional.empty(), refused.sentence());
            case ItemSnapshots.State.Ready ready -> new Start(
                    Optional.of(new ScopeForm(ready.snapshot(), numbers)), "");
        }, start -> {
            if (start.form().isEmpty()) {
                MessageDialog.openInformation(shell, TEXTS.get("new.title"), start.sentence());
            }
            start.form().flatMap(form -> NewInventoryWizard.open(shell, form, projects)).ifPresent(made -> {
                open(made);
                then.accept(made);
            });
        });
    }

    private record Start(Optional<ScopeForm> form, String sentence) {}

    /** Works on {@code project}, and again after a restart. */
    void open(InventoryProject project) {
        open.open(project);
        last.opened(Optional.of(project));
    }

    /** Asks who scans, does {@code then}, and goes on with their session or begins one. */
    void scan(ProjectRow row, ProjectWords words, Branch branch, Runnable then) {
        if (!row.project().isOpen()) {
            MessageDialog.openInformation(shell, TEXTS.get("who.title"),
                    TEXTS.get("session.closed", row.project().name()));
            return;
        }
        Origin here = branch.origin();
        Who who = new Who(row.sessions(), words, here.operator().isBlank() ? last.person() : here.operator(),
                last.device().isBlank() ? here.workstation() : last.device());
        if (new WhoDialog(shell, who).open() != Window.OK) {
            return;
        }
        // At once: who has closed the question scans the first book, and does not wait for the store.
        open.expect(row.project(), new OpenProject.Reader(who.person(), who.device()));
        last.opened(Optional.of(row.project()));
        then.run();
        background.compute(() -> projects.begin(row.project(), who.person(), who.device()), begun -> {
            switch (begun) {
                case ProjectList.Begun.Ready ready -> {
                    last.scanned(who.person(), who.device());
                    open(row.project());
                    open.goOn(ready.session());
                }
                case ProjectList.Begun.Refused refused -> {
                    open.pause();
                    MessageDialog.openError(shell, TEXTS.get("who.title"), refused.sentence());
                }
            }
        });
    }

    /** Asks before closing: somebody elsewhere may be scanning for it. */
    void setClosed(InventoryProject project, boolean closed) {
        if (closed && !asks("close", TEXTS.get("close.question", project.name()), MessageDialog.QUESTION)) {
            return;
        }
        change(() -> projects.setClosed(project, closed), now -> {
            if (isCurrent(now)) {
                open.open(now);
            }
        });
    }

    /** Only somebody who was at the shelves can say it. */
    void setWhole(InventoryProject project, boolean whole) {
        change(() -> projects.setWhole(project, whole), now -> {
            if (isCurrent(now)) {
                open.open(now);
            }
        });
    }

    /** Names what is lost, as it is now and not as the list showed it a moment ago, and asks. */
    void delete(ProjectRow row) {
        background.compute(projects::read, now -> now.rows().stream().filter(there -> there.number() == row.number())
                .findFirst().ifPresent(this::deleteAfterAsking));
    }

    private void deleteAfterAsking(ProjectRow row) {
        if (asks("delete", ProjectWords.loss(row), MessageDialog.WARNING)) {
            change(() -> projects.delete(row.project()), gone -> {
                if (isCurrent(gone)) {
                    open.close();
                    last.opened(Optional.empty());
                }
            });
        }
    }

    private boolean isCurrent(InventoryProject project) {
        return open.current().filter(now -> now.number() == project.number()).isPresent();
    }

    private boolean asks(String what, String question, int kind) {
        return new MessageDialog(shell, TEXTS.get(what + ".title"), null, question, kind,
                kind == MessageDialog.WARNING ? 1 : 0, TEXTS.get(what + ".button"), TEXTS.get(what + ".keep"))
                .open() == 0;
    }

    private void change(Callable<ProjectList.Changed> work, Consumer<InventoryProject> then) {
        background.compute(work, changed -> {
            switch (changed) {
                case ProjectList.Changed.Done done -> then.accept(done.project());
                case ProjectList.Changed.Refused refused -> MessageDialog.openError(shell, TEXTS.get("change.failed"),
                        refused.sentence());
            }
        });
    }
}
