/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What well-behaved HTTP clients never send. */
@DisplayName("A client that speaks bad HTTP")
class RawHttpTest {

    private static final int PATIENCE_MILLIS = 30_000;

    private final PracticeServer server = PracticeServer.builder().build();

    @BeforeEach
    void open() throws IOException {
        server.bringUp();
    }

    @AfterEach
    void shut() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'NONSENSE~~'                                                                     | 400
            'GET /health HTTP/2.0~~'                                                         | 400
            'GET http://elsewhere/ HTTP/1.1~~'                                               | 400
            'GET /health HTTP/1.1~no colon~~'                                             | 400
            'POST /ncip HTTP/1.1~Content-Length: -1~~'                                    | 400
            'POST /ncip HTTP/1.1~Content-Length: 1000001~~'                               | 413
            'POST /ncip HTTP/1.1~Content-Length: 999999999999~~'                          | 413
            'POST /ncip HTTP/1.1~Transfer-Encoding: chunked~~0~~'                   | 411
            """)
    @DisplayName("is told so, and the connection ends")
    void refused(String request, int status) throws IOException {
        String answer = converse(request.replace("~", "\r\n"));
        assertTrue(answer.startsWith("HTTP/1.1 " + status + " "), answer);
        assertTrue(answer.contains("Connection: close"), answer);
    }

    @Test
    @DisplayName("and sends endless lines or endless headers is cut off early")
    void endless() throws IOException {
        assertTrue(converse("GET /" + "x".repeat(8_192)).startsWith("HTTP/1.1 431 "));
        assertTrue(converse("GET /health HTTP/1.1\r\n" + "A: b\r\n".repeat(101)).startsWith("HTTP/1.1 431 "));
    }

    @Test
    @DisplayName("is not answered when it leaves in the middle of a request")
    void leavesEarly() throws IOException {
        assertEquals("", converse("POST /ncip HTTP/1.1\r\nContent-Length: 10\r\n\r\n12345"));
        assertEquals("", converse("GET /health HT"));
        assertEquals(0, server.received().size());
    }

    @Test
    @DisplayName("may send several requests on one connection, and asks before a long body")
    void severalRequests() throws IOException {
        String answers = converse("GET /health HTTP/1.1\r\n\r\nPOST /token HTTP/1.1\r\nExpect: 100-continue\r\n"
                + "Content-Length: 1\r\n\r\nxGET /health HTTP/1.1\r\nConnection: close\r\n\r\n"
                + "GET /health HTTP/1.1\r\n\r\n");
        assertEquals("200 100 401 200 ", statuses(answers));
    }

    @Test
    @DisplayName("and sends noise never stops the server from serving others")
    void noise() throws Exception {
        long seed = Long.getLong("carrel.seed", System.nanoTime());
        System.out.println("noise: -Dcarrel.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(500)];
            random.nextBytes(bytes);
            converse(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        try (Desk desk = new Desk(server)) {
            assertEquals(200, desk.get("/health").statusCode());
        }
    }

    /** Sends all of it, says that no more will come, and reads until the server has nothing more to say. */
    private String converse(String text) throws IOException {
        try (Socket socket = new Socket(server.address().getHost(), server.address().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            StringBuilder answer = new StringBuilder();
            try {
                for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
                    answer.append((char) b);
                }
            } catch (SocketException e) {
                // The server closed while bytes were under way: what it said before that is what counts.
                return answer.toString();
            }
            return answer.toString();
        }
    }

    private static String statuses(String answers) {
        StringBuilder found = new StringBuilder();
        Matcher matcher = Pattern.compile("HTTP/1\\.1 (\\d{3}) ").matcher(answers);
        while (matcher.find()) {
            found.append(matcher.group(1)).append(' ');
        }
        return found.toString();
    }
}
