/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The program for Windows starts Carrel")
class CommandTest {

    @TempDir
    private Path home;

    @BeforeEach
    void is_installed() throws IOException {
        Files.createDirectories(home.resolve("plugins"));
        Files.createFile(home.resolve("plugins").resolve("org.eclipse.equinox.launcher_1.7.0.jar"));
        Files.createFile(home.resolve("plugins").resolve("org.eclipse.equinox.launcher_1.8.0.jar"));
        installed("1.8.0");
        Files.createDirectories(home.resolve("jre").resolve("bin"));
        Files.createFile(home.resolve("jre").resolve("bin").resolve("java.exe"));
        Files.createFile(home.resolve("jre").resolve("bin").resolve("javaw.exe"));
    }

    private void installed(String version) throws IOException {
        Path folder = Files.createDirectories(home.resolve("configuration/org.eclipse.equinox.simpleconfigurator"));
        Files.write(folder.resolve("bundles.info"), List.of("#version=1",
                "org.eclipse.equinox.event,1.7.300,plugins/org.eclipse.equinox.event_1.7.300.jar,2,true",
                "org.eclipse.equinox.launcher," + version + ",plugins/org.eclipse.equinox.launcher_" + version
                        + ".jar,4,false"));
    }

    private Command command(Map<String, String> environment) {
        return new Command(home, home.resolve("jre"), environment);
    }

    private void branchWants(String... words) throws IOException {
        Files.createDirectories(home.resolve("branch"));
        Files.write(home.resolve("branch").resolve("start.ini"), List.of(words));
    }

    @Test
    void with_its_own_java_and_the_launcher_that_is_installed() throws Exception {
        List<String> line = command(Map.of("CARREL_JAVA_OPTS", " -Xss2m  -ea ")).line(List.of("-consoleLog"));
        assertEquals(home.resolve("jre/bin/javaw.exe").toString(), line.getFirst());
        assertTrue(line.containsAll(List.of("-Xss2m", "-ea")), line::toString);
        assertEquals(home.resolve("plugins/org.eclipse.equinox.launcher_1.8.0.jar").toString(),
                line.get(line.indexOf("-jar") + 1));
        assertEquals("-consoleLog", line.getLast());
    }

    @Test
    void of_an_older_version_when_somebody_went_back_to_that() throws Exception {
        installed("1.7.0");
        List<String> line = command(Map.of()).line(List.of());
        assertEquals(home.resolve("plugins/org.eclipse.equinox.launcher_1.7.0.jar").toString(),
                line.get(line.indexOf("-jar") + 1));
    }

    @Test
    void as_its_branch_wants_and_then_as_somebody_writes() throws Exception {
        branchWants("-nl", "nl_NL", "");
        List<String> line = command(Map.of()).line(List.of("-nl", "en"));
        assertEquals(List.of("-nosplash", "-nl", "nl_NL", "-nl", "en"),
                line.subList(line.indexOf("-nosplash"), line.size()));
    }

    @Test
    void with_its_data_beside_it_when_that_is_wanted() throws Exception {
        branchWants("-carrel.portable");
        Command command = command(Map.of());
        String data = home.resolve("data").toString();
        List<String> line = command.line(List.of());
        assertEquals(data, line.get(line.indexOf("-data") + 1));
        assertTrue(line.contains("-Dcarrel.portable=" + data));
        assertFalse(line.contains("-carrel.portable"));
        assertEquals(Map.of("CARREL_DATA", data), command.environment(List.of()));
        assertEquals(Map.of(), command(Map.of("CARREL_DATA", "elsewhere")).environment(List.of()));
    }

    @Test
    void or_its_commands() throws Exception {
        List<String> line = command(Map.of()).line(List.of("cli", "status"));
        assertEquals(home.resolve("jre/bin/java.exe").toString(), line.getFirst());
        assertEquals(List.of("-application", "org.carrel.cli.application", "-data", "@none", "status"),
                line.subList(line.indexOf("-application"), line.size()));
    }

    @Test
    void or_says_that_it_is_not_complete() throws IOException {
        Files.delete(home.resolve("plugins").resolve("org.eclipse.equinox.launcher_1.7.0.jar"));
        Files.delete(home.resolve("plugins").resolve("org.eclipse.equinox.launcher_1.8.0.jar"));
        assertThrows(IncompleteException.class, () -> command(Map.of()).line(List.of()));
    }
}
