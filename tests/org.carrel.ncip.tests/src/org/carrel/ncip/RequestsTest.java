/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.CheckOut;
import org.carrel.model.Transaction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A request")
class RequestsTest {

    private final NcipServerCodec server = new NcipServerCodec(Messages.ZONE);

    @Test
    @DisplayName("to check out is, byte for byte, what the staff profile asks for")
    void checkOutIsExact() throws Exception {
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<NCIPMessage xmlns:ncip=\"http://www.niso.org/2008/ncip\" xmlns=\"http://www.niso.org/2008/ncip\""
                + " ncip:version=\"http://www.niso.org/schemas/ncip/v2_01/ncip_v2_01.xsd\"><CheckOutItem>"
                + "<InitiationHeader><FromAgencyId>"
                + "<AgencyId ncip:Scheme=\"http://oclc.org/ncip/schemes/agencyid.scm\">200001</AgencyId></FromAgencyId>"
                + "<ToAgencyId><AgencyId ncip:Scheme=\"http://oclc.org/ncip/schemes/agencyid.scm\">200001</AgencyId>"
                + "</ToAgencyId><ApplicationProfileType"
                + " ncip:Scheme=\"http://oclc.org/ncip/schemes/application-profile/platform.scm\">Version 2011"
                + "</ApplicationProfileType></InitiationHeader><UserId>"
                + "<AgencyId ncip:Scheme=\"http://oclc.org/ncip/schemes/agencyid.scm\">200000</AgencyId>"
                + "<UserIdentifierValue>21234000000017</UserIdentifierValue></UserId><ItemId>"
                + "<AgencyId ncip:Scheme=\"http://oclc.org/ncip/schemes/agencyid.scm\">200000</AgencyId>"
                + "<ItemIdentifierValue>31234000000015</ItemIdentifierValue></ItemId>"
                + "<DesiredDateDue>2026-03-30T16:00:00Z</DesiredDateDue></CheckOutItem></NCIPMessage>",
                text(Messages.codec(), Messages.checkOut()));
    }

    @Test
    @DisplayName("to check in names the item and no patron and no date")
    void checkInIsSmall() throws Exception {
        String text = text(Messages.codec(), Messages.checkIn());
        assertTrue(text.contains("<CheckInItem><InitiationHeader>"), text);
        assertTrue(text.endsWith("<ItemIdentifierValue>31234000000015</ItemIdentifierValue></ItemId>"
                + "</CheckInItem></NCIPMessage>"), text);
        assertFalse(text.contains("UserId") || text.contains("DateDue") || text.contains("MandatedAction"), text);
    }

    @Test
    @DisplayName("says when it happened only where the branch wants that, in front of the user and the item")
    void eventTimeIsASetting() throws Exception {
        NcipCodec codec = new NcipCodec(Messages.REGISTRY, Messages.ZONE, false, true);
        String mandated = "</InitiationHeader><MandatedAction>"
                + "<DateEventOccurred>2026-03-02T09:15:30Z</DateEventOccurred></MandatedAction>";
        assertTrue(text(codec, Messages.checkOut()).contains(mandated + "<UserId>"));
        assertTrue(text(codec, Messages.checkIn()).contains(mandated + "<ItemId>"));
    }

    @Test
    @DisplayName("that is indented says the same as one that is not")
    void indentationSaysNothing() throws Exception {
        NcipCodec indenting = new NcipCodec(Messages.REGISTRY, Messages.ZONE, true, true);
        NcipCodec compact = new NcipCodec(Messages.REGISTRY, Messages.ZONE, false, true);
        String indented = text(indenting, Messages.checkOut());
        assertTrue(indented.contains("\n  <CheckOutItem>\n    <InitiationHeader>\n      <FromAgencyId>"), indented);
        assertEquals(text(compact, Messages.checkOut()), indented.replaceAll("\n *", ""));
        assertEquals(server.decode(compact.encode(Messages.checkOut())),
                server.decode(indenting.encode(Messages.checkOut())));
    }

    @Test
    @DisplayName("carries awkward barcodes unharmed: markup, quotes, blanks within, letters outside the first plane")
    void awkwardBarcodesSurvive() throws Exception {
        for (String barcode : new String[] { "a<b>&\"'", "*39-1 2  3*", "]]>", "ÅÉ-Ω-本", "\uD83D\uDCD6-7",
                "&#x41;&amp;" }) {
            NcipRequest.CheckOut read = assertInstanceOf(NcipRequest.CheckOut.class,
                    server.decode(Messages.codec().encode(Messages.checkOut(barcode, barcode))), barcode);
            assertEquals(barcode, read.item().value());
            assertEquals(barcode, read.user().value());
        }
    }

    @Test
    @DisplayName("is read back by the server's side whole")
    void serverReadsAll() throws Exception {
        NcipCodec codec = new NcipCodec(Messages.REGISTRY, Messages.ZONE, false, true);
        NcipRequest.CheckOut read = assertInstanceOf(NcipRequest.CheckOut.class,
                server.decode(codec.encode(Messages.checkOut())));
        assertEquals(new NcipRequest.CheckOut(Optional.of(new NcipRequest.Agencies("200001", "200001")),
                new NcipRequest.Id(Optional.of("200000"), Messages.PATRON),
                new NcipRequest.Id(Optional.of("200000"), Messages.ITEM), Optional.of(Messages.DUE),
                Optional.of(Messages.NOW)), read);
    }

    @Test
    @DisplayName("that NCIP cannot say is refused in a sentence, before anything is sent")
    void unwritableIsRefused() {
        NcipCodec noBranch = new NcipCodec(new Registry("\u0001", "200000"), Messages.ZONE, false, false);
        UnwritableException text = assertThrows(UnwritableException.class,
                () -> noBranch.encode(Messages.checkIn()));
        assertTrue(text.getMessage().contains("AgencyId"), text.getMessage());
        CheckOut late = new CheckOut(Messages.checkOut().id(), Messages.checkOut().patron(), Messages.checkOut().item(),
                Instant.parse("+20260-03-30T16:00:00Z"), Messages.NOW, Messages.checkOut().origin());
        UnwritableException date = assertThrows(UnwritableException.class, () -> Messages.codec().encode(late));
        assertTrue(date.getMessage().contains("DesiredDateDue"), date.getMessage());
    }

    private static String text(NcipCodec codec, Transaction transaction) throws UnwritableException {
        return new String(codec.encode(transaction), StandardCharsets.UTF_8);
    }
}
