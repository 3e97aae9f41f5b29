/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.branch.ProfileRemark;
import org.carrel.cli.internal.Bench.Said;
import org.carrel.model.UploadRun.Ending;
import org.carrel.model.port.QueueHealth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import picocli.CommandLine;

class CommandsTest {

    private final Bench bench = new Bench();

    static List<String> commands() {
        List<String> names = new ArrayList<>();
        collect(new Cli(new Session(new Bench(), Terminal.real(), Path.of("x"))).commandLine(), "", names);
        return names;
    }

    private static void collect(CommandLine command, String path, List<String> names) {
        if (!path.endsWith(" help")) {
            names.add(path.strip());
        }
        command.getSubcommands().forEach((name, sub) -> collect(sub, path + " " + name, names));
    }

    @ParameterizedTest(name = "{0} --help")
    @MethodSource("commands")
    void every_command_explains_itself_with_its_exit_codes(String command) {
        Said said = bench.run((command + " --help").strip().split(" "));

        assertEquals(Exit.OK, said.code());
        assertTrue(said.out().contains("Usage: carrel cli"), said.out());
        assertTrue(said.out().contains("Exit codes:") && said.out().contains("7   Something unexpected"), said.out());
        assertTrue(said.out().lines().findFirst().orElse("").endsWith("."), "a header: " + said.out());
        assertTrue(bench.openedData.isEmpty(), "help opens nothing");
    }

    @ParameterizedTest(name = "carrel cli {0}")
    @MethodSource("commands")
    void every_option_and_parameter_is_explained(String command) {
        CommandLine line = new Cli(new Session(bench, Terminal.real(), Path.of("x"))).commandLine();
        for (String name : command.isEmpty() ? new String[0] : command.split(" ")) {
            line = line.getSubcommands().get(name);
        }
        line.getCommandSpec().args().forEach(arg -> assertTrue(arg.description().length > 0,
                () -> command + " " + arg.paramLabel()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "queue", "fly", "queue add a b", "upload --secret hunter2", "status --format xml" })
    void what_is_not_understood_ends_in_a_short_sentence_and_a_hint(String command) {
        Said said = bench.run(command.isEmpty() ? new String[0] : command.split(" "));
        assertEquals(Exit.USAGE, said.code());
        assertTrue(said.err().contains("--help"), said.err());
        assertTrue(said.err().lines().count() <= 3, said.err());
        assertFalse(said.err().contains("Exception"), said.err());
    }

    @Test
    void branch_and_data_are_understood_before_and_behind_the_command() {
        bench.run("--branch", "a.yaml", "--data", "x", "queue", "list");
        bench.run("queue", "list", "--branch", "b.yaml", "--data", "y");
        bench.run("queue", "list");
        assertEquals(List.of(Path.of("x"), Path.of("y"), Path.of("standard")), bench.openedData);
        assertEquals(List.of(Optional.of(Path.of("a.yaml")), Optional.of(Path.of("b.yaml")), Optional.empty()),
                bench.openedProfiles);
    }

    @Test
    void a_refused_profile_is_quoted_line_by_line() {
        bench.refusing(new ProfileRemark("branch.yaml", 3, "This is wrong."),
                new ProfileRemark("branch.yaml", 9, "That too."));
        Said said = bench.run("status");
        assertEquals(Exit.PROFILE_REFUSED, said.code());
        assertTrue(said.err().startsWith("branch.yaml:3: This is wrong.\nbranch.yaml:9: That too.\n"), said.err());
        assertTrue(said.err().contains("2 errors"), said.err());
    }

    @Test
    void something_unexpected_shows_no_stack_trace() {
        bench.queue.observe(change -> {
            throw new IllegalStateException("a mistake about 21000000000013");
        });
        Said said = bench.runWithInput("checkin," + Bench.ITEM, "queue", "add");
        assertEquals(Exit.UNEXPECTED, said.code());
        assertEquals(1, said.err().lines().count(), said.err());
        assertFalse(said.err().contains("2100"), said.err());
    }

    @ParameterizedTest
    @CsvSource({ "COMPLETED, 0", "CANCELLED, 1", "SIGN_IN_REFUSED, 3", "SYSTEM_AWAY, 4", "STORE_FAILED, 5" })
    void the_exit_code_says_how_an_upload_ended(Ending ending, int code) {
        bench.runWithInput("checkin," + Bench.ITEM, "queue", "add");
        bench.system.ending = Optional.of(ending);
        Said said = bench.runWithInput("secret\n", "upload", "--secret-stdin");
        assertEquals(code, said.code());
        assertEquals(code != 0, said.err().contains("It ended: " + ending), said.err());
    }

    @Test
    void an_upload_tells_its_progress_without_patrons_and_lists_what_failed() throws Exception {
        bench.system.bringUp();
        bench.runWithInput("checkout,21000000009998,31000000000011\ncheckin,31000000000029", "queue", "add");
        Said said = bench.runWithInput("secret\r\n", "upload", "--secret-stdin");

        assertEquals(Exit.REFUSED, said.code());
        assertTrue(said.err().contains("1/2 Upload failed: Check out 31000000000011"), said.err());
        assertTrue(said.err().contains("2/2 Uploaded: Check in 31000000000029"), said.err());
        assertFalse(said.err().contains("21000000009998"), said.err());
        assertTrue(said.out().startsWith("TABLE 1 "), said.out());
        assertTrue(said.out().endsWith("1 uploaded, 1 failed, 0 without an answer, 0 superseded.\n"), said.out());
        assertEquals("secret", new String(bench.secrets.wsKeySecret().orElseThrow()));
    }

    @Test
    void the_secret_is_asked_for_and_nobody_there_is_an_error() {
        bench.runWithInput("checkin," + Bench.ITEM, "queue", "add");
        assertEquals(Exit.USAGE, bench.run("upload").code());
        assertEquals(Exit.USAGE, bench.runWithInput("\n", "upload", "--secret-stdin").code());
        assertEquals(Exit.USAGE, bench.runWithInput("x".repeat(5_000), "upload", "--secret-stdin").code());
        assertTrue(bench.secrets.wsKeySecret().isEmpty());
    }

    @Test
    void an_upload_of_nothing_asks_for_nothing() {
        Said said = bench.run("upload");
        assertEquals(Exit.OK, said.code(), said.err());
        assertEquals("Nothing waits for upload.\n", said.out());
    }

    @Test
    void an_upload_in_practice_mode_brings_the_practice_library_up() {
        bench.practising().runWithInput("checkin," + Bench.ITEM, "queue", "add");
        Said said = bench.run("upload", "--quiet");
        assertEquals(Exit.OK, said.code(), said.err());
        assertTrue(bench.system.isUp());
    }

    @Test
    void the_practice_library_runs_until_input_ends_and_obeys_scripts() {
        bench.practising();
        Said said = bench.runWithInput("checkin 503\nwhat?\n\n", "practice", "--misbehave", "any latency 1s");
        assertEquals(Exit.OK, said.code(), said.err());
        assertEquals(List.of("any latency 1s", "checkin 503", ""), bench.system.scripts);
        assertTrue(said.out().contains("http://127.0.0.1:9") && said.out().contains("Secret: practice"), said.out());
        assertTrue(said.err().contains("The script is not understood."), said.err());
        assertFalse(bench.system.isUp());
    }

    @Test
    void a_secret_from_outside_is_not_printed_and_a_bad_script_stops_before_the_start() {
        bench.practising();
        Said said = bench.runWithInput("from outside\n", "practice", "--secret-stdin");
        assertFalse((said.out() + said.err()).contains("from outside"));
        assertEquals(Exit.USAGE, bench.run("practice", "--misbehave", "what?").code());
        assertFalse(bench.system.isUp());
    }

    @Test
    void a_real_branch_never_practises() {
        assertEquals(Exit.PROFILE_REFUSED, bench.run("practice").code());
        assertEquals(Exit.PROFILE_REFUSED, bench.run("demo").code());
        assertTrue(bench.queue.rows().isEmpty());
        assertFalse(bench.system.isUp());
    }

    @Test
    void status_counts_and_its_exit_code_says_what_is_wrong() throws Exception {
        bench.runWithInput("checkin," + Bench.ITEM, "queue", "add");
        Said away = bench.run("status");
        assertEquals(Exit.SYSTEM_AWAY, away.code());
        assertTrue(away.out().contains("Awaiting Sync: 1") && away.out().contains("2026-11-22 13:00"), away.out());
        assertEquals(Exit.OK, bench.run("status", "--no-probe").code());

        bench.system.bringUp();
        Said up = bench.run("status", "--format", "json");
        assertEquals(Exit.OK, up.code());
        assertTrue(up.out().contains("\"awaiting-sync\": 1") && up.out().contains("\"reachable\": true"), up.out());
        assertTrue(bench.run("status", "--format", "csv").out().contains("health,healthy"));
        assertTrue(up.out().contains("\"key\": \"long-unused\"") && up.out().contains("key-ends-about"), up.out());
        assertTrue(away.out().contains("The key was last used 61 days ago."), away.out());

        bench.queue.setHealth(new QueueHealth.Journaling("The disk is full.", Path.of("journal")));
        assertEquals(Exit.STORE_UNAVAILABLE, bench.run("status").code());
        bench.queue.setHealth(new QueueHealth.Refused("Another Carrel has it open."));
        Said refused = bench.run("status");
        assertEquals(Exit.STORE_UNAVAILABLE, refused.code());
        assertTrue(refused.out().contains("Another Carrel has it open."), refused.out());
    }

    @Test
    void a_practice_library_that_nobody_runs_is_no_trouble() {
        Said said = bench.practising().run("status");
        assertEquals(Exit.OK, said.code());
        assertTrue(said.out().contains("Practice mode") && said.out().contains("does not run now"), said.out());
    }
}
