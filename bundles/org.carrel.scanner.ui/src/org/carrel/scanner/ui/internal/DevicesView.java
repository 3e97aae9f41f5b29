/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.Subscription;
import org.carrel.scanner.DeviceSettings;
import org.carrel.scanner.DeviceView;
import org.carrel.scanner.ScannerService;
import org.carrel.scanner.ui.internal.setup.DeviceForm;
import org.carrel.scanner.ui.internal.setup.DeviceWizard;
import org.carrel.ui.Background;
import org.carrel.ui.ButtonBar;
import org.carrel.ui.Icon;
import org.carrel.ui.Images;
import org.carrel.ui.Moments;
import org.carrel.ui.Paced;
import org.carrel.ui.Palette;
import org.carrel.ui.RowTable;
import org.carrel.ui.Scrolling;
import org.carrel.ui.Tone;
import org.carrel.ui.UiThread;
import org.carrel.ui.Views;
import org.carrel.ui.WidgetKey;
import org.carrel.ui.Zoom;
import org.eclipse.e4.ui.services.EContextService;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;

/** The scanners of this workstation: how each one is, what it did, and the means to set them up. */
public final class DevicesView extends ViewPart {

    static final String ID = "org.carrel.scanner.ui.devices";
    static final String CONTEXT = "org.carrel.scanner.ui.contexts.scanners";

    private static final Texts TEXTS = Texts.of(DevicesView.class);
    private static final long PACE_MILLIS = 120;
    private static final int ROWS_IN_SIGHT = 3;

    @Inject
    private ScannerService scanners;
    @Inject
    private Branch branch;
    @Inject
    private Zoom zoom;
    @Inject
    private EContextService contexts;

    private final SelectedDevice selected = new SelectedDevice();
    private Moments moments;
    private Background background;
    private Subscription subscription = () -> {
    };
    private Scrolling scrolling;
    private RowTable<DeviceRow> rows;
    private Label problems;
    private Label details;
    private Button edit;
    private Button turn;
    private Button reconnect;
    private Button remove;
    private Button tags;

    @Override
    public void createPartControl(Composite parent) {
        moments = Moments.of(branch.profile().zone());
        scrolling = new Scrolling(parent);
        Composite root = scrolling.content();
        GridLayoutFactory.fillDefaults().margins(12, 8).spacing(6, 6).applyTo(root);
        background = Background.of(root, TEXTS.get("devices.job"));
        problems = WidgetKey.mark(new Label(root, SWT.WRAP), "scanners.problems");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).exclude(true).applyTo(problems);
        makeTable(root);
        details = WidgetKey.mark(new Label(root, SWT.WRAP), "scanners.details");
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(details);
        makeButtons(root);
        contexts.activateContext(CONTEXT);
        zoom.follow(root);
        UiThread ui = UiThread.of(root);
        Executor paced = CompletableFuture.delayedExecutor(PACE_MILLIS, TimeUnit.MILLISECONDS, ui);
        Paced reload = new Paced(paced, this::reload);
        subscription = scanners.observe(change -> reload.request());
        getSite().setSelectionProvider(selected);
        reload();
    }

    @Override
    public void setFocus() {
        rows.table().setFocus();
    }

    @Override
    public void dispose() {
        subscription.close();
        super.dispose();
    }

    private void makeTable(Composite root) {
        rows = new RowTable<>(root, SWT.SINGLE, TEXTS.get("devices.table"), List.of(
                new RowTable.Column<>(TEXTS.get("devices.column.name"), 180, DeviceRow::name),
                new RowTable.Column<>(TEXTS.get("devices.column.state"), 130, DeviceRow::state),
                new RowTable.Column<>(TEXTS.get("devices.column.driver"), 245, DeviceRow::driver),
                new RowTable.Column<>(TEXTS.get("devices.column.address"), 170, DeviceRow::address),
                new RowTable.Column<>(TEXTS.get("devices.column.role"), 115, DeviceRow::role),
                new RowTable.Column<>(TEXTS.get("devices.column.lastRead"), 170, DeviceRow::lastRead),
                new RowTable.Column<>(TEXTS.get("devices.column.reads"), 70, DeviceRow::reads),
                new RowTable.Column<>(TEXTS.get("devices.column.badReads"), 90, DeviceRow::badReads)), DeviceRow::id);
        WidgetKey.mark(rows.table(), "scanners.devices");
        GridDataFactory.fillDefaults().grab(true, true).hint(200, 90).applyTo(rows.table());
        rows.table().addListener(SWT.Resize, event -> keepRowsInSight());
        Images images = Images.of(rows.table());
        rows.decorate(drawn -> {
            drawn.item().setImage(1, images.get(drawn.row().icon()));
            drawn.item().setForeground(1, Palette.of(rows.table()).text(drawn.row().tone()));
        });
        rows.explain(row -> row.view().status().sentence());
        rows.onSelection(this::show);
        rows.table().addListener(SWT.DefaultSelection, event -> edit());
        rows.table().addListener(SWT.KeyDown, event -> {
            if (event.keyCode == SWT.DEL && event.stateMask == 0) {
                remove();
            }
        });
    }

    private void keepRowsInSight() {
        scrolling.keepRowsInSight(rows.table(), rows.table(), ROWS_IN_SIGHT);
    }

    private void makeButtons(Composite root) {
        ButtonBar bar = new ButtonBar(root, "scanners");
        bar.add("add", TEXTS.get("devices.add"), Icon.SCANNER, this::add);
        edit = bar.add("edit", TEXTS.get("devices.edit"), Icon.SETTINGS, this::edit);
        turn = bar.add("switch", TEXTS.get("devices.switchOff"), Icon.DONE, this::turn);
        reconnect = bar.add("reconnect", TEXTS.get("devices.reconnect"), Icon.RETRY, this::reconnect);
        remove = bar.add("remove", TEXTS.get("devices.remove"), Icon.CLEAR, this::remove);
        tags = bar.add("tags", TEXTS.get("devices.tags", 0), Icon.TODO,
                () -> Views.show(getSite().getPage(), FixView.ID));
        bar.add("diagnostics", TEXTS.get("devices.diagnostics"), Icon.EXPORT, this::saveDiagnostics);
    }

    private void reload() {
        List<DeviceView> devices = scanners.devices();
        rows.show(new DeviceWords(moments, scanners.drivers()).rows(devices));
        keepRowsInSight();
        if (rows.selection().isEmpty() && !devices.isEmpty()) {
            rows.table().select(0);
        }
        show();
        int wanting = scanners.toFix().size();
        label(tags, TEXTS.get("devices.tags", wanting));
        tags.setEnabled(wanting > 0);
        String wrong = String.join("\n", scanners.problems());
        if (!wrong.equals(problems.getData())) {
            problems.setData(wrong);
            problems.setText(wrong.replace("&", "&&"));
            problems.setForeground(Palette.of(problems).text(Tone.BAD));
            ((GridData) problems.getLayoutData()).exclude = wrong.isEmpty();
            problems.setVisible(!wrong.isEmpty());
            problems.requestLayout();
        }
    }

    private DeviceChoices choices() {
        return new DeviceChoices(rows.selection().stream().findFirst().map(DeviceRow::view));
    }

    private void show() {
        DeviceChoices choices = choices();
        edit.setEnabled(choices.canChange());
        remove.setEnabled(choices.canChange());
        turn.setEnabled(choices.canChange());
        reconnect.setEnabled(choices.canReconnect());
        label(turn, choices.switchLabel());
        say(choices.selected().map(new DeviceWords(moments, List.of())::details)
                .orElse(TEXTS.get("devices.empty")));
        selected.is(choices.selected().map(device -> device.settings().id()));
    }

    private static void label(Button button, String text) {
        if (!text.equals(button.getText())) {
            button.setText(text);
            button.requestLayout();
        }
    }

    private void say(String sentence) {
        String shown = sentence.replace("&", "&&");
        if (!shown.equals(details.getText())) {
            details.setText(shown);
            details.requestLayout();
            scrolling.fit();
        }
    }

    void add() {
        setUp(DeviceForm.fresh(scanners));
    }

    void edit() {
        choices().selected().ifPresent(device -> setUp(DeviceForm.of(scanners, device.settings())));
    }

    private void setUp(DeviceForm form) {
        DeviceWizard.open(getSite().getShell(), form, new ScanTargets().all()).ifPresent(settings -> {
            reload();
            select(settings.id());
        });
    }

    void reconnect() {
        choices().selected().ifPresent(device -> scanners.reconnect(device.settings().id()));
    }

    private void turn() {
        choices().selected().map(DeviceView::settings).ifPresent(settings -> {
            DeviceSettings other = settings.withEnabled(!settings.enabled());
            write(() -> scanners.save(other));
        });
    }

    void remove() {
        choices().selected().ifPresent(device -> {
            int answer = new MessageDialog(getSite().getShell(), TEXTS.get("remove.title"), null,
                    DeviceChoices.lossOf(device, scanners.devices(), scanners), MessageDialog.WARNING, 1,
                    TEXTS.get("remove.button"), TEXTS.get("remove.keep")).open();
            if (answer == 0) {
                write(() -> scanners.remove(device.settings().id()));
            }
        });
    }

    void saveDiagnostics() {
        new DiagnosticsExport(getSite().getShell(), scanners, Clock.systemUTC()).ask()
                .ifPresent(file -> background.compute(() -> PlainFile.write(file, scanners.diagnostics()),
                        sentence -> MessageDialog.openInformation(getSite().getShell(),
                                TEXTS.get("diagnostics.title"), sentence)));
    }

    /** Changes the settings on disk, which waits, and says what went wrong, for then nothing was changed. */
    private void write(Change change) {
        background.compute(() -> {
            try {
                change.write();
                return Optional.<String>empty();
            } catch (IOException e) {
                return Optional.of(e.getMessage());
            }
        }, wrong -> {
            reload();
            wrong.ifPresent(sentence -> MessageDialog.openError(getSite().getShell(), TEXTS.get("devices.notSaved"),
                    sentence));
        });
    }

    @FunctionalInterface
    private interface Change {
        void write() throws IOException;
    }

    private void select(String id) {
        for (int i = 0; i < rows.table().getItemCount(); i++) {
            if (rows.row(rows.table().getItem(i)).id().equals(id)) {
                rows.table().setSelection(i);
                show();
            }
        }
    }
}
