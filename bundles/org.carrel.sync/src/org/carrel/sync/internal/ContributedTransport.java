/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.internal;

import java.util.Objects;

import org.carrel.extension.contribution.Contribution;
import org.carrel.extension.contribution.Troubles;
import org.carrel.extension.contribution.UnusableException;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.Secrets;
import org.carrel.sync.transport.TransportFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A kind of transport that an extension describes. */
final class ContributedTransport {

    private static final Logger LOG = LoggerFactory.getLogger(ContributedTransport.class);

    private final Contribution<TransportFactory> factory;
    private final Troubles troubles;

    ContributedTransport(Contribution<TransportFactory> factory, Troubles troubles) {
        this.factory = factory;
        this.troubles = troubles;
    }

    String id() {
        return factory.id();
    }

    /** @throws UnusableException when it cannot be made */
    IlsTransport open(Branch branch, Secrets secrets) {
        try {
            return Objects.requireNonNull(factory.get().open(branch, secrets), "a transport");
        } catch (UnusableException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw unusable(e);
        }
    }

    /** Notes that it failed. */
    UnusableException unusable(Throwable cause) {
        LOG.error("The transport {} of {} failed: {}", id(), factory.contributor(), cause.getClass().getName());
        String sentence = Texts.of(ContributedTransport.class).get("transport.failed", factory.name(),
                factory.contributor());
        troubles.note(factory.contributor(), sentence);
        return new UnusableException(sentence, cause);
    }
}
