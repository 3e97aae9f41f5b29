/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.charts;

import java.text.DateFormat;
import java.text.DecimalFormat;
import java.text.SimpleDateFormat;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;

import org.carrel.inventory.ui.internal.charts.ChartNumbers.Ink;
import org.carrel.inventory.ui.internal.charts.ChartNumbers.Series;
import org.carrel.ui.Palette;
import org.carrel.ui.Tone;
import org.carrel.ui.UiThread;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swtchart.Chart;
import org.eclipse.swtchart.IAxis;
import org.eclipse.swtchart.IBarSeries;
import org.eclipse.swtchart.ILineSeries;
import org.eclipse.swtchart.ISeries;
import org.eclipse.swtchart.Range;

/** Draws one chart, on a light or a dark ground. Takes no keyboard: what it shows is in the table beside it. */
final class Drawing {

    private static final int LINE_WIDTH = 3;
    private static final int ANGLE = 45;
    private static final int MANY = 8;
    private static final Duration LONG = Duration.ofHours(30);
    private static final double ROOM_ABOVE = 1.08;

    private final Chart chart;
    private final ZoneId zone;
    private ChartNumbers shown;
    private Palette palette;
    private Font font;

    Drawing(Composite parent, ZoneId zone) {
        this.zone = zone;
        // The widget of the chart would take the keyboard and could not say anything with it.
        chart = new Chart(parent, SWT.NO_FOCUS);
        chart.getTitle().setVisible(false);
        chart.getLegend().setPosition(SWT.BOTTOM);
        IAxis values = chart.getAxisSet().getYAxis(0);
        values.getTitle().setVisible(false);
        values.getTick().setFormat(new DecimalFormat("#,##0"));
        chart.getAxisSet().getXAxis(0).getTitle().setVisible(false);
        chart.addListener(SWT.Paint, event -> followTheme());
    }

    Composite control() {
        return chart;
    }

    /** Shows {@code numbers} instead. */
    void show(ChartNumbers numbers) {
        shown = numbers;
        palette = Palette.of(chart.getParent());
        font = chart.getParent().getFont();
        chart.suspendUpdate(true);
        for (ISeries<?> old : chart.getSeriesSet().getSeries()) {
            chart.getSeriesSet().deleteSeries(old.getId());
        }
        List<Series> series = numbers.series().stream().filter(one -> !one.isEmpty()).toList();
        if (numbers.moments().isEmpty()) {
            bars(numbers, series);
        } else {
            series.forEach(one -> line(numbers, one));
        }
        dress(series.size());
        chart.suspendUpdate(false);
        if (!series.isEmpty()) {
            chart.getAxisSet().adjustRange();
            // From nothing on, and whole steps: a half of a book is never read.
            double most = Math.max(chart.getAxisSet().getYAxis(0).getRange().upper, MANY / 2.0);
            chart.getAxisSet().getYAxis(0).setRange(new Range(0, most * ROOM_ABOVE));
        }
        chart.redraw();
    }

    private void bars(ChartNumbers numbers, List<Series> series) {
        boolean along = numbers.categories().size() > MANY;
        chart.setOrientation(along ? SWT.HORIZONTAL : SWT.VERTICAL);
        IAxis categories = chart.getAxisSet().getXAxis(0);
        categories.setCategorySeries(numbers.categories().toArray(String[]::new));
        categories.enableCategory(true);
        categories.setReversed(!along);
        categories.getTick().setTickLabelAngle(along ? ANGLE : 0);
        for (Series one : series) {
            IBarSeries<?> bar = (IBarSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.BAR, one.name());
            bar.setYSeries(one.values().stream().mapToDouble(Integer::doubleValue).toArray());
            bar.setBarColor(colour(one.ink()));
            bar.enableStack(series.size() > 1);
        }
    }

    private void line(ChartNumbers numbers, Series one) {
        chart.setOrientation(SWT.HORIZONTAL);
        ILineSeries<?> line = (ILineSeries<?>) chart.getSeriesSet().createSeries(ISeries.SeriesType.LINE, one.name());
        line.setXDateSeries(numbers.moments().stream().map(Date::from).toArray(Date[]::new));
        line.setYSeries(one.values().stream().mapToDouble(Integer::doubleValue).toArray());
        line.setLineColor(colour(one.ink()));
        line.setLineWidth(LINE_WIDTH);
        line.setSymbolType(ILineSeries.PlotSymbolType.NONE);
        line.enableArea(true);
        chart.getAxisSet().getXAxis(0).enableCategory(false);
        Duration whole = Duration.between(numbers.moments().getFirst(), numbers.moments().getLast());
        chart.getAxisSet().getXAxis(0).getTick().setFormat(when(whole));
    }

    private void dress(int series) {
        Color text = palette.text(Tone.NEUTRAL);
        chart.setBackground(chart.getParent().getBackground());
        chart.getPlotArea().setBackground(chart.getParent().getBackground());
        chart.getLegend().setVisible(series > 1);
        chart.getLegend().setBackground(chart.getParent().getBackground());
        chart.getLegend().setForeground(text);
        chart.getLegend().setFont(font);
        for (IAxis axis : chart.getAxisSet().getAxes()) {
            axis.getTick().setForeground(text);
            axis.getTick().setFont(font);
            axis.getGrid().setForeground(palette.ground(Tone.NEUTRAL));
        }
        chart.getAxisSet().getXAxis(0).getGrid().setVisible(false);
    }

    private Color colour(Ink ink) {
        return switch (ink) {
            case READ -> palette.text(Tone.GOOD);
            case MISSING -> palette.text(Tone.BAD);
            case OPEN -> palette.dark() ? new Color(92, 101, 111) : new Color(198, 205, 213);
            case MISPLACED -> palette.text(Tone.CAUTION);
            case STATUS -> palette.text(Tone.WAITING);
            case STRANGE -> palette.dark() ? new Color(184, 148, 244) : palette.practice();
            case UNKNOWN -> palette.quiet();
        };
    }

    /** What was drawn for a light ground is drawn again for a dark one, and in larger text when that is wanted. */
    private void followTheme() {
        boolean isAsItWas = Palette.of(chart.getParent()).equals(palette) && chart.getParent().getFont().equals(font);
        if (shown != null && !isAsItWas) {
            // Once for each change, however often it is painted until then.
            palette = Palette.of(chart.getParent());
            font = chart.getParent().getFont();
            ChartNumbers again = shown;
            UiThread.of(chart).execute(() -> show(again));
        }
    }

    /** Moments below the line: the time of day, or the day when there are many. */
    private DateFormat when(Duration whole) {
        DateFormat format = whole.compareTo(LONG) > 0 ? DateFormat.getDateInstance(DateFormat.SHORT)
                : DateFormat.getTimeInstance(DateFormat.SHORT);
        if (format instanceof SimpleDateFormat simple) {
            // Newer locale data puts a narrow no-break space before AM and PM, which many desk fonts lack.
            simple.applyPattern(simple.toPattern().replace('\u202f', ' '));
        }
        format.setTimeZone(TimeZone.getTimeZone(zone));
        return format;
    }
}
