/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.ui.internal.shelf;

import org.carrel.ui.AccessibleNames;
import org.carrel.ui.Images;
import org.carrel.ui.Palette;
import org.carrel.ui.TextSize;
import org.carrel.ui.Tone;
import org.carrel.ui.WidgetKey;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/**
 * What was read last, for somebody who stands at the shelf with the screen a step away: the call number in the largest
 * type, the title below it. Plain as long as all is well; coloured, with a sentence, when somebody should look up. The
 * room for the sentence is kept, so that nothing jumps. UI thread only.
 */
final class LastRead extends Composite {

    private static final String NO_STYLING = "org.eclipse.e4.ui.css.disabled";
    private static final String ELLIPSIS = "…";

    private final Images images;
    private final Label icon;
    private final Label callNumber;
    private final Label title;
    private final Label sentence;
    private final Label online;
    private Tone tone = Tone.NEUTRAL;
    private Tone onlineTone = Tone.NEUTRAL;
    private String fullCallNumber = "";
    private String fullTitle = "";
    private String fullOnline = "";

    LastRead(Composite parent) {
        super(parent, SWT.NONE);
        images = Images.of(this);
        GridLayoutFactory.fillDefaults().numColumns(2).margins(14, 6).spacing(14, 0).applyTo(this);
        icon = new Label(this, SWT.NONE);
        GridDataFactory.fillDefaults().span(1, 4).align(SWT.CENTER, SWT.CENTER).applyTo(icon);
        callNumber = label(TextSize.SCAN, true, SWT.NONE, "shelf.last.callNumber");
        title = label(TextSize.HEADLINE, false, SWT.NONE, "shelf.last.title");
        sentence = label(TextSize.LARGE, false, SWT.WRAP, "shelf.last.sentence");
        online = label(TextSize.ORDINARY, false, SWT.NONE, "shelf.last.online");
        for (Control part : new Control[] { this, icon, callNumber, title, sentence, online }) {
            part.setData(NO_STYLING, Boolean.TRUE);
        }
        AccessibleNames.name(this, this::spoken);
        addListener(SWT.Paint, event -> paintGround());
        addListener(SWT.Resize, event -> fit());
    }

    private Label label(TextSize size, boolean bold, int style, String key) {
        Label label = WidgetKey.mark(new Label(this, style), key);
        label.setFont(size.in(this, bold));
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(label);
        return label;
    }

    void show(Said said) {
        tone = said.tone() == Tone.GOOD ? Tone.NEUTRAL : said.tone();
        icon.setImage(images.large(said.icon()));
        fullCallNumber = said.callNumber();
        fullTitle = said.title();
        sentence.setText(said.sentence().replace("&", "&&"));
        paintGround();
        fit();
        getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
    }

    void showOnline(Tone newTone, String text) {
        onlineTone = newTone;
        fullOnline = text;
        online.setText(shortened(online, fullOnline));
        paintGround();
        getAccessible().sendEvent(ACC.EVENT_NAME_CHANGED, null);
    }

    private String spoken() {
        return String.join(". ", fullCallNumber, fullTitle, sentence.getText(), fullOnline);
    }

    /** What is too long ends in dots; the tool tip has it all. */
    private void fit() {
        callNumber.setText(shortened(callNumber, fullCallNumber));
        title.setText(shortened(title, fullTitle));
        online.setText(shortened(online, fullOnline));
        int width = Math.max(1, sentence.getSize().x);
        int least = 2 * lineHeight(sentence);
        int wanted = width < 2 ? least : Math.max(least, sentence.computeSize(width, SWT.DEFAULT).y);
        GridData data = (GridData) sentence.getLayoutData();
        if (data.heightHint != wanted) {
            data.heightHint = wanted;
            sentence.requestLayout();
        }
    }

    private static int lineHeight(Label label) {
        GC gc = new GC(label);
        try {
            gc.setFont(label.getFont());
            return gc.getFontMetrics().getHeight();
        } finally {
            gc.dispose();
        }
    }

    private static String shortened(Label label, String text) {
        int width = label.getSize().x;
        GC gc = new GC(label);
        try {
            gc.setFont(label.getFont());
            label.setToolTipText(null);
            if (width <= 0 || gc.textExtent(text).x <= width) {
                return text.replace("&", "&&");
            }
            label.setToolTipText(text);
            int low = 0;
            int high = text.length();
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (gc.textExtent(text.substring(0, middle) + ELLIPSIS).x <= width) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return text.substring(0, low).strip().replace("&", "&&") + ELLIPSIS;
        } finally {
            gc.dispose();
        }
    }

    /** The ground follows the theme of what is around it, which may change at any time. */
    private void paintGround() {
        Palette palette = Palette.of(getParent());
        if (!palette.ground(tone).equals(getBackground())) {
            setBackground(palette.ground(tone));
            for (Label part : new Label[] { icon, callNumber, title, sentence, online }) {
                part.setBackground(palette.ground(tone));
                part.setForeground(palette.onGround(tone));
            }
        }
        if (tone == Tone.NEUTRAL) {
            online.setForeground(onlineTone == Tone.NEUTRAL ? palette.quiet() : palette.text(onlineTone));
        }
    }
}
