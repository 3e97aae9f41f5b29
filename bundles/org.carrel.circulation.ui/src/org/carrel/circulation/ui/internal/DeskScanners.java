/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.circulation.ui.internal;

import java.util.Optional;

import org.carrel.model.port.Subscription;
import org.carrel.model.scan.ScanSource;
import org.carrel.ui.UiThread;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Connects a desk with the scanners for as long as it is there. UI thread only. */
final class DeskScanners {

    private final ScanSource source;
    private final DeskTarget target;
    private final Subscription news;
    private Subscription lead;

    private DeskScanners(Control root, ScanSource source, DeviceScans scans, Runnable show) {
        this.source = source;
        // The workbench keeps a view that is out of sight in a shell of its own.
        Shell window = root.getShell();
        UiThread ui = UiThread.of(root);
        target = new DeskTarget(ui, event -> {
            scans.take(event);
            if (isAway(root, window)) {
                show.run();
            }
        });
        lead = source.lead(target);
        news = source.listen(one -> {
            boolean locked = target.isLocked();
            ui.execute(() -> scans.hear(one, locked));
        });
    }

    /**
     * @param source empty where there are no scanners; then there is nothing to connect
     * @param show   brings the desk to the front
     */
    static Optional<DeskScanners> connect(Control root, Optional<ScanSource> source, DeviceScans scans, Runnable show) {
        Optional<DeskScanners> connected = source.map(one -> new DeskScanners(root, one, scans, show));
        connected.ifPresent(desk -> desk.follow(root));
        return connected;
    }

    private void follow(Control root) {
        Shell shell = root.getShell();
        // A window that is locked is out of sight. One that is minimised is not.
        Listener locks = event -> target.setLocked(event.type == SWT.Hide);
        // Of several windows the one in front has the lead, unless something else is in front of its desk.
        Listener front = event -> lead = root.isVisible() ? source.lead(target) : lead;
        shell.addListener(SWT.Hide, locks);
        shell.addListener(SWT.Show, locks);
        shell.addListener(SWT.Activate, front);
        root.addDisposeListener(event -> {
            shell.removeListener(SWT.Hide, locks);
            shell.removeListener(SWT.Show, locks);
            shell.removeListener(SWT.Activate, front);
            close();
        });
    }

    /**
     * Whether something else is in front of the desk that may make room: who scans wants to see what came of it. Nobody
     * who types or answers a dialog is disturbed; they hear it.
     */
    private static boolean isAway(Control root, Shell window) {
        if (root.isDisposed() || root.isVisible() || root.getDisplay().getActiveShell() != window) {
            return false;
        }
        return !isHalfTyped(root.getDisplay().getFocusControl());
    }

    private static boolean isHalfTyped(Control focus) {
        return switch (focus) {
            case Text text -> text.getEditable() && !text.getText().isEmpty();
            case StyledText text -> text.getEditable() && text.getCharCount() > 0;
            case Combo combo -> (combo.getStyle() & SWT.READ_ONLY) == 0 && !combo.getText().isEmpty();
            case null, default -> false;
        };
    }

    /** No more scans from now on; those that were taken over already are recorded. Closing twice does nothing. */
    void close() {
        lead.close();
        news.close();
        target.finish();
    }
}
