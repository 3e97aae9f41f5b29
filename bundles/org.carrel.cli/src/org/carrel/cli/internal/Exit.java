/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

/** Exit codes: what a script learns. The same for all commands; {@code --help} of each lists them. */
final class Exit {

    static final int OK = 0;
    /** Something was refused or failed; what, is on the error output. */
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int SIGN_IN_REFUSED = 3;
    static final int SYSTEM_AWAY = 4;
    /** The queue cannot be read or written, or belongs to another Carrel that is running. */
    static final int STORE_UNAVAILABLE = 5;
    static final int PROFILE_REFUSED = 6;
    /** A mistake in Carrel itself; the log has the details. */
    static final int UNEXPECTED = 7;
    /** The branch password is wrong, or nobody gave one. */
    static final int PASSWORD_REFUSED = 8;
    /** There is no newer version of the program, or none to go back to. */
    static final int NOTHING_NEW = 9;

    private Exit() {}
}
