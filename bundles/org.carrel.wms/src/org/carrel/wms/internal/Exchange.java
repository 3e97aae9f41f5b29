/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProxySelector;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * One request and its answer over HTTP, with an end in time whatever the server does. Safe for use by several threads.
 *
 * <p>
 * TLS 1.2 or 1.3, certificate and host name verified against the platform's trust store. Nothing happens behind the
 * caller's back: no redirect is followed, no request repeated, no cookie kept, no authentication answered.
 */
final class Exchange implements AutoCloseable {

    /**
     * Each connection is looked at before it is used again, for a millisecond: a request on one that the server has
     * dropped would leave a check-out of which nobody knows whether it was done.
     */
    private static final TimeValue VALIDATE_AFTER = TimeValue.ZERO_MILLISECONDS;
    private static final TimeValue CONNECTION_LIFE = TimeValue.ofMinutes(5);
    /** What may be left of a body that was understood, for the connection to be worth keeping. */
    private static final int REMAINDER = 64 * 1024;

    private final Duration connectTimeout;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;

    /** What to make of an answer. */
    interface Reading<T> {
        /**
         * @param body what there is of it; not closed by the reading
         * @throws IOException when the body breaks off
         */
        T read(ClassicHttpResponse head, InputStream body) throws IOException;
    }

    /**
     * @param connections    how many may be open at once
     * @param connectTimeout how long making a connection may take, and a TLS handshake once more
     * @param trust          whom to trust
     */
    Exchange(int connections, Duration connectTimeout, SSLContext trust) {
        this.connectTimeout = connectTimeout;
        this.deadlines = new ScheduledThreadPoolExecutor(1,
                Thread.ofPlatform().name("carrel-deadlines").daemon().factory());
        deadlines.setRemoveOnCancelPolicy(true);
        Timeout connect = timeout(connectTimeout);
        Http1Config limits = Http1Config.custom().setMaxLineLength(16 * 1024).setMaxHeaderCount(200).build();
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(connections)
                        .setMaxConnPerRoute(connections)
                        .setConnectionFactory(new QuietConnections(limits))
                        .setTlsSocketStrategy(new DefaultClientTlsStrategy(trust))
                        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect)
                                .setSupportedProtocols(TLS.V_1_3, TLS.V_1_2).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(connect)
                                .setSocketTimeout(connect).setValidateAfterInactivity(VALIDATE_AFTER)
                                .setTimeToLive(CONNECTION_LIFE).build())
                        .build())
                .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
                .setUserAgent("Carrel").disableRedirectHandling().disableAutomaticRetries().disableCookieManagement()
                .disableAuthCaching().disableContentCompression().build();
    }

    /**
     * Sends {@code request} and reads the answer.
     *
     * @param answerTimeout how long the answer may take, from beginning to end
     * @throws BrokenExchangeException when there is no whole answer in time
     */
    <T> T with(HttpUriRequestBase request, Duration answerTimeout, Reading<T> reading) throws BrokenExchangeException {
        request.setConfig(RequestConfig.custom().setConnectionRequestTimeout(timeout(connectTimeout))
                .setResponseTimeout(timeout(answerTimeout)).build());
        // The client may wrap the entity while it works.
        HttpEntity sent = request.getEntity();
        Duration whole = answerTimeout.plus(connectTimeout);
        ScheduledFuture<?> deadline;
        try {
            // A server that sends a byte now and then never runs into a socket's time-out.
            deadline = deadlines.schedule(request::cancel, whole.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            throw new BrokenExchangeException("closed", false, e);
        }
        try {
            HttpHost target = new HttpHost(request.getScheme(), request.getUri().getHost(), request.getUri().getPort());
            try (ClassicHttpResponse response = client.executeOpen(target, request, HttpClientContext.create())) {
                HttpEntity entity = response.getEntity();
                if (entity == null) {
                    return reading.read(response, InputStream.nullInputStream());
                }
                InputStream body = entity.getContent();
                T read = reading.read(response, body);
                finish(body);
                return read;
            }
        } catch (IOException | URISyntaxException e) {
            throw broken(request, sent, e);
        } catch (RuntimeException e) {
            if (request.isCancelled()) {
                throw broken(request, sent, e);
            }
            throw e;
        } finally {
            deadline.cancel(false);
        }
    }

    /** Reads what little is left, so that the connection can be used again; closing it otherwise cuts it off. */
    private static void finish(InputStream body) {
        try {
            body.readNBytes(REMAINDER);
        } catch (IOException e) {
            // The answer was understood; how its connection ends is of no interest.
        }
    }

    private static BrokenExchangeException broken(HttpUriRequestBase request, HttpEntity entity,
            Exception e) {
        boolean sent = entity instanceof CountedBody body && body.begun();
        return new BrokenExchangeException(describe(request, e), sent, e);
    }

    /** Technical words; exceptions' own messages name hosts and ports and nothing personal. */
    private static String describe(HttpUriRequestBase request, Exception e) {
        String host = request.getAuthority() == null ? "" : request.getAuthority().toString();
        String what = switch (e) {
            case UnknownHostException unknown -> "host not found";
            case ConnectTimeoutException slow -> "no connection in time";
            case ConnectException refused -> "connection refused";
            case NoRouteToHostException noRoute -> "no route to host";
            case SSLException tls -> "TLS: " + tls.getMessage();
            case SocketTimeoutException slow -> "no answer in time";
            default -> request.isCancelled() ? "no whole answer in time" : e.getMessage();
        };
        return host + ": " + Optional.ofNullable(what).orElse(e.getClass().getSimpleName());
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(Math.max(1, duration.toMillis()));
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
