/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** The files of an update site, wherever it is. Safe for use by several threads. */
interface SiteFiles {

    /**
     * The file that p2 calls {@code address}.
     *
     * @throws java.io.FileNotFoundException when the site has none of that name
     * @throws AwayException                 when the site cannot be reached, also while reading
     * @throws IOException                   when it must not be read
     */
    InputStream open(URI address) throws IOException;

    /** When it was changed last, in milliseconds; 0 when that is not known. Fails as {@link #open} does. */
    long lastModified(URI address) throws IOException;

    /** Somebody answers who cannot show that they are the site; the message is a sentence for people. */
    final class StrangerException extends IOException {

        private static final long serialVersionUID = 1L;

        StrangerException(String sentence, Throwable cause) {
            super(sentence, cause);
        }
    }

    /** The site cannot be reached, or no longer. */
    final class AwayException extends IOException {

        private static final long serialVersionUID = 1L;

        AwayException(String message, Throwable cause) {
            super(message, cause);
        }

        /** {@code network} is what it is about, unless it is known to be. */
        static AwayException of(IOException network) {
            return network instanceof AwayException already ? already
                    : new AwayException(network.getMessage() == null ? network.getClass().getSimpleName()
                            : network.getMessage(), network);
        }
    }
}
