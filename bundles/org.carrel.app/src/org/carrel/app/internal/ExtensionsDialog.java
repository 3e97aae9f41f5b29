/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import org.carrel.extension.AddAnswer;
import org.carrel.extension.Extension;
import org.carrel.extension.Extension.State;
import org.carrel.extension.Extensions;
import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.carrel.ui.Background;
import org.carrel.ui.ButtonBar;
import org.carrel.ui.Icon;
import org.carrel.ui.RowTable;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * What the library has added: how each is, and adding, removing and switching on and off. What is changed counts from
 * the next start on. UI thread only; the files are looked at on another.
 */
final class ExtensionsDialog extends Dialog {

    private static final int WIDTH = 720;
    private static final int TABLE_HEIGHT = 170;
    private static final int DETAIL_HEIGHT = 90;

    private final Texts texts = Texts.of(ExtensionsDialog.class);
    private final Extensions extensions;
    private final BranchProfile.Extensions rules;
    private RowTable<Extension> rows;
    private Text detail;
    private Button add;
    private Button remove;
    private Button onOrOff;
    private Background background;
    private boolean restart;
    private boolean changed;

    ExtensionsDialog(Shell parent, Extensions extensions, BranchProfile.Extensions rules) {
        super(parent);
        this.extensions = extensions;
        this.rules = rules;
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    /** Whether the person wants what was changed to count at once. */
    boolean wantsRestart() {
        return restart;
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(texts.get("extensions.title"));
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        GridLayoutFactory.fillDefaults().margins(18, 14).spacing(10, 10).applyTo(area);
        Label about = new Label(area, SWT.WRAP);
        about.setText(texts.get(switch (rules.allow()) {
            case ALL -> "extensions.about";
            case SIGNED -> "extensions.about.signed";
            case NONE -> "extensions.about.none";
        }));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(about);
        rows = new RowTable<>(area, SWT.SINGLE, texts.get("extensions.table"), List.of(
                new RowTable.Column<>(texts.get("extensions.column.name"), 250, Extension::name),
                new RowTable.Column<>(texts.get("extensions.column.version"), 90, Extension::version),
                new RowTable.Column<>(texts.get("extensions.column.state"), 180, one -> brief(one.state())),
                new RowTable.Column<>(texts.get("extensions.column.signed"), 180,
                        one -> one.signedBy().orElseGet(() -> texts.get("extensions.unsigned")))),
                Extension::id);
        WidgetKey.mark(rows.table(), "extensions.table");
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, TABLE_HEIGHT).applyTo(rows.table());
        detail = WidgetKey.mark(new Text(area, SWT.READ_ONLY | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL | SWT.BORDER),
                "extensions.detail");
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, DETAIL_HEIGHT).applyTo(detail);
        ButtonBar bar = new ButtonBar(area, "extensions");
        GridDataFactory.fillDefaults().grab(true, false).applyTo(bar.control());
        add = bar.add("add", texts.get("extensions.add"), Icon.EXPORT, this::chooseFile);
        onOrOff = bar.add("switch", texts.get("extensions.off"), Icon.SETTINGS, this::switchSelected);
        remove = bar.add("remove", texts.get("extensions.remove"), Icon.CLEAR, this::removeSelected);
        background = Background.of(area, texts.get("extensions.title"));
        rows.onSelection(this::explain);
        explain();
        reload("");
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        WidgetKey.mark(createButton(parent, IDialogConstants.RETRY_ID, texts.get("extensions.restart"), false),
                "extensions.restart").setEnabled(false);
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int id) {
        restart = id == IDialogConstants.RETRY_ID;
        super.buttonPressed(restart ? IDialogConstants.OK_ID : id);
    }

    private Optional<Extension> selected() {
        return rows.selection().stream().findFirst();
    }

    private void explain() {
        Optional<Extension> one = selected();
        boolean off = one.filter(extension -> isOff(extension.state())).isPresent();
        remove.setEnabled(one.isPresent());
        onOrOff.setEnabled(one.isPresent());
        onOrOff.setText(texts.get(off ? "extensions.on" : "extensions.off"));
        add.setEnabled(rules.allow() != BranchProfile.Extensions.Allow.NONE);
        detail.setText(one.map(this::inFull).orElseGet(
                () -> texts.get(rows.table().getItemCount() == 0 ? "extensions.empty" : "extensions.select")));
        onOrOff.getParent().layout();
    }

    /** One that is left out because it hung is switched on again, too. */
    private static boolean isOff(State state) {
        return state instanceof State.Off || state instanceof State.Failed;
    }

    private String brief(State state) {
        return texts.get("extensions.state." + switch (state) {
            case State.Running running when running.troubles().isEmpty() -> "running";
            case State.Running running -> "troubled";
            case State.Waiting waiting -> "waiting";
            case State.Off off -> "off";
            case State.SafeMode safe -> "safe";
            case State.Failed failed -> "failed";
        });
    }

    private String inFull(Extension one) {
        Stream<String> why = switch (one.state()) {
            case State.Failed failed -> Stream.of(failed.reason());
            case State.Running running -> running.troubles().stream();
            case State.Waiting waiting -> Stream.empty();
            case State.Off off -> Stream.empty();
            case State.SafeMode safe -> Stream.of(texts.get("extensions.safe"));
        };
        String about = texts.get(one.vendor().isBlank() ? "extensions.detail" : "extensions.detail.vendor", one.id(),
                String.join(", ", one.bundles()), one.vendor());
        return Stream.concat(why, Stream.of(about)).reduce((first, second) -> first + "\n" + second).orElse(about);
    }

    private void chooseFile() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setText(texts.get("extensions.choose"));
        dialog.setFilterExtensions(new String[] { "*.jar;*.zip" });
        dialog.setFilterNames(new String[] { texts.get("extensions.files") });
        String chosen = dialog.open();
        if (chosen != null) {
            add(Path.of(chosen));
        }
    }

    /** Checks and adds; says how that ended. */
    void add(Path file) {
        work(() -> switch (extensions.add(file, rules)) {
            case AddAnswer.Added added -> {
                changed = true;
                yield String.join("\n", Stream.concat(
                        Stream.of(texts.get(added.replaced() ? "extensions.replaced" : "extensions.added",
                                added.extension().name(), added.extension().version())),
                        added.remarks().stream()).toList());
            }
            case AddAnswer.Refused refused -> texts.get("extensions.refused", file.getFileName(), refused.reason());
        });
    }

    private void removeSelected() {
        selected().ifPresent(one -> {
            if (MessageDialog.open(MessageDialog.QUESTION, getShell(), texts.get("extensions.remove.title"),
                    texts.get("extensions.remove.question", one.name()), SWT.NONE, texts.get("extensions.remove.yes"),
                    IDialogConstants.CANCEL_LABEL) == 0) {
                work(() -> {
                    changed |= extensions.remove(one.id());
                    return texts.get("extensions.removed", one.name());
                });
            }
        });
    }

    private void switchSelected() {
        selected().ifPresent(one -> {
            boolean on = isOff(one.state());
            work(() -> {
                changed |= extensions.switchTo(one.id(), on);
                return texts.get(on ? "extensions.switchedOn" : "extensions.switchedOff", one.name());
            });
        });
    }

    /** Runs {@code task} on another thread, then shows the rows and its sentence. */
    private void work(Callable<String> task) {
        List.of(add, remove, onOrOff).forEach(button -> button.setEnabled(false));
        detail.setText(texts.get("extensions.working"));
        background.compute(() -> {
            try {
                return task.call();
            } catch (IOException e) {
                return e.getMessage();
            }
        }, this::reload);
    }

    private void reload(String sentence) {
        background.compute(extensions::list, all -> {
            rows.show(all);
            explain();
            if (!sentence.isEmpty()) {
                detail.setText(sentence);
            }
            Button again = getButton(IDialogConstants.RETRY_ID);
            if (again != null) {
                again.setEnabled(changed);
            }
        });
    }
}
