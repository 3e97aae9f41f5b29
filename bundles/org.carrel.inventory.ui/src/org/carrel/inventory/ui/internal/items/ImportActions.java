/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.items;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles;
import org.carrel.model.port.ItemFiles.Choices;
import org.carrel.model.port.ItemFiles.Look;
import org.carrel.model.port.ItemSource;
import org.carrel.ui.Background;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/**
 * Begins an import: looks at the file first, and asks only when what was found out about it may be wrong. UI thread
 * only.
 */
final class ImportActions {

    private static final Texts TEXTS = Texts.of(ImportActions.class);

    private final Shell shell;
    private final Background background;
    private final ItemFiles files;
    private final ItemFileWork work;

    ImportActions(Shell shell, Background background, ItemFiles files, ItemFileWork work) {
        this.shell = shell;
        this.background = background;
        this.files = files;
        this.work = work;
    }

    /** What a look at a file came to. @param problem why it is nothing at all, as a sentence; empty otherwise */
    record Looked(Optional<Look> look, String problem) {

        /** Whether nobody needs to be asked how to read it. */
        boolean isClear() {
            return look.filter(found -> found.problem().isEmpty() && found.guessed().isEmpty()).isPresent();
        }
    }

    /** Looks at {@code file}: for the background. */
    static Looked look(ItemFiles files, Path file, Choices choices) {
        try {
            return new Looked(Optional.of(files.look(file, choices)), "");
        } catch (ItemSource.UnreadableItemFileException e) {
            return new Looked(Optional.empty(), e.getMessage());
        } catch (IOException e) {
            return new Looked(Optional.empty(),
                    TEXTS.get("work.unreadable", String.valueOf(file.getFileName()), String.valueOf(e.getMessage())));
        }
    }

    void begin(Path file) {
        background.compute(() -> look(files, file, Choices.NONE), looked -> {
            if (looked.look().isEmpty()) {
                MessageDialog.openError(shell, TEXTS.get("items.choose"), looked.problem());
            } else if (looked.isClear()) {
                importFile(file, looked.look().get().layout());
            } else {
                LayoutDialog.ask(shell, files, file, looked.look().get())
                        .ifPresent(layout -> importFile(file, layout));
            }
        });
    }

    private void importFile(Path file, ItemFiles.Layout layout) {
        if (!work.importFile(file, layout)) {
            MessageDialog.openInformation(shell, TEXTS.get("items.choose"), TEXTS.get("work.busy"));
        }
    }
}
