/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;

import org.carrel.ui.Zoom;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A dialog")
class DialogZoomTest {

    private final Display display = Display.getDefault();
    private final Shell shell = new Shell(display, SWT.DIALOG_TRIM);
    private final Label words = new Label(shell, SWT.WRAP);
    private final int ordinary = words.getFont().getFontData()[0].getHeight();

    private Runnable end = () -> {
    };

    @AfterEach
    void close() {
        end.run();
        shell.dispose();
    }

    @Test
    void is_as_large_as_the_workstation_wants_its_text() {
        show(200, 300);
        assertEquals(2 * ordinary, words.getFont().getFontData()[0].getHeight());
        assertEquals(600, ((GridData) words.getLayoutData()).widthHint, "its lines do not become shorter");
    }

    @Test
    void stays_as_it_is_at_the_ordinary_size() {
        show(Zoom.ORDINARY, 300);
        assertEquals(ordinary, words.getFont().getFontData()[0].getHeight());
        assertEquals(300, ((GridData) words.getLayoutData()).widthHint);
    }

    @Test
    void is_no_larger_than_the_screen() {
        Rectangle room = shell.getMonitor().getClientArea();
        show(250, room.width * 3 / 4);
        assertTrue(shell.getSize().x <= room.width, () -> shell.getSize() + " in " + room);
        assertTrue(words.getFont().getFontData()[0].getHeight() < ordinary * 2, "it took what there was room for");
    }

    private void show(int percent, int width) {
        GridLayoutFactory.fillDefaults().applyTo(shell);
        GridDataFactory.fillDefaults().hint(width, SWT.DEFAULT).applyTo(words);
        words.setText("Type the password of this branch.");
        end = new DialogZoom(display, () -> Optional.of(new Fixed(percent))).follow();
        shell.pack();
        shell.open();
    }

    /** A size that nobody changes. */
    private record Fixed(int percent) implements Zoom {

        @Override
        public void in() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void out() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reset() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void follow(Composite root) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void refresh(Composite root) {
            throw new UnsupportedOperationException();
        }
    }
}
