/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;

import org.carrel.model.Texts;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Status;
import org.eclipse.equinox.internal.p2.repository.DownloadStatus;
import org.eclipse.equinox.internal.p2.repository.Transport;
import org.eclipse.equinox.internal.provisional.p2.repository.IStateful;

/**
 * How p2 reaches an update site on the web: by the JDK, with a limit to each wait, with certificates verified, and
 * nothing but what lies in the folder of the site. It keeps what it could not do with the network, so that somebody can
 * be told whether the site is wrong or just away. Safe for use by several threads.
 *
 * <p>
 * {@link HttpURLConnection} rather than the newer client, because its limit holds for each part of an answer; the newer
 * one waits for ever when a server goes silent in the middle of a file.
 */
final class SiteTransport extends Transport {

    private static final String BUNDLE = "org.carrel.update";
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(20);
    private static final int CHUNK = 1 << 15;
    private static final int FIRST_ERROR = 500;

    private final String site;
    private final SSLContext tls;
    private final Duration silence;
    private final Texts texts = Texts.of(SiteTransport.class);
    private volatile Optional<String> trouble = Optional.empty();

    /** @param tls says whom to believe that they are the site */
    SiteTransport(URI site, SSLContext tls) {
        this(site, tls, SILENCE);
    }

    /** @param silence how long the site may say nothing in the middle of something */
    SiteTransport(URI site, SSLContext tls, Duration silence) {
        this.site = site.toString();
        this.tls = tls;
        this.silence = silence;
    }

    /** Why the site could not be reached, or no longer; empty when it could. */
    Optional<String> trouble() {
        return trouble;
    }

    @Override
    public IStatus download(URI from, OutputStream target, IProgressMonitor monitor) {
        IStatus status = copy(from, target, IProgressMonitor.nullSafe(monitor));
        if (target instanceof IStateful stateful) {
            stateful.setStatus(status);
        }
        return status;
    }

    private IStatus copy(URI from, OutputStream target, IProgressMonitor monitor) {
        try (InputStream in = open(from)) {
            byte[] chunk = new byte[CHUNK];
            long all = 0;
            for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
                if (monitor.isCanceled()) {
                    return Status.CANCEL_STATUS;
                }
                target.write(chunk, 0, length);
                all += length;
            }
            DownloadStatus done = new DownloadStatus(IStatus.OK, BUNDLE, Status.OK_STATUS.getMessage());
            done.setFileSize(all);
            return done;
        } catch (IOException e) {
            return new DownloadStatus(IStatus.ERROR, BUNDLE, sentence(e), e);
        }
    }

    @Override
    public InputStream stream(URI from, IProgressMonitor monitor) throws FileNotFoundException, CoreException {
        if (monitor != null && monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        try {
            return open(from);
        } catch (FileNotFoundException e) {
            throw e;
        } catch (IOException e) {
            throw new CoreException(new Status(IStatus.ERROR, BUNDLE, sentence(e), e));
        }
    }

    @Override
    public long getLastModified(URI of, IProgressMonitor monitor) throws CoreException, FileNotFoundException {
        if (monitor != null && monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
        try {
            HttpURLConnection connection = ask("HEAD", of);
            try {
                return connection.getLastModified();
            } finally {
                connection.disconnect();
            }
        } catch (FileNotFoundException e) {
            throw e;
        } catch (IOException e) {
            throw new CoreException(new Status(IStatus.ERROR, BUNDLE, sentence(e), e));
        }
    }

    private InputStream open(URI from) throws IOException {
        HttpURLConnection connection = ask("GET", from);
        try {
            return new Whole(connection.getInputStream(), connection.getContentLengthLong());
        } catch (IOException e) {
            throw noted(e);
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
        } catch (IOException e) {
            throw noted(e);
        }
        if (code == HttpURLConnection.HTTP_OK) {
            return connection;
        }
        connection.disconnect();
        if (code == HttpURLConnection.HTTP_NOT_FOUND || code == HttpURLConnection.HTTP_GONE) {
            throw new FileNotFoundException(address.toString());
        }
        IOException refused = new IOException(texts.get("transport.code", code, address));
        throw code >= FIRST_ERROR ? noted(refused) : refused;
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

    private IOException noted(IOException network) {
        trouble = Optional.of(sentence(network));
        return network;
    }

    private static String sentence(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
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
                throw noted(e);
            }
        }
    }
}
