/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip;

import java.io.InputStream;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.Outcome;
import org.carrel.model.Transaction;
import org.carrel.ncip.internal.ReplyOutcomes;
import org.carrel.ncip.internal.ReplyReader;
import org.carrel.ncip.internal.RequestWriter;

/**
 * The desk's side of the WMS NCIP staff profile: transactions to requests, answers to outcomes. Immutable; safe for use
 * by several threads.
 *
 * <p>
 * Source: OCLC's public description of the WMS NCIP service (staff profile) and the NCIP 2.01 schema.
 */
public final class NcipCodec {

    /** What a request's body is. */
    public static final String CONTENT_TYPE = "application/xml; charset=utf-8";

    /** Answers beyond this many bytes are refused unread: a real one has about two thousand. */
    public static final int MAX_BODY = 1_000_000;

    private final RequestWriter writer;
    private final ReplyReader reader;

    /**
     * @param registry      who the branch is
     * @param zone          how to read dates for which the server gives no offset
     * @param indent        whether requests are indented for people to read
     * @param sendEventTime whether {@code MandatedAction} says when the transaction happened at the desk
     */
    public NcipCodec(Registry registry, ZoneId zone, boolean indent, boolean sendEventTime) {
        this.writer = new RequestWriter(Objects.requireNonNull(registry, "registry"), indent, sendEventTime);
        this.reader = new ReplyReader(Objects.requireNonNull(zone, "zone"), MAX_BODY);
    }

    /** The codec as the branch's profile wants it. */
    public static NcipCodec of(BranchProfile profile) {
        return new NcipCodec(profile.registry(), profile.zone(), profile.system().indent(),
                profile.system().sendEventTime());
    }

    /**
     * The request for one transaction, UTF-8. Instants are cut to whole seconds, as in all of OCLC's samples.
     *
     * @throws UnwritableException when NCIP cannot say it; the message is a sentence. Nothing was sent and sending it
     *                             again would not help
     */
    public byte[] encode(Transaction transaction) throws UnwritableException {
        return writer.write(transaction);
    }

    /**
     * What the server's answer to {@code sent} means. Reads at most {@link #MAX_BODY} bytes and a little; does not
     * close the stream. Whatever the body is, and if the stream breaks off, there is an outcome: one that cannot be
     * understood is {@link Outcome.NoAnswer} with {@code maybeDone}, because the server may have applied the request.
     *
     * @param sent        what was asked; an answer about something else is no answer
     * @param contentType what the server called the body; only for the detail of an unreadable one. Bodies are judged
     *                    by what is in them
     */
    public Outcome decode(Transaction sent, InputStream body, Optional<String> contentType) {
        return ReplyOutcomes.of(sent, reader.read(body, contentType));
    }
}
