/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.util.Objects;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.driver.ScannerDriver;
import org.carrel.scanner.pipeline.Pipeline;
import org.carrel.scanner.ui.internal.Tried;
import org.carrel.ui.Background;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Opens the device as it is filled in, and shows what it reads. UI thread only. */
final class TrialPanel extends Composite {

    private static final Texts TEXTS = Texts.of(TrialPanel.class);

    private final DeviceForm form;
    private final Runnable grown;
    private final Button begin;
    private final Label icon;
    private final Label said;
    private final Label read;
    private final Images images;
    private Optional<Trial> trial = Optional.empty();

    /** @param grown runs when what it says may need another height */
    TrialPanel(Composite parent, DeviceForm form, Runnable grown) {
        super(parent, SWT.NONE);
        this.form = Objects.requireNonNull(form, "form");
        this.grown = Objects.requireNonNull(grown, "grown");
        GridLayoutFactory.fillDefaults().numColumns(3).spacing(10, 4).applyTo(this);
        images = Images.of(this);
        begin = WidgetKey.mark(new Button(this, SWT.PUSH), "setup.try");
        begin.setText(TEXTS.get("trial.begin"));
        begin.setImage(images.get(Icon.SCANNER));
        begin.addListener(SWT.Selection, event -> begin());
        icon = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults().hint(16, 16).align(SWT.BEGINNING, SWT.CENTER).applyTo(icon);
        said = WidgetKey.mark(new Label(this, SWT.WRAP), "setup.try.said");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(said);
        read = WidgetKey.mark(new Label(this, SWT.WRAP), "setup.try.read");
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(200, SWT.DEFAULT).applyTo(read);
        addListener(SWT.Dispose, event -> stop());
    }

    private void begin() {
        stop();
        switch (form.judge()) {
            case Judged.Unsound<DeviceSettings> unsound -> say(Tone.CAUTION, unsound.sentence());
            case Judged.Sound<DeviceSettings> sound -> form.driver().ifPresent(driver -> begin(driver, sound.value()));
        }
    }

    private void begin(ScannerDriver driver, DeviceSettings settings) {
        Pipeline pipeline = form.scanners().pipeline(settings.pipeline(), settings.role());
        UiThread ui = UiThread.of(this);
        Trial next = new Trial(Background.of(this, TEXTS.get("trial.job")), new Trial.Witness() {
            @Override
            public void said(Tone tone, String sentence) {
                ui.execute(() -> say(tone, sentence));
            }

            @Override
            public void read(byte[] bytes) {
                Tried tried = Tried.read(pipeline, bytes);
                ui.execute(() -> show(tried));
            }
        });
        trial = Optional.of(next);
        next.start(form.scanners(), driver, settings);
    }

    /** Gives the device free. */
    void stop() {
        trial.ifPresent(Trial::close);
        trial = Optional.empty();
        if (!isDisposed() && !said.isDisposed()) {
            icon.setImage(null);
            said.setText("");
            read.setText("");
        }
    }

    private void say(Tone tone, String sentence) {
        icon.setImage(images.get(tone.icon()));
        said.setText(sentence.replace("&", "&&"));
        said.setForeground(Palette.of(said).text(tone));
        grown.run();
    }

    private void show(Tried tried) {
        read.setText(TEXTS.get("trial.read", tried.raw(), tried.result().headline()).replace("&", "&&"));
        grown.run();
    }
}
