/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.setup;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

import org.carrel.model.Texts;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.pipeline.PipelineSettings;
import org.carrel.scanner.ui.internal.ScanWords;
import org.carrel.scanner.ui.internal.Tried;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** How the device's reads are understood, with an example that shows at once what comes of it. */
final class ReadingPage extends FormPage {

    private static final Texts TEXTS = Texts.of(ReadingPage.class);

    private Text prefix;
    private Text suffix;
    private Combo charset;
    private Combo aim;
    private Combo codabar;
    private Combo checkDigit;
    private Button trim;
    private Text shelf;
    private Text condition;
    private Text ignore;
    private Text example;
    private Label result;
    private boolean showing;

    ReadingPage(DeviceForm form) {
        super("reading", form);
    }

    @Override
    void fill(Composite area) {
        example = text(area, "example");
        beside(area, "example");
        // A scanner that types ends with Enter: that is the end of the example and not of the dialog.
        example.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_RETURN) {
                event.doit = false;
                example.selectAll();
            }
        });
        example.addListener(SWT.Modify, event -> tryExample());
        new Label(area, SWT.NONE);
        result = WidgetKey.mark(sentence(area, "", 2), "setup.result");
        prefix = changing(text(area, "prefix"));
        beside(area, "prefix");
        suffix = changing(text(area, "suffix"));
        beside(area, "suffix");
        codabar = choices(area, "codabar.", PipelineSettings.Codabar.values());
        checkDigit = choices(area, "checkDigit.", PipelineSettings.CheckDigit.values());
        aim = choices(area, "aim.", PipelineSettings.Aim.values());
        charset = choices(area, "charset.", PipelineSettings.Charset.values());
        new Label(area, SWT.NONE);
        trim = WidgetKey.mark(new Button(area, SWT.CHECK), "setup.trim");
        trim.setText(TEXTS.get("field.trim"));
        trim.addListener(SWT.Selection, event -> filled());
        nothingBeside(area);
        shelf = changing(text(area, "shelf"));
        beside(area, "shelf");
        condition = changing(text(area, "condition"));
        beside(area, "condition");
        ignore = changing(text(area, "ignore"));
        beside(area, "ignore");
        show();
    }

    private Text changing(Text text) {
        text.addListener(SWT.Modify, event -> filled());
        return text;
    }

    private <E extends Enum<E>> Combo choices(Composite area, String words, E[] values) {
        String key = words.substring(0, words.length() - 1);
        Combo combo = combo(area, key, SWT.READ_ONLY);
        combo.setItems(Arrays.stream(values).map(value -> TEXTS.get(words + value)).toArray(String[]::new));
        combo.addListener(SWT.Selection, event -> filled());
        beside(area, key);
        return combo;
    }

    @Override
    void show() {
        showing = true;
        PipelineDraft draft = form().draft().pipeline();
        set(prefix, draft.prefix());
        set(suffix, draft.suffix());
        charset.select(draft.charset().ordinal());
        aim.select(draft.aim().ordinal());
        codabar.select(draft.codabar().ordinal());
        checkDigit.select(draft.checkDigit().ordinal());
        trim.setSelection(draft.trim());
        set(shelf, draft.shelf());
        set(condition, draft.condition());
        set(ignore, draft.ignore());
        showing = false;
        tryExample();
    }

    @Override
    Control first() {
        return example;
    }

    private static void set(Text text, String value) {
        if (!value.equals(text.getText())) {
            text.setText(value);
        }
    }

    private void filled() {
        if (showing) {
            return;
        }
        form().change(form().draft().withPipeline(new PipelineDraft(
                PipelineSettings.Charset.values()[charset.getSelectionIndex()], prefix.getText(), suffix.getText(),
                PipelineSettings.Aim.values()[aim.getSelectionIndex()],
                PipelineSettings.Codabar.values()[codabar.getSelectionIndex()], trim.getSelection(),
                PipelineSettings.CheckDigit.values()[checkDigit.getSelectionIndex()], shelf.getText(),
                condition.getText(), ignore.getText())));
        changed();
        tryExample();
    }

    private void tryExample() {
        ScanWords words = form().draft().pipeline().judge() instanceof Judged.Sound<PipelineSettings> sound
                ? Tried.typed(form().scanners().pipeline(sound.value(), form().draft().role()), example.getText())
                        .result()
                : new ScanWords(Tone.CAUTION, TEXTS.get("reading.wrong"), "");
        String said = words.sentence().isEmpty() ? words.headline()
                : TEXTS.get("reading.result", words.headline(), words.sentence());
        result.setText(said.replace("&", "&&"));
        result.setForeground(Palette.of(result).text(words.tone()));
        layoutAgain();
    }

    @Override
    Optional<Judged.Unsound<DeviceSettings>> judge() {
        Function<Judged.Unsound<PipelineSettings>, Judged.Unsound<DeviceSettings>> same = wrong -> new Judged.Unsound<>(
                wrong.field(), wrong.sentence());
        return switch (form().draft().pipeline().judge()) {
            case Judged.Sound<PipelineSettings> sound -> form()
                    .judge() instanceof Judged.Unsound<DeviceSettings> unsound ? Optional.of(unsound)
                            : Optional.empty();
            case Judged.Unsound<PipelineSettings> unsound -> Optional.of(same.apply(unsound));
        };
    }
}
