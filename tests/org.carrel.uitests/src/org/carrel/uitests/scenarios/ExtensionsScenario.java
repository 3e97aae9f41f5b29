/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

import org.carrel.extension.AddAnswer;
import org.carrel.extension.Extension;
import org.carrel.extension.Extensions;
import org.carrel.model.BranchProfile;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.carrel.uitests.pages.MenuBar;
import org.carrel.uitests.pages.Question;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program has started long ago, so its extensions are started here as it does that. */
@DisplayName("What a library has added")
public abstract class ExtensionsScenario extends Scenario {

    private static final String TABLE = "extensions.table";
    private static final String DETAIL = "extensions.detail";

    private final Extensions extensions = extensions();

    @TempDir
    private Path folder;

    protected ExtensionsScenario(UiDriver ui) {
        super(ui);
    }

    private static Extensions extensions() {
        IWorkbench workbench = PlatformUI.getWorkbench();
        return workbench.getDisplay().syncCall(() -> workbench.getWorkbenchWindows()[0]
                .getService(IEclipseContext.class).get(Extensions.class));
    }

    @AfterEach
    void leaveNone() throws IOException {
        for (Extension one : extensions.list()) {
            extensions.remove(one.id());
        }
        start();
    }

    private List<String> start() {
        return extensions.start(rules(), false).stream().map(Extension::name).toList();
    }

    private BranchProfile.Extensions rules() {
        return practice().branch().profile().safety().extensions();
    }

    private void add(String name, String... headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.example." + name);
        main.putValue("Bundle-Name", name);
        main.putValue("Bundle-Version", "1.2.3");
        for (int i = 0; i < headers.length; i += 2) {
            main.putValue(headers[i], headers[i + 1]);
        }
        Path jar = folder.resolve(name + ".jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        assertInstanceOf(AddAnswer.Added.class,
                extensions.add(jar, rules()));
    }

    private Question open(String... states) {
        MenuBar.choose(MenuBar.EXTENSIONS);
        Question dialog = new Question(ui, "Extensions");
        shows(states);
        return dialog;
    }

    /** Waits until these are the rows, each with its state. */
    private void shows(String... states) {
        Waiting.until("the list shows " + List.of(states), () -> ui.rows(TABLE).stream()
                .map(row -> row.get(0) + " " + row.get(2)).toList().equals(List.of(states)), () -> ui.rows(TABLE));
    }

    private void tells(String words) {
        Waiting.until("it says " + words, () -> ui.text(DETAIL).contains(words), () -> ui.text(DETAIL));
    }

    @Test
    void is_shown_as_failed_with_the_reason_and_the_desk_goes_on() throws IOException {
        add("Broken", "Bundle-Activator", "org.example.NotThere");
        add("Sound");
        open("Broken From the next start on", "Sound From the next start on").answer("Close");
        assertEquals(List.of("Broken"), start());
        Question dialog = open("Broken Failed", "Sound Running");
        ui.select(TABLE, 0);
        tells("It failed to start");
        assertTrue(ui.text(DETAIL).contains("Tell whoever made it"), ui.text(DETAIL));
        picture("extensions");
        dialog.answer("Close");
        desk.servePatron(Practice.patron(22)).scan(Practice.item(31)).hears("Checked out  " + Practice.item(31));
        practice().holds(1);
    }

    @Test
    void is_left_out_in_safe_mode_switched_off_and_removed() throws IOException {
        add("Sound");
        extensions.startSafely();
        Question dialog = open("Sound Left out (safe mode)");
        ui.select(TABLE, 0);
        tells("Carrel was started without extensions");
        ui.click("extensions.switch");
        tells("is switched off");
        shows("Sound Switched off");
        assertTrue(ui.isEnabled("extensions.restart"), "it counts from the next start on");
        ui.click("extensions.remove");
        new Question(ui, "Remove an Extension").answer("Remove");
        tells("was removed");
        shows();
        dialog.answer("Close");
    }
}
