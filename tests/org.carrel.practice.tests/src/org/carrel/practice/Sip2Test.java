/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.carrel.model.ItemBarcode;
import org.carrel.model.ItemDetails;
import org.carrel.model.ItemStatus;
import org.carrel.model.port.ItemLookup.Answer;
import org.carrel.model.port.ItemLookup.Reason;
import org.carrel.sip2.Frames;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The practice library by SIP2")
@Timeout(300)
class Sip2Test {

    private static final ItemBarcode ITEM = PracticeBarcodes.item(1);

    @Test
    @DisplayName("says of an item its title, its call number, where it belongs and what it is doing")
    void item() throws Exception {
        try (AskingDesk desk = AskingDesk.open(true)) {
            ItemDetails details = desk.known(ITEM);
            assertEquals(ITEM, details.barcode());
            assertEquals("A Short History of Lighthouses", details.title());
            assertTrue(details.callNumber().startsWith("D16 "), details.callNumber());
            assertEquals("MAIN Stacks", details.permanentLocation());
            assertEquals("MAIN", details.owner());
            assertEquals(ItemStatus.AVAILABLE, details.status());
            assertEquals("Available", details.statusWords());
            assertEquals("", details.due());
        }
    }

    @ParameterizedTest
    @CsvSource({ "118, ON_LOAN, On loan", "112, ON_HOLD, On the hold shelf", "117, ON_LOAN, On loan",
            "106, ON_LOAN, On loan", "108, AVAILABLE, Available" })
    @DisplayName("knows who is out and who is awaited")
    void status(int number, ItemStatus status, String words) throws Exception {
        try (AskingDesk desk = AskingDesk.open(true)) {
            ItemDetails details = desk.known(PracticeBarcodes.item(number));
            assertEquals(status, details.status());
            assertEquals(words, details.statusWords());
            assertEquals(status == ItemStatus.ON_LOAN, !details.due().isEmpty());
        }
    }

    @Test
    @DisplayName("does not know every item, and says so")
    void unknownItem() throws Exception {
        try (AskingDesk desk = AskingDesk.open(true)) {
            for (String barcode : List.of("39999999999999", "a|b", "Łódź")) {
                Answer.Unknown unknown = assertInstanceOf(Answer.Unknown.class, desk.ask(new ItemBarcode(barcode)));
                assertEquals("No item has this barcode.", unknown.sentence());
            }
        }
    }

    @Test
    @DisplayName("answers many questions in their order over one connection")
    void many() throws Exception {
        try (AskingDesk desk = AskingDesk.open(true)) {
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int i = 1; i <= 100; i++) {
                answers.add(desk.client.lookUp(PracticeBarcodes.item(i)));
            }
            for (int i = 1; i <= 100; i++) {
                Answer answer = answers.get(i - 1).get(1, TimeUnit.MINUTES);
                assertEquals(PracticeBarcodes.item(i), assertInstanceOf(Answer.Known.class, answer).item());
            }
            assertEquals(1, desk.server.received().stream().filter(r -> r.endpoint().equals("sip2-login")).count());
        }
    }

    @Test
    @DisplayName("is not waited for: all questions are asked before the first one is answered, and taken back at will")
    void nobodyWaits() throws Exception {
        try (AskingDesk desk = AskingDesk.open(true, Duration.ofMinutes(5))) {
            desk.server.misbehave("sip2-login silence");
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int i = 1; i <= 100; i++) {
                answers.add(desk.client.lookUp(PracticeBarcodes.item(i)));
            }
            assertTrue(answers.stream().noneMatch(CompletableFuture::isDone));
            answers.forEach(answer -> assertTrue(answer.cancel(true)));
            assertThrows(CancellationException.class, () -> answers.getFirst().get());
        }
    }

    @Test
    @DisplayName("and when too many wait, the oldest give way")
    void tooMany() throws Exception {
        try (AskingDesk desk = AskingDesk.open(true, Duration.ofMinutes(5))) {
            desk.server.misbehave("sip2-login silence");
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                answers.add(desk.client.lookUp(ITEM));
            }
            long givenUp = answers.stream().filter(CompletableFuture::isDone).count();
            assertTrue(givenUp >= 199 && givenUp <= 201, "gave way: " + givenUp);
            assertFalse(answers.getLast().isDone());
            Answer.None none = assertInstanceOf(Answer.None.class, answers.get(1).get());
            assertEquals(Reason.TOO_MANY, none.reason());
        }
    }

    @Test
    @DisplayName("and whoever still waits when the program closes hears of it")
    void closing() throws Exception {
        AskingDesk desk = AskingDesk.open(true, Duration.ofMinutes(5));
        desk.server.misbehave("sip2-item silence");
        List<CompletableFuture<Answer>> answers = List.of(desk.client.lookUp(ITEM), desk.client.lookUp(ITEM));
        desk.close();
        for (CompletableFuture<Answer> answer : answers) {
            assertInstanceOf(Answer.None.class, answer.get(1, TimeUnit.MINUTES));
        }
        assertEquals(Reason.CLOSED, desk.none(ITEM));
        desk.close();
    }

    @Test
    @DisplayName("has known answers to known bytes, also about patrons, and asks again for what is garbled")
    void bytes() throws Exception {
        try (AskingDesk desk = AskingDesk.open(true);
                Socket socket = new Socket("127.0.0.1",
                        desk.server.sip2Port().orElseThrow())) {
            Frames frames = new Frames(socket.getInputStream(), socket::setSoTimeout);
            assertEquals("96AZFEF6", answer(socket, frames, "9300CNdesk|COpractice-word|AY0AZ0000"));
            assertEquals("941", answer(socket, frames, "9300CNdesk|COpractice-word|CPx|"));
            assertEquals("941", answer(socket, frames, "97"));
            String status = answer(socket, frames, "9900002.00AY1AZFCA8");
            assertTrue(status.startsWith("98YNNNNN010003") && status.contains("2.00AOMAIN|BXYNNNYYYYYNYNNNNN|AY1AZ"),
                    status);
            String patron = answer(socket, frames, "2300120260309    100000AOMAIN|AA"
                    + PracticeBarcodes.patron(40).value() + "|AC|AD|");
            assertTrue(patron.startsWith("24YYYY          001") && patron.contains("|BLY|"), patron);
            String nobody = answer(socket, frames, "6300120260309    100000          AOMAIN|AA1|");
            assertTrue(nobody.startsWith("64YYYY") && nobody.contains("|BLN|"), nobody);
            String end = answer(socket, frames, "3520260309    100000AOMAIN|AA1|");
            assertTrue(end.startsWith("36Y"), end);
        }
    }

    @Test
    @DisplayName("hangs up on who is not signed in, and on nonsense without an end")
    void strangers() throws Exception {
        try (AskingDesk desk = AskingDesk.open(true)) {
            for (String message : List.of("1720260309    100000AOMAIN|AB1|", "x".repeat(Frames.MAX_BYTES + 1))) {
                try (Socket socket = new Socket("127.0.0.1", desk.server.sip2Port().orElseThrow())) {
                    Frames frames = new Frames(socket.getInputStream(), socket::setSoTimeout);
                    send(socket, message);
                    assertFalse(isAnswered(frames), message.substring(0, 10));
                }
            }
        }
    }

    /** A reset counts as hanging up. */
    private static boolean isAnswered(Frames frames) {
        try {
            return frames.next(Duration.ofMinutes(1)) instanceof Frames.Next.Frame;
        } catch (IOException e) {
            return false;
        }
    }

    private static String answer(Socket socket, Frames frames, String message) throws IOException {
        send(socket, message);
        return new String(assertInstanceOf(Frames.Next.Frame.class, frames.next(Duration.ofMinutes(1))).bytes(),
                StandardCharsets.UTF_8);
    }

    private static void send(Socket socket, String message) throws IOException {
        socket.getOutputStream().write((message + "\r").getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
