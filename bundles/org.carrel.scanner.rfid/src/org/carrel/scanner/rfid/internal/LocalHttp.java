/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.carrel.model.Texts;

/**
 * Speaks to services on this machine and to no others. Bounded in time and size; follows no redirect, repeats nothing,
 * and asks no proxy.
 */
final class LocalHttp implements AutoCloseable {

    /** Not looked up: a name might mean anything. */
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Timeout CONNECT = Timeout.ofSeconds(2);
    private static final Timeout ANSWER = Timeout.ofSeconds(4);
    private static final Duration WHOLE_ANSWER = Duration.ofSeconds(8);
    private static final int MOST_BYTES = 1024 * 1024;

    private final Texts texts;
    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(4)
                    .setMaxConnPerRoute(4)
                    .setDefaultConnectionConfig(
                            ConnectionConfig.custom().setConnectTimeout(CONNECT).setSocketTimeout(ANSWER).build())
                    .build())
            .setDefaultRequestConfig(
                    RequestConfig.custom().setConnectionRequestTimeout(CONNECT).setResponseTimeout(ANSWER).build())
            .setUserAgent("Carrel").disableRedirectHandling().disableAutomaticRetries().disableCookieManagement()
            .disableAuthCaching().disableContentCompression().build();

    LocalHttp(Texts texts) {
        this.texts = texts;
    }

    /** What came back; the body as UTF-8. */
    record Answer(int status, String body) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }
    }

    /** @throws IOException when {@code address} is not on this machine; the message is a sentence */
    void requireHere(URI address) throws IOException {
        if (!"http".equals(address.getScheme()) || address.getHost() == null || !HERE.contains(address.getHost())) {
            throw new IOException(texts.get("address.elsewhere", address));
        }
    }

    Answer get(URI address) throws IOException {
        return send(new HttpUriRequestBase("GET", address));
    }

    /** Sends a body and reads the answer. */
    Answer send(String method, URI address, String body, ContentType type) throws IOException {
        HttpUriRequestBase request = new HttpUriRequestBase(method, address);
        request.setEntity(new StringEntity(body, type.withCharset(StandardCharsets.UTF_8)));
        return send(request);
    }

    private Answer send(HttpUriRequestBase request) throws IOException {
        return client.execute(request, response -> new Answer(response.getCode(),
                response.getEntity() == null ? "" : body(response.getEntity().getContent())));
    }

    private String body(InputStream in) throws IOException {
        long end = System.nanoTime() + WHOLE_ANSWER.toNanos();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] chunk = new byte[8_192];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            body.write(chunk, 0, n);
            if (body.size() > MOST_BYTES || System.nanoTime() - end > 0) {
                throw new IOException(texts.get("answer.endless"));
            }
        }
        return body.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
