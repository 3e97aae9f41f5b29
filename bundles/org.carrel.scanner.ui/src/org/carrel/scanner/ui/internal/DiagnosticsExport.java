/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.scanner.ScannerService;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;

/** Says what a file for support would hold, and asks where to put it. UI thread only. */
final class DiagnosticsExport {

    private static final Texts TEXTS = Texts.of(DiagnosticsExport.class);

    private final Shell shell;
    private final ScannerService scanners;
    private final Clock clock;

    DiagnosticsExport(Shell shell, ScannerService scanners, Clock clock) {
        this.shell = Objects.requireNonNull(shell, "shell");
        this.scanners = Objects.requireNonNull(scanners, "scanners");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /** The file to write; empty when somebody thought better of it. */
    Optional<Path> ask() {
        int answer = new MessageDialog(shell, TEXTS.get("diagnostics.title"), null, statement(scanners),
                MessageDialog.INFORMATION, 0, TEXTS.get("diagnostics.choose"), TEXTS.get("diagnostics.cancel")).open();
        if (answer != 0) {
            return Optional.empty();
        }
        FileDialog dialog = new FileDialog(shell, SWT.SAVE);
        dialog.setText(TEXTS.get("diagnostics.title"));
        dialog.setFilterExtensions(new String[] { "*.txt" });
        dialog.setFileName("carrel-scanners-" + LocalDate.now(clock) + ".txt");
        dialog.setOverwrite(true);
        return Optional.ofNullable(dialog.open()).map(Path::of);
    }

    /** What the file holds and what it does not. */
    static String statement(ScannerService scanners) {
        return TEXTS.get("diagnostics.statement", scanners.devices().size());
    }
}
