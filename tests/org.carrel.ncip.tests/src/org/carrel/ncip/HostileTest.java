/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.carrel.model.Outcome;
import org.carrel.model.Outcome.NoAnswer;
import org.carrel.model.Transaction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A hostile or broken body")
class HostileTest {

    private static final int ROUNDS = 3_000;

    private final NcipServerCodec server = new NcipServerCodec(Messages.ZONE);

    @Test
    @DisplayName("of random bytes never does more than have no meaning")
    void randomBytes() {
        Random random = seeded("randomBytes");
        for (int i = 0; i < ROUNDS; i++) {
            byte[] body = new byte[random.nextInt(400)];
            random.nextBytes(body);
            assertMaybeDone(Messages.decode(Messages.checkOut(), body));
            assertInstanceOf(NcipRequest.NotUnderstood.class, server.decode(body));
        }
    }

    @Test
    @DisplayName("that is a real message cut off anywhere is never taken for an answer")
    void truncatedAnywhere() throws Exception {
        for (byte[] whole : answers()) {
            for (int length = 0; length < whole.length; length++) {
                byte[] cut = Arrays.copyOf(whole, length);
                assertMaybeDone(Messages.decode(Messages.checkOut(), cut));
                assertMaybeDone(Messages.decode(Messages.checkIn(), cut));
            }
        }
        byte[] request = Messages.codec().encode(Messages.checkOut());
        for (int length = 0; length < request.length; length++) {
            assertInstanceOf(NcipRequest.NotUnderstood.class, server.decode(Arrays.copyOf(request, length)));
        }
    }

    @Test
    @DisplayName("that is a real message with a few bytes changed has some outcome, and never an exception")
    void mutated() throws Exception {
        Random random = seeded("mutated");
        List<byte[]> bodies = answers();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] body = bodies.get(random.nextInt(bodies.size())).clone();
            for (int n = random.nextInt(1, 6); n > 0; n--) {
                body[random.nextInt(body.length)] = (byte) random.nextInt(256);
            }
            Transaction sent = random.nextBoolean() ? Messages.checkOut() : Messages.checkIn();
            assertNotNull(Messages.decode(sent, body));
            assertNotNull(server.decode(body));
        }
    }

    @Test
    @DisplayName("made of NCIP's own elements in any order has some outcome, and never an exception")
    void shuffledElements() {
        Random random = seeded("shuffledElements");
        String[] names = { "NCIPMessage", "CheckInItemResponse", "CheckOutItemResponse", "Problem", "ProblemType",
                "ItemId", "ItemIdentifierValue", "DateDue", "RoutingInformation", "RoutingInstructions", "Destination",
                "Location", "LocationName", "LocationNameInstance", "LocationNameLevel", "FiscalTransactionInformation",
                "Amount", "MonetaryValue", "CurrencyCode", "CheckInItem", "CheckOutItem", "UserId", "InitiationHeader",
                "MandatedAction", "DateEventOccurred" };
        for (int i = 0; i < ROUNDS; i++) {
            String inner = elements(random, names, 0);
            String body = random.nextInt(4) == 0 ? inner : "<NCIPMessage>" + inner + "</NCIPMessage>";
            assertNotNull(Messages.decode(Messages.checkIn(), body), body);
            assertNotNull(server.decode(body.getBytes(StandardCharsets.UTF_8)), body);
        }
    }

    @Test
    @DisplayName("of a hundred megabytes is given up after the first one")
    void hundredMegabytes() {
        byte[] start = Messages.checkedIn("").getBytes(StandardCharsets.UTF_8);
        CountingBlanks blanks = new CountingBlanks(100_000_000);
        NoAnswer answer = assertMaybeDone(Messages.codec().decode(Messages.checkIn(),
                new SequenceInputStream(new ByteArrayInputStream(start), blanks), Optional.of("application/xml")));
        assertEquals("The answer was longer than 1000000 bytes and was not read.", answer.detail());
        assertTrue(blanks.given <= NcipCodec.MAX_BODY, "read " + blanks.given);
    }

    @Test
    @DisplayName("that defines entities is refused before one is looked at: bombs do not go off")
    void entityBomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE NCIPMessage [<!ENTITY a0 'boom'>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY a").append(i).append(" '").append(("&a" + (i - 1) + ";").repeat(10)).append("'>");
        }
        bomb.append("]>");
        String body = Messages.checkedIn("").replace("<p:NCIPMessage", bomb + "<p:NCIPMessage")
                .replace(Messages.ITEM, "&a11;");
        assertDtdRefused(body);
        assertDtdRefused(body.replace("&a11;", Messages.ITEM));
        assertMaybeDone(Messages.decode(Messages.checkIn(), Messages.checkedIn("").replace(Messages.ITEM, "&nope;")));
    }

    @Test
    @DisplayName("that points at a file or an address is refused: nothing is read and nobody is called")
    void externalEntities(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret.txt"), Messages.ITEM);
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            listener.setSoTimeout(1);
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x.dtd";
            for (String type : List.of("<!DOCTYPE NCIPMessage SYSTEM '" + address + "'>",
                    "<!DOCTYPE NCIPMessage [<!ENTITY x SYSTEM '" + file.toUri() + "'>]>",
                    "<!DOCTYPE NCIPMessage [<!ENTITY % x SYSTEM '" + address + "'> %x;]>",
                    "<!DOCTYPE NCIPMessage [<!ENTITY x SYSTEM '" + address + "'>]>")) {
                assertDtdRefused(Messages.checkedIn("").replace("<p:NCIPMessage", type + "<p:NCIPMessage")
                        .replace(Messages.ITEM, "&x;"));
            }
            assertFalse(wasCalled(listener));
        }
    }

    @Test
    @DisplayName("nested very deep, or with very many attributes, is refused")
    void deepAndWide() {
        String deep = "<Ext>".repeat(60_000) + "</Ext>".repeat(60_000);
        assertMaybeDone(Messages.decode(Messages.checkIn(), "<NCIPMessage>" + deep + "</NCIPMessage>"));
        NoAnswer nested = assertMaybeDone(Messages.decode(Messages.checkIn(), "<NCIPMessage>" + "<Ext>".repeat(60)
                + "</Ext>".repeat(60) + "</NCIPMessage>"));
        assertTrue(nested.detail().contains("nested more than 50 levels deep"), nested.detail());
        StringBuilder wide = new StringBuilder("<NCIPMessage");
        for (int i = 0; i < 60_000; i++) {
            wide.append(" a").append(i).append("='1'");
        }
        assertMaybeDone(Messages.decode(Messages.checkIn(), wide + "/>"));
    }

    @Test
    @DisplayName("whose stream breaks off leaves open whether it was done")
    void brokenStream() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset " + Messages.PATRON);
            }
        };
        NoAnswer answer = assertMaybeDone(Messages.codec().decode(Messages.checkOut(), broken, Optional.empty()));
        assertEquals("The connection broke while the answer was being read (IOException).", answer.detail());
    }

    private static List<byte[]> answers() throws Exception {
        NcipServerCodec server = new NcipServerCodec(Messages.ZONE);
        List<byte[]> answers = new ArrayList<>();
        for (String text : List.of(Messages.checkedIn(""), Messages.checkedOut("2026-03-09T16:00:00Z"),
                Messages.message(Messages.problem("Unknown Item", "unknown")))) {
            answers.add(text.getBytes(StandardCharsets.UTF_8));
        }
        NcipRequest.CheckIn in = (NcipRequest.CheckIn) server.decode(Messages.codec().encode(Messages.checkIn()));
        answers.add(server.encode(new NcipAnswer.CheckedIn(in,
                Optional.of(new NcipAnswer.Routing("Request: 1", "MAIN", "Stacks")),
                Optional.of(new NcipAnswer.Fine("EUR", 120, "late")))));
        return answers;
    }

    private static String elements(Random random, String[] names, int depth) {
        StringBuilder text = new StringBuilder();
        for (int n = random.nextInt(4); n > 0; n--) {
            String name = names[random.nextInt(names.length)];
            text.append('<').append(name).append('>');
            text.append(depth > 5 || random.nextInt(4) == 0 ? String.valueOf(random.nextLong())
                    : elements(random, names, depth + 1));
            text.append("</").append(name).append('>');
        }
        return text.toString();
    }

    private static boolean wasCalled(ServerSocket listener) throws IOException {
        try {
            listener.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        }
    }

    private static void assertDtdRefused(String body) {
        NoAnswer answer = assertMaybeDone(Messages.decode(Messages.checkIn(), body));
        assertEquals("The answer is not NCIP: XML with a document type or with entities, which are refused"
                + " (content type application/xml).", answer.detail());
    }

    private static NoAnswer assertMaybeDone(Outcome outcome) {
        NoAnswer answer = assertInstanceOf(NoAnswer.class, outcome);
        assertTrue(answer.maybeDone(), answer.toString());
        return answer;
    }

    private static Random seeded(String test) {
        long seed = Long.getLong("carrel.seed", System.nanoTime());
        System.out.println(test + ": -Dcarrel.seed=" + seed);
        return new Random(seed);
    }

    /** Many blanks that are made only when somebody reads them. */
    private static final class CountingBlanks extends InputStream {
        private final long all;
        private long given;

        CountingBlanks(long all) {
            this.all = all;
        }

        @Override
        public int read() {
            return given++ < all ? ' ' : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (given >= all) {
                return -1;
            }
            int count = (int) Math.min(length, all - given);
            Arrays.fill(buffer, offset, offset + count, (byte) ' ');
            given += count;
            return count;
        }
    }
}
