/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A fault script")
class FaultScriptTest {

    private final PracticeServer server = PracticeServer.builder().build();

    @AfterEach
    void shut() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ";;", "# only a comment; down", "down", "down # for the night",
            "checkout:3 drop-after; any latency 200ms; checkin status 503 times 2; token 401",
            "checkout:3- empty\ncheckin:2-4 empty", "latency 1s",
            "429 retry-after 1m times 3 chance 5% item 31000000000011",
            "problem \"Unknown Item\"", "problem \"a # b, c\" \"d\" times 2", "huge 100", "ncip:7 cut" })
    @DisplayName("is understood")
    void understood(String script) {
        server.misbehave(script);
        server.misbehave(script.replace(" ", "   ").replace(";", " ;\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            chekout drop-after          | chekout
            checkout                    | names a place but no fault
            checkout:0 empty            | rise
            checkout:5-3 empty          | rise
            desk:3 empty                | Places are
            latency                     | lacks a value
            latency fast                | 200ms
            latency 11m                 | ten minutes
            status 99                   | 200 to 599
            status-after 600            | 200 to 599
            empty sometimes             | times, item or chance
            empty times                 | lacks a value
            empty times 0               | whole number
            empty chance 120%           | lacks a value
            huge 5000                   | 1 to 1000
            problem                     | lacks a value
            problem "Unknown Item       | quotation mark
            any down                    | stands alone
            """)
    @DisplayName("that is not understood is refused in a sentence that quotes it")
    void notUnderstood(String script, String words) {
        String sentence = assertThrows(IllegalArgumentException.class, () -> server.misbehave(script)).getMessage();
        assertTrue(sentence.contains(words), sentence);
        assertTrue(sentence.contains(script) && sentence.endsWith("."), sentence);
    }

    @Test
    @DisplayName("that is refused leaves the one before in force")
    void refusalChangesNothing() throws Exception {
        server.bringUp();
        server.misbehave("health 503");
        assertThrows(IllegalArgumentException.class, () -> server.misbehave("health 200; nonsense"));
        try (Desk desk = new Desk(server)) {
            assertEquals(503, desk.get("/health").statusCode());
        }
    }

    @Test
    @DisplayName("of random words is understood or refused in a sentence, never anything else")
    void randomWords() {
        long seed = Long.getLong("carrel.seed", System.nanoTime());
        System.out.println("randomWords: -Dcarrel.seed=" + seed);
        Random random = new Random(seed);
        String[] words = { "any", "checkout:2", "checkin:1-", ":", "latency", "20ms", "status", "503", "times", "2",
                "\"", "\"a b\"", ";", "\n", "#", "down", "problem", "chance", "50%", "item", "9", "huge", "slow", "-1",
                "drop-after", "99999999999999999999", "\u0000", "checkout:999999999-999999999" };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder script = new StringBuilder();
            for (int n = random.nextInt(8); n > 0; n--) {
                script.append(words[random.nextInt(words.length)]).append(' ');
            }
            try {
                server.misbehave(script.toString());
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().startsWith("Fault \"") && e.getMessage().endsWith("."), e.toString());
            }
        }
    }
}
