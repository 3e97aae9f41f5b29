/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.carrel.model.CheckOut;
import org.carrel.model.FollowUp;
import org.carrel.model.FollowUp.Kind;
import org.carrel.model.Outcome;
import org.carrel.model.Outcome.Accepted;
import org.carrel.model.Outcome.NoAnswer;
import org.carrel.model.Outcome.Refused;
import org.carrel.model.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An answer")
class AnswersTest {

    @Test
    @DisplayName("to a check-out is accepted with the due date that the server chose")
    void dueDateIsRead() {
        assertEquals(new Accepted(Optional.of(Instant.parse("2026-03-09T16:00:00Z")), List.of()),
                Messages.decode(Messages.checkOut(), Messages.checkedOut("2026-03-09T17:00:00+01:00")));
    }

    @ParameterizedTest
    @CsvSource({ "2026-03-09T17:00:00, 2026-03-09T16:00:00Z", "2026-03-09T16:00:00.5Z, 2026-03-09T16:00:00.5Z",
            "2026-03-09, 2026-03-09T22:59:59Z", "2026-07-09T17:00:00, 2026-07-09T15:00:00Z" })
    @DisplayName("may give a due date without an offset or a time: it is meant in the branch's zone")
    void localDatesAreTheBranchs(String written, Instant meant) {
        assertEquals(new Accepted(Optional.of(meant), List.of()),
                Messages.decode(Messages.checkOut(), Messages.checkedOut(written)));
    }

    @Test
    @DisplayName("with a due date that is no date is still an acceptance")
    void oddDateIsNoDate() {
        assertEquals(new Accepted(Optional.empty(), List.of()),
                Messages.decode(Messages.checkOut(), Messages.checkedOut("next week")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "p:", "ns1:", "ncip:", "" })
    @DisplayName("is read whatever its prefix is, and with none")
    void anyPrefix(String prefix) {
        String declaration = prefix.isEmpty() ? "xmlns=" : "xmlns:" + prefix.replace(":", "=");
        String text = Messages.checkedIn("").replace("xmlns:p=", declaration).replaceAll("\\bp:", prefix);
        assertInstanceOf(Accepted.class, Messages.decode(Messages.checkIn(), text), text);
    }

    @Test
    @DisplayName("without any name space is read too, but one in a foreign name space is not")
    void missingNameSpaceIsHarmless() {
        String plain = "<NCIPMessage><CheckInItemResponse><ItemId><ItemIdentifierValue>" + Messages.ITEM
                + "</ItemIdentifierValue></ItemId></CheckInItemResponse></NCIPMessage>";
        assertInstanceOf(Accepted.class, Messages.decode(Messages.checkIn(), plain));
        assertMaybeDone(Messages.decode(Messages.checkIn(),
                plain.replace("<NCIPMessage>", "<NCIPMessage xmlns='urn:other'>")));
    }

    @Test
    @DisplayName("may start with a byte order mark, be UTF-16, or hold comments and extensions")
    void liberalInForm() {
        String text = Messages.checkedIn("<Ext><Anything/></Ext><!-- well -->")
                .replace("<?xml version='1.0' encoding='UTF-8'?>", "");
        assertInstanceOf(Accepted.class, Messages.decode(Messages.checkIn(), "\uFEFF" + text));
        assertInstanceOf(Accepted.class,
                Messages.decode(Messages.checkIn(), ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE)));
        assertInstanceOf(Accepted.class,
                Messages.decode(Messages.checkIn(), text.getBytes(StandardCharsets.UTF_16LE)));
    }

    @Test
    @DisplayName("is read in the encoding that it declares, and odd bytes in it spoil only the letters they stand for")
    void encodings() {
        String routing = "<RoutingInformation><RoutingInstructions>Process: für Zoë</RoutingInstructions>"
                + "</RoutingInformation>";
        String utf8 = Messages.checkedIn(routing);
        String latin1 = utf8.replace("UTF-8", "ISO-8859-1");
        assertEquals("Process: für Zoë", onlyFollowUp(latin1.getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("Process: für Zoë", onlyFollowUp(utf8.getBytes(StandardCharsets.UTF_8)));
        assertEquals("Process: f\uFFFDr Zo\uFFFD", onlyFollowUp(utf8.getBytes(StandardCharsets.ISO_8859_1)));
        assertEquals("Process: für Zoë",
                onlyFollowUp(utf8.replace("UTF-8", "x-unheard-of").getBytes(StandardCharsets.UTF_8)));
    }

    private static String onlyFollowUp(byte[] body) {
        Outcome outcome = Messages.decode(Messages.checkIn(), body);
        return assertInstanceOf(Accepted.class, outcome, outcome.toString()).followUps().getFirst().text();
    }

    @ParameterizedTest
    @CsvSource({ "Request: 12345, HOLD", "Re-shelve, RESHELVE", "Reshelve to stacks, RESHELVE", "Withdrawn, WITHDRAWN",
            "Process, PROCESS", "Process: mend the spine, PROCESS", "Process: In transit, TRANSIT",
            "Ask at the desk, OTHER" })
    @DisplayName("to a check-in says where the item goes")
    void routing(String instructions, Kind kind) {
        String routing = "<RoutingInformation><RoutingInstructions>" + instructions
                + "</RoutingInstructions><Destination><Location><LocationType>Current Location</LocationType>"
                + "<LocationName><LocationNameInstance><LocationNameLevel>2</LocationNameLevel>"
                + "<LocationNameValue>Stacks</LocationNameValue></LocationNameInstance><LocationNameInstance>"
                + "<LocationNameLevel>1</LocationNameLevel><LocationNameValue>EAST</LocationNameValue>"
                + "</LocationNameInstance></LocationName></Location></Destination></RoutingInformation>";
        assertEquals(new Accepted(Optional.empty(), List.of(new FollowUp(kind, instructions, "EAST / Stacks"))),
                Messages.decode(Messages.checkIn(), Messages.checkedIn(routing)));
    }

    @ParameterizedTest
    @CsvSource({ "EUR, 120, EUR 1.20: late", "JPY, 120, JPY 120: late", "EUR, 1.20, EUR 1.20: late",
            "shells, 3, shells 3: late", "EUR, 5, EUR 0.05: late" })
    @DisplayName("says what is owed, in the currency's own decimals")
    void fines(String currency, String value, String text) {
        String fine = "<FiscalTransactionInformation><FiscalActionType>Assess</FiscalActionType>"
                + "<FiscalTransactionType>Fine</FiscalTransactionType><Amount><CurrencyCode>" + currency
                + "</CurrencyCode><MonetaryValue>" + value + "</MonetaryValue></Amount>"
                + "<FiscalTransactionDescription>late</FiscalTransactionDescription></FiscalTransactionInformation>";
        assertEquals(new Accepted(Optional.empty(), List.of(new FollowUp(Kind.FINE, text, ""))),
                Messages.decode(Messages.checkIn(), Messages.checkedIn(fine)));
    }

    @ParameterizedTest
    @CsvSource({ "Unknown User, '', UNKNOWN_PATRON", "Unknown Item, '', UNKNOWN_ITEM", "'', UNKNOWN_ITEM, UNKNOWN_ITEM",
            "General Processing Error, Unknown User, UNKNOWN_PATRON", "User Blocked, '', PATRON_BLOCKED",
            "Item Not Checked Out, ITEM_NOT_CHECKED_OUT, ITEM_NOT_CHECKED_OUT",
            "Resource Cannot Be Provided, The item is checked out to another patron, ITEM_ALREADY_OUT",
            "Resource Cannot Be Provided, For use here only, NOT_ALLOWED_BY_POLICY",
            "Resource Cannot Be Provided, This item may not be checked out, NOT_ALLOWED_BY_POLICY",
            "Item Does Not Circulate, '', NOT_ALLOWED_BY_POLICY",
            "Maximum Check Outs Exceeded, '', NOT_ALLOWED_BY_POLICY",
            "User Ineligible To Check Out This Item, '', NOT_ALLOWED_BY_POLICY",
            "Agency Authentication Failed, '', CONFIGURATION", "Unknown Agency, '', CONFIGURATION",
            "Unsupported Service, '', CONFIGURATION", "Whatever, java: securityContext is null!, CONFIGURATION",
            "Temporary Processing Failure, securityContext is null, CONFIGURATION",
            "'', No security context for this user, CONFIGURATION",
            "'', it failed because \"securityContext\" is null, CONFIGURATION", "Invalid Date, '', OTHER",
            "Something Never Heard Of, '', OTHER" })
    @DisplayName("that refuses is sorted by the words of its type and detail, in either place")
    void problems(String type, String detail, Problem.Kind kind) {
        String problem = Messages.problem(type, detail);
        for (String body : List.of(Messages.message("<CheckOutItemResponse>" + problem + "</CheckOutItemResponse>"),
                Messages.message(problem))) {
            Refused refused = assertInstanceOf(Refused.class, Messages.decode(Messages.checkOut(), body), body);
            assertEquals(new Problem(kind, type, detail), refused.problem());
        }
    }

    @Test
    @DisplayName("with several problems is decided by the one that matters most, and tells them all")
    void severalProblems() {
        Refused refused = assertInstanceOf(Refused.class, Messages.decode(Messages.checkOut(),
                Messages.message("<CheckOutItemResponse>" + Messages.problem("Temporary Processing Failure", "busy")
                        + Messages.problem("Odd", "very odd") + Messages.problem("Unknown User", "nobody")
                        + "</CheckOutItemResponse>")));
        assertEquals(new Problem(Problem.Kind.UNKNOWN_PATRON, "Unknown User",
                "nobody; Temporary Processing Failure busy; Odd very odd"), refused.problem());
    }

    @Test
    @DisplayName("that is a temporary failure is no answer, and nothing was done")
    void temporaryFailure() {
        NoAnswer answer = assertInstanceOf(NoAnswer.class, Messages.decode(Messages.checkIn(),
                Messages.message(Messages.problem("Temporary Processing Failure", "try later"))));
        assertFalse(answer.maybeDone());
        assertTrue(answer.detail().contains("try later"), answer.detail());
    }

    @Test
    @DisplayName("about another item or another message is no answer to what was asked")
    void wrongCorrelation() {
        assertMaybeDone(Messages.decode(Messages.checkIn("31234000000999"), Messages.checkedIn("")));
        assertMaybeDone(Messages.decode(Messages.checkOut(), Messages.checkedIn("")));
        assertMaybeDone(Messages.decode(Messages.checkIn(), Messages.checkedOut("2026-03-09T16:00:00Z")));
        assertMaybeDone(Messages.decode(Messages.checkIn(), Messages.message(
                "<CheckOutItemResponse>" + Messages.problem("Unknown Item", "") + "</CheckOutItemResponse>")));
        assertMaybeDone(Messages.decode(Messages.checkIn(), Messages.message("<LookupItemResponse/>")));
    }

    @Test
    @DisplayName("about the same barcode in other case and blanks is about the same item")
    void sameItemInOtherDress() {
        assertInstanceOf(Accepted.class, Messages.decode(Messages.checkIn("ab  12"),
                Messages.checkedIn("").replace(Messages.ITEM, "\n AB 12 ")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "Service Unavailable", "<html><body><p>Sign in</body></html>",
            "<html xmlns='http://www.w3.org/1999/xhtml'><body/></html>", "<NCIPMessage/>", "{\"error\":1}",
            "<NCIPMessage><CheckInItemResponse/></NCIPMessage>", "<n:NCIPMessage/>", "\u0000\u0000",
            "<NCIPMessage><CheckInItemResponse/><CheckInItemResponse/></NCIPMessage>" })
    @DisplayName("that cannot be understood is no answer; the server may have done it")
    void unreadable(String body) {
        assertMaybeDone(Messages.decode(Messages.checkIn(), body));
    }

    @Test
    @DisplayName("without any XML is still recognised when the user to act as is gone")
    void plainSecurityContext() {
        Refused refused = assertInstanceOf(Refused.class,
                Messages.decode(Messages.checkIn(), "Error 500: securityContext is null"));
        assertEquals(Problem.Kind.CONFIGURATION, refused.problem().kind());
    }

    @Test
    @DisplayName("that repeats the patron's barcode gives it on only as a hash")
    void patronStaysPrivate() {
        CheckOut sent = Messages.checkOut();
        Refused refused = assertInstanceOf(Refused.class, Messages.decode(sent, Messages.message(
                "<Problem><ProblemType>Unknown User</ProblemType><ProblemDetail>no " + Messages.PATRON
                        + "</ProblemDetail><ProblemElement>UserIdentifierValue</ProblemElement><ProblemValue>200000/"
                        + Messages.PATRON + "</ProblemValue></Problem>")));
        assertEquals("no " + sent.patron() + " (UserIdentifierValue 200000/" + sent.patron() + ")",
                refused.problem().detail());
    }

    @Test
    @DisplayName("that cannot be understood is described by its form, never by its contents")
    void detailsHoldNoContents() {
        NoAnswer answer = assertMaybeDone(Messages.decode(Messages.checkOut(), "<a>" + Messages.PATRON + "</b>"));
        assertEquals("The answer is not NCIP: not well-formed XML at line 1, column 20 (content type application/xml).",
                answer.detail());
    }

    private static NoAnswer assertMaybeDone(Outcome outcome) {
        NoAnswer answer = assertInstanceOf(NoAnswer.class, outcome);
        assertTrue(answer.maybeDone(), answer.toString());
        return answer;
    }
}
