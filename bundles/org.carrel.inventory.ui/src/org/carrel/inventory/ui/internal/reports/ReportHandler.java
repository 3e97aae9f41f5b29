/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.reports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import org.carrel.inventory.report.InventoryResults;
import org.carrel.inventory.report.ReportFiles;
import org.carrel.inventory.report.ReportKind;
import org.carrel.inventory.report.ReportKinds;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.inventory.ui.internal.open.FileWords;
import org.carrel.inventory.ui.internal.open.Result;
import org.carrel.inventory.ui.internal.open.Results;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.Subscription;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Writes a report of the inventory that the window works on, as it is shown now. */
public final class ReportHandler extends AbstractHandler {

    private static final Texts TEXTS = Texts.of(ReportHandler.class);

    private final Clock clock = Clock.systemUTC();

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        IEclipseContext context = window.getService(IEclipseContext.class);
        Results results = service(context, Results.class);
        if (results.current() instanceof Result.Pending) {
            whenCompared(results, () -> window.getShell().getDisplay()
                    .asyncExec(() -> show(window.getShell(), results, context)));
        } else {
            show(window.getShell(), results, context);
        }
        return null;
    }

    /** Whoever asks right after opening an inventory need not ask again. */
    private static void whenCompared(Results results, Runnable then) {
        AtomicReference<Subscription> waiting = new AtomicReference<>();
        waiting.set(results.observe(() -> {
            if (!(results.current() instanceof Result.Pending)) {
                waiting.get().close();
                then.run();
            }
        }));
    }

    private void show(Shell shell, Results results, IEclipseContext context) {
        if (shell.isDisposed()) {
            return;
        }
        results.ready().ifPresentOrElse(ready -> open(shell, results, ready, context),
                () -> MessageDialog.openInformation(shell, TEXTS.get("dialog.title"), why(results.current())));
    }

    private static <T> T service(IEclipseContext context, Class<T> type) {
        return Objects.requireNonNull(context.get(type), type.getName());
    }

    private static String why(Result result) {
        return result instanceof Result.NoProject ? TEXTS.get("handler.noProject") : FileWords.of(result);
    }

    private void open(Shell shell, Results results, Result.Ready ready, IEclipseContext context) {
        Branch branch = service(context, Branch.class);
        ReportFiles files = service(context, ReportFiles.class);
        ReportKinds kinds = service(context, ReportKinds.class);
        List<ReportKind> all = kinds.all();
        ReportForm form = new ReportForm(all.stream().map(ReportForm.Choice::of).toList(), files.formats(),
                ready.project().name(), Path.of(System.getProperty("user.home")),
                LocalDate.now(clock.withZone(branch.profile().zone())),
                ReportSettings.standard(branch.profile().zone()));
        String statement = TEXTS.get("handler.statement", ready.project().name(),
                FileWords.of(ready.comparison().itemFile()), ready.comparison().reads());
        Display display = shell.getDisplay();
        // While the dialog stood there, somebody elsewhere may have scanned.
        new ReportDialog(shell, statement, form,
                (kind, to, monitor) -> kinds.find(kind)
                        .map(found -> files.write(found, latest(display, results, ready, branch), clock.instant(), to,
                                monitor))
                        .orElseGet(() -> new ReportFiles.Written.Failed(TEXTS.get("handler.gone", kind))))
                .open();
    }

    private static InventoryResults latest(Display display, Results results, Result.Ready before, Branch branch) {
        return display.syncCall(results::ready).filter(now -> now.project().number() == before.project().number())
                .orElse(before).forReports(branch.profile().name());
    }
}
