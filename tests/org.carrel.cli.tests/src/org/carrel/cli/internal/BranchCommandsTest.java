/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.carrel.branch.BranchSetup;
import org.carrel.cli.internal.Bench.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BranchCommandsTest {

    private static final String PASSWORD = "correct horse";
    private static final String SECRET = "secret-half-of-the-wskey";
    private static final String PASSPHRASE = "battery staple";

    @TempDir
    Path folder;

    private final Bench bench = new Bench().withFiles();

    private Path file(String name) {
        return folder.resolve(name);
    }

    /** Runs a command on the branch; {@code lines} are typed by a script. */
    private Said run(List<String> lines, String... command) {
        List<String> arguments = new ArrayList<>(Arrays.asList(command));
        arguments.addAll(List.of("--branch", file("branch.yaml").toString(), "--data", file("data").toString()));
        if (!lines.isEmpty()) {
            arguments.add("--password-stdin");
        }
        Said said = bench.runWithInput(String.join("\n", lines) + "\n", arguments.toArray(String[]::new));
        for (String secret : List.of(PASSWORD, SECRET, PASSPHRASE)) {
            assertFalse((said.out() + said.err()).contains(secret), "nothing secret is said");
        }
        return said;
    }

    private Said make(String... more) {
        List<String> command = new ArrayList<>(List.of("branch", "new", file("branch.yaml").toString(), "--id", "main",
                "--name", "Main Library", "--time-zone", "Europe/Amsterdam", "--registry-id", "128807",
                "--institution-registry-id", "91475", "--wskey", "public-half", "--secret", "--new-recovery-key",
                file("safe.pem").toString(), "--set", "safety/lock-after=5 min", "--set",
                "sign-in/user-to-act-as=somebody"));
        command.addAll(Arrays.asList(more));
        return run(List.of(PASSWORD, SECRET, PASSPHRASE), command.toArray(String[]::new));
    }

    private void succeeds(Said said) {
        assertEquals(Exit.OK, said.code(), said.out() + said.err());
    }

    @Test
    void a_branch_is_made_used_shared_and_re_keyed() throws IOException {
        succeeds(make());
        String profile = Files.readString(file("branch.yaml"));
        assertTrue(profile.contains("lock-after: \"5 min\"") && profile.contains("# It holds no secret."), profile);
        assertTrue(Files.readString(file("branch.sealed")).contains("rounds: 600000"));
        assertTrue(Files.exists(file("safe.pem")) && Files.exists(file("safe.pub.pem")));
        succeeds(run(List.of(), "branch", "check"));

        assertEquals(Exit.PASSWORD_REFUSED, run(List.of(), "queue", "list").code(), "nobody is there to ask");
        Said wrong = run(List.of("incorrect horse"), "queue", "list");
        assertEquals(Exit.PASSWORD_REFUSED, wrong.code());
        assertTrue(wrong.err().contains("Try again in"), wrong.err());
        assertEquals(Exit.PASSWORD_REFUSED, run(List.of(PASSWORD), "queue", "list").code(), "too soon");
        bench.clock.advance(Duration.ofSeconds(1));
        Said listed = run(List.of(PASSWORD), "queue", "list");
        succeeds(listed);
        assertTrue(listed.err().contains("one wrong password"), listed.err());

        succeeds(run(List.of(PASSWORD, "ann's password"), "branch", "grant", "Ann"));
        succeeds(run(List.of("ann's password"), "branch", "revoke", "desk"));
        Said shown = run(List.of(), "branch", "show");
        succeeds(shown);
        assertTrue(shown.out().contains("Password: Ann, since") && !shown.out().contains("desk"), shown.out());
        assertTrue(shown.out().contains("Recovery key: "), shown.out());

        succeeds(run(List.of(PASSPHRASE, "third password"), "branch", "rekey", "--recovery",
                file("safe.pem").toString(), "--new-password", "--user-to-act-as", "another", "--user-name-space",
                "urn:oclc:wms:da"));
        Said same = run(List.of("third password"), "branch", "recovery-key", "--recovery-key",
                file("safe.pub.pem").toString());
        succeeds(same);
        Said secret = run(List.of("third password"), "branch", "recovery-key", "--recovery-key",
                file("safe.pem").toString());
        assertEquals(Exit.REFUSED, secret.code());
        assertTrue(secret.err().contains("private half"), secret.err());
        succeeds(run(List.of("third password"), "queue", "list"));
    }

    @Test
    void a_profile_that_cannot_be_is_not_written() {
        Said said = make("--set", "upload/lanes=many");
        assertEquals(Exit.PROFILE_REFUSED, said.code());
        assertTrue(said.err().contains("lanes"), said.err());
        assertFalse(Files.exists(file("branch.yaml")));
        assertEquals(Exit.USAGE, make("--set", "upload/speed=fast").code());
        assertFalse(Files.exists(file("branch.yaml")));
    }

    @Test
    void the_folder_of_a_product_has_a_profile_a_sealed_file_and_a_branding() throws IOException {
        List<String> words = List.of("--id", "north", "--name", "North Branch", "--time-zone", "UTC", "--registry-id",
                "1", "--institution-registry-id", "2", "--wskey", "public-half", "--new-recovery-key",
                file("safe.pem").toString(), "--product", "--data", file("data").toString(), "--password-stdin");
        for (String bad : List.of("North Branch", "-north")) {
            List<String> command = new ArrayList<>(List.of("branch", "new", file(bad).toString()));
            command.addAll(words);
            assertEquals(Exit.USAGE, bench.runWithInput("", command.toArray(String[]::new)).code());
            assertFalse(Files.exists(file(bad)));
        }
        List<String> command = new ArrayList<>(List.of("branch", "new", file("north").toString()));
        command.addAll(words);
        Said said = bench.runWithInput(PASSWORD + "\n" + PASSPHRASE + "\n", command.toArray(String[]::new));
        succeeds(said);
        assertTrue(said.out().contains("package north"), said.out());
        assertTrue(Files.readString(file("north").resolve("branding.properties"))
                .contains("name = Carrel North Branch\n"));
        succeeds(bench.run("branch", "check", "--branch", file("north").resolve("branch.yaml").toString()));
    }

    @Test
    void a_profile_that_is_not_sealed_can_be_checked_for_packaging() throws IOException {
        succeeds(make());
        Files.delete(file("branch.sealed"));
        assertEquals(Exit.PROFILE_REFUSED, run(List.of(), "branch", "check").code());
        succeeds(run(List.of(), "branch", "check", "--unsealed"));
        String wrong = Files.readString(file("branch.yaml")).replace("time-zone: ", "time-zone: Atlantis/");
        Files.writeString(file("branch.yaml"), wrong);
        Said said = run(List.of(), "branch", "check", "--unsealed");
        assertEquals(Exit.PROFILE_REFUSED, said.code());
        int line = (int) wrong.substring(0, wrong.indexOf("time-zone:")).lines().count();
        assertTrue(said.err().contains(":" + line + ":"), said.err());
    }

    @Test
    void a_profile_that_is_there_is_sealed_later_and_never_overwritten() throws IOException {
        Files.writeString(file("branch.yaml"), "somebody's own");
        assertEquals(Exit.PROFILE_REFUSED, make().code());
        assertEquals("somebody's own", Files.readString(file("branch.yaml")));
        Files.delete(file("branch.yaml"));

        assertEquals(Exit.PASSWORD_REFUSED,
                bench.run("branch", "new", file("branch.yaml").toString(), "--id", "main", "--name", "Main",
                        "--time-zone", "UTC", "--registry-id", "1", "--institution-registry-id", "2", "--wskey", "k",
                        "--new-recovery-key", file("safe.pem").toString(), "--data", file("data").toString()).code());
        Said unsealed = run(List.of(), "branch", "check");
        assertEquals(Exit.PROFILE_REFUSED, unsealed.code());
        assertTrue(unsealed.err().contains("not sealed yet"), unsealed.err());
        assertTrue(run(List.of(PASSWORD), "queue", "list").err().contains("branch seal"));

        succeeds(run(List.of(PASSWORD, PASSPHRASE), "branch", "seal", "--new-recovery-key",
                file("safe.pem").toString()));
        assertEquals(Exit.REFUSED, run(List.of(PASSWORD, PASSPHRASE), "branch", "seal", "--new-recovery-key",
                file("other.pem").toString()).code());

        Files.writeString(file("branch.yaml"),
                Files.readString(file("branch.yaml")).replace("oauth.oclc.org", "oauth.example.net"));
        Said changed = run(List.of(), "branch", "check");
        assertEquals(Exit.PROFILE_REFUSED, changed.code());
        assertTrue(changed.err().contains("library-system / token-address"), changed.err());
        assertEquals(Exit.PROFILE_REFUSED, run(List.of(PASSWORD), "queue", "list").code());
        succeeds(run(List.of(PASSWORD), "branch", "rekey"));
        succeeds(run(List.of(PASSWORD), "queue", "list"));
    }

    @Test
    void a_password_for_sip2_is_sealed_and_never_said() throws IOException {
        succeeds(make("--set", "sip2/host=sip2.example.org", "--set", "sip2/user=desk"));
        assertTrue(Files.readString(file("branch.yaml")).contains("\n  host: \"sip2.example.org\""));
        Said said = run(List.of(PASSWORD, "word-for-sip2"), "branch", "rekey", "--new-sip2-password");
        succeeds(said);
        String sealed = Files.readString(file("branch.sealed"));
        assertTrue(sealed.contains("the password for SIP2") && sealed.contains("\n  sip2: "), sealed);
        assertFalse((sealed + said.out() + said.err()).contains("word-for-sip2"));
        succeeds(run(List.of(PASSWORD), "queue", "list"));
    }

    @Test
    void a_password_for_the_file_server_is_sealed_and_never_said() throws IOException {
        succeeds(make("--set", "item-file-server/host=files.example.org", "--set", "item-file-server/user=library",
                "--set", "item-file-server/host-key=ssh-ed25519 AAAA", "--set", "item-file-server/fetch=daily 06:30"));
        Said said = run(List.of(PASSWORD, "word-for-files"), "branch", "rekey", "--new-file-server-password");
        succeeds(said);
        String sealed = Files.readString(file("branch.sealed"));
        assertTrue(sealed.contains("the password of the file server") && sealed.contains("\n  item-file: "), sealed);
        assertTrue(sealed.contains("\"item-file-server / host\": \"files.example.org\""), sealed);
        assertFalse((sealed + said.out() + said.err()).contains("word-for-files"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "queue list --password hunter2", "branch rekey --new-password hunter2",
            "branch grant Ann hunter2", "branch new x.yaml", "branch rekey --user-to-act-as somebody" })
    void secrets_are_never_arguments(String command) {
        assertEquals(Exit.USAGE, bench.run(command.split(" ")).code());
    }

    @Test
    void practice_mode_has_no_keys_to_change() throws IOException {
        try (InputStream in = BranchSetup.class.getResourceAsStream("/profiles/practice.yaml")) {
            Files.copy(in, file("branch.yaml"));
        }
        assertEquals(Exit.PROFILE_REFUSED, run(List.of(PASSWORD), "branch", "rekey").code());
        assertEquals(Exit.PROFILE_REFUSED, run(List.of(PASSWORD), "branch", "seal", "--recovery-key", "x").code());
        succeeds(run(List.of(), "branch", "check"));
        assertTrue(run(List.of(), "branch", "show").out().contains("nothing here is real"));
    }
}
