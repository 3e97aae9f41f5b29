/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.validation.Schema;

import org.carrel.model.Outcome;
import org.carrel.model.Outcome.Accepted;
import org.carrel.model.Outcome.Refused;
import org.carrel.model.Problem.Kind;
import org.carrel.model.Transaction;
import org.carrel.ncip.NcipAnswer.Fine;
import org.carrel.ncip.NcipAnswer.Problem;
import org.carrel.ncip.NcipAnswer.Routing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@DisplayName("Against NCIP's own schema and the samples that OCLC publishes")
@EnabledIfEnvironmentVariable(named = Conformance.VARIABLE, matches = ".+")
class ConformanceTest {

    private static final List<String> AWKWARD = List.of("31234000000015", "a<b>&\"'", "*39-1 2  3*", "]]>", "Ω-本",
            "\uD83D\uDCD6", "x".repeat(100));

    private final NcipServerCodec server = new NcipServerCodec(Messages.ZONE);

    @Test
    @DisplayName("every request that a desk can send is valid, with every option")
    void requestsAreValid() throws Exception {
        Schema schema = Conformance.schema("v2_01");
        for (boolean indent : List.of(false, true)) {
            for (boolean eventTime : List.of(false, true)) {
                NcipCodec codec = new NcipCodec(Messages.REGISTRY, Messages.ZONE, indent, eventTime);
                for (String barcode : AWKWARD) {
                    Conformance.validate(schema, codec.encode(Messages.checkOut(barcode, barcode)));
                    Conformance.validate(schema, codec.encode(Messages.checkIn(barcode)));
                }
            }
        }
    }

    @Test
    @DisplayName("every answer that the server's side can give is valid")
    void answersAreValid() throws Exception {
        Schema schema = Conformance.schema("v2_01");
        NcipRequest.CheckOut out = assertInstanceOf(NcipRequest.CheckOut.class,
                server.decode(Messages.codec().encode(Messages.checkOut())));
        NcipRequest.CheckIn in = assertInstanceOf(NcipRequest.CheckIn.class,
                server.decode(Messages.codec().encode(Messages.checkIn())));
        NcipRequest.CheckIn bare = new NcipRequest.CheckIn(Optional.empty(),
                new NcipRequest.Id(Optional.empty(), Messages.ITEM), Optional.empty());
        Routing routing = new Routing("Request: 1", "MAIN", "Stacks");
        Fine fine = new Fine("EUR", 120, "late");
        Problem problem = new Problem("Unknown Item", "No such item.", "ItemIdentifierValue", "1");
        for (NcipAnswer answer : List.of(new NcipAnswer.CheckedOut(out, Messages.DUE, Optional.empty()),
                new NcipAnswer.CheckedOut(out, Messages.DUE, Optional.of(2)),
                new NcipAnswer.CheckedIn(in, Optional.empty(), Optional.empty()),
                new NcipAnswer.CheckedIn(in, Optional.of(routing), Optional.of(fine)),
                new NcipAnswer.CheckedIn(bare, Optional.of(new Routing("Withdrawn", "MAIN", "")), Optional.empty()),
                new NcipAnswer.Refused(out, List.of(problem)),
                new NcipAnswer.Refused(in, List.of(new Problem("Odd", "", "", ""), problem)),
                new NcipAnswer.MessageRefused(List.of(problem)))) {
            Conformance.validate(schema, server.encode(answer));
        }
    }

    @Test
    @DisplayName("the schema finds what is wrong: an element that the staff profile does not know is not valid")
    void theSchemaBites() throws Exception {
        String request = new String(Messages.codec().encode(Messages.checkOut()), StandardCharsets.UTF_8);
        Schema schema = Conformance.schema("v2_01");
        assertThrows(AssertionError.class, () -> Conformance.validate(schema,
                request.replace("DesiredDateDue", "DesiredDueDate").getBytes(StandardCharsets.UTF_8)));
        assertThrows(AssertionError.class, () -> Conformance.validate(schema,
                request.replace("ncip:Scheme", "Scheme").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    @DisplayName("each sample answer means what it says to the desk that asked")
    void sampleAnswersAreUnderstood() throws Exception {
        Set<String> seen = new TreeSet<>();
        for (String name : Conformance.sampleNames()) {
            Conformance.validate(Conformance.schema("v2_02"), Conformance.sample(name));
            if (name.startsWith("Check") && name.contains("Response")) {
                seen.add(name);
                Transaction sent = name.startsWith("CheckOut") ? Messages.checkOut("ZYXWV", "ABCDE")
                        : Messages.checkIn(name.contains("Requested") ? "12345" : "ABCDE");
                assertEquals(expected(name), gist(Messages.decode(sent, Conformance.sample(name))), name);
            }
        }
        assertEquals(10, seen.size(), seen.toString());
    }

    @Test
    @DisplayName("each sample request is understood by the server's side, or refused as not served")
    void sampleRequestsAreUnderstood() throws Exception {
        for (String name : Conformance.sampleNames()) {
            NcipRequest request = server.decode(Conformance.sample(name));
            if (name.contains("Response") || !name.startsWith("Check")) {
                NcipRequest.NotUnderstood not = assertInstanceOf(NcipRequest.NotUnderstood.class, request, name);
                assertEquals("Unsupported Service", not.type());
            } else if (name.startsWith("CheckIn")) {
                NcipRequest.CheckIn in = assertInstanceOf(NcipRequest.CheckIn.class, request, name);
                assertEquals(name.contains("Requested") ? "12345" : "ABCDE", in.item().value());
                assertEquals(Optional.of(Instant.parse("2018-01-12T11:37:00Z")), in.occurredAt());
            } else {
                NcipRequest.CheckOut out = assertInstanceOf(NcipRequest.CheckOut.class, request, name);
                assertEquals("ABCDE", out.item().value());
                assertEquals(name.contains("Patron") ? "ZYXWV" : "NDOSU", out.user().value());
            }
        }
    }

    private static String expected(String name) {
        if (name.contains("NotOnLoan")) {
            return Kind.ITEM_NOT_CHECKED_OUT.name();
        }
        if (name.contains("RequirementsNotMet")) {
            return Kind.NOT_ALLOWED_BY_POLICY.name();
        }
        if (name.contains("UserUnknown")) {
            return Kind.UNKNOWN_PATRON.name();
        }
        // A check-in by request id of an item that is unknown is a success: the sample says so in its comment.
        if (name.contains("ItemUnknown") && !name.contains("Requested")) {
            return Kind.UNKNOWN_ITEM.name();
        }
        return name.startsWith("CheckOut") ? "accepted 2018-02-01T12:34:56Z" : "accepted";
    }

    private static String gist(Outcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> "accepted" + accepted.dueAt().map(due -> " " + due).orElse("");
            case Refused refused -> refused.problem().kind().name();
            default -> outcome.toString();
        };
    }
}
