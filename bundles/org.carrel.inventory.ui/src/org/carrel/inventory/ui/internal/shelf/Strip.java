/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.carrel.inventory.ui.internal.shelf.Spine.Look;
import org.carrel.model.Texts;
import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Palette;
import org.carrel.ui.Zoom;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;

/**
 * A picture of the shelf. A book is chosen by a click or with the arrow keys; Tab leaves it. It says in words what it
 * shows. UI thread only.
 */
final class Strip extends Canvas {

    private static final Texts TEXTS = Texts.of(Strip.class);
    private static final int ORDINARY_HEIGHT = 80;

    private final Zoom zoom;
    private Picture picture = Picture.EMPTY;
    private OptionalInt selected = OptionalInt.empty();
    private Consumer<Spine> chosen = spine -> {
    };

    Strip(Composite parent, Zoom zoom) {
        super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
        this.zoom = zoom;
        AccessibleNames.name(this, this::spoken);
        addListener(SWT.Paint, this::paint);
        addListener(SWT.MouseDown, this::click);
        addListener(SWT.MouseMove, this::hover);
        addListener(SWT.KeyDown, this::key);
        addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_ARROW_NEXT
                && event.detail != SWT.TRAVERSE_ARROW_PREVIOUS);
        addListener(SWT.FocusIn, event -> redraw());
        addListener(SWT.FocusOut, event -> redraw());
    }

    @Override
    public Point computeSize(int width, int height, boolean change) {
        int natural = ORDINARY_HEIGHT * zoom.percent() / Zoom.ORDINARY;
        return new Point(width == SWT.DEFAULT ? ORDINARY_HEIGHT : width, height == SWT.DEFAULT ? natural : height);
    }

    /** Hears of books that somebody chooses here. */
    void onChoice(Consumer<Spine> listener) {
        chosen = listener;
    }

    void show(Picture now) {
        if (!now.equals(picture)) {
            OptionalInt again = selected.isEmpty() ? selected
                    : find(now, picture.spines().get(selected.getAsInt()).row(),
                            picture.spines().get(selected.getAsInt()).entry());
            picture = now;
            // Who reads on looks at what comes.
            selected = now.here().equals(again) ? OptionalInt.empty() : again;
            redraw();
            tell();
        }
    }

    /** Marks the book of that row or read, when it is in the picture. */
    void select(OptionalInt row, OptionalInt entry) {
        OptionalInt found = find(picture, row, entry);
        if (!found.equals(selected)) {
            selected = found;
            redraw();
            tell();
        }
    }

    private static OptionalInt find(Picture in, OptionalInt row, OptionalInt entry) {
        return IntStream.range(0, in.spines().size())
                .filter(index -> entry.isPresent() && in.spines().get(index).entry().equals(entry)
                        || entry.isEmpty() && row.isPresent() && in.spines().get(index).row().equals(row))
                .findFirst();
    }

    private OptionalInt seen() {
        return selected.isPresent() ? selected : picture.here();
    }

    private StripLayout placing() {
        Point size = getSize();
        return StripLayout.of(picture, size.x, size.y, seen());
    }

    private void paint(Event event) {
        StripLayout layout = placing();
        event.gc.setBackground(getParent().getBackground());
        event.gc.fillRectangle(getClientArea());
        StripPainter painter = new StripPainter(event.gc, Palette.of(getParent()), layout,
                getParent().getBackground());
        painter.board(getSize().x, getSize().y);
        for (int index = layout.first(); index < layout.last(); index++) {
            painter.book(index, picture.spines().get(index));
        }
        picture.here().stream().filter(index -> index >= layout.first() && index < layout.last())
                .forEach(painter::here);
        selected.stream().filter(index -> index < layout.last())
                .forEach(index -> painter.selected(index, isFocusControl()));
        if (picture.spines().isEmpty()) {
            event.gc.setForeground(Palette.of(getParent()).quiet());
            event.gc.drawText(TEXTS.get("strip.empty"), 10, 10, true);
        }
    }

    private void click(Event event) {
        setFocus();
        placing().at(event.x).ifPresent(this::choose);
    }

    private void choose(int index) {
        selected = OptionalInt.of(index);
        redraw();
        tell();
        chosen.accept(picture.spines().get(index));
    }

    private void hover(Event event) {
        OptionalInt at = placing().at(event.x);
        String text = at.isEmpty() ? "" : picture.spines().get(at.getAsInt()).spoken();
        if (!Objects.equals(text, Objects.requireNonNullElse(getToolTipText(), ""))) {
            setToolTipText(text.isEmpty() ? null : text.replace("&", "&&"));
        }
    }

    private void key(Event event) {
        int last = picture.spines().size() - 1;
        if (last < 0 || (event.stateMask & SWT.MODIFIER_MASK) != 0) {
            return;
        }
        int now = seen().orElse(0);
        switch (event.keyCode) {
            case SWT.ARROW_LEFT -> choose(Math.max(0, now - 1));
            case SWT.ARROW_RIGHT -> choose(Math.min(last, now + 1));
            case SWT.HOME -> choose(0);
            case SWT.END -> choose(last);
            case SWT.ARROW_DOWN -> problem(now, 1);
            case SWT.ARROW_UP -> problem(now, -1);
            default -> {
                // Nothing for a picture.
            }
        }
    }

    /** The next book that something is the matter with. */
    private void problem(int from, int step) {
        for (int index = from + step; index >= 0 && index < picture.spines().size(); index += step) {
            Look look = picture.spines().get(index).look();
            if (look != Look.READ && look != Look.AHEAD && look != Look.JUMP) {
                choose(index);
                return;
            }
        }
    }

    private void tell() {
        getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
    }

    /** What the picture shows, and the book that is chosen. */
    String spoken() {
        long missing = count(Look.MISSING);
        long misplaced = count(Look.MISPLACED);
        long foreign = count(Look.FOREIGN);
        String all = TEXTS.get("strip.spoken", picture.spines().size(), misplaced, missing, foreign);
        return selected.isEmpty() ? all
                : TEXTS.get("strip.spoken.selected", picture.spines().get(selected.getAsInt()).spoken(), all);
    }

    private long count(Look look) {
        return picture.spines().stream().filter(spine -> spine.look() == look).count();
    }
}
