/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.util.List;
import java.util.Optional;

import org.carrel.ncip.NcipAnswer;
import org.carrel.ncip.NcipAnswer.CheckedIn;
import org.carrel.ncip.NcipAnswer.CheckedOut;
import org.carrel.ncip.NcipAnswer.Fine;
import org.carrel.ncip.NcipAnswer.MessageRefused;
import org.carrel.ncip.NcipAnswer.Problem;
import org.carrel.ncip.NcipAnswer.Refused;
import org.carrel.ncip.NcipAnswer.Routing;
import org.carrel.ncip.NcipRequest.Agencies;
import org.carrel.ncip.NcipRequest.CheckOut;
import org.carrel.ncip.NcipRequest.Id;
import org.carrel.ncip.UnwritableException;

/** Writes answers for the server's side. The order of the elements is the schema's. Stateless. */
public final class AnswerWriter {

    /** OCLC's answers carry this prefix; a client must not depend on it. */
    private static final String PREFIX = "ns1";

    private static final String LOCATION_TYPE = "Current Location";
    private static final String FISCAL_ACTION = "Assess";
    private static final String FISCAL_TYPE = "Fine";

    public byte[] write(NcipAnswer answer) throws UnwritableException {
        MessageWriter message = new MessageWriter(PREFIX, false);
        switch (answer) {
            case CheckedOut out -> checkedOut(message, out);
            case CheckedIn in -> checkedIn(message, in);
            case Refused refused -> {
                message.open((refused.request() instanceof CheckOut ? Ncip.CHECK_OUT : Ncip.CHECK_IN) + Ncip.RESPONSE);
                header(message, refused.request().agencies());
                problems(message, refused.problems());
            }
            case MessageRefused refused -> problems(message, refused.problems());
        }
        return message.finish();
    }

    private static void checkedOut(MessageWriter message, CheckedOut out) throws UnwritableException {
        message.open(Ncip.CHECK_OUT + Ncip.RESPONSE);
        header(message, out.request().agencies());
        id(message, "Item", out.request().item());
        id(message, "User", out.request().user());
        message.leaf("DateDue", XmlText.dateTime("DateDue", out.dateDue()));
        if (out.renewals().isPresent()) {
            message.leaf("RenewalCount", String.valueOf(out.renewals().get()));
        }
    }

    private static void checkedIn(MessageWriter message, CheckedIn in) throws UnwritableException {
        message.open(Ncip.CHECK_IN + Ncip.RESPONSE);
        header(message, in.request().agencies());
        id(message, "Item", in.request().item());
        if (in.routing().isPresent()) {
            routing(message, in.routing().get());
        }
        if (in.fine().isPresent()) {
            fine(message, in.fine().get());
        }
    }

    /** The answer goes back the way the request came. */
    private static void header(MessageWriter message, Optional<Agencies> agencies) throws UnwritableException {
        if (agencies.isPresent()) {
            message.open("ResponseHeader");
            message.open("FromAgencyId").leaf("AgencyId", Ncip.AGENCY_SCHEME, agencies.get().to()).close();
            message.open("ToAgencyId").leaf("AgencyId", Ncip.AGENCY_SCHEME, agencies.get().from()).close();
            message.close();
        }
    }

    private static void id(MessageWriter message, String what, Id id) throws UnwritableException {
        message.open(what + "Id");
        if (id.agency().isPresent()) {
            message.leaf("AgencyId", Ncip.AGENCY_SCHEME, id.agency().get());
        }
        message.leaf(what + "IdentifierValue", id.value()).close();
    }

    private static void routing(MessageWriter message, Routing routing) throws UnwritableException {
        message.open("RoutingInformation").leaf("RoutingInstructions", routing.instructions());
        message.open("Destination").open("Location").leaf("LocationType", LOCATION_TYPE).open("LocationName");
        locationName(message, 1, routing.holdingCode());
        if (!routing.shelvingLocation().isEmpty()) {
            locationName(message, 2, routing.shelvingLocation());
        }
        message.close().close().close().close();
    }

    private static void locationName(MessageWriter message, int level, String value) throws UnwritableException {
        message.open("LocationNameInstance").leaf("LocationNameLevel", String.valueOf(level))
                .leaf("LocationNameValue", value).close();
    }

    private static void fine(MessageWriter message, Fine fine) throws UnwritableException {
        message.open("FiscalTransactionInformation").leaf("FiscalActionType", FISCAL_ACTION)
                .leaf("FiscalTransactionType", FISCAL_TYPE);
        message.open("Amount").leaf("CurrencyCode", fine.currency())
                .leaf("MonetaryValue", String.valueOf(fine.minorUnits())).close();
        message.leaf("FiscalTransactionDescription", fine.description()).close();
    }

    private static void problems(MessageWriter message, List<Problem> problems) throws UnwritableException {
        for (Problem problem : problems) {
            message.open("Problem").leaf("ProblemType", problem.type());
            optional(message, "ProblemDetail", problem.detail());
            optional(message, "ProblemElement", problem.element());
            optional(message, "ProblemValue", problem.value());
            message.close();
        }
    }

    private static void optional(MessageWriter message, String element, String text) throws UnwritableException {
        if (!text.isEmpty()) {
            message.leaf(element, text);
        }
    }
}
