/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.carrel.model.Texts;
import org.carrel.update.Release;
import org.carrel.update.UpdateAnswer;
import org.carrel.update.Updates.Progress;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gets an installation from one version to another. */
final class Provisioning {

    private static final Logger LOG = LoggerFactory.getLogger(Provisioning.class);

    /** How much of the way it is until all is known, and until all has come. */
    private static final double KNOWN = 0.15;
    private static final double FETCHED = 0.8;

    private final Installation installation;
    private final IProfile now;
    private final Texts texts = Texts.of(Provisioning.class);

    /** @param now what is installed */
    Provisioning(Installation installation, IProfile now) {
        this.installation = installation;
        this.now = now;
    }

    /** An update that is there, and what has to be fetched for it. */
    private record Found(IProvisioningPlan plan, Release newer, IArtifactRepository source, Set<IArtifactKey> parts,
            Set<IArtifactKey> missing, long bytes) {}

    UpdateAnswer look(UpdateSite site, Progress progress) throws UpdateFault {
        Optional<Found> found = find(site, new Staging(installation, site), new Meter(progress, 0, 1));
        if (found.isEmpty()) {
            return new UpdateAnswer.Nothing(Installation.release(now));
        }
        LOG.info("{} {} can be installed", found.get().newer().name(), found.get().newer().version());
        return new UpdateAnswer.Newer(Installation.release(now), found.get().newer(), found.get().bytes());
    }

    private Optional<Found> find(UpdateSite site, Staging staging, IProgressMonitor monitor) throws UpdateFault {
        monitor.beginTask("", 4);
        List<UpdateSite.Step> steps = site.newer(now, new NullProgressMonitor());
        monitor.worked(1);
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        stopIfCancelled(monitor);
        IArtifactRepository source = site.files(new NullProgressMonitor());
        monitor.worked(1);
        stopIfCancelled(monitor);
        List<IArtifactRepository> here = installation.local(now);
        // What was installed once need not come again, and p2 finds it only where it is told to look.
        List<URI> files = Stream.concat(Stream.of(staging.folder().toUri()),
                here.stream().map(IArtifactRepository::getLocation)).toList();
        IProvisioningPlan plan = site.plan(now, steps, site.context(files), new NullProgressMonitor());
        monitor.worked(1);
        stopIfCancelled(monitor);
        Set<IArtifactKey> parts = plan.getAdditions().query(QueryUtil.createIUAnyQuery(), new NullProgressMonitor())
                .stream().flatMap(unit -> unit.getArtifacts().stream()).collect(Collectors.toSet());
        here.forEach(place -> parts.removeIf(place::contains));
        staging.mustBeOffered(parts, source);
        Set<IArtifactKey> missing = staging.missing(parts);
        monitor.worked(1);
        return Optional.of(new Found(plan, Installation.release(steps.getFirst().to(), Optional.empty()), source, parts,
                missing, staging.size(missing, source)));
    }

    UpdateAnswer install(UpdateSite site, Progress progress) throws UpdateFault {
        Staging staging = new Staging(installation, site);
        Optional<Found> found = find(site, staging, new Meter(progress, 0, KNOWN));
        if (found.isEmpty()) {
            return new UpdateAnswer.Nothing(Installation.release(now));
        }
        Found update = found.get();
        // p2 brings its own picture of what is installed up to date.
        Release before = Installation.release(now);
        staging.fetch(update.missing(), update.bytes(), update.source(), new Meter(progress, KNOWN, FETCHED));
        staging.mustBeSigned(update.parts(), update.source());
        ChangeOver change = new ChangeOver(installation, now);
        stopIfCancelled(new Meter(progress, FETCHED, FETCHED));
        change.begin();
        new History(installation, now).prune();
        change.perform(update.plan(), new Meter(progress, FETCHED, 1));
        try {
            staging.clear();
        } catch (IOException e) {
            LOG.warn("What was fetched for the update stays behind in {}", staging.folder(), e);
        }
        LOG.info("{} {} is installed", update.newer().name(), update.newer().version());
        progress.done(1);
        return new UpdateAnswer.Done(before, update.newer());
    }

    UpdateAnswer rollBack(Progress progress) throws UpdateFault {
        Optional<IProfile> before = new History(installation, now).before();
        if (before.isEmpty()) {
            return new UpdateAnswer.Nothing(Installation.release(now));
        }
        Set<IArtifactKey> parts = History.artifacts(before.get());
        for (IArtifactRepository place : installation.local(now)) {
            parts.removeIf(place::contains);
        }
        Release from = Installation.release(now);
        Release goal = Installation.release(before.get());
        if (!parts.isEmpty()) {
            LOG.warn("Not here any more: {}", parts);
            throw UpdateFault.refused(texts.get("back.gone", goal.version(), parts.size()));
        }
        stopIfCancelled(new Meter(progress, 0, 0));
        ChangeOver change = new ChangeOver(installation, now);
        IProvisioningPlan plan = change.back(now, before.get());
        change.begin();
        change.perform(plan, new Meter(progress, 0, 1));
        LOG.info("{} {} is installed again", goal.name(), goal.version());
        progress.done(1);
        return new UpdateAnswer.Done(from, goal);
    }

    private static void stopIfCancelled(IProgressMonitor monitor) throws UpdateFault {
        if (monitor.isCanceled()) {
            throw UpdateFault.cancelled();
        }
    }
}
