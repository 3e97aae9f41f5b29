/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.ArrayList;
import java.util.List;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.Features.Perspective;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.TextSize;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What somebody sees on the first day: what the desk is for, the few keys to know, and how to practise. */
final class Welcome extends MessageDialog {

    private static final Logger LOG = LoggerFactory.getLogger(Welcome.class);
    private static final String WELCOMED = "welcomed";
    private static final int WIDTH = 560;

    private final Texts texts = Texts.of(Welcome.class);
    private final List<Line> lines;

    /** One thing that is said, and the picture beside it. */
    record Line(Icon icon, String key) {}

    Welcome(Shell parent, Branch branch) {
        super(parent, Texts.of(Welcome.class).get("welcome.window"), null, "", NONE, 0,
                Texts.of(Welcome.class).get(branch.profile().practice() ? "welcome.practise" : "welcome.start"));
        lines = lines(branch.profile());
    }

    /** What is worth knowing on the first day of a branch: nothing of what it does not have. */
    static List<Line> lines(BranchProfile profile) {
        BranchProfile.Features features = profile.features();
        List<Line> lines = new ArrayList<>();
        if (features.has(Perspective.CIRCULATION)) {
            lines.add(new Line(Icon.CHECK_OUT, features.checkIn() ? "welcome.out" : "welcome.outOnly"));
        }
        lines.add(new Line(Icon.SAVED, "welcome.saved"));
        if (features.has(Perspective.SYNC)) {
            lines.add(new Line(Icon.UPLOAD, "welcome.upload"));
        }
        if (features.has(Perspective.INVENTORY)) {
            lines.add(new Line(Icon.INVENTORY, "welcome.inventory"));
        }
        lines.add(new Line(Icon.PRACTICE, profile.practice() ? "welcome.inPractice" : "welcome.forPractice"));
        return lines;
    }

    /** On the first start with this data, and never again by itself. */
    static void showOnce(Shell parent, Branch branch) {
        Preferences kept = InstanceScope.INSTANCE.getNode("org.carrel.app");
        if (parent.isDisposed() || kept.getBoolean(WELCOMED, false)) {
            return;
        }
        kept.putBoolean(WELCOMED, true);
        try {
            kept.flush();
        } catch (BackingStoreException e) {
            LOG.warn("The welcome will come again", e);
        }
        new Welcome(parent, branch).open();
    }

    @Override
    public Image getImage() {
        return null;
    }

    @Override
    protected Control createMessageArea(Composite parent) {
        Composite area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(18, 14).spacing(18, 12).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).span(2, 1).applyTo(area);
        Label icon = new Label(area, SWT.NONE);
        icon.setImage(Logo.large(icon));
        Label headline = new Label(area, SWT.NONE);
        headline.setText(texts.get("welcome.headline"));
        headline.setFont(TextSize.HEADLINE.in(headline, true));
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(headline);
        lines.forEach(line -> line(area, line.icon(), line.key()));
        return area;
    }

    private void line(Composite area, Icon icon, String key) {
        Label image = new Label(area, SWT.NONE);
        image.setImage(Images.of(area).get(icon));
        GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).indent(0, 2).applyTo(image);
        Label text = new Label(area, SWT.WRAP);
        text.setText(texts.get(key));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(text);
    }
}
