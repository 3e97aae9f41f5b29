/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.model.port.QueueQuery;
import org.carrel.sync.QueueFiles;
import org.carrel.sync.exchange.ExchangeFiles;
import org.carrel.ui.Background;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Exports the queue, after saying what such a file gives away. */
public final class ExportHandler extends AbstractHandler {

    static final String COMMAND = "org.carrel.sync.ui.commands.export";

    private static final Texts TEXTS = Texts.of(ExportHandler.class);

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        QueueFiles files = Objects.requireNonNull(window.getService(IEclipseContext.class).get(QueueFiles.class),
                "the service that writes files");
        Optional<ExchangeFiles> others = Optional
                .ofNullable(window.getService(IEclipseContext.class).get(ExchangeFiles.class));
        Shell shell = window.getShell();
        // Reading the whole queue takes a while when it is long.
        Background.of(shell, TEXTS.get("export.looking")).compute(() -> files.personalData(QueueQuery.all()),
                personal -> choose(window, files, others, personal));
        return null;
    }

    private static void choose(IWorkbenchWindow window, QueueFiles files, Optional<ExchangeFiles> others,
            QueueFiles.PersonalData personal) {
        Shell shell = window.getShell();
        ExportDialog question = new ExportDialog(shell, personal, files.canSeal(),
                others.map(ExchangeFiles::formats).orElse(List.of()));
        if (question.open() != Window.OK) {
            return;
        }
        String ending = question.choice().ending();
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(TEXTS.get("export.title"));
        dialog.setFilterExtensions(new String[] { "*" + ending });
        dialog.setFileName("carrel-queue" + ending);
        dialog.setOverwrite(true);
        String chosen = dialog.open();
        if (chosen != null) {
            write(window, new ExportJob(export(files, others, question.choice()), Path.of(chosen)));
        }
    }

    private static QueueExport export(QueueFiles files, Optional<ExchangeFiles> others, ExportChoice choice) {
        return switch (choice) {
            case ExportChoice.Sealed sealed -> new QueueExport(files, true);
            case ExportChoice.Clear clear -> new QueueExport(files, false);
            case ExportChoice.Other other -> new QueueExport(others.orElseThrow(), other.format().id());
        };
    }

    /** The result is said in the results' note: a dialog might come up between two scans and swallow the second. */
    private static void write(IWorkbenchWindow window, ExportJob job) {
        job.addJobChangeListener(new JobChangeAdapter() {
            @Override
            public void done(IJobChangeEvent event) {
                String sentence = event.getResult().getMessage();
                window.getWorkbench().getDisplay().asyncExec(() -> {
                    IWorkbenchPage page = window.getActivePage();
                    if (page != null && page.findView(ResultsView.ID) instanceof ResultsView results) {
                        results.say(sentence);
                    }
                });
            }
        });
        job.schedule();
    }
}
