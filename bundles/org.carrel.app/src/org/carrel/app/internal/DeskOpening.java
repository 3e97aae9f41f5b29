/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.BranchSetup;
import org.carrel.branch.ProfileFiles;
import org.carrel.branch.ProfileRemark;
import org.carrel.branch.SealedBranch;
import org.carrel.branch.UnsealedBranch;
import org.carrel.model.Texts;
import org.carrel.model.port.Branch;
import org.carrel.model.port.QueueHealth;
import org.carrel.model.port.TransactionQueue;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the branch and its queue before there is a window, so that a window is never shown that could not record. */
final class DeskOpening {

    /** What became of it. */
    sealed interface Result {

        /**
         * The workbench may start.
         *
         * @param sealed what somebody signed in to; empty in practice mode
         * @param remarks what somebody should know first, in sentences
         */
        record Ready(Branch branch, Optional<SealedBranch> sealed, List<String> remarks) implements Result {}

        /** Somebody signs in first; then {@link DeskOpening#openQueue} goes on. */
        record SignInFirst(SealedBranch branch, List<ProfileRemark> warnings) implements Result {}

        /** An administrator sets it up first; then somebody signs in. */
        record SetUpFirst(UnsealedBranch branch, List<ProfileRemark> warnings) implements Result {}

        /** It must not; in whole sentences. */
        record Refused(String headline, List<String> sentences) implements Result {}
    }

    private static final Logger LOG = LoggerFactory.getLogger(DeskOpening.class);
    private static final long PATIENCE = 60_000;

    private final Texts texts = Texts.of(DeskOpening.class);
    private final StartArguments arguments;
    private final BundleContext context = FrameworkUtil.getBundle(DeskOpening.class).getBundleContext();

    DeskOpening(StartArguments arguments) {
        this.arguments = arguments;
    }

    Result open() {
        try {
            Path root = dataRoot();
            BranchSetup setup = service(BranchSetup.class);
            BranchOpening opening = setup.open(
                    arguments.practice() ? Optional.of(practiceProfile(root)) : arguments.branch(),
                    root);
            return switch (opening) {
                case BranchOpening.Opened opened -> openQueue(opened.branch(), Optional.empty(),
                        opened.warnings().stream().map(ProfileRemark::toString).toList());
                case BranchOpening.Locked locked -> new Result.SignInFirst(locked.branch(), locked.warnings());
                case BranchOpening.Unsealed unsealed -> new Result.SetUpFirst(unsealed.branch(), unsealed.warnings());
                case BranchOpening.Refused refused -> new Result.Refused(texts.get("refused.profile"),
                        refused.errors().stream().map(this::sentence).toList());
            };
        } catch (IOException | UncheckedIOException e) {
            LOG.error("The data folder cannot be used", e);
            return new Result.Refused(texts.get("refused.data"),
                    List.of(texts.get("refused.data.sentence", e.getMessage())));
        } catch (MissingServiceException e) {
            return incomplete(e);
        } catch (InterruptedException e) {
            return interrupted();
        }
    }

    /** Opens the transactions of a branch that is open; encrypts them first when they are not yet. May take minutes. */
    Result openQueue(Branch branch, Optional<SealedBranch> sealed, List<String> remarks) {
        try {
            QueueHealth health = service(TransactionQueue.class).health();
            return health instanceof QueueHealth.Refused refused
                    ? new Result.Refused(texts.get("refused.queue"), List.of(refused.reason()))
                    : new Result.Ready(branch, sealed, remarks);
        } catch (MissingServiceException e) {
            return incomplete(e);
        } catch (InterruptedException e) {
            return interrupted();
        }
    }

    /** A service of the product, if it is there now. */
    <T> Optional<T> present(Class<T> type) {
        return Optional.ofNullable(context.getServiceReference(type)).map(context::getService);
    }

    private Result incomplete(MissingServiceException e) {
        LOG.error("A part of the program is missing", e);
        return new Result.Refused(texts.get("refused.installation"),
                List.of(texts.get("refused.installation.sentence")));
    }

    private Result interrupted() {
        Thread.currentThread().interrupt();
        return new Result.Refused(texts.get("refused.interrupted"), List.of(texts.get("refused.interrupted.sentence")));
    }

    private String sentence(ProfileRemark remark) {
        return remark.line() > 0
                ? texts.get("remark.line", remark.file(), Integer.toString(remark.line()), remark.sentence())
                : texts.get("remark.file", remark.file(), remark.sentence());
    }

    /** Where each branch has its data folder; after {@link #open}. */
    Path data() throws IOException {
        return dataRoot();
    }

    /** The instance area, which is also where the window's layout and the preferences are kept. */
    private Path dataRoot() throws IOException {
        Location instance = Platform.getInstanceLocation();
        if (!instance.isSet() && arguments.data().isPresent()) {
            Path chosen = Files.createDirectories(arguments.data().get());
            instance.set(chosen.toUri().toURL(), false);
        }
        return arguments.data().isPresent() ? arguments.data().get() : path(instance.getURL());
    }

    private static Path path(URL url) throws IOException {
        try {
            return Path.of(new URI(url.getProtocol(), url.getPath(), null));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IOException(url.toString(), e);
        }
    }

    /** Practice mode's profile ships inside the program; written out, it can be opened like any other. */
    private static Path practiceProfile(Path root) throws IOException {
        return Files.write(Files.createDirectories(root).resolve("practice.yaml"), ProfileFiles.practice());
    }

    private <T> T service(Class<T> type) throws InterruptedException, MissingServiceException {
        ServiceTracker<T, T> tracker = new ServiceTracker<>(context, type, null);
        tracker.open();
        try {
            T found = tracker.waitForService(PATIENCE);
            if (found == null) {
                throw new MissingServiceException(type);
            }
            return found;
        } finally {
            tracker.close();
        }
    }

    /** A bundle of the product is not there or did not start. */
    private static final class MissingServiceException extends Exception {
        private static final long serialVersionUID = 1L;

        MissingServiceException(Class<?> type) {
            super("no service " + type.getName());
        }
    }
}
