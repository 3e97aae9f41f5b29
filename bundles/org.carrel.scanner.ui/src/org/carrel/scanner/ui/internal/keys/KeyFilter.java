/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.keys;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import org.carrel.ui.ScanField;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CCombo;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;

/**
 * Listens to every key in Carrel's windows, before the widget that it is meant for, and lets {@link KeyListening}
 * decide. UI thread only.
 *
 * <p>
 * Some places are never listened to. A field with a password. A field in a dialog: what is typed or scanned there is
 * the dialog's answer. A field that barcodes are scanned into, as long as scanners type a barcode and Enter and nothing
 * else: it takes them as it always did. Everywhere else, also on a dialog's buttons, Enter behind a barcode presses
 * nothing.
 */
final class KeyFilter {

    private static final int[] HELD_DOWN = { SWT.SHIFT, SWT.CTRL, SWT.ALT, SWT.COMMAND, SWT.ALT_GR, SWT.CAPS_LOCK,
            SWT.NUM_LOCK, SWT.SCROLL_LOCK };
    /** Group separator: the only control character that is part of barcodes (GS1). */
    private static final char GS = 0x1D;

    private final Display display;
    private final KeyListening listening;
    private final Predicate<Shell> isWindow;
    private final KeyTimes times = new KeyTimes();
    private final Runnable look = this::look;
    /** Keys that this filter pressed itself. */
    private final Deque<Character> own = new ArrayDeque<>();
    private Fed fed = Fed.NONE;
    private Fed last = Fed.NONE;
    private boolean lastKept;
    private long keys;

    /** A key that was asked about when it was about to move the keyboard, and comes again as a key. */
    private record Fed(char character, int time) {

        static final Fed NONE = new Fed('\0', 0);
    }

    /** @param isWindow whether a shell is one of the workbench's windows, and no dialog */
    KeyFilter(Display display, KeyListening listening, Predicate<Shell> isWindow) {
        this.display = display;
        this.listening = listening;
        this.isWindow = isWindow;
    }

    /** From now on for as long as the display is there. */
    void install() {
        display.addFilter(SWT.Traverse, this::traverses);
        display.addFilter(SWT.KeyDown, this::pressed);
        display.addFilter(SWT.KeyUp, this::released);
        display.addFilter(SWT.FocusIn, event -> moved());
    }

    /** Enter and tab act before they are keys: Enter presses a default button, tab moves on. */
    private void traverses(Event event) {
        boolean acts = event.detail == SWT.TRAVERSE_RETURN || event.detail == SWT.TRAVERSE_TAB_NEXT;
        // Offered to the parents as well, one after the other.
        if (acts && event.widget == display.getFocusControl() && listening.wedges().isEnd(event.character)
                && !isOwn(event)) {
            fed = new Fed(event.character, event.time);
            if (keep(event)) {
                event.detail = SWT.TRAVERSE_NONE;
                event.doit = true;
                event.type = SWT.None;
            }
        }
    }

    private void pressed(Event event) {
        Fed now = new Fed(event.character, event.time);
        boolean known = fed.equals(now);
        fed = Fed.NONE;
        if (IntStream.of(HELD_DOWN).anyMatch(key -> key == event.keyCode) || known && event.character != '\0') {
            return;
        }
        // A field with an input method (GTK) tells of a key twice: of the character, and of the key itself.
        boolean again = last.equals(now) && event.character != '\0';
        if (!again && isOwn(event)) {
            own.remove();
            lastKept = false;
        } else if (!again) {
            lastKept = keep(event);
        }
        last = now;
        if (lastKept) {
            event.doit = false;
            event.type = SWT.None;
        }
    }

    private void released(Event event) {
        boolean pressedUnheard = event.widget instanceof DateTime && event.character != '\0'
                && last.character() != event.character;
        last = Fed.NONE;
        if (pressedUnheard) {
            keep(event);
        }
    }

    private void moved() {
        // What was pressed for another widget will not arrive there any more.
        own.clear();
        listening.moved();
    }

    private boolean isOwn(Event event) {
        return !own.isEmpty() && own.peek() == event.character;
    }

    private boolean keep(Event event) {
        if (!(event.widget instanceof Control control) || !isHeard(control) || !isData(event)) {
            listening.interrupted();
            return false;
        }
        boolean kept = listening.pressed(event.character, times.of(event.time, System.nanoTime()),
                new FocusPlace(control, event.type == SWT.KeyUp, this::press));
        keys++;
        listening.wedges().patience().ifPresent(millis -> display.timerExec(millis, look));
        return kept;
    }

    /** Whether it may be part of a barcode. Commands, such as backspace or a chord, never are. */
    private boolean isData(Event event) {
        char c = event.character;
        if (c == '\0' || (event.stateMask & (SWT.ALT | SWT.COMMAND)) != 0) {
            return false;
        }
        // Scanners type a control character as a chord: STX is Ctrl+B.
        return c >= ' ' && c != SWT.DEL && (event.stateMask & SWT.CTRL) == 0 || c == GS || listening.wedges().isMark(c);
    }

    private boolean isHeard(Control control) {
        if (control instanceof Text text && ((text.getStyle() & SWT.PASSWORD) != 0 || text.getEchoChar() != '\0')) {
            return false;
        }
        if (ScanField.isIn(control) && listening.wedges().leaveScanFieldsAlone()) {
            return false;
        }
        return isWindow.test(control.getShell()) || !isField(control);
    }

    private static boolean isField(Control control) {
        return switch (control) {
            case Text text -> text.getEditable();
            case StyledText text -> text.getEditable();
            case Combo combo -> (combo.getStyle() & SWT.READ_ONLY) == 0;
            case CCombo combo -> combo.getEditable();
            case Spinner spinner -> true;
            case DateTime date -> true;
            default -> false;
        };
    }

    /** Keys that wait in the window system's line come first: a busy window is no silence. */
    private void look() {
        long then = keys;
        display.asyncExec(() -> {
            if (then == keys) {
                listening.quiet();
            }
        });
    }

    private void press(String text) {
        for (char c : text.toCharArray()) {
            own.add(c);
            if (!Arrays.stream(new int[] { SWT.KeyDown, SWT.KeyUp }).allMatch(type -> post(type, c))) {
                own.removeLast();
            }
        }
    }

    private boolean post(int type, char c) {
        Event event = new Event();
        event.type = type;
        event.character = c;
        return display.post(event);
    }
}
