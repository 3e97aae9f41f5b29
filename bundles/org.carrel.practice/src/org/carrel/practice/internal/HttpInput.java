/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads requests of HTTP/1.1 from one connection, everything bounded. Bodies come with a length: nothing that speaks to
 * this server sends chunks. For one thread.
 */
final class HttpInput {

    private static final int MAX_LINE = 8_192;
    private static final int MAX_HEADERS = 100;
    private static final int MAX_BODY = 1_000_000;

    private final InputStream in;
    private final OutputStream out;

    /** @param out for {@code 100 Continue} */
    HttpInput(InputStream in, OutputStream out) {
        this.in = new BufferedInputStream(in);
        this.out = out;
    }

    /** A request that is not served; the connection ends with it. */
    static final class BadRequestException extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;

        BadRequestException(int status) {
            super("HTTP " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    /** The next request; empty when the client has closed the connection in good order. */
    Optional<HttpRequest> next() throws IOException, BadRequestException {
        Optional<String> first = line();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        String[] parts = first.get().split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.") || !parts[1].startsWith("/")) {
            throw new BadRequestException(400);
        }
        Map<String, String> headers = headers();
        String[] target = parts[1].split("\\?", 2);
        return Optional.of(new HttpRequest(parts[0], target[0], target.length == 2 ? target[1] : "", headers,
                body(headers)));
    }

    private Map<String, String> headers() throws IOException, BadRequestException {
        Map<String, String> headers = new HashMap<>();
        for (int i = 0; i <= MAX_HEADERS; i++) {
            String line = line().orElseThrow(EOFException::new);
            if (line.isEmpty()) {
                return headers;
            }
            int colon = line.indexOf(':');
            if (colon <= 0) {
                throw new BadRequestException(400);
            }
            headers.merge(line.substring(0, colon).strip().toLowerCase(Locale.ROOT), line.substring(colon + 1).strip(),
                    (a, b) -> a + "," + b);
        }
        throw new BadRequestException(431);
    }

    private byte[] body(Map<String, String> headers) throws IOException, BadRequestException {
        if (headers.containsKey("transfer-encoding")) {
            throw new BadRequestException(411);
        }
        String length = headers.getOrDefault("content-length", "0");
        if (!length.matches("\\d{1,18}")) {
            throw new BadRequestException(400);
        }
        if (Long.parseLong(length) > MAX_BODY) {
            throw new BadRequestException(413);
        }
        if ("100-continue".equalsIgnoreCase(headers.get("expect"))) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }
        byte[] body = in.readNBytes(Integer.parseInt(length));
        if (body.length < Integer.parseInt(length)) {
            throw new EOFException();
        }
        return body;
    }

    /** A line without its end; empty at the end of the stream. */
    private Optional<String> line() throws IOException, BadRequestException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                String text = line.toString(StandardCharsets.ISO_8859_1);
                return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
            }
            if (line.size() >= MAX_LINE) {
                throw new BadRequestException(431);
            }
            line.write(b);
        }
        if (line.size() > 0) {
            throw new EOFException();
        }
        return Optional.empty();
    }
}
