/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
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
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.engine.PhaseSetFactory;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.planner.IProfileChangeRequest;
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
        return found.isEmpty() ? new UpdateAnswer.Nothing(Installation.release(now))
                : new UpdateAnswer.Newer(Installation.release(now), found.get().newer(), found.get().bytes());
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
        new History(installation, now).prune();
        perform(update.plan(), progress, FETCHED);
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
        IProvisioningPlan plan = back(now, before.get());
        perform(plan, progress, 0);
        LOG.info("{} {} is installed again", goal.name(), goal.version());
        progress.done(1);
        return new UpdateAnswer.Done(from, goal);
    }

    /**
     * From one state to another, both of which were installed. By the planner, for it alone attaches to bundles what is
     * to be done with them; but without the sites that it has ever heard of, as to go back needs no network.
     */
    private IProvisioningPlan back(IProfile from, IProfile to) throws UpdateFault {
        ProvisioningContext context = new ProvisioningContext(installation.agent());
        context.setMetadataRepositories();
        context.setArtifactRepositories(
                installation.local(now).stream().map(IArtifactRepository::getLocation).toArray(URI[]::new));
        context.setProperty(ProvisioningContext.CHECK_AUTHORITIES, Boolean.FALSE.toString());
        Set<IInstallableUnit> earlier = units(to);
        context.setExtraInstallableUnits(new ArrayList<>(earlier));
        IProfileChangeRequest wish = installation.planner().createChangeRequest(from);
        wish.removeAll(Installation.roots(from));
        for (IInstallableUnit root : Installation.roots(to)) {
            wish.add(root);
            to.getInstallableUnitProperties(root)
                    .forEach((name, value) -> wish.setInstallableUnitProfileProperty(root, name, value));
        }
        IProvisioningPlan plan = installation.planner().getProvisioningPlan(wish, context, new NullProgressMonitor());
        if (plan.getStatus().matches(IStatus.ERROR)) {
            throw UpdateFault.refused(texts.get("perform.failed", Statuses.first(plan.getStatus())));
        }
        return plan;
    }

    private static Set<IInstallableUnit> units(IProfile state) {
        return state.query(QueryUtil.createIUAnyQuery(), new NullProgressMonitor()).toSet();
    }

    private void perform(IProvisioningPlan plan, Progress progress, double from) throws UpdateFault {
        stopIfCancelled(new Meter(progress, from, from));
        try {
            StartFiles start = new StartFiles(installation.folder(now));
            IStatus status = installation.engine().perform(plan, PhaseSetFactory.createDefaultPhaseSet(),
                    new Meter(progress, from, 1));
            if (status.matches(IStatus.CANCEL)) {
                throw UpdateFault.cancelled();
            }
            if (status.matches(IStatus.ERROR)) {
                LOG.warn("p2 says: {}", status);
                throw UpdateFault.refused(texts.get("perform.failed", Statuses.first(status)),
                        Statuses.thrown(status).orElse(null));
            }
            if (!start.areSound()) {
                takeBack(start);
                throw UpdateFault.refused(texts.get("perform.unsound"));
            }
        } catch (IOException e) {
            throw UpdateFault.refused(texts.get("perform.failed", e.getMessage()), e);
        }
    }

    /** p2 believes that it has done it, and the program would not start. */
    private void takeBack(StartFiles start) throws IOException, UpdateFault {
        IProfile after = installation.registry().getProfile(now.getProfileId());
        IProvisioningPlan back = back(after, now);
        IStatus status = installation.engine().perform(back, PhaseSetFactory.createDefaultPhaseSet(),
                new NullProgressMonitor());
        if (!status.isOK()) {
            LOG.error("What was installed is not known any more: {}", Statuses.first(status),
                    Statuses.thrown(status).orElse(null));
        }
        start.restore();
    }

    private static void stopIfCancelled(IProgressMonitor monitor) throws UpdateFault {
        if (monitor.isCanceled()) {
            throw UpdateFault.cancelled();
        }
    }
}
