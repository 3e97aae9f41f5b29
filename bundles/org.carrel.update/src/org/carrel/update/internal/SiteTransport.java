/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

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
 * How p2 reaches an update site. It keeps why something failed, so that somebody can be told whether the site is wrong,
 * away, or not to be trusted. When signatures are asked for, the lists of a site, which say what is done at an
 * installation, must have one as well: p2 knows none of lists, so a signature lies beside each, with {@code .asc} at
 * the end of its name. Safe for use by several threads.
 */
final class SiteTransport extends Transport {

    private static final String BUNDLE = "org.carrel.update";
    private static final Pattern LIST = Pattern
            .compile("(content|artifacts|compositeContent|compositeArtifacts)\\.(xml|jar|xml\\.xz)");
    private static final long LARGEST_LIST = 64L * 1024 * 1024;
    /** Several times what the largest of all archives has. */
    private static final long LARGEST_FILE = 512L * 1024 * 1024;
    private static final int CHUNK = 1 << 15;

    private final SiteFiles files;
    private final Optional<SigningKeys> keys;
    private final Texts texts = Texts.of(SiteTransport.class);
    private volatile Optional<String> trouble = Optional.empty();
    private volatile Optional<String> distrust = Optional.empty();

    /** @param keys one of which must have signed the lists; empty when nobody must have */
    SiteTransport(SiteFiles files, Optional<SigningKeys> keys) {
        this.files = files;
        this.keys = keys;
    }

    /** Why the site could not be reached, or no longer; empty when it could. */
    Optional<String> trouble() {
        return trouble;
    }

    /** Why what it says is not believed, as a sentence; empty when it is. */
    Optional<String> distrust() {
        return distrust;
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
            return new DownloadStatus(IStatus.ERROR, BUNDLE, String.valueOf(noted(e).getMessage()), e);
        }
    }

    @Override
    public InputStream stream(URI from, IProgressMonitor monitor) throws FileNotFoundException, CoreException {
        stopIfCancelled(monitor);
        try {
            return open(from);
        } catch (FileNotFoundException e) {
            throw e;
        } catch (IOException e) {
            throw new CoreException(new Status(IStatus.ERROR, BUNDLE, noted(e).getMessage(), e));
        }
    }

    @Override
    public long getLastModified(URI of, IProgressMonitor monitor) throws CoreException, FileNotFoundException {
        stopIfCancelled(monitor);
        try {
            return files.lastModified(of);
        } catch (FileNotFoundException e) {
            throw e;
        } catch (IOException e) {
            throw new CoreException(new Status(IStatus.ERROR, BUNDLE, noted(e).getMessage(), e));
        }
    }

    private static void stopIfCancelled(IProgressMonitor monitor) {
        if (monitor != null && monitor.isCanceled()) {
            throw new OperationCanceledException();
        }
    }

    private InputStream open(URI from) throws IOException {
        String path = from.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (!LIST.matcher(name).matches()) {
            return bounded(from, LARGEST_FILE);
        }
        return keys.isPresent() ? signed(from, name, keys.get()) : bounded(from, LARGEST_LIST);
    }

    private InputStream bounded(URI from, long most) throws IOException {
        return new Bounded(files.open(from), most, texts.get("file.large", from));
    }

    /** All of a list, when one of {@code believed} has signed it. */
    private InputStream signed(URI from, String name, SigningKeys believed) throws IOException {
        byte[] list = whole(from);
        byte[] signature;
        try {
            signature = whole(URI.create(from + ".asc"));
        } catch (FileNotFoundException e) {
            throw distrusted("list.unsigned", name, e);
        }
        if (!believed.haveSigned(() -> new ByteArrayInputStream(list), SigningKeys.signatures(signature))) {
            throw distrusted("list.wrong", name, null);
        }
        return new ByteArrayInputStream(list);
    }

    private byte[] whole(URI from) throws IOException {
        try (InputStream in = bounded(from, LARGEST_LIST)) {
            return in.readAllBytes();
        }
    }

    /** Not that it is not there: p2 would take another list then. */
    private IOException distrusted(String sentence, String name, IOException cause) {
        distrust = Optional.of(texts.get(sentence, name));
        return new IOException(distrust.get(), cause);
    }

    private IOException noted(IOException e) {
        if (e instanceof SiteFiles.AwayException) {
            trouble = Optional.of(e.getMessage());
        }
        if (e instanceof SiteFiles.StrangerException) {
            distrust = Optional.of(e.getMessage());
        }
        return e;
    }
}
