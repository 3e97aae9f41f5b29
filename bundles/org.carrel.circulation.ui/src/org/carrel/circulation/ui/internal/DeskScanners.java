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
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.swt.widgets.Shell;

/** Connects a desk with the scanners for as long as it is there. UI thread only. */
final class DeskScanners {

    private final ScanSource source;
    private final DeskTarget target;
    private final Subscription news;
    private Subscription lead;

    private DeskScanners(Control root, ScanSource source, DeviceScans scans) {
        this.source = source;
        UiThread ui = UiThread.of(root);
        target = new DeskTarget(ui, scans::take);
        lead = source.lead(target);
        news = source.listen(one -> {
            boolean locked = target.isLocked();
            ui.execute(() -> scans.hear(one, locked));
        });
    }

    /** @param source empty where there are no scanners; then there is nothing to connect */
    static Optional<DeskScanners> connect(Control root, Optional<ScanSource> source, DeviceScans scans) {
        Optional<DeskScanners> connected = source.map(one -> new DeskScanners(root, one, scans));
        connected.ifPresent(desk -> desk.follow(root));
        return connected;
    }

    private void follow(Control root) {
        Shell shell = root.getShell();
        // A window that is locked is out of sight. One that is minimised is not.
        Listener locks = event -> target.setLocked(event.type == SWT.Hide);
        // Of several windows the one in front has the lead.
        Listener front = event -> lead = source.lead(target);
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

    /** No more scans from now on; those that were taken over already are recorded. Closing twice does nothing. */
    void close() {
        lead.close();
        news.close();
        target.finish();
    }
}
