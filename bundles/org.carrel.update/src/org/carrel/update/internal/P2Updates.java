/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.update.Release;
import org.carrel.update.UpdateAnswer;
import org.carrel.update.UpdateSource;
import org.carrel.update.Updates;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.equinox.p2.core.IAgentLocation;
import org.eclipse.equinox.p2.core.IProvisioningAgentProvider;
import org.eclipse.equinox.p2.engine.IProfile;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Updates of the program that runs, by p2. */
@Component
public final class P2Updates implements Updates {

    private static final Logger LOG = LoggerFactory.getLogger(P2Updates.class);

    /** Tells p2 which of its profiles the running program is. */
    private static final String PROFILE = "eclipse.p2.profile";

    private final IProvisioningAgentProvider agents;
    private final Optional<URI> area;
    private final String profile;
    private final Texts texts = Texts.of(P2Updates.class);

    @Activate
    public P2Updates(BundleContext context, @Reference IProvisioningAgentProvider agents) {
        this(agents, area(context), Optional.ofNullable(context.getProperty(PROFILE)).orElse(""));
    }

    /** Of the installation of which p2 knows in {@code area}; empty when there is none. */
    P2Updates(IProvisioningAgentProvider agents, Optional<URI> area, String profile) {
        this.agents = agents;
        this.area = area;
        this.profile = profile;
    }

    private static Optional<URI> area(BundleContext context) {
        ServiceReference<IAgentLocation> location = context.getServiceReference(IAgentLocation.class);
        if (location == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(context.getService(location)).map(IAgentLocation::getRootLocation);
        } finally {
            context.ungetService(location);
        }
    }

    @Override
    public UpdateAnswer look(UpdateSource source, Progress progress) {
        return alone((installation, now) -> {
            installation.forgetSites();
            return new Provisioning(installation, now).look(new UpdateSite(installation, source), progress);
        });
    }

    @Override
    public UpdateAnswer install(UpdateSource source, Progress progress) {
        return alone((installation, now) -> {
            installation.forgetSites();
            return new Provisioning(installation, now).install(new UpdateSite(installation, source), progress);
        });
    }

    @Override
    public UpdateAnswer rollBack(Progress progress) {
        return alone((installation, now) -> {
            return new Provisioning(installation, now).rollBack(progress);
        });
    }

    @Override
    public Optional<Release> installed() {
        return asked((installation, now) -> Optional.of(Installation.release(now)));
    }

    @Override
    public Optional<Release> before() {
        return asked((installation, now) -> new History(installation, now).before().map(Installation::release));
    }

    /** What is done with an installation. */
    private interface Deed<T> {
        T with(Installation installation, IProfile now) throws UpdateFault;
    }

    private synchronized Optional<Release> asked(Deed<Optional<Release>> question) {
        if (area.isEmpty()) {
            return Optional.empty();
        }
        try (Installation installation = new Installation(agents, area.get(), profile)) {
            return question.with(installation, installation.profile());
        } catch (UpdateFault e) {
            LOG.info("Nothing is known of the installation: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Does something that no other window or command may do just then. */
    private synchronized UpdateAnswer alone(Deed<UpdateAnswer> deed) {
        if (area.isEmpty()) {
            return new UpdateAnswer.Refused(texts.get("installation.unknown"));
        }
        try (Installation installation = new Installation(agents, area.get(), profile);
                FileChannel channel = lockFile(installation);
                FileLock lock = lock(channel)) {
            IProfile now = ChangeOver.finish(installation);
            installation.mustBeWritable(now);
            return deed.with(installation, now);
        } catch (UpdateFault e) {
            LOG.warn("An update came to nothing: {}", e.getMessage(), e.getCause());
            return e.answer();
        } catch (OperationCanceledException e) {
            return new UpdateAnswer.Cancelled();
        } catch (IOException e) {
            LOG.warn("An update came to nothing", e);
            return new UpdateAnswer.Refused(texts.get("updates.failed", e.getMessage()));
        }
    }

    private FileChannel lockFile(Installation installation) throws UpdateFault {
        Path folder = installation.staging();
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw installation.unwritable(e);
        }
    }

    private FileLock lock(FileChannel channel) throws IOException, UpdateFault {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("Held by this process", e);
        }
        throw UpdateFault.refused(texts.get("updates.busy"));
    }
}
