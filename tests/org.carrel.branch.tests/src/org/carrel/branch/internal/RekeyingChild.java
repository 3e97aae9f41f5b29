/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

import org.carrel.branch.KeyAnswer;
import org.carrel.branch.NewKeys;
import org.carrel.branch.Proof;
import org.carrel.branch.SealedBranch;

/** Changes the password of the branch in a folder over and over, until it is killed. */
final class RekeyingChild {

    /** A line for each change that is done, with the number of the password since. */
    static final String PROGRESS = "progress";

    private RekeyingChild() {}

    static char[] password(int number) {
        return ("password number " + number).toCharArray();
    }

    public static void main(String[] arguments) throws IOException {
        SealedBranch branch = Sealing.sealed(Path.of(arguments[0]), Clock.systemUTC(), Publishing.NOBODY);
        int number = Integer.parseInt(arguments[1]);
        // What comes next takes as long each time: nothing has to be loaded any more.
        branch.rekey(new Proof.Password(password(number)), NewKeys.NONE);
        Path progress = Path.of(arguments[0]).resolve(PROGRESS);
        System.out.println("ready");
        while (true) {
            KeyAnswer answer = branch.rekey(new Proof.Password(password(number)),
                    NewKeys.NONE.withPassword(password(number + 1)).withWsKeySecret(password(number + 1)));
            if (!(answer instanceof KeyAnswer.Done)) {
                throw new IllegalStateException(answer.toString());
            }
            number++;
            Files.writeString(progress, number + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
