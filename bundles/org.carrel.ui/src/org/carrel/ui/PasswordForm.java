/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ui;

import java.time.Clock;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;

import org.carrel.model.port.PasswordCheck;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.swt.widgets.Text;

/**
 * A field for a password, with a sentence below it and a bar that moves while one is checked. Enter tries what is
 * typed; the field is overwritten and emptied then. UI thread only.
 */
public final class PasswordForm extends Composite implements PasswordDoor.Screen {

    private static final int WIDTH = 320;
    private static final int FASTEST_HAND_MILLIS = 60;

    private final Text field;
    private final Label sentence;
    private final ProgressBar bar;
    private final PasswordDoor door;
    private final Doings doings;
    private int firstKey;
    private int lastKey;

    /** What the window around the form does. */
    public interface Doings {

        /** Whether a password can be tried now has changed. */
        void ready(boolean now);

        /** The password was right. */
        void open();

        /**
         * Why {@code typed} is not even tried; empty to try it.
         *
         * @param byMachine whether it came faster than a person types, as from a scanner
         */
        default String objection(char[] typed, boolean byMachine) {
            return "";
        }
    }

    /**
     * @param label above the field, also for screen readers
     * @param key   the name of the field, see {@link WidgetKey}; the sentence's is the same with {@code .said}
     * @param check looks at a password; not called on the UI thread
     */
    public PasswordForm(Composite parent, String label, String key, Function<char[], PasswordCheck.Answer> check,
            Clock clock, Doings doings) {
        super(parent, SWT.NONE);
        this.doings = Objects.requireNonNull(doings, "doings");
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(this);
        new Label(this, SWT.NONE).setText(label);
        field = WidgetKey.mark(new Text(this, SWT.SINGLE | SWT.BORDER | SWT.PASSWORD), key);
        field.setFont(TextSize.LARGE.in(field, false));
        AccessibleNames.name(field, label.replace("&", ""));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(field);
        bar = new ProgressBar(this, SWT.HORIZONTAL | SWT.INDETERMINATE);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 6).applyTo(bar);
        bar.setVisible(false);
        sentence = WidgetKey.mark(new Label(this, SWT.WRAP), key + ".said");
        // Two lines from the start, so that nothing moves when something is said.
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, 3 * field.getLineHeight()).applyTo(sentence);
        door = new PasswordDoor(check, this, threads(), clock);
        field.addListener(SWT.DefaultSelection, event -> submit());
        field.addListener(SWT.Modify, event -> {
            lastKey = event.time;
            firstKey = field.getCharCount() <= 1 ? event.time : firstKey;
        });
        field.addDisposeListener(event -> overwrite());
    }

    /** Tries what is typed, as Enter does. */
    public void submit() {
        if (!door.isAsking()) {
            return;
        }
        char[] typed = field.getTextChars();
        overwrite();
        String objection = doings.objection(typed, lastKey - firstKey < FASTEST_HAND_MILLIS * typed.length);
        if (objection.isEmpty()) {
            door.enter(typed);
        } else {
            Arrays.fill(typed, '\0');
            door.object(objection);
        }
    }

    /** Takes back what is typed: nobody stands here any more. */
    public void clear() {
        overwrite();
    }

    @Override
    public boolean setFocus() {
        // While the window closes, focus is offered to what is half gone.
        return !field.isDisposed() && field.setFocus();
    }

    /** Hears of every key in the field. */
    public void onChange(Runnable handler) {
        field.addListener(SWT.Modify, event -> handler.run());
    }

    @Override
    public void ask(String words) {
        say(words);
        bar.setVisible(false);
        doings.ready(true);
        // Not again where it is: that would select what somebody types already, and the next key would replace it.
        if (!field.isFocusControl()) {
            field.setFocus();
        }
    }

    @Override
    public void checking() {
        say("");
        bar.setVisible(true);
        doings.ready(false);
    }

    @Override
    public void waiting(String words) {
        say(words);
        bar.setVisible(false);
        doings.ready(false);
    }

    @Override
    public void open() {
        say("");
        bar.setVisible(false);
        doings.open();
    }

    private void say(String words) {
        sentence.setText(words.replace("&", "&&"));
        sentence.setForeground(Palette.of(this).text(words.isEmpty() ? Tone.NEUTRAL : Tone.BAD));
    }

    /** The widget's own memory, before it lets go of it. */
    private void overwrite() {
        char[] blank = new char[field.getCharCount()];
        Arrays.fill(blank, ' ');
        field.setTextChars(blank);
        field.setText("");
    }

    private PasswordDoor.Threads threads() {
        Display display = getDisplay();
        return new PasswordDoor.Threads(task -> Thread.ofPlatform().daemon().name("carrel-password").start(task),
                UiThread.of(this), (pause, task) -> display.timerExec((int) Math.max(1, pause.toMillis()), () -> {
                    if (!isDisposed()) {
                        task.run();
                    }
                }), failure -> Failures.log(PasswordForm.class, failure));
    }
}
