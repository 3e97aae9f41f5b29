/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.sheet;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Inject;

import org.carrel.model.Texts;
import org.carrel.model.port.Subscription;
import org.carrel.scanner.ScannerChange;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.ui.internal.PlainFile;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Background;
import org.carrel.ui.ButtonBar;
import org.carrel.ui.Icon;
import org.carrel.ui.UiThread;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.custom.StyledTextPrintOptions;
import org.eclipse.swt.printing.PrintDialog;
import org.eclipse.swt.printing.Printer;
import org.eclipse.swt.printing.PrinterData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** How to set scanners up, to read, to print and to keep. */
public final class SheetView extends ViewPart {

    /** As {@code plugin.xml} has it. */
    public static final String ID = "org.carrel.scanner.ui.sheet";

    private static final String CONTEXT = "org.carrel.scanner.ui.contexts.scanners";
    private static final Texts TEXTS = Texts.of(SheetView.class);
    private static final int MARGIN = 8;

    @Inject
    private ScannerService scanners;
    @Inject
    private Zoom zoom;
    @Inject
    private EContextService contexts;

    private Subscription subscription = () -> {
    };
    private Background background;
    private StyledText sheet;
    private Label said;

    @Override
    public void createPartControl(Composite parent) {
        Composite root = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(12, 8).spacing(6, 6).applyTo(root);
        background = Background.of(root, TEXTS.get("sheet.job"));
        sheet = WidgetKey.mark(new StyledText(root, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER),
                "scanners.sheet");
        sheet.setMargins(MARGIN, MARGIN, MARGIN, MARGIN);
        AccessibleNames.name(sheet, TEXTS.get("sheet.title"));
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 100).applyTo(sheet);
        // In a text that cannot be changed, Tab leads on.
        sheet.addListener(SWT.Traverse, event -> {
            if (event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS) {
                event.doit = true;
            }
        });
        said = WidgetKey.mark(new Label(root, SWT.WRAP), "scanners.sheet.said");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(said);
        ButtonBar bar = new ButtonBar(root, "scanners.sheet");
        bar.add("save", TEXTS.get("sheet.save"), Icon.EXPORT, this::save);
        bar.add("print", TEXTS.get("sheet.print"), Icon.JOURNAL, this::print);
        contexts.activateContext(CONTEXT);
        zoom.follow(root);
        UiThread ui = UiThread.of(root);
        subscription = scanners.observe(change -> {
            if (change instanceof ScannerChange.DevicesChanged) {
                ui.execute(this::reload);
            }
        });
        reload();
    }

    @Override
    public void setFocus() {
        sheet.setFocus();
    }

    @Override
    public void dispose() {
        subscription.close();
        super.dispose();
    }

    private SetupSheet read() {
        return SetupSheet.of(scanners.drivers(), scanners.devices());
    }

    private void reload() {
        SetupSheet read = read();
        String text = read.text();
        if (text.equals(sheet.getText())) {
            return;
        }
        int top = sheet.getTopIndex();
        sheet.setText(text);
        List<StyleRange> headings = new ArrayList<>();
        headings.add(new StyleRange(0, read.title().length(), null, null, SWT.BOLD));
        for (SetupSheet.Section section : read.sections()) {
            int at = text.indexOf('\n' + section.heading() + '\n', headings.getLast().start);
            headings.add(new StyleRange(at + 1, section.heading().length(), null, null, SWT.BOLD));
        }
        sheet.setStyleRanges(headings.toArray(StyleRange[]::new));
        sheet.setTopIndex(top);
    }

    private void save() {
        FileDialog dialog = new FileDialog(getSite().getShell(), SWT.SAVE);
        dialog.setText(TEXTS.get("sheet.save.title"));
        dialog.setFilterNames(new String[] { TEXTS.get("sheet.html"), TEXTS.get("sheet.text") });
        dialog.setFilterExtensions(new String[] { "*.html", "*.txt" });
        dialog.setFileName("carrel-scanners.html");
        dialog.setOverwrite(true);
        Optional.ofNullable(dialog.open()).map(Path::of).ifPresent(file -> {
            SetupSheet read = read();
            boolean plain = file.toString().toLowerCase(Locale.ROOT).endsWith(".txt");
            background.compute(() -> PlainFile.write(file, plain ? read.text() : read.html()), this::say);
        });
    }

    /** The printer takes its time, and only the preparing is done here. */
    private void print() {
        PrinterData chosen = new PrintDialog(getSite().getShell()).open();
        if (chosen == null) {
            return;
        }
        Printer printer = new Printer(chosen);
        StyledTextPrintOptions options = new StyledTextPrintOptions();
        options.jobName = TEXTS.get("sheet.title");
        options.printTextFontStyle = true;
        options.footer = StyledTextPrintOptions.SEPARATOR + StyledTextPrintOptions.PAGE_TAG
                + StyledTextPrintOptions.SEPARATOR;
        Runnable printing = sheet.print(printer, options);
        background.compute(() -> {
            try {
                printing.run();
            } finally {
                printer.dispose();
            }
            return TEXTS.get("sheet.printed");
        }, this::say);
    }

    private void say(String sentence) {
        said.setText(sentence.replace("&", "&&"));
        said.requestLayout();
    }
}
