/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.io.IOException;
import java.io.OutputStream;

import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.Troubles;
import org.carrel.extension.contribution.UnusableException;
import org.carrel.model.Texts;
import org.carrel.sync.exchange.ExchangeFiles;
import org.carrel.sync.exchange.ExchangeFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A format that an extension describes; whatever it throws becomes a sentence with its name. */
final class ContributedFormat {

    private static final Logger LOG = LoggerFactory.getLogger(ContributedFormat.class);
    private static final Texts TEXTS = Texts.of(ContributedFormat.class);
    private static final String ENDING = ".txt";

    private final Contribution<ExchangeFormat> format;
    private final Troubles troubles;

    ContributedFormat(Contribution<ExchangeFormat> format, Troubles troubles) {
        this.format = format;
        this.troubles = troubles;
    }

    ExchangeFiles.Format described() {
        return new ExchangeFiles.Format(format.id(), format.name(), format.attribute("ending").orElse(ENDING));
    }

    void write(ExchangeFormat.Rows rows, ExchangeFormat.Facts facts, OutputStream to) throws IOException {
        try {
            format.get().write(rows, facts, to);
        } catch (UnusableException e) {
            throw new IOException(e.getMessage(), e);
        } catch (RuntimeException | LinkageError e) {
            // Without its message, which may quote a patron's barcode.
            LOG.error("The format {} of {} failed: {}", format.id(), format.contributor(), e.getClass().getName());
            String sentence = TEXTS.get("format.failed", format.name(), format.contributor());
            troubles.note(format.contributor(), sentence);
            throw new IOException(sentence, e);
        }
    }
}
