/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.reports;

import java.nio.file.Path;
import java.util.Optional;

import org.carrel.inventory.report.ReportFiles.Written;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.List;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * Asks which report, as what, and where to; writes it, and offers to open it. Stays until it is closed, so that several
 * reports can be written one after the other. UI thread only.
 */
public final class ReportDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(ReportDialog.class);
    private static final int WIDTH = 460;
    private static final int OPEN = IDialogConstants.CLIENT_ID;

    private final String statement;
    private final ReportForm form;
    private final ReportWriter writer;
    private List kinds;
    private Combo formats;
    private Text file;
    private Button browse;
    private ProgressBar progress;
    private Label said;
    private boolean showing;
    private Optional<ReportRun> run = Optional.empty();
    private Optional<Path> written = Optional.empty();

    /** @param statement what it is of, and what it may give away */
    public ReportDialog(Shell parent, String statement, ReportForm form, ReportWriter writer) {
        super(parent);
        this.statement = statement;
        this.form = form;
        this.writer = writer;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(TEXTS.get("dialog.title"));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().numColumns(3).margins(18, 16).spacing(10, 8).applyTo(area);
        Label of = WidgetKey.mark(new Label(area, SWT.WRAP), "report.statement");
        of.setText(statement.replace("&", "&&"));
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(of);
        if (form.kinds().size() > 1) {
            makeKinds(area);
        }
        label(area, "format");
        formats = WidgetKey.mark(new Combo(area, SWT.READ_ONLY), "report.format");
        AccessibleNames.name(formats, plain("format"));
        formats.setItems(form.formats().stream().map(ReportFormat::name).toArray(String[]::new));
        formats.addListener(SWT.Selection, event -> {
            form.chooseFormat(Math.max(0, formats.getSelectionIndex()));
            show();
        });
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(formats);
        label(area, "file");
        file = WidgetKey.mark(new Text(area, SWT.BORDER), "report.file");
        AccessibleNames.name(file, plain("file"));
        file.addListener(SWT.Modify, event -> {
            if (!showing) {
                form.write(file.getText());
                judge();
            }
        });
        GridDataFactory.fillDefaults().grab(true, false).hint(280, SWT.DEFAULT).align(SWT.FILL, SWT.CENTER)
                .applyTo(file);
        browse = WidgetKey.mark(new Button(area, SWT.PUSH), "report.browse");
        browse.setText(TEXTS.get("dialog.browse"));
        browse.addListener(SWT.Selection, event -> browse());
        progress = new ProgressBar(area, SWT.HORIZONTAL);
        progress.setVisible(false);
        GridDataFactory.fillDefaults().span(3, 1).grab(true, false).applyTo(progress);
        said = WidgetKey.mark(new Label(area, SWT.WRAP), "report.said");
        GridDataFactory.fillDefaults().span(3, 1).grab(true, true).hint(WIDTH, 60).applyTo(said);
        return area;
    }

    private void makeKinds(Composite area) {
        Label label = label(area, "kind");
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 4).applyTo(label);
        kinds = WidgetKey.mark(new List(area, SWT.SINGLE | SWT.BORDER | SWT.V_SCROLL), "report.kind");
        AccessibleNames.name(kinds, plain("kind"));
        kinds.setItems(form.kinds().stream().map(ReportForm.Choice::name).toArray(String[]::new));
        kinds.addListener(SWT.Selection, event -> {
            form.chooseKind(Math.max(0, kinds.getSelectionIndex()));
            show();
        });
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(280, 140).applyTo(kinds);
        kinds.setFocus();
    }

    private static Label label(Composite area, String what) {
        Label label = new Label(area, SWT.NONE);
        label.setText(TEXTS.get("dialog." + what));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(label);
        return label;
    }

    private static String plain(String what) {
        return TEXTS.get("dialog." + what).replace("&", "");
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        WidgetKey.mark(createButton(parent, OPEN, TEXTS.get("dialog.open"), false), "report.open").setEnabled(false);
        WidgetKey.mark(createButton(parent, IDialogConstants.OK_ID, TEXTS.get("dialog.write"), true), "report.write");
        WidgetKey.mark(createButton(parent, IDialogConstants.CANCEL_ID, TEXTS.get("dialog.close"), false),
                "report.close");
        show();
    }

    private void show() {
        showing = true;
        if (kinds != null) {
            kinds.select(form.kind());
        }
        formats.select(form.format());
        if (!file.getText().equals(form.file())) {
            file.setText(form.file());
        }
        showing = false;
        judge();
    }

    private void judge() {
        boolean busy = run.isPresent();
        ReportForm.Judged judged = form.judge();
        getButton(IDialogConstants.OK_ID).setEnabled(!busy && judged instanceof ReportForm.Judged.Sound);
        getButton(OPEN).setEnabled(!busy && written.isPresent());
        if (judged instanceof ReportForm.Judged.Unsound unsound) {
            say(unsound.sentence(), Tone.CAUTION);
        } else if (written.isEmpty() && !busy) {
            say("", Tone.NEUTRAL);
        }
    }

    private void browse() {
        FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
        dialog.setText(TEXTS.get("dialog.title"));
        dialog.setFilterExtensions(new String[] { "*." + form.ending() });
        dialog.setFileName(form.file());
        String chosen = dialog.open();
        if (chosen != null) {
            form.write(chosen);
            show();
        }
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == OPEN) {
            openWritten();
        } else {
            super.buttonPressed(button);
        }
    }

    /** Writes; the dialog stays. */
    @Override
    protected void okPressed() {
        if (run.isEmpty() && form.judge() instanceof ReportForm.Judged.Sound sound
                && (!sound.exists() || MessageDialog.openQuestion(getShell(), TEXTS.get("dialog.title"),
                        TEXTS.get("dialog.replace", sound.to().file().toString())))) {
            UiThread ui = UiThread.of(getShell());
            ReportRun begun = new ReportRun(writer, sound, percent -> ui.execute(() -> progress.setSelection(percent)),
                    result -> ui.execute(() -> ended(result)));
            run = Optional.of(begun);
            written = Optional.empty();
            progress.setSelection(0);
            busy(true);
            say(TEXTS.get("dialog.writing"), Tone.WAITING);
            begun.schedule();
        }
    }

    /** While something is written the button stops that; afterwards it closes the dialog. */
    @Override
    protected void cancelPressed() {
        if (run.isPresent()) {
            run.get().cancel();
        } else {
            super.cancelPressed();
        }
    }

    @Override
    public boolean close() {
        run.ifPresent(ReportRun::cancel);
        return super.close();
    }

    private void busy(boolean is) {
        progress.setVisible(is);
        getButton(IDialogConstants.CANCEL_ID).setText(TEXTS.get(is ? "dialog.stop" : "dialog.close"));
        formats.setEnabled(!is);
        file.setEnabled(!is);
        browse.setEnabled(!is);
        if (kinds != null) {
            kinds.setEnabled(!is);
        }
        judge();
    }

    private void ended(Optional<Written> result) {
        run = Optional.empty();
        written = result.filter(Written.Done.class::isInstance).map(done -> ((Written.Done) done).file());
        busy(false);
        if (result.isEmpty()) {
            say(TEXTS.get("dialog.failed"), Tone.BAD);
            return;
        }
        switch (result.get()) {
            case Written.Done done -> {
                say(TEXTS.get("dialog.done", done.file().toString(), done.rows()), Tone.GOOD);
                getButton(OPEN).setFocus();
            }
            case Written.Cancelled cancelled -> say(TEXTS.get("dialog.cancelled"), Tone.NEUTRAL);
            case Written.Failed failed -> say(failed.sentence(), Tone.BAD);
        }
    }

    private void openWritten() {
        written.ifPresent(path -> {
            if (!Program.launch(path.toString())) {
                say(TEXTS.get("dialog.noProgram", path.toString()), Tone.CAUTION);
            }
        });
    }

    private void say(String sentence, Tone tone) {
        said.setText(sentence.replace("&", "&&"));
        said.setForeground(Palette.of(said).text(tone));
    }
}
