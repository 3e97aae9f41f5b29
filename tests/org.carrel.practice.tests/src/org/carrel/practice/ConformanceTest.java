/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;

import org.carrel.model.ItemBarcode;
import org.carrel.model.PatronBarcode;
import org.carrel.model.Transaction;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.xml.sax.SAXException;

/** The bytes of real answers off a real socket, held against other people's schema and samples. */
@DisplayName("Against NCIP's own schema and the samples that OCLC publishes")
@EnabledIfEnvironmentVariable(named = "CARREL_CONFORMANCE_DATA", matches = ".+")
class ConformanceTest {

    private static final Path FOLDER = Path.of(String.valueOf(System.getenv("CARREL_CONFORMANCE_DATA")), "ncip");
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    @DisplayName("every answer of the practice server is valid, whatever was asked, and so is every question")
    void answersAreValid() throws Exception {
        Schema schema = SchemaFactory.newDefaultInstance().newSchema(FOLDER.resolve("xsd/ncip_v2_01.xsd").toFile());
        List<String> seen = new ArrayList<>();
        try (PracticeServer server = PracticeServer.builder().clock(new TestClock(NOW)).renewals(true)
                .build();
                Desk desk = new Desk(server, true)) {
            server.bringUp();
            desk.signIn();
            for (int item = 0; item <= 121; item++) {
                for (int patron : new int[] { 1, 1, 2, 37, 99 }) {
                    seen.add(exchange(schema, desk, checkOut(desk, PracticeBarcodes.patron(patron),
                            PracticeBarcodes.item(item))));
                }
                seen.add(exchange(schema, desk, desk.checkIn(PracticeBarcodes.item(item), NOW)));
                seen.add(exchange(schema, desk, desk.checkIn(PracticeBarcodes.item(item), NOW)));
            }
            seen.add(exchange(schema, desk, checkOut(desk, new PatronBarcode("<&>\"'"), new ItemBarcode("]]> &lt;"))));
            server.misbehave("ncip problem \"Temporary Processing Failure\" \"busy\"");
            seen.add(exchange(schema, desk, desk.checkIn(PracticeBarcodes.item(1), NOW)));
        }
        for (String part : List.of("RenewalCount", "Request: 5001", "In transit", "Withdrawn", "MonetaryValue",
                "User Blocked", "Unknown User", "Unknown Item", "Item Does Not Circulate", "Item Not Checked Out",
                "Resource Cannot Be Provided", "Temporary Processing Failure")) {
            assertTrue(seen.stream().anyMatch(answer -> answer.contains(part)), "never seen: " + part);
        }
    }

    @Test
    @DisplayName("the published requests are answered with valid NCIP, and nothing of them is known here")
    void samplesAreAnswered() throws Exception {
        Schema schema = SchemaFactory.newDefaultInstance().newSchema(FOLDER.resolve("xsd/ncip_v2_01.xsd").toFile());
        try (PracticeServer server = PracticeServer.builder().build();
                Desk desk = new Desk(server);
                var files = Files.list(FOLDER.resolve("samples"))) {
            server.bringUp();
            desk.signIn();
            for (Path file : files.filter(f -> f.toString().endsWith(".xml")).toList()) {
                String answer = desk.exchange(Files.readAllBytes(file));
                validate(schema, answer);
                String name = file.getFileName().toString();
                boolean served = name.startsWith("Check") && !name.contains("Response");
                String problem = !served ? "Unsupported Service"
                        : name.startsWith("CheckIn") ? "Unknown Item"
                                : "Unknown User";
                assertTrue(answer.contains(">" + problem + "<"), name + "\n" + answer);
            }
            assertEquals(List.of(), server.applied());
        }
    }

    private static Transaction checkOut(Desk desk, PatronBarcode patron, ItemBarcode item) {
        return desk.checkOut(patron, item, NOW.plusSeconds(86_400 * 14), NOW);
    }

    private static String exchange(Schema schema, Desk desk, Transaction transaction) throws Exception {
        byte[] question = desk.encode(transaction);
        validate(schema, new String(question, StandardCharsets.UTF_8));
        String answer = desk.exchange(question);
        validate(schema, answer);
        return answer;
    }

    private static void validate(Schema schema, String message) throws Exception {
        try {
            schema.newValidator().validate(
                    new StreamSource(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8))));
        } catch (SAXException e) {
            throw new AssertionError(e.getMessage() + "\n" + message, e);
        }
    }
}
