/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.model.port;

/**
 * The key under which a branch's data lies on the disk. It is there while somebody is signed in, and of no use
 * afterwards: every method then throws {@link IllegalStateException}. Safe for use by several threads.
 */
public interface DataKey {

    /** What is sealed. Each purpose has a key of its own, so that nothing sealed for one can pass for another. */
    enum Purpose {
        QUEUE, JOURNAL, EXPORT, AUDIT
    }

    /** The key of a purpose: 32 bytes, the same for as long as the branch keeps its data key. The caller wipes them. */
    byte[] derive(Purpose purpose);

    /** Encrypts {@code clear} so that any change to the result is noticed; no two results are alike. */
    byte[] seal(Purpose purpose, byte[] clear);

    /**
     * What {@link #seal} was given.
     *
     * @throws BrokenSealException when {@code sealed} was changed, is cut off, or was sealed under another key
     */
    byte[] open(Purpose purpose, byte[] sealed) throws BrokenSealException;

    /** Not what was sealed here. The message is for a log, not for the desk. */
    final class BrokenSealException extends Exception {
        private static final long serialVersionUID = 1L;

        public BrokenSealException(String message) {
            super(message);
        }
    }
}
