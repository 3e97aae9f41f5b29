/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.keys;

import java.io.IOException;
import java.util.Arrays;

import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.ScannerService;
import org.carrel.ui.Failures;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;

/** Begins to listen for scanners that type as soon as there is a window. */
public final class ListenAtStart implements IStartup {

    /** On a thread of the workbench's own: the first scanner is set up on the disk. */
    @Override
    public void earlyStartup() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        ScannerService scanners = workbench.getDisplay()
                .syncCall(() -> workbench.getService(IEclipseContext.class).get(ScannerService.class));
        if (scanners == null) {
            Failures.report(ListenAtStart.class, new IllegalStateException("the service of the scanners is missing"));
            return;
        }
        KeyboardScanners keyboards = new KeyboardScanners(scanners);
        try {
            keyboards.setUpTheFirst();
        } catch (IOException e) {
            Failures.report(ListenAtStart.class, e);
        }
        workbench.getDisplay().asyncExec(() -> {
            if (!workbench.isClosing()) {
                listen(workbench, scanners, keyboards);
            }
        });
    }

    private static void listen(IWorkbench workbench, ScannerService scanners, KeyboardScanners keyboards) {
        Display display = workbench.getDisplay();
        KeyListening listening = new KeyListening(
                (wedge, text) -> scanners.accept(wedge.device(), text.getBytes(wedge.charset())));
        listening.use(keyboards.wedges());
        scanners.observe(change -> {
            if (change instanceof ScannerChange.DevicesChanged && !display.isDisposed()) {
                display.asyncExec(() -> listening.use(keyboards.wedges()));
            }
        });
        new KeyFilter(display, listening, shell -> isWindow(workbench, shell)).install();
    }

    private static boolean isWindow(IWorkbench workbench, Shell shell) {
        return Arrays.stream(workbench.getWorkbenchWindows()).anyMatch(window -> window.getShell() == shell);
    }
}
