/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sync.ui.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

import org.carrel.model.Texts;
import org.carrel.model.UploadRun;
import org.carrel.model.port.Branch;
import org.carrel.model.port.IlsTransport;
import org.carrel.model.port.PasswordCheck;
import org.carrel.model.port.Secrets;
import org.carrel.model.port.Subscription;
import org.carrel.sync.UploadMonitor;
import org.carrel.sync.Uploader;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/**
 * Starts and stops uploads for every view and command of the window, and knows the last one. Safe for use by several
 * threads.
 */
@Component(service = UploadControl.class)
public final class UploadControl {

    private static final Texts TEXTS = Texts.of(UploadControl.class);

    private final Uploader uploader;
    private final Branch branch;
    private final Secrets secrets;
    private final IlsTransport transport;
    /** Empty in practice mode. */
    private final Optional<PasswordCheck> password;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private Optional<UploadProgress> latest = Optional.empty();

    /** What the person at the desk may be asked before an upload. */
    interface Questions {

        /**
         * The secret of the branch's WSKey: never empty and a fresh array that the caller overwrites; empty to decline.
         */
        Optional<char[]> secret();

        /** Whether the person knows the branch password, which {@code check} looks at; not on the UI thread. */
        boolean knowsPassword(Function<char[], PasswordCheck.Answer> check);
    }

    /** What became of the wish to upload. */
    enum Answer {
        /** It begins. */
        BEGUN,
        /** One runs already. */
        BUSY,
        /** Nobody supplied the secret; nothing was sent. */
        NO_SECRET,
        /** Nobody knew the password; nothing was sent. */
        NO_PASSWORD
    }

    @Activate
    public UploadControl(@Reference Uploader uploader, @Reference Branch branch, @Reference Secrets secrets,
            @Reference IlsTransport transport,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL) PasswordCheck password) {
        this.uploader = Objects.requireNonNull(uploader, "uploader");
        this.branch = Objects.requireNonNull(branch, "branch");
        this.secrets = Objects.requireNonNull(secrets, "secrets");
        this.transport = Objects.requireNonNull(transport, "transport");
        this.password = Optional.ofNullable(password);
    }

    /**
     * Begins an upload, after asking for the password where the branch wants that, and for the secret where neither the
     * branch nor this session has one. Comes back at once.
     *
     * @param scheduling runs what it is given on a thread of its own
     */
    Answer begin(Questions questions, Consumer<UploadProgress> scheduling) {
        UploadProgress progress;
        synchronized (this) {
            if (isRunning()) {
                return Answer.BUSY;
            }
        }
        if (branch.profile().upload().asksPassword() && !branch.profile().practice() && !knowsPassword(questions)) {
            return Answer.NO_PASSWORD;
        }
        if (!hasSecret() && !supply(questions.secret())) {
            return Answer.NO_SECRET;
        }
        synchronized (this) {
            if (isRunning()) {
                return Answer.BUSY;
            }
            progress = new UploadProgress(this::tell);
            latest = Optional.of(progress);
        }
        tell();
        scheduling.accept(progress);
        return Answer.BEGUN;
    }

    /**
     * Runs the upload that {@link #begin} scheduled; for the thread that was scheduled. However it ends, the progress
     * says so afterwards.
     *
     * @param watching what the uploader talks to: {@code progress} itself, or something that hands on to it
     */
    UploadRun run(UploadProgress progress, UploadMonitor watching) {
        try {
            UploadRun run = uploader.run(watching);
            if (run.ending().filter(UploadRun.Ending.SIGN_IN_REFUSED::equals).isPresent()
                    && !branch.profile().practice()) {
                // The next upload asks again: sending the same secret twice brings the key nearer to being disabled.
                secrets.forget();
            }
            progress.ended(run);
            return run;
        } catch (RuntimeException e) {
            progress.failed(TEXTS.get("upload.failed", Objects.requireNonNullElse(e.getMessage(), e.toString())));
            throw e;
        }
    }

    /** How the latest upload of this session is getting on, or how it ended; empty before the first. */
    synchronized Optional<UploadProgress.Snapshot> latest() {
        return latest.map(UploadProgress::snapshot);
    }

    /** Whether an upload runs now, of this window or from elsewhere. */
    synchronized boolean isRunning() {
        return uploader.isRunning() || latest.map(UploadProgress::snapshot).filter(it -> !it.isOver()).isPresent();
    }

    /** Stops the running upload after the requests that are out. */
    synchronized void cancel() {
        latest.ifPresent(UploadProgress::cancel);
    }

    /** Tells {@code listener} of every change, on the thread that made it; it returns quickly. */
    Subscription observe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private boolean knowsPassword(Questions questions) {
        PasswordCheck check = password
                .orElseThrow(() -> new IllegalStateException("the branch wants a password, and nobody can check it"));
        return questions.knowsPassword(check::check);
    }

    private boolean hasSecret() {
        if (branch.profile().practice()) {
            return true;
        }
        Optional<char[]> known = secrets.wsKeySecret();
        known.ifPresent(secret -> Arrays.fill(secret, '\0'));
        return known.isPresent();
    }

    private boolean supply(Optional<char[]> typed) {
        typed.ifPresent(secret -> {
            secrets.supplyWsKeySecret(secret);
            Arrays.fill(secret, '\0');
            transport.forgetSignIn();
        });
        return typed.isPresent();
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }
}
