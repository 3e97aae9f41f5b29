/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.List;
import java.util.stream.Collectors;

import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** A bar for each age of what waits: label, bar, count. The same is said in words to screen readers. UI thread only. */
final class AgeChart extends Canvas {

    private static final Texts TEXTS = Texts.of(AgeChart.class);
    private static final int GAP = 8;
    private static final int LEAST_BAR = 60;

    private List<PendingAges.Bar> bars = List.of();

    AgeChart(Composite parent) {
        super(parent, SWT.DOUBLE_BUFFERED);
        WidgetKey.mark(this, "sync.ages");
        AccessibleNames.name(this, this::inWords);
        addListener(SWT.Paint, event -> paint(event.gc));
    }

    void show(PendingAges ages) {
        boolean taller = bars.size() != ages.bars().size();
        bars = ages.bars();
        if (taller) {
            requestLayout();
        }
        redraw();
    }

    /** Read by scenarios, too, for a picture cannot be read. */
    String inWords() {
        return TEXTS.get("pending.chart") + ": "
                + bars.stream().map(bar -> bar.label() + " " + bar.count()).collect(Collectors.joining(", "));
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        GC gc = new GC(this);
        try {
            int width = widest(gc) + LEAST_BAR + 2 * GAP + gc.textExtent("000,000").x;
            return new Point(widthHint == SWT.DEFAULT ? width : widthHint, bars.size() * rowHeight(gc));
        } finally {
            gc.dispose();
        }
    }

    private void paint(GC gc) {
        Palette palette = Palette.of(this);
        Rectangle area = getClientArea();
        int left = widest(gc) + GAP;
        int room = Math.max(LEAST_BAR, area.width - left - GAP - gc.textExtent("000,000").x);
        int most = Math.max(1, bars.stream().mapToInt(PendingAges.Bar::count).max().orElse(1));
        int height = rowHeight(gc);
        for (int i = 0; i < bars.size(); i++) {
            PendingAges.Bar bar = bars.get(i);
            int top = i * height;
            int middle = top + (height - gc.getFontMetrics().getHeight()) / 2;
            gc.setForeground(palette.text(Tone.NEUTRAL));
            gc.drawText(bar.label(), 0, middle, true);
            int length = bar.count() == 0 ? 0 : Math.max(3, (int) ((long) room * bar.count() / most));
            if (length > 0) {
                gc.setBackground(palette.text(i < 2 ? Tone.WAITING : Tone.CAUTION));
                gc.fillRoundRectangle(left, top + 3, length, height - 6, 6, 6);
            }
            gc.drawText("%,d".formatted(bar.count()), left + length + GAP, middle, true);
        }
    }

    private int widest(GC gc) {
        return bars.stream().mapToInt(bar -> gc.textExtent(bar.label()).x).max().orElse(0);
    }

    private static int rowHeight(GC gc) {
        return gc.getFontMetrics().getHeight() + 10;
    }
}
