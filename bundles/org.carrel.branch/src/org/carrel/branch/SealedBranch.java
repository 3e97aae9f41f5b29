/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.port.Branch;
import org.carrel.model.port.PasswordCheck;

/**
 * A branch whose secrets are sealed in a file beside its profile, under passwords and a recovery key. What can be done
 * with it before, while and after somebody is signed in. Registered as a service from the moment the branch was found
 * ({@link BranchSetup#open}) until the program ends.
 *
 * <p>
 * Safe for use by several threads; what happens at the same time happens one after the other. Everything that takes a
 * password takes about a second and reads and writes files: not for the UI thread. Passwords stay the caller's, who
 * overwrites them after the call; none is kept.
 */
public interface SealedBranch {

    /** What a password has at least, in characters. */
    int SHORTEST_PASSWORD = 8;

    /** The profile; how it signs in to the library system is as the last {@link #rekey} left it. */
    BranchProfile profile();

    /** The sealed file. It is not bound to this machine: with its profile it can be copied to another. */
    Path file();

    /** The sign-in before this one, on this machine; empty when there was none. */
    Optional<LastSignIn> lastSignIn();

    /**
     * Signs in. Afterwards the {@link Branch}, its secrets and a {@link PasswordCheck} are services, and everything
     * that needs a branch comes alive. When somebody is signed in already, that one is signed out first if the password
     * is right.
     *
     * @param operator name or initials of the person; empty when unknown. Kept only when the profile keeps operators
     */
    SignInAnswer signIn(char[] password, String operator);

    /** The branch somebody is signed in to; empty while nobody is. */
    Optional<Branch> signedIn();

    /**
     * Whether {@code password} is one of the branch's: to go on at a desk that locked itself, or before an upload.
     * Changes nothing else; wrong ones count as at {@link #signIn}.
     */
    PasswordCheck.Answer confirm(char[] password);

    /** Somebody else works at the desk from now on. Without effect while nobody is signed in. */
    void changeOperator(String operator);

    /**
     * Signs out: the services go, with everything that needs them, and then the keys are overwritten. Without effect
     * while nobody is signed in.
     */
    void signOut();

    /** Who has a password of their own, in the order in which they were granted; empty while the file is damaged. */
    List<Grant> grants();

    /** How the recovery key can be told from others: the beginning of its SHA-256, as hexadecimal digits in groups. */
    Optional<String> recoveryKey();

    /**
     * Sets a new password, a new WSKey, another user to act as, or several of these at once, and confirms the profile
     * as it is now. The data key stays, so every transaction that waits can still be read, and uploaded. The file is
     * replaced in one step: whatever happens, the old or the new one is there.
     *
     * <p>
     * While somebody is signed in, a new WSKey secret counts at once; another key or user counts from the next sign-in.
     */
    KeyAnswer rekey(Proof proof, NewKeys keys);

    /**
     * Gives a person or a machine a password of its own.
     *
     * @param name of whom; 1 to 40 characters, not yet in {@link #grants}
     */
    KeyAnswer grant(Proof proof, String name, char[] password);

    /**
     * Takes a password away; the others stay as they are. The last one cannot be taken away. Somebody who knew it and
     * has an older copy of the sealed file can still open that copy, and data taken along with it.
     */
    KeyAnswer revoke(Proof proof, String name);

    /** From now on another recovery key opens the file, and the one before does not. */
    KeyAnswer replaceRecoveryKey(Proof proof, RecoveryKey recovery);
}
