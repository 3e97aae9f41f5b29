/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.carrel.branch.KeyAnswer;
import org.carrel.branch.NewKeys;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.model.BranchProfile;
import org.carrel.model.port.DataKey.Purpose;
import org.carrel.testkit.ChildJvm;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("Killed while keys are changed")
class RekeyKillTest {

    private static final int KILLS = 30;

    @TempDir
    Path folder;

    private final TestClock clock = new TestClock(Clock.systemUTC().instant().toString());

    @Test
    void the_old_or_the_new_password_opens_the_branch_and_what_waited_is_there() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("kills during re-keying, seed " + seed);
        Random random = new Random(seed);
        SealedBranch branch = Sealing.sealed(folder, clock, Publishing.NOBODY);
        byte[] waiting = Sealing.signedIn(branch, Sealing.PASSWORD).dataKey().orElseThrow().seal(Purpose.QUEUE,
                new byte[] { 42 });
        branch.signOut();
        int number = 0;
        assertInstanceOf(KeyAnswer.Done.class,
                branch.rekey(Sealing.password(), NewKeys.NONE.withPassword(RekeyingChild.password(number))));

        int begun = 0;
        int longest = 60;
        for (int kill = 0; kill < KILLS; kill++) {
            try (ChildJvm child = ChildJvm.start(folder, RekeyingChild.class,
                    List.of(RekeyingChild.class, SealedBranch.class, BranchProfile.class, LoadSettings.class,
                            Logger.class, ChildJvm.class),
                    folder.toString(), Integer.toString(number))) {
                assertEquals(Optional.of("ready"), child.line());
                child.killAfter(random.nextInt(longest));
            }
            int announced = Math.max(number, announced());
            begun += announced - number;
            // A machine that has much to do gets more time, so that kills hit re-keying there too.
            longest = announced == number ? Math.min(2_000, longest * 3 / 2) : longest;
            number = opens(announced, waiting);
        }
        assertTrue(begun > 0, "the kills hit re-keying and not only the start");
    }

    private int announced() throws IOException {
        Path progress = folder.resolve(RekeyingChild.PROGRESS);
        if (Files.notExists(progress)) {
            return 0;
        }
        String lines = Files.readString(progress);
        // A line that was cut off was announced to nobody.
        String whole = lines.substring(0, lines.lastIndexOf('\n') + 1);
        return whole.lines().reduce((first, second) -> second).map(Integer::parseInt).orElse(0);
    }

    /** The number of the password that opens it: the last one announced, or the one after it. */
    private int opens(int announced, byte[] waiting) throws Exception {
        for (int number : new int[] { announced, announced + 1 }) {
            SealedBranch branch = Sealing.sealed(folder, clock, Publishing.NOBODY);
            if (branch.signIn(RekeyingChild.password(number), "") instanceof SignInAnswer.Accepted accepted) {
                assertArrayEquals(new byte[] { 42 },
                        accepted.branch().dataKey().orElseThrow().open(Purpose.QUEUE, waiting));
                branch.signOut();
                return number;
            }
            clock.advance(Duration.ofMinutes(5));
        }
        throw new AssertionError("neither " + announced + " nor the next one opens the branch");
    }
}
