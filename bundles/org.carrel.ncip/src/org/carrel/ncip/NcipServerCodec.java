/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip;

import java.time.ZoneId;
import java.util.Objects;

import org.carrel.ncip.internal.AnswerWriter;
import org.carrel.ncip.internal.RequestReader;

/**
 * The library system's side of the staff profile, for the practice server. Immutable; safe for use by several threads.
 */
public final class NcipServerCodec {

    private final RequestReader reader;
    private final AnswerWriter writer = new AnswerWriter();

    /** @param zone how to read dates without an offset */
    public NcipServerCodec(ZoneId zone) {
        this.reader = new RequestReader(Objects.requireNonNull(zone, "zone"));
    }

    /** What {@code body} asks for; the caller bounds its length. Never throws for what is in it. */
    public NcipRequest decode(byte[] body) {
        return reader.read(body);
    }

    /**
     * The answer, UTF-8, valid against the schema of NCIP 2.01. Elements carry a prefix, as in OCLC's answers.
     *
     * @throws UnwritableException when XML cannot hold a text in it
     */
    public byte[] encode(NcipAnswer answer) throws UnwritableException {
        return writer.write(answer);
    }
}
