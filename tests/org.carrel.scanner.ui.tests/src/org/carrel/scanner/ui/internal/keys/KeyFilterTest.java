/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.ui.internal.keys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

import org.carrel.scanner.wedge.KeyboardWedge;
import org.carrel.scanner.wedge.WedgeSettings;
import org.carrel.ui.PutBack;
import org.carrel.ui.ScanField;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DateTime;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Events are sent to widgets as a toolkit sends them; no window needs to be in front. */
@DisplayName("The keys of a window")
class KeyFilterTest {

    private static final String ITEM = "31000000000011";
    private static final Pattern BARCODE = Pattern.compile("[23][0-9]{13}");
    private static final int QUICK = 5;

    private final Display display = Display.getDefault();
    private final Shell window = new Shell(display);
    private final Shell dialog = new Shell(window);
    private final List<String> scans = new ArrayList<>();
    private final KeyListening listening = new KeyListening((wedge, text) -> scans.add(text.strip()));
    private int time = 1_000;

    @BeforeEach
    void listen() {
        window.setLayout(new FillLayout());
        new KeyFilter(display, listening, shell -> shell == window).install();
        use(WedgeSettings.STANDARD);
    }

    @AfterEach
    void close() {
        listening.use(Wedges.NONE);
        window.dispose();
    }

    private void use(WedgeSettings settings) {
        listening.use(new Wedges(List.of(new Wedges.Wedge("keyboard", StandardCharsets.UTF_8, settings,
                new KeyboardWedge(settings, text -> BARCODE.matcher(text).matches(), true)))));
    }

    /** Presses the keys; what nobody keeps away lands in {@code field} as its toolkit would have it land. */
    private int press(Control field, String keys) {
        int landed = 0;
        for (char c : keys.toCharArray()) {
            time += QUICK;
            if (event(SWT.KeyDown, field, c, 0).doit) {
                landed++;
                land(field, c);
            }
            event(SWT.KeyUp, field, c, 0);
        }
        return landed;
    }

    private Event event(int type, Control field, char c, int modifiers) {
        Event event = new Event();
        event.character = c;
        event.keyCode = c;
        event.stateMask = modifiers;
        event.time = time;
        event.doit = true;
        field.notifyListeners(type, event);
        return event;
    }

    private static void land(Control field, char c) {
        String key = c < ' ' ? "" : String.valueOf(c);
        switch (field) {
            case Text text -> text.insert(key);
            case StyledText text -> text.insert(key);
            case Combo combo -> combo.setText(combo.getText() + key);
            case DateTime date -> date.setTime(3, 10, 0);
            case Table table -> table.setSelection(0);
            default -> {
                // A key means nothing to it.
            }
        }
    }

    private Text text(Shell parent, int style) {
        Text text = new Text(parent, style);
        text.setText("12/05/2026");
        text.setSelection(3, 5);
        return text;
    }

    @Test
    void are_taken_out_of_a_field_with_its_selection_when_they_were_a_scan() {
        Text date = text(window, SWT.SINGLE);
        assertEquals(ITEM.length(), press(date, ITEM + "\r"), "Enter does not land");
        assertEquals(List.of(ITEM), scans);
        assertEquals("12/05/2026", date.getText());
        assertEquals(new Point(3, 5), date.getSelection());
    }

    @Test
    void are_taken_out_of_every_kind_of_field() {
        StyledText styled = new StyledText(window, SWT.NONE);
        styled.setText("note");
        Combo combo = new Combo(window, SWT.DROP_DOWN);
        combo.setText("abc");
        DateTime at = new DateTime(window, SWT.TIME);
        at.setTime(21, 0, 0);
        Table table = new Table(window, SWT.NONE);
        for (int i = 0; i < 3; i++) {
            new TableItem(table, SWT.NONE).setText("3" + i);
        }
        table.setSelection(2);
        for (Control field : List.of(styled, combo, at, table)) {
            press(field, ITEM + "\r");
        }
        assertEquals(4, scans.size());
        assertEquals("note", styled.getText());
        assertEquals("abc", combo.getText());
        assertEquals(21, at.getHours());
        assertArrayEquals(new int[] { 2 }, table.getSelectionIndices());
    }

    @Test
    void put_back_what_hangs_on_a_field_as_it_taught() {
        Text date = text(window, SWT.SINGLE);
        AtomicInteger changes = new AtomicInteger();
        date.addListener(SWT.Modify, event -> changes.incrementAndGet());
        PutBack.teach(date, () -> {
            int then = changes.get();
            return () -> changes.set(then);
        });
        press(date, ITEM + "\r");
        assertEquals(0, changes.get());
    }

    @Test
    void of_a_password_are_never_listened_to() {
        Text password = text(window, SWT.SINGLE | SWT.PASSWORD);
        Text hidden = text(window, SWT.SINGLE);
        hidden.setEchoChar('*');
        press(password, ITEM + "\r");
        press(hidden, ITEM + "\r");
        assertEquals(List.of(), scans);
    }

    @Test
    void in_a_field_of_a_dialog_are_the_dialogs_and_on_its_buttons_a_scan() {
        Text field = text(dialog, SWT.SINGLE);
        assertEquals(ITEM.length() + 1, press(field, ITEM + "\r"));
        assertEquals(List.of(), scans);
        Button button = new Button(dialog, SWT.PUSH);
        assertEquals(ITEM.length(), press(button, ITEM + "\r"), "Enter does not press it");
        assertEquals(List.of(ITEM), scans);
    }

    @Test
    void in_a_field_for_barcodes_are_left_to_it_unless_there_is_a_prefix() {
        ScanField field = new ScanField(window, "&Item", "F3", "Barcode");
        List<String> entered = new ArrayList<>();
        field.onEnter(entered::add);
        assertEquals(ITEM.length() + 1, press(field.text(), ITEM + "\r"));
        assertEquals(List.of(), scans);
        field.clear();
        use(WedgeSettings.STANDARD.withEnds("~", "\r"));
        assertEquals(0, press(field.text(), "~" + ITEM + "\r"));
        assertEquals(List.of("~" + ITEM), scans);
        assertEquals("", field.value());
    }

    @Test
    void that_a_toolkit_tells_of_twice_count_once() {
        Text date = text(window, SWT.SINGLE);
        for (char c : (ITEM + "\r").toCharArray()) {
            time += QUICK;
            boolean first = event(SWT.KeyDown, date, c, 0).doit;
            assertEquals(first, event(SWT.KeyDown, date, c, 0).doit);
            if (first) {
                land(date, c);
            }
            event(SWT.KeyUp, date, c, 0);
        }
        assertEquals(List.of(ITEM), scans);
        assertEquals("12/05/2026", date.getText());
    }

    @Test
    void that_a_time_tells_of_only_when_they_are_let_go_are_heard_all_the_same() {
        DateTime at = new DateTime(window, SWT.TIME);
        at.setTime(21, 0, 0);
        for (char c : (ITEM + "\r").toCharArray()) {
            time += QUICK;
            event(SWT.KeyUp, at, c, 0);
            land(at, c);
        }
        assertEquals(List.of(ITEM), scans);
    }

    @Test
    void of_a_command_are_no_barcode_and_end_one() {
        Text date = text(window, SWT.SINGLE);
        date.setText("");
        press(date, ITEM.substring(0, 5));
        time += QUICK;
        assertTrue(event(SWT.KeyDown, date, '\u0003', SWT.CTRL).doit, "copy");
        press(date, ITEM.substring(5) + "\r");
        assertEquals(List.of(), scans);
        assertEquals(ITEM, date.getText());
    }

    @Test
    void held_down_for_a_capital_letter_do_not_break_a_scan() {
        use(WedgeSettings.STANDARD.withEnds("", "\r"));
        Text date = text(window, SWT.SINGLE);
        press(date, ITEM.substring(0, 5));
        Event shift = new Event();
        shift.keyCode = SWT.SHIFT;
        shift.time = time;
        date.notifyListeners(SWT.KeyDown, shift);
        press(date, ITEM.substring(5) + "\r");
        assertEquals(List.of(ITEM), scans);
    }

    @Test
    void of_a_prefix_that_a_person_typed_are_given_back_where_the_cursor_is() {
        use(WedgeSettings.STANDARD.withEnds("~", "\r"));
        Text date = text(window, SWT.SINGLE);
        date.setSelection(2);
        assertEquals(0, press(date, "~"));
        assertEquals("12/05/2026", date.getText());
        time += 500;
        press(date, "a");
        assertEquals("12~a/05/2026", date.getText());
        assertEquals(List.of(), scans);
    }
}
