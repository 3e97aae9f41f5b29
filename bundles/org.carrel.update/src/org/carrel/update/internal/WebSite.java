/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;

import org.carrel.model.Texts;

/**
 * An update site on the web: by the JDK, with a limit to each wait, with certificates verified, and nothing but what
 * lies in the folder of the site.
 *
 * <p>
 * {@link HttpURLConnection} rather than the newer client, because its limit holds for each part of an answer; the newer
 * one waits for ever when a server goes silent in the middle of a file.
 */
final class WebSite implements SiteFiles {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final int FIRST_ERROR = 500;

    private final String site;
    private final SSLContext tls;
    private final Duration silence;
    private final Texts texts = Texts.of(WebSite.class);

    /** @param tls says whom to believe that they are the site */
    WebSite(URI site, SSLContext tls) {
        this(site, tls, SILENCE);
    }

    /** @param silence how long the site may say nothing in the middle of something */
    WebSite(URI site, SSLContext tls, Duration silence) {
        this.site = site.toString();
        this.tls = tls;
        this.silence = silence;
    }

    @Override
    public InputStream open(URI address) throws IOException {
        HttpURLConnection connection = ask("GET", address);
        try {
            return new Whole(connection.getInputStream(), connection.getContentLengthLong());
        } catch (IOException e) {
            throw AwayException.of(e);
        }
    }

    @Override
    public long lastModified(URI address) throws IOException {
        HttpURLConnection connection = ask("HEAD", address);
        try {
            return connection.getLastModified();
        } finally {
            connection.disconnect();
        }
    }

    /** The answer's head has come, and is a good one. */
    private HttpURLConnection ask(String method, URI address) throws IOException {
        if (!address.normalize().toString().startsWith(site)) {
            throw new IOException(texts.get("transport.elsewhere", address));
        }
        HttpURLConnection connection = connection(address);
        connection.setRequestMethod(method);
        connection.setConnectTimeout((int) CONNECT.toMillis());
        connection.setReadTimeout((int) silence.toMillis());
        // It would lead out of the folder.
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        int code;
        try {
            code = connection.getResponseCode();
        } catch (SSLHandshakeException e) {
            throw new StrangerException(texts.get("site.certificate", site, e.getMessage()), e);
        } catch (IOException e) {
            throw AwayException.of(e);
        }
        if (code == HttpURLConnection.HTTP_OK) {
            return connection;
        }
        connection.disconnect();
        if (code == HttpURLConnection.HTTP_NOT_FOUND || code == HttpURLConnection.HTTP_GONE) {
            throw new FileNotFoundException(address.toString());
        }
        IOException refused = new IOException(texts.get("transport.code", code, address));
        throw code >= FIRST_ERROR ? AwayException.of(refused) : refused;
    }

    private HttpURLConnection connection(URI address) throws IOException {
        try {
            if (address.toURL().openConnection() instanceof HttpURLConnection connection) {
                if (connection instanceof HttpsURLConnection encrypted) {
                    encrypted.setSSLSocketFactory(tls.getSocketFactory());
                }
                return connection;
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        throw new IOException(texts.get("transport.elsewhere", address));
    }

    /** Fails when it ends before all of it has come: the connection just says that it is over. */
    private final class Whole extends FilterInputStream {

        private final long length;
        private long read;

        Whole(InputStream in, long length) {
            super(in);
            this.length = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            try {
                int got = super.read(into, from, most);
                if (got < 0 && length >= 0 && read < length) {
                    throw new IOException(texts.get("transport.cut", read, length));
                }
                read += Math.max(got, 0);
                return got;
            } catch (IOException e) {
                throw AwayException.of(e);
            }
        }
    }
}
