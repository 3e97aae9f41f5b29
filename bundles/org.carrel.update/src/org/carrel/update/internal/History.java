/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProfileRegistry;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.metadata.Version;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.artifact.ArtifactKeyQuery;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was installed here before, as p2 remembers it. */
final class History {

    private static final Logger LOG = LoggerFactory.getLogger(History.class);

    private final Installation installation;
    private final IProfile now;
    /** The newest first; without the states in which nothing was installed yet. */
    private final List<IProfile> earlier = new ArrayList<>();

    History(Installation installation, IProfile now) {
        this.installation = installation;
        this.now = now;
        IProfileRegistry registry = installation.registry();
        long[] times = registry.listProfileTimestamps(now.getProfileId());
        Arrays.stream(times).filter(time -> time < now.getTimestamp()).boxed().sorted(Comparator.reverseOrder())
                .map(time -> registry.getProfile(now.getProfileId(), time))
                .filter(state -> state != null && !Installation.roots(state).isEmpty()).forEach(earlier::add);
    }

    /**
     * The last state with a version that is older than the one that is installed: whoever has gone back does not go
     * forward by going back again.
     */
    Optional<IProfile> before() {
        return earlier.stream().filter(state -> isOlder(state, now)).findFirst();
    }

    private static boolean isOlder(IProfile one, IProfile other) {
        Map<String, Version> of = versions(other);
        Map<String, Version> older = versions(one);
        return older.keySet().equals(of.keySet()) && !older.equals(of)
                && older.entrySet().stream().allMatch(root -> root.getValue().compareTo(of.get(root.getKey())) <= 0);
    }

    private static Map<String, Version> versions(IProfile state) {
        return Installation.roots(state).stream()
                .collect(Collectors.toMap(IInstallableUnit::getId, IInstallableUnit::getVersion));
    }

    /**
     * Drops what neither this version nor the one before needs. It is called before something is installed, so that
     * what runs just now in another window is still there, even if it was updated meanwhile.
     */
    void prune() throws UpdateFault {
        Optional<IProfile> before = before();
        if (before.isEmpty()) {
            return;
        }
        Set<IArtifactKey> needed = new HashSet<>(artifacts(now));
        needed.addAll(artifacts(before.get()));
        for (IArtifactRepository place : installation.local(now)) {
            Set<IArtifactKey> old = place.query(ArtifactKeyQuery.ALL_KEYS,
                    new NullProgressMonitor()).toSet();
            old.removeAll(needed);
            if (!old.isEmpty()) {
                LOG.info("Removing {} parts of versions before the last", old.size());
                place.removeDescriptors(old.toArray(IArtifactKey[]::new), new NullProgressMonitor());
            }
        }
        for (IProfile state : earlier) {
            if (state.getTimestamp() < before.get().getTimestamp()) {
                forget(state);
            }
        }
    }

    private void forget(IProfile state) {
        try {
            installation.registry().removeProfile(state.getProfileId(), state.getTimestamp());
        } catch (ProvisionException e) {
            LOG.warn("A version before the last stays in the list", e);
        }
    }

    /** All files that {@code state} consists of. */
    static Set<IArtifactKey> artifacts(IProfile state) {
        return state.query(QueryUtil.createIUAnyQuery(), new NullProgressMonitor()).stream()
                .flatMap(unit -> unit.getArtifacts().stream()).collect(Collectors.toSet());
    }
}
