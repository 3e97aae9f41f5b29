/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.List;
import java.util.Optional;

import org.carrel.branch.SealedBranch;
import org.carrel.extension.Extensions;
import org.carrel.model.Texts;
import org.carrel.ui.Zoom;
import org.eclipse.equinox.app.IApplication;
import org.eclipse.equinox.app.IApplicationContext;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the branch and its queue, lets somebody sign in, and runs the workbench until its last window is closed. */
public final class WorkbenchApplication implements IApplication {

    /** What <i>About</i> says; named in {@code about.mappings}. */
    private static final String VERSION = "org.carrel.app.version";

    /** Whether this is practice mode; other parts of the product ask for it, too, in {@code visibleWhen}. */
    static final String PRACTICE = "org.carrel.app.practice";

    /** Whether there is a password to lock the desk with; in {@code visibleWhen}. */
    static final String SEALED = "org.carrel.app.sealed";

    /** Whether this is practice mode for somebody who comes from a branch; in {@code visibleWhen}. */
    static final String VISIT = "org.carrel.app.visit";

    /** Whether the branch has a place where newer versions are; in {@code visibleWhen}. */
    private static final String UPDATES = "org.carrel.app.updates";

    private static final Integer EXIT_REFUSED = 1;
    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchApplication.class);

    private final Texts texts = Texts.of(WorkbenchApplication.class);

    @Override
    public Object start(IApplicationContext context) {
        StartArguments arguments;
        try {
            arguments = StartArguments.of(List.of((String[]) context.getArguments()
                    .get(IApplicationContext.APPLICATION_ARGS)));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return EXIT_REFUSED;
        }
        DeskOpening opening = new DeskOpening(arguments);
        Display.setAppName("Carrel");
        Display display = PlatformUI.createDisplay();
        DeskOpening.Result result;
        try (StartupPicture picture = StartupPicture.show(display)) {
            result = opening.open();
        }
        new DialogZoom(display, () -> opening.present(Zoom.class)).follow();
        try {
            if (arguments.screenshots().isEmpty()) {
                result = new FrontDoor(display, opening).pass(result).orElse(result);
            }
            return switch (result) {
                case DeskOpening.Result.Ready ready -> {
                    ExtensionStart extensions = new ExtensionStart(display, opening, arguments);
                    yield run(display, extensions.with(ready), extensions.extensions(), arguments);
                }
                case DeskOpening.Result.Refused refused -> refuse(display, refused, arguments);
                // Nobody signed in: that is no failure, but there is nothing to work with.
                case DeskOpening.Result.SignInFirst ignored -> EXIT_OK;
                case DeskOpening.Result.SetUpFirst ignored -> EXIT_OK;
            };
        } finally {
            display.dispose();
        }
    }

    @Override
    public void stop() {
        if (PlatformUI.isWorkbenchRunning()) {
            Display display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> PlatformUI.getWorkbench().close());
        }
    }

    private Object run(Display display, DeskOpening.Result.Ready ready, Optional<Extensions> extensions,
            StartArguments arguments) {
        System.setProperty(SEALED, Boolean.toString(ready.sealed().isPresent()));
        System.setProperty(VERSION, FrameworkUtil.getBundle(WorkbenchApplication.class).getVersion().toString());
        System.setProperty(PRACTICE, Boolean.toString(ready.branch().profile().practice()));
        System.setProperty(UPDATES, Boolean.toString(ready.branch().profile().updates().site().isPresent()));
        System.setProperty(VISIT, Boolean.toString(arguments.visit()));
        new OfferedPerspectives(ready.branch().profile().features()).publish();
        DeskWorkbenchAdvisor advisor = new DeskWorkbenchAdvisor(ready, extensions, arguments);
        int code;
        try {
            code = PlatformUI.createAndRunWorkbench(display, advisor);
        } finally {
            // The windows are gone, and with them whoever uses the keys.
            ready.sealed().ifPresent(SealedBranch::signOut);
        }
        if (!advisor.picturesTaken()) {
            return EXIT_REFUSED;
        }
        return code == PlatformUI.RETURN_RESTART ? EXIT_RESTART : advisor.next().exitCode();
    }

    /** Says why, in a window for a person and on the error stream for a script. */
    private Object refuse(Display display, DeskOpening.Result.Refused refused, StartArguments arguments) {
        LOG.error("{} {}", refused.headline(), refused.sentences());
        String sentences = String.join("\n\n", refused.sentences());
        System.err.println(refused.headline() + "\n" + sentences);
        if (arguments.screenshots().isEmpty()) {
            BeforeTheDesk.ask(display, nobody -> MessageDialog.open(MessageDialog.ERROR, nobody, "Carrel",
                    refused.headline() + "\n\n" + sentences + "\n\n" + texts.get("refused.end"), SWT.NONE));
        }
        return EXIT_REFUSED;
    }
}
