/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.carrel.model.Texts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.bundle.CollisionHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts bundles into the framework, starts them, and throws them out. The framework keeps what is installed from one
 * start of the program to the next, and would start again by itself what was started for good: so they are started only
 * for this time, and installed afresh at each start.
 */
final class Starting {

    private static final Logger LOG = LoggerFactory.getLogger(Starting.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    /** The framework reads such a bundle where it lies, and makes no copy that another process could stumble over. */
    private static final String REFERENCE = "reference:file:";

    private final BundleContext context;
    private final String home;
    private final SynchronousBundleListener ending = this::ending;
    private final Texts texts = Texts.of(Starting.class);

    /** @param folder the one below which all extensions lie */
    Starting(BundleContext context, Path folder) {
        this.context = context;
        this.home = location(folder) + '/';
    }

    private static String location(Path file) {
        return REFERENCE + file.toAbsolutePath().normalize().toString().replace('\\', '/');
    }

    /** Whether an extension brought it, now or at an earlier start. */
    boolean isExtension(Bundle bundle) {
        return bundle.getLocation().startsWith(home);
    }

    /** It did not start; the message is a sentence. */
    static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;
        private final boolean hanging;

        FailedException(String sentence, boolean hanging, Throwable cause) {
            super(sentence, cause);
            this.hanging = hanging;
        }

        /** Whether it has not come to an end, rather than failed. */
        boolean isHanging() {
            return hanging;
        }
    }

    /** Those that are in the framework now. */
    List<Bundle> present() {
        return Arrays.stream(context.getBundles()).filter(this::isExtension).toList();
    }

    /** The framework waits half a minute for a bundle that is still starting: nobody else waits for that. */
    Thread throwOutLater(List<Bundle> bundles) {
        return Thread.ofPlatform().daemon().name("extension-out").start(() -> throwOut(bundles));
    }

    /** Throws them out, but waits no longer than a moment for one that does not come to an end of stopping. */
    void throwOutSoon(List<Bundle> bundles) {
        letEnd(throwOutLater(bundles));
    }

    /** They go first when the program ends: it would wait for ever for one that does not stop. */
    private void ending(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING
                && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID) {
            throwOutSoon(present());
        }
    }

    /** Whether a bundle of that name is part of the program itself. */
    boolean isOfProgram(String symbolicName) {
        return Arrays.stream(context.getBundles()).anyMatch(bundle -> symbolicName.equals(bundle.getSymbolicName())
                && !isExtension(bundle));
    }

    /** Throws all of them out; one that does not go is in the log. */
    void throwOut(List<Bundle> bundles) {
        for (Bundle bundle : bundles) {
            try {
                bundle.uninstall();
            } catch (BundleException | IllegalStateException e) {
                LOG.warn("{} does not go", bundle.getSymbolicName(), e);
            }
        }
    }

    /** Installs the bundles in {@code files} for a look at them, even while the same ones are running. */
    List<Bundle> installForTrial(List<Path> files) throws FailedException {
        ServiceRegistration<CollisionHook> allowed = context.registerService(CollisionHook.class,
                (operation, target, others) -> others.removeIf(this::isExtension),
                null);
        try {
            return install(files);
        } finally {
            allowed.unregister();
        }
    }

    /** Installs the bundles in {@code files}, without starting them. */
    List<Bundle> install(List<Path> files) throws FailedException {
        List<Bundle> installed = new ArrayList<>();
        try {
            for (Path file : files) {
                installed.add(context.installBundle(location(file)));
            }
            return installed;
        } catch (BundleException e) {
            throwOut(installed);
            LOG.error("{} cannot be installed", files, e);
            throw new FailedException(texts.get("start.install", e.getMessage()), false, e);
        }
    }

    /** Starts them one after the other, and waits for all of them together no longer than {@code limit}. */
    void start(String id, List<Bundle> bundles, Duration limit) throws FailedException {
        context.addBundleListener(ending);
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().daemon().name("extension-start-" + id).start(() -> {
            try {
                for (Bundle bundle : bundles) {
                    bundle.start(Bundle.START_TRANSIENT);
                }
                done.complete(null);
            } catch (Throwable e) {
                // Whatever the code of others throws, for instance an Error of its static initialiser, ends here.
                done.completeExceptionally(e);
            }
        });
        try {
            done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            letEnd(thread);
            throw new FailedException(texts.get("start.hangs", limit.toSeconds()), true, e);
        } catch (ExecutionException e) {
            LOG.error("The extension {} failed to start", id, e.getCause());
            throw new FailedException(texts.get("start.threw", reason(e.getCause())), false, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedException(texts.get("start.interrupted"), false, e);
        }
    }

    private static void letEnd(Thread thread) {
        try {
            thread.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the innermost cause says: the framework wraps what a bundle throws. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String message = innermost.getMessage();
        return message == null || message.isBlank() ? innermost.getClass().getSimpleName()
                : innermost.getClass().getSimpleName() + ": " + message.strip();
    }
}
