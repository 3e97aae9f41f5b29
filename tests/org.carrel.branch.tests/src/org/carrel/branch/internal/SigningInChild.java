/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

import javax.management.JMException;
import javax.management.ObjectName;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.KeyAnswer;
import org.carrel.branch.NewKeys;
import org.carrel.branch.Proof;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.SignInAnswer;
import org.carrel.branch.internal.crypto.Crypto;
import org.carrel.model.port.Branch;
import org.carrel.model.port.DataKey.Purpose;
import org.carrel.model.port.Secrets;

/**
 * A desk's day in short: signs in, uses what there is to use, signs out; writes a heap dump before and one after. The
 * password comes from a file, as bytes: an argument would stay in memory by itself. So would the constants of
 * {@link Sealing}, which is not used here.
 */
final class SigningInChild {

    private static volatile Optional<Secrets> secrets = Optional.empty();

    private SigningInChild() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        SealedBranch branch = ((BranchOpening.Locked) new ProfileOpener(Clock.systemUTC(),
                new Surroundings(name -> Optional.empty(), name -> Optional.of(folder.toString()), Optional.empty()),
                new Strength(10, 10, 1_000, 2048), keeping()).open(Optional.of(folder.resolve("branch.yaml")),
                        folder.resolve("data")))
                .branch();
        char[] password = typed(folder.resolve("typed-password"));
        Branch open = ((SignInAnswer.Accepted) branch.signIn(password, "")).branch();
        Arrays.fill(secrets.orElseThrow().wsKeySecret().orElseThrow(), '\0');
        char[] typed = typed(folder.resolve("typed-password"));
        secrets.get().supplyWsKeySecret(typed);
        Arrays.fill(typed, '\0');
        Arrays.fill(open.dataKey().orElseThrow().derive(Purpose.QUEUE), (byte) 0);
        byte[] sealed = open.dataKey().get().seal(Purpose.JOURNAL, new byte[] { 1, 2, 3 });
        open.dataKey().get().open(Purpose.JOURNAL, sealed);
        dump(folder.resolve("signed-in.hprof"));

        // After the first dump, which collected garbage: nothing may need that.
        branch.confirm(password);
        branch.rekey(new Proof.Password(password), NewKeys.NONE);
        Arrays.fill(password, '\0');
        char[] passphrase = typed(folder.resolve("typed-passphrase"));
        KeyAnswer recovered = branch.rekey(new Proof.RecoveryFile(folder.resolve("recovery.pem"), passphrase),
                NewKeys.NONE);
        Arrays.fill(passphrase, '\0');

        branch.signOut();
        dump(folder.resolve("signed-out.hprof"));
        System.out.println("dumped " + open.profile().id() + branch.file() + secrets.isPresent() + recovered);
    }

    private static Publishing keeping() {
        return new Publishing.OfSecrets(opened -> secrets = Optional.of(opened));
    }

    private static char[] typed(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return Crypto.chars(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** Of what can still be reached. */
    private static void dump(Path file) throws JMException {
        ManagementFactory.getPlatformMBeanServer().invoke(
                new ObjectName("com.sun.management:type=HotSpotDiagnostic"), "dumpHeap",
                new Object[] { file.toString(), true },
                new String[] { String.class.getName(), boolean.class.getName() });
    }
}
