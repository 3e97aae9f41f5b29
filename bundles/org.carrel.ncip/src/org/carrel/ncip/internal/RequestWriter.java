/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.CheckIn;
import org.carrel.model.CheckOut;
import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Transaction;
import org.carrel.ncip.UnwritableException;

/** Requests of the staff profile. The order of the elements is the schema's. */
public final class RequestWriter {

    private final Registry registry;
    private final boolean indent;
    private final boolean sendEventTime;

    public RequestWriter(Registry registry, boolean indent, boolean sendEventTime) {
        this.registry = registry;
        this.indent = indent;
        this.sendEventTime = sendEventTime;
    }

    /** The message for {@code transaction}, UTF-8. */
    public byte[] write(Transaction transaction) throws UnwritableException {
        MessageWriter message = new MessageWriter("", indent);
        switch (transaction) {
            case CheckOut out -> {
                message.open(Ncip.CHECK_OUT);
                header(message);
                eventTime(message, out);
                user(message, out.patron());
                item(message, out.item());
                message.leaf("DesiredDateDue", XmlText.dateTime("DesiredDateDue", out.dueAt()));
            }
            case CheckIn in -> {
                message.open(Ncip.CHECK_IN);
                header(message);
                eventTime(message, in);
                item(message, in.item());
            }
        }
        return message.finish();
    }

    /** From and to are the same: the branch speaks to itself at the library system. */
    private void header(MessageWriter message) throws UnwritableException {
        message.open("InitiationHeader");
        message.open("FromAgencyId").leaf("AgencyId", Ncip.AGENCY_SCHEME, registry.branch()).close();
        message.open("ToAgencyId").leaf("AgencyId", Ncip.AGENCY_SCHEME, registry.branch()).close();
        message.leaf("ApplicationProfileType", Ncip.PROFILE_SCHEME, Ncip.PROFILE).close();
    }

    /** NCIP's place for "this has already happened, then". */
    private void eventTime(MessageWriter message, Transaction transaction) throws UnwritableException {
        if (sendEventTime) {
            message.open("MandatedAction").leaf("DateEventOccurred",
                    XmlText.dateTime("DateEventOccurred", transaction.occurredAt())).close();
        }
    }

    private void user(MessageWriter message, PatronBarcode patron) throws UnwritableException {
        message.open("UserId").leaf("AgencyId", Ncip.AGENCY_SCHEME, registry.institution())
                .leaf("UserIdentifierValue", patron.value()).close();
    }

    private void item(MessageWriter message, ItemBarcode item) throws UnwritableException {
        message.open("ItemId").leaf("AgencyId", Ncip.AGENCY_SCHEME, registry.institution())
                .leaf("ItemIdentifierValue", item.value()).close();
    }
}
