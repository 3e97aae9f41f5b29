/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.model.Texts;
import org.carrel.update.Release;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.core.IProvisioningAgent;
import org.eclipse.equinox.p2.core.IProvisioningAgentProvider;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IEngine;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.engine.query.IUProfilePropertyQuery;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.planner.IPlanner;
import org.eclipse.equinox.p2.repository.IRepositoryManager;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepositoryManager;

/**
 * The program as p2 has installed it, for as long as one thing is done with it: what p2 remembers of sites ends with
 * {@link #close}.
 */
final class Installation implements AutoCloseable {

    private static final String GARBAGE_COLLECTOR = "org.eclipse.equinox.internal.p2.garbagecollector.GarbageCollector";

    private final Path area;
    private final IProvisioningAgent agent;
    private final String profileId;
    private final Texts texts = Texts.of(Installation.class);

    /** @param area where p2 keeps what it knows of this installation */
    Installation(IProvisioningAgentProvider provider, URI area, String profileId) throws UpdateFault {
        this.area = Path.of(area).normalize();
        this.profileId = profileId;
        try {
            this.agent = provider.createAgent(area);
            // The engine would have everything removed that is not installed just now, and with it the way back.
            agent.registerService(GARBAGE_COLLECTOR, this);
        } catch (ProvisionException e) {
            throw UpdateFault.refused(texts.get("installation.unknown"), e);
        }
    }

    @Override
    public void close() {
        for (IRepositoryManager<?> manager : List.of(units(), files())) {
            for (URI known : manager.getKnownRepositories(IRepositoryManager.REPOSITORIES_ALL)) {
                // p2 would ask sites that it has heard of when nobody wants to know.
                if (!"file".equalsIgnoreCase(known.getScheme())) {
                    manager.removeRepository(known);
                }
            }
        }
        agent.stop();
    }

    IProvisioningAgent agent() {
        return agent;
    }

    <T> T service(Class<T> type) {
        T service = agent.getService(type);
        if (service == null) {
            throw new IllegalStateException("p2 is not complete: " + type.getName());
        }
        return service;
    }

    IProfileRegistry registry() {
        return service(IProfileRegistry.class);
    }

    IPlanner planner() {
        return service(IPlanner.class);
    }

    IEngine engine() {
        return service(IEngine.class);
    }

    IMetadataRepositoryManager units() {
        return service(IMetadataRepositoryManager.class);
    }

    IArtifactRepositoryManager files() {
        return service(IArtifactRepositoryManager.class);
    }

    /** What is installed. */
    IProfile profile() throws UpdateFault {
        IProfile profile = registry().getProfile(profileId);
        if (profile == null || roots(profile).isEmpty() || profile.getProperty(IProfile.PROP_INSTALL_FOLDER) == null) {
            throw UpdateFault.refused(texts.get("installation.unknown"));
        }
        return profile;
    }

    /** What somebody has asked p2 to install in {@code state}; all else is there because these need it. */
    static List<IInstallableUnit> roots(IProfile state) {
        return state.query(new IUProfilePropertyQuery(IProfile.PROP_PROFILE_ROOT_IU, Boolean.TRUE.toString()),
                new NullProgressMonitor()).stream().sorted(Comparator.comparing(IInstallableUnit::getId)).toList();
    }

    /** What people call {@code state}. */
    static Release release(IProfile state) {
        IInstallableUnit root = roots(state).getFirst();
        return release(root, Optional.of(Instant.ofEpochMilli(state.getTimestamp())));
    }

    static Release release(IInstallableUnit root, Optional<Instant> since) {
        String name = root.getProperty(IInstallableUnit.PROP_NAME, null);
        return new Release(name == null || name.isBlank() ? root.getId() : name, root.getVersion().toString(), since);
    }

    /** The program's folder. */
    Path folder(IProfile profile) {
        return Path.of(profile.getProperty(IProfile.PROP_INSTALL_FOLDER));
    }

    /** Where an update lies until it is whole. */
    Path staging() {
        return area.resolve("org.carrel.update");
    }

    /** Where the small files of the next version lie until all is in its place. */
    Path next() {
        return staging().resolve("next");
    }

    /** Where p2 writes down what is installed, a file for each state. */
    Path states() {
        return area.resolve("org.eclipse.equinox.p2.engine").resolve("profileRegistry")
                .resolve(profileId + ".profile");
    }

    /** Folders in which p2 keeps what it has installed: what lies in the program, and what was unpacked into it. */
    List<Path> places(IProfile profile) {
        String pool = profile.getProperty(IProfile.PROP_CACHE);
        return List.of(pool == null ? folder(profile) : Path.of(pool),
                area.resolve("org.eclipse.equinox.p2.core").resolve("cache"));
    }

    /** All that p2 has installed. */
    List<IArtifactRepository> local(IProfile profile) throws UpdateFault {
        try {
            List<IArtifactRepository> local = new ArrayList<>();
            for (Path place : places(profile)) {
                if (Files.exists(place.resolve("artifacts.xml"))) {
                    local.add(
                            files().loadRepository(place.toUri(), IArtifactRepositoryManager.REPOSITORY_HINT_MODIFIABLE,
                                    new NullProgressMonitor()));
                }
            }
            return local;
        } catch (ProvisionException e) {
            throw UpdateFault.refused(texts.get("installation.damaged", e.getMessage()), e);
        }
    }

    /** Fails when the folder, or what p2 keeps, cannot be changed. */
    void mustBeWritable(IProfile profile) throws UpdateFault {
        Path folder = folder(profile);
        for (Path place : List.of(folder, folder.resolve("plugins"), folder.resolve("configuration"), area)) {
            try {
                Files.deleteIfExists(Files.createTempFile(place, "carrel", ".probe"));
            } catch (IOException e) {
                throw unwritable(folder, place, e);
            }
        }
    }

    /** Nothing can be written where p2 keeps its own. */
    UpdateFault unwritable(IOException e) {
        return unwritable(area.getParent(), area, e);
    }

    /** Whoever may not write needs somebody else than who has no room. */
    private UpdateFault unwritable(Path program, Path place, IOException e) {
        boolean forbidden = e instanceof AccessDeniedException || !Files.isWritable(place);
        return UpdateFault.refused(forbidden ? texts.get("installation.readOnly", program)
                : texts.get("staging.unwritable", place, e.getMessage()), e);
    }

    /** Forgets what p2 keeps of sites, so that it asks what is there now. */
    void forgetSites() throws UpdateFault {
        Path cache = area.resolve("org.eclipse.equinox.p2.repository").resolve("cache");
        if (Files.isDirectory(cache)) {
            try (Stream<Path> kept = Files.list(cache)) {
                for (Path file : kept.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw unwritable(e);
            }
        }
    }
}
