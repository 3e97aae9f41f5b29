/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens each perspective in turn, takes a picture of the window once nothing moves any more, and ends the program. */
final class ScreenshotRun {

    private static final Logger LOG = LoggerFactory.getLogger(ScreenshotRun.class);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    /** The window is still when it was found idle that many times in a row: longer than what waits to be paced. */
    private static final int CALM = 100;
    private static final int BREATH = 30;

    private final IWorkbench workbench;
    private final Path folder;

    ScreenshotRun(IWorkbench workbench, Path folder) {
        this.workbench = workbench;
        this.folder = folder;
    }

    /** @param done runs when every picture was written */
    void start(Runnable done) {
        workbench.getDisplay().asyncExec(() -> {
            try {
                takeAll();
                done.run();
            } catch (IOException | WorkbenchException e) {
                LOG.error("The pictures could not be taken", e);
                System.err.println("The pictures could not be taken: " + e.getMessage());
            }
            workbench.close();
        });
    }

    private void takeAll() throws IOException, WorkbenchException {
        Files.createDirectories(folder);
        IWorkbenchWindow window = workbench.getWorkbenchWindows()[0];
        IPerspectiveDescriptor[] perspectives = workbench.getPerspectiveRegistry().getPerspectives();
        Arrays.sort(perspectives, Comparator.comparing(IPerspectiveDescriptor::getId));
        for (IPerspectiveDescriptor perspective : perspectives) {
            workbench.showPerspective(perspective.getId(), window);
            window.getShell().forceActive();
            settle(window.getShell().getDisplay());
            Path file = folder.resolve(name(perspective));
            take(window.getShell(), file);
            System.out.println(file);
        }
    }

    private static String name(IPerspectiveDescriptor perspective) {
        return perspective.getLabel().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + ".png";
    }

    private static void settle(Display display) {
        long end = System.nanoTime() + PATIENCE;
        int calm = 0;
        while (calm < CALM && System.nanoTime() < end) {
            boolean busy = !Job.getJobManager().isIdle();
            while (display.readAndDispatch()) {
                busy |= !Job.getJobManager().isIdle();
            }
            calm = busy ? 0 : calm + 1;
            display.timerExec(BREATH, display::wake);
            display.sleep();
        }
    }

    private static void take(Shell shell, Path file) {
        Rectangle size = shell.getClientArea();
        shell.update();
        Image image = new Image(shell.getDisplay(), size.width, size.height);
        GC gc = new GC(shell);
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageLoader loader = new ImageLoader();
        loader.data = new ImageData[] { image.getImageData() };
        loader.save(file.toString(), SWT.IMAGE_PNG);
        image.dispose();
    }
}
