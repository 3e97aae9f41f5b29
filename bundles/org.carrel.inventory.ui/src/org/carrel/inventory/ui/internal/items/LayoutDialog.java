/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemFiles.Choices;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemFiles.Format;
import org.carrel.model.port.ItemFiles.Layout;
import org.carrel.model.port.ItemFiles.Look;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Background;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * Shows how a file would be read and lets somebody say it better: what kind it is, and which column is what. Its first
 * rows are shown as they would be read. UI thread only.
 */
final class LayoutDialog extends Dialog {

    private static final Texts TEXTS = Texts.of(LayoutDialog.class);
    private static final int WIDTH = 620;
    private static final int COLUMNS_HEIGHT = 210;
    private static final int SAMPLE_HEIGHT = 120;
    private static final int SAMPLE_WIDTH = 110;

    private final ItemFiles files;
    private final Path file;
    private final LayoutForm form;
    private final Map<Column, Combo> columns = new EnumMap<>(Column.class);
    private final Map<Column, Label> labels = new EnumMap<>(Column.class);
    private Background background;
    private Combo format;
    private Combo delimiter;
    private Combo encoding;
    private Table sample;
    private Label said;

    private LayoutDialog(Shell parent, ItemFiles files, Path file, Look look) {
        super(parent);
        this.files = files;
        this.file = file;
        this.form = new LayoutForm(look);
    }

    /** Opens it and waits until it is closed. @return how to read the file; empty when it is not to be read */
    static Optional<Layout> ask(Shell parent, ItemFiles files, Path file, Look look) {
        LayoutDialog dialog = new LayoutDialog(parent, files, file, look);
        return dialog.open() == Window.OK ? Optional.of(dialog.form.look().layout()) : Optional.empty();
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(TEXTS.get("layout.title", String.valueOf(file.getFileName())));
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        background = Background.of(area, TEXTS.get("layout.job"));
        GridLayoutFactory.fillDefaults().numColumns(2).margins(16, 12).spacing(10, 8).applyTo(area);
        said = WidgetKey.mark(new Label(area, SWT.WRAP), "layout.said");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(said);
        format = combo(area, "format", Arrays.stream(Format.values()).map(one -> TEXTS.get("format." + one)).toList());
        delimiter = combo(area, "delimiter",
                LayoutForm.DELIMITERS.stream().map(one -> TEXTS.get("delimiter." + (int) one)).toList());
        encoding = combo(area, "encoding", List.of());
        makeColumns(area);
        Label first = new Label(area, SWT.NONE);
        first.setText(TEXTS.get("layout.sample"));
        GridDataFactory.fillDefaults().span(2, 1).applyTo(first);
        sample = WidgetKey.mark(new Table(area, SWT.BORDER | SWT.FULL_SELECTION), "layout.sample");
        sample.setHeaderVisible(true);
        AccessibleNames.name(sample, TEXTS.get("layout.sample").replace("&", ""));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(WIDTH, SAMPLE_HEIGHT).applyTo(sample);
        format.addListener(SWT.Selection, event -> {
            form.choose(Format.values()[Math.max(0, format.getSelectionIndex())]);
            lookAgain();
        });
        delimiter.addListener(SWT.Selection, event -> {
            form.chooseDelimiter(LayoutForm.DELIMITERS.get(Math.max(0, delimiter.getSelectionIndex())));
            lookAgain();
        });
        encoding.addListener(SWT.Selection, event -> {
            form.chooseEncoding(form.encodings().get(Math.max(0, encoding.getSelectionIndex())));
            lookAgain();
        });
        return area;
    }

    private static Combo combo(Composite area, String name, List<String> entries) {
        Label label = new Label(area, SWT.NONE);
        label.setText(TEXTS.get("layout." + name));
        Combo combo = WidgetKey.mark(new Combo(area, SWT.READ_ONLY), "layout." + name);
        AccessibleNames.name(combo, TEXTS.get("layout." + name).replace("&", ""));
        combo.setItems(entries.toArray(String[]::new));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    private void makeColumns(Composite area) {
        ScrolledComposite frame = new ScrolledComposite(area, SWT.V_SCROLL | SWT.BORDER);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).hint(WIDTH, COLUMNS_HEIGHT).applyTo(frame);
        frame.setExpandHorizontal(true);
        frame.setExpandVertical(true);
        frame.setShowFocusedControl(true);
        Composite content = new Composite(frame, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 8).spacing(10, 4).applyTo(content);
        for (Column column : LayoutForm.COLUMNS) {
            Label label = new Label(content, SWT.NONE);
            label.setText(TEXTS.get("layout.guess", TEXTS.get("column." + column)));
            Combo combo = WidgetKey.mark(new Combo(content, SWT.READ_ONLY),
                    "layout.column." + column.name().toLowerCase(Locale.ROOT));
            AccessibleNames.name(combo, TEXTS.get("column." + column));
            GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
            combo.addListener(SWT.Selection, event -> {
                form.choose(column, combo.getSelectionIndex() <= 0 ? "" : combo.getText());
                lookAgain();
            });
            labels.put(column, label);
            columns.put(column, combo);
        }
        frame.setContent(content);
        frame.setMinSize(content.computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        WidgetKey.mark(createButton(parent, IDialogConstants.OK_ID, TEXTS.get("layout.import"), true), "layout.import");
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        show();
    }

    /** The file is on a disk, or on a share that answers when it likes. */
    private void lookAgain() {
        Choices asked = form.choices();
        getButton(IDialogConstants.OK_ID).setEnabled(false);
        background.compute(() -> ImportActions.look(files, file, asked), looked -> {
            if (!asked.equals(form.choices())) {
                return;
            }
            looked.look().ifPresent(form::is);
            show();
            if (looked.look().isEmpty()) {
                say(looked.problem(), Tone.BAD);
                getButton(IDialogConstants.OK_ID).setEnabled(false);
            }
        });
    }

    private void show() {
        format.select(form.look().layout().format().ordinal());
        delimiter.setEnabled(form.delimiter().isPresent());
        form.delimiter().ifPresent(one -> delimiter.select(LayoutForm.DELIMITERS.indexOf(one)));
        List<String> encodings = form.encodings();
        encoding.setItems(encodings.stream().map(one -> one.isEmpty() ? TEXTS.get("layout.encoding.records") : one)
                .toArray(String[]::new));
        encoding.setEnabled(!encodings.isEmpty());
        encoding.select(encodings.indexOf(form.encoding()));
        List<String> header = form.look().header();
        columns.forEach((column, combo) -> {
            List<String> places = form.places(column);
            combo.setItems(places.toArray(String[]::new));
            combo.add(TEXTS.get("layout.nowhere"), 0);
            combo.select(places.indexOf(form.columnOf(column)) + 1);
            labels.get(column).setText(form.label(column));
        });
        showSample(header, form.look().sample());
        say(form.sentence(), form.isSound() ? Tone.NEUTRAL : Tone.BAD);
        getButton(IDialogConstants.OK_ID).setEnabled(form.isSound());
    }

    private void showSample(List<String> header, List<List<String>> rows) {
        sample.setRedraw(false);
        sample.removeAll();
        Arrays.stream(sample.getColumns()).forEach(TableColumn::dispose);
        header.forEach(name -> {
            TableColumn column = new TableColumn(sample, SWT.LEFT);
            column.setText(name);
            column.setWidth(SAMPLE_WIDTH);
        });
        rows.forEach(row -> new TableItem(sample, SWT.NONE)
                .setText(row.subList(0, Math.min(row.size(), header.size())).toArray(String[]::new)));
        sample.setRedraw(true);
    }

    private void say(String sentence, Tone tone) {
        said.setText(sentence.replace("&", "&&"));
        said.setForeground(Palette.of(said).text(tone));
        said.requestLayout();
    }
}
