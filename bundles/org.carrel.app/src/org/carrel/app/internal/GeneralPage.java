/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.List;

import org.carrel.model.BranchProfile.Features;
import org.carrel.model.BranchProfile.Features.Perspective;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.ui.Sounds;
import org.carrel.ui.Sounds.Sound;
import org.carrel.ui.Zoom;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** What a desk can choose for its workstation: sounds, the size of text, a light or a dark window. */
public final class GeneralPage extends PreferencePage implements IWorkbenchPreferencePage {

    static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    private final Texts texts = Texts.of(GeneralPage.class);
    private Sounds sounds;
    private Zoom zoom;
    private Features features;
    private IThemeEngine themes;
    private Button on;
    private Button dark;
    private Button light;

    @Override
    public void init(IWorkbench workbench) {
        IEclipseContext context = workbench.getService(IEclipseContext.class);
        sounds = context.get(Sounds.class);
        zoom = context.get(Zoom.class);
        features = context.get(Branch.class).profile().features();
        themes = context.get(IThemeEngine.class);
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 12).applyTo(page);
        makeSounds(group(page, "page.sounds", 3));
        makeSize(group(page, "page.size", 4));
        makeTheme(group(page, "page.theme", 2));
        return page;
    }

    @Override
    public boolean performOk() {
        sounds.setOn(on.getSelection());
        String wanted = dark.getSelection() ? DARK : LIGHT;
        if (themes != null && (themes.getActiveTheme() == null || !themes.getActiveTheme().getId().equals(wanted))) {
            themes.setTheme(wanted, true);
        }
        return true;
    }

    @Override
    protected void performDefaults() {
        on.setSelection(true);
        light.setSelection(true);
        dark.setSelection(false);
        zoom.reset();
        super.performDefaults();
    }

    private Group group(Composite page, String key, int columns) {
        Group group = new Group(page, SWT.NONE);
        group.setText(texts.get(key));
        GridLayoutFactory.swtDefaults().numColumns(columns).applyTo(group);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(group);
        return group;
    }

    /** What can be heard in a branch: a desk has three sounds, the shelves have all. */
    static List<Sound> sounds(Features features) {
        return features.has(Perspective.INVENTORY) ? List.of(Sound.values())
                : List.of(Sound.SAVED, Sound.WARNING, Sound.REFUSED);
    }

    private void makeSounds(Group group) {
        on = new Button(group, SWT.CHECK);
        on.setText(texts.get("page.sounds.on"));
        on.setSelection(sounds.isOn());
        GridDataFactory.fillDefaults().span(3, 1).applyTo(on);
        for (Sound sound : sounds(features)) {
            push(group, "page.sounds." + sound.name(), () -> sounds.play(sound));
        }
    }

    private void makeSize(Group group) {
        Label percent = new Label(group, SWT.NONE);
        Runnable show = () -> {
            percent.setText(texts.get("page.size.percent", zoom.percent()));
            percent.requestLayout();
        };
        show.run();
        push(group, "page.size.in", () -> {
            zoom.in();
            show.run();
        });
        push(group, "page.size.out", () -> {
            zoom.out();
            show.run();
        });
        push(group, "page.size.reset", () -> {
            zoom.reset();
            show.run();
        });
    }

    private void makeTheme(Group group) {
        boolean darkNow = themes != null && themes.getActiveTheme() != null
                && themes.getActiveTheme().getId().equals(DARK);
        light = new Button(group, SWT.RADIO);
        light.setText(texts.get("page.theme.light"));
        light.setSelection(!darkNow);
        dark = new Button(group, SWT.RADIO);
        dark.setText(texts.get("page.theme.dark"));
        dark.setSelection(darkNow);
    }

    private void push(Composite parent, String key, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(texts.get(key));
        button.addListener(SWT.Selection, event -> action.run());
    }
}
