/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui.internal;

import java.util.LinkedHashSet;
import java.util.Set;

import org.carrel.ui.CarrelIds;
import org.carrel.ui.Zoom;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.FontData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Zoom by other sizes of the same fonts: every control remembers the font it was made with. */
@Component
public final class FontZoom implements Zoom {

    static final String PERCENT = "zoom";

    private static final Logger LOG = LoggerFactory.getLogger(FontZoom.class);
    private static final String FIRST_FONT = "org.carrel.ui.firstFont";
    private static final String KEPT_FONT = "org.carrel.ui.keptFont";
    private static final int STEP = 10;
    /** From here on a step is twice as long. */
    private static final int LARGE = 160;

    private final Preferences preferences;
    private final Set<Composite> roots = new LinkedHashSet<>();
    private int percent;
    /** Columns are kept as wide as they are, so they only change by the step. */
    private double columnFactor = 1;

    @Activate
    public FontZoom() {
        this(InstanceScope.INSTANCE.getNode(CarrelIds.PREFERENCES));
    }

    FontZoom(Preferences preferences) {
        this.preferences = preferences;
        percent = Math.clamp(preferences.getInt(PERCENT, ORDINARY), MINIMUM, MAXIMUM);
    }

    @Override
    public int percent() {
        return percent;
    }

    @Override
    public void in() {
        set(percent + (percent >= LARGE ? 2 * STEP : STEP));
    }

    @Override
    public void out() {
        set(percent - (percent > LARGE ? 2 * STEP : STEP));
    }

    @Override
    public void reset() {
        set(ORDINARY);
    }

    @Override
    public void follow(Composite root) {
        roots.add(root);
        root.addDisposeListener(event -> roots.remove(root));
        if (percent != ORDINARY) {
            scale(root);
            widen(root);
        }
    }

    @Override
    public void refresh(Composite root) {
        scale(root);
    }

    /** Columns that were made for the ordinary size. */
    private void widen(Control control) {
        if (control instanceof Table table) {
            if (table.getData(ORDINARY_COLUMNS) != null) {
                for (TableColumn column : table.getColumns()) {
                    column.setWidth(column.getWidth() * percent / ORDINARY);
                }
            }
        } else if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                widen(child);
            }
        }
    }

    private void set(int wanted) {
        int next = Math.clamp(wanted, MINIMUM, MAXIMUM);
        if (next == percent) {
            return;
        }
        columnFactor = (double) next / percent;
        percent = next;
        preferences.putInt(PERCENT, percent);
        try {
            preferences.flush();
        } catch (BackingStoreException e) {
            LOG.warn("The zoom lasts only until the end of this session", e);
        }
        roots.forEach(this::scale);
        columnFactor = 1;
    }

    private void scale(Composite root) {
        ResourceManager fonts = new LocalResourceManager(JFaceResources.getResources(root.getDisplay()));
        root.setRedraw(false);
        try {
            scaleTree(root, fonts);
        } finally {
            root.setRedraw(true);
        }
        layOut(root);
        Runnable release = fonts::dispose;
        Object before = root.getData(PERCENT);
        root.setData(PERCENT, release);
        if (before instanceof Runnable releaseBefore) {
            releaseBefore.run();
        } else {
            root.addDisposeListener(event -> ((Runnable) root.getData(PERCENT)).run());
        }
    }

    /** Twice: some widgets know their size in the new font only after the toolkit has drawn them once. */
    private static void layOut(Composite root) {
        root.layout(true, true);
        root.getDisplay().asyncExec(() -> {
            if (!root.isDisposed()) {
                root.requestLayout();
                root.layout(true, true);
                // Whoever scrolls the root measures it when its size changes, and here its content's did.
                root.notifyListeners(SWT.Resize, new Event());
            }
        });
    }

    /** The theme has a font of its own for tables, and sets it whenever another view becomes the active one. */
    private void keep(Table table, Font font) {
        if (table.getData(KEPT_FONT) == null) {
            table.addListener(SWT.Paint, event -> {
                if (percent != ORDINARY && table.getData(KEPT_FONT) instanceof Font kept && !kept.isDisposed()
                        && !kept.equals(table.getFont())) {
                    table.getDisplay().asyncExec(() -> {
                        if (!table.isDisposed() && !kept.isDisposed() && table.getData(KEPT_FONT) == kept) {
                            table.setFont(kept);
                        }
                    });
                }
            });
        }
        table.setData(KEPT_FONT, font);
    }

    private void scaleTree(Control control, ResourceManager fonts) {
        if (!(control.getData(FIRST_FONT) instanceof FontData[])) {
            control.setData(FIRST_FONT, control.getFont().getFontData());
        }
        FontData[] first = (FontData[]) control.getData(FIRST_FONT);
        int height = Math.max(1, Math.round(first[0].getHeight() * percent / 100f));
        Font font = fonts.create(FontDescriptor.createFrom(first).setHeight(height));
        control.setFont(font);
        if (control instanceof Table table) {
            keep(table, font);
            for (TableColumn column : table.getColumns()) {
                column.setWidth((int) Math.round(column.getWidth() * columnFactor));
            }
        } else if (control instanceof Composite composite) {
            for (Control child : composite.getChildren()) {
                scaleTree(child, fonts);
            }
        }
    }
}
