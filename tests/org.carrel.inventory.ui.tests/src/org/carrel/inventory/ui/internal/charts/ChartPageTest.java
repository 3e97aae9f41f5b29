/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Moments;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.Zoom;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The page of a chart")
class ChartPageTest {

    private static final Moments MOMENTS = new Moments(ZoneId.of("Europe/Amsterdam"), Locale.US);

    private final Display display = Display.getDefault();
    private final Shell shell = new Shell(display, SWT.SHELL_TRIM);

    @AfterEach
    void close() {
        shell.dispose();
    }

    @ParameterizedTest
    @CsvSource({ "LOCATIONS, false", "LOCATIONS, true", "TIME, false", "TIME, true", "PEOPLE, false", "PEOPLE, true",
            "RANGES, false", "RANGES, true" })
    void is_drawn_in_the_colours_of_its_ground_and_can_be_read_without_eyes(ChartKind kind, boolean dark) {
        Color ground = dark ? new Color(40, 44, 48) : new Color(255, 255, 255);
        shell.setLayout(new FillLayout());
        shell.setBackground(ground);
        shell.setBackgroundMode(SWT.INHERIT_FORCE);
        ChartPage page = new ChartPage(shell, kind, MOMENTS, new Twice());
        ChartNumbers numbers = kind.of(HalfDone.charts(), MOMENTS);
        page.show(numbers);
        shell.setSize(900, 330);
        shell.open();

        Set<RGB> seen = colours(page);
        Palette palette = new Palette(dark);
        Tone ink = kind == ChartKind.RANGES ? Tone.BAD : Tone.GOOD;
        RGB wanted = palette.text(ink).getRGB();
        assertTrue(seen.stream().anyMatch(one -> isNear(one, wanted)), () -> "nothing near " + wanted);
        assertTrue(seen.contains(ground.getRGB()), "the ground");

        assertEquals(List.of(), AccessibleNames.missing(shell));
        assertTrue(page.setFocus());
        Table table = (Table) display.getFocusControl();
        assertEquals(numbers.rows().size(), table.getItemCount());
        assertEquals(numbers.rows().getFirst().getFirst(), table.getItem(0).getText(0));
        assertTrue(table.getColumn(1).getWidth() > 150, "columns for text that is twice as large");
    }

    /** Everything is twice as large. */
    private static final class Twice implements Zoom {

        @Override
        public int percent() {
            return 2 * ORDINARY;
        }

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

    /** Bars are drawn with a little light on them. */
    private static boolean isNear(RGB one, RGB other) {
        return Math.abs(one.red - other.red) + Math.abs(one.green - other.green)
                + Math.abs(one.blue - other.blue) < 60;
    }

    /** What is on the screen; waits until it was painted. */
    private Set<RGB> colours(ChartPage page) {
        for (int i = 0; i < 200 && display.readAndDispatch(); i++) {
            display.update();
        }
        Image image = new Image(display, 900, 330);
        GC gc = new GC(page.control());
        gc.copyArea(image, 0, 0);
        gc.dispose();
        ImageData data = image.getImageData();
        image.dispose();
        Set<RGB> seen = new HashSet<>();
        for (int y = 0; y < data.height; y++) {
            for (int x = 0; x < data.width; x++) {
                seen.add(data.palette.getRGB(data.getPixel(x, y)));
            }
        }
        return seen;
    }
}
