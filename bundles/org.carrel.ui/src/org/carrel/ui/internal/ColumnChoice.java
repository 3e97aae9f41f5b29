/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.carrel.ui.QueueColumn;
import org.osgi.service.prefs.Preferences;

/**
 * Which columns a table shows, in what order and how wide. Kept at once in a preference such as
 * {@code STATE:150,ITEM:140}; what cannot be read there is passed over, so that an older or newer Carrel does no harm.
 */
public final class ColumnChoice {

    private static final int NARROWEST = 20;
    private static final int WIDEST = 2_000;

    /** A column on screen; {@code width} in points. */
    public record Shown(QueueColumn column, int width) {}

    private final Preferences kept;
    private final String key;
    private final List<QueueColumn> ordinary;
    private List<Shown> shown;

    public ColumnChoice(Preferences kept, String key, List<QueueColumn> ordinary) {
        this.kept = kept;
        this.key = key;
        this.ordinary = List.copyOf(ordinary);
        this.shown = read(kept.get(key, ""));
    }

    /** From the left; never empty. */
    public List<Shown> shown() {
        return shown;
    }

    /** Whether nobody has changed anything. */
    public boolean isAsDelivered() {
        return kept.get(key, "").isEmpty();
    }

    public boolean isShown(QueueColumn column) {
        return shown.stream().anyMatch(one -> one.column() == column);
    }

    public void keep(List<Shown> now) {
        shown = List.copyOf(now);
        kept.put(key, String.join(",", shown.stream().map(one -> one.column() + ":" + one.width()).toList()));
    }

    /** Shows {@code column} at the right end, or hides it; the last one stays. */
    public void toggle(QueueColumn column) {
        List<Shown> next = new ArrayList<>(shown);
        if (!next.removeIf(one -> one.column() == column)) {
            next.add(new Shown(column, column.width()));
        }
        if (!next.isEmpty()) {
            keep(next);
        }
    }

    /** Moves {@code column} by {@code places} to the right; to the left when negative. */
    public void move(QueueColumn column, int places) {
        List<Shown> next = new ArrayList<>(shown);
        for (int i = 0; i < next.size(); i++) {
            if (next.get(i).column() == column) {
                next.add(Math.clamp(i + places, 0, next.size() - 1), next.remove(i));
                keep(next);
                return;
            }
        }
    }

    /** Back to how it was delivered. */
    public void reset() {
        kept.remove(key);
        shown = read("");
    }

    private List<Shown> read(String text) {
        List<Shown> found = new ArrayList<>();
        for (String part : text.split(",")) {
            one(part).filter(one -> found.stream().noneMatch(other -> other.column() == one.column()))
                    .ifPresent(found::add);
        }
        return found.isEmpty() ? ordinary.stream().map(column -> new Shown(column, column.width())).toList()
                : List.copyOf(found);
    }

    private static Optional<Shown> one(String part) {
        String[] halves = part.split(":");
        if (halves.length != 2 || !halves[1].matches("[0-9]{1,4}")) {
            return Optional.empty();
        }
        int width = Math.clamp(Integer.parseInt(halves[1]), NARROWEST, WIDEST);
        return Arrays.stream(QueueColumn.values()).filter(column -> column.name().equals(halves[0])).findFirst()
                .map(column -> new Shown(column, width));
    }
}
