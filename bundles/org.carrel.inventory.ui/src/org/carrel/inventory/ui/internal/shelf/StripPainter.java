/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.graphics.Transform;

/**
 * Draws a shelf. What is the matter with a book is told by its shape as well as by its colour: a misplaced one leans,
 * of a missing one there is only the outline, one that does not belong has a cross, one with a wrong status a band.
 */
final class StripPainter {

    private static final float LEAN = 11f;
    private static final int SHADES = 24;
    private static final int[] DASHES = { 3, 3 };

    private final GC gc;
    private final Palette palette;
    private final StripLayout layout;
    private final Color ground;

    StripPainter(GC gc, Palette palette, StripLayout layout, Color ground) {
        this.gc = gc;
        this.palette = palette;
        this.layout = layout;
        this.ground = ground;
        gc.setAntialias(SWT.ON);
    }

    /** The board that the books stand on. */
    void board(int width, int height) {
        gc.setBackground(mix(palette.quiet(), ground, 0.55));
        gc.fillRoundRectangle(0, layout.board(), width, height - layout.board(), 4, 4);
    }

    void book(int index, Spine spine) {
        Rectangle at = layout.place(index);
        switch (spine.look()) {
            case READ -> upright(at, shaded(Tone.GOOD, index));
            case STATUS -> {
                upright(at, shaded(Tone.GOOD, index));
                gc.setBackground(palette.text(Tone.WAITING));
                gc.fillRectangle(at.x, at.y + at.height / 4, at.width, Math.max(4, at.height / 6));
            }
            case FOREIGN -> {
                upright(at, palette.text(Tone.WAITING));
                cross(at);
            }
            case MISPLACED -> leaning(at);
            case MISSING -> gap(at, palette.text(Tone.BAD), true);
            case AHEAD -> gap(at, mix(palette.quiet(), ground, 0.5), false);
            case JUMP -> dots(at);
        }
    }

    private void upright(Rectangle at, Color colour) {
        gc.setBackground(colour);
        gc.fillRoundRectangle(at.x, at.y, at.width, at.height, 3, 3);
        // Two fine lines, as on a bound spine.
        gc.setBackground(mix(colour, ground, 0.6));
        int line = Math.max(1, at.height / 40);
        gc.fillRectangle(at.x + 1, at.y + at.height / 8, at.width - 2, line);
        gc.fillRectangle(at.x + 1, at.y + at.height - at.height / 6, at.width - 2, line);
    }

    private void leaning(Rectangle at) {
        Transform before = new Transform(gc.getDevice());
        Transform lean = new Transform(gc.getDevice());
        try {
            gc.getTransform(before);
            gc.getTransform(lean);
            lean.translate(at.x + at.width / 2f, at.y + at.height);
            lean.rotate(LEAN);
            lean.translate(-(at.x + at.width / 2f), -(at.y + at.height));
            gc.setTransform(lean);
            upright(new Rectangle(at.x, at.y + at.height / 10, at.width, at.height - at.height / 10),
                    palette.text(Tone.CAUTION));
            gc.setTransform(before);
        } finally {
            lean.dispose();
            before.dispose();
        }
    }

    private void cross(Rectangle at) {
        int arm = Math.max(2, at.width / 2 - 2);
        int x = at.x + at.width / 2;
        int y = at.y + at.height / 2;
        gc.setForeground(ground);
        gc.setLineWidth(2);
        gc.drawLine(x - arm, y - arm, x + arm, y + arm);
        gc.drawLine(x - arm, y + arm, x + arm, y - arm);
        gc.setLineWidth(1);
    }

    private void gap(Rectangle at, Color colour, boolean dashed) {
        gc.setForeground(colour);
        if (dashed) {
            gc.setLineDash(DASHES);
            gc.setLineWidth(2);
        }
        gc.drawRoundRectangle(at.x + 1, at.y + 1, at.width - 3, at.height - 2, 3, 3);
        gc.setLineStyle(SWT.LINE_SOLID);
        gc.setLineWidth(1);
        if (dashed) {
            String mark = "?";
            gc.drawText(mark, at.x + (at.width - gc.textExtent(mark).x) / 2,
                    at.y + (at.height - gc.textExtent(mark).y) / 2, true);
        }
    }

    private void dots(Rectangle at) {
        gc.setBackground(palette.quiet());
        int size = Math.max(3, at.width / 4);
        for (int i = 1; i <= 3; i++) {
            gc.fillOval(at.x + (at.width - size) / 2, layout.board() - i * 3 * size, size, size);
        }
    }

    /** Where somebody is: a pointer above the book that was read last. */
    void here(int index) {
        Rectangle at = layout.place(index);
        int middle = at.x + at.width / 2;
        int size = Math.max(4, at.width / 2);
        int tip = Math.max(size + 1, at.y - 3);
        gc.setBackground(palette.text(Tone.WAITING));
        gc.fillPolygon(new int[] { middle - size, tip - size, middle + size, tip - size, middle, tip });
    }

    void selected(int index, boolean focus) {
        Rectangle at = layout.place(index);
        gc.setForeground(palette.text(focus ? Tone.WAITING : Tone.NEUTRAL));
        gc.setLineWidth(focus ? 3 : 2);
        gc.drawRoundRectangle(at.x - 2, at.y - 2, at.width + 3, at.height + 3, 5, 5);
        gc.setLineWidth(1);
    }

    /** Books of one colour, and yet each one its own. */
    private Color shaded(Tone tone, int index) {
        return mix(palette.text(tone), ground, 0.62 + 0.38 * layout.shade(index) / SHADES);
    }

    private static Color mix(Color one, Color other, double part) {
        RGB a = one.getRGB();
        RGB b = other.getRGB();
        return new Color(mix(a.red, b.red, part), mix(a.green, b.green, part), mix(a.blue, b.blue, part));
    }

    private static int mix(int one, int other, double part) {
        return (int) Math.round(one * part + other * (1 - part));
    }
}
