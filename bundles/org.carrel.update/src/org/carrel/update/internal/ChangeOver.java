/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.carrel.model.Texts;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.equinox.internal.p2.engine.ActionManager;
import org.eclipse.equinox.internal.p2.engine.Profile;
import org.eclipse.equinox.internal.p2.engine.ProvisioningPlan;
import org.eclipse.equinox.p2.engine.IEngine;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.engine.PhaseSetFactory;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.planner.IProfileChangeRequest;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gets a program from one version to another so that whenever the plug is pulled, one of the two starts, whole.
 *
 * <p>
 * p2's engine writes how the program starts after it has noted that the new version is installed, and both in place;
 * scripts and profile it takes away first and writes later. So it is told to write beside the program
 * ({@link NextProgram}), and what it has written is put in place afterwards.
 */
final class ChangeOver {

    private static final Logger LOG = LoggerFactory.getLogger(ChangeOver.class);

    private final Installation installation;
    private final IProfile now;
    private final NextProgram next;
    private final P2Records records;
    private final Texts texts = Texts.of(ChangeOver.class);

    /** @param now what is installed */
    ChangeOver(Installation installation, IProfile now) {
        this.installation = installation;
        this.now = now;
        this.next = new NextProgram(installation.folder(now), installation.next());
        this.records = new P2Records(installation.places(now), installation.next().resolveSibling("lists"));
    }

    /** To be called before anything changes. */
    void begin() throws UpdateFault {
        try {
            records.keep();
            next.begin(now.getTimestamp());
        } catch (IOException e) {
            throw UpdateFault.refused(texts.get("perform.failed", e.getMessage()), e);
        }
    }

    /** Does what {@code plan} says; whatever fails leaves what was installed as it was. */
    void perform(IProvisioningPlan plan, IProgressMonitor monitor) throws UpdateFault {
        try {
            IStatus status = engine(plan, monitor);
            if (status.matches(IStatus.CANCEL)) {
                next.drop();
                throw UpdateFault.cancelled();
            }
            if (status.matches(IStatus.ERROR)) {
                LOG.warn("p2 says: {}", status);
                next.drop();
                throw UpdateFault.refused(texts.get("perform.failed", Statuses.first(status)),
                        Statuses.thrown(status).orElse(null));
            }
            take();
        } catch (IOException e) {
            throw UpdateFault.refused(texts.get("perform.failed", e.getMessage()), e);
        }
    }

    private IStatus engine(IProvisioningPlan plan, IProgressMonitor monitor) {
        IEngine engine = installation.engine();
        installation.agent().registerService(ActionManager.SERVICE_NAME, InstalledFiles.leftAlone());
        // For as long as it works only: p2 reads where to write when it begins, and forgets it before it ends.
        Profile profile = (Profile) plan.getProfile();
        profile.setProperty(IProfile.PROP_CONFIGURATION_FOLDER, next.configuration().toString());
        // Or p2 takes it for a change by somebody else.
        profile.setChanged(false);
        ((ProvisioningPlan) plan).setProfileProperty(IProfile.PROP_CONFIGURATION_FOLDER, null);
        return engine.perform(plan, PhaseSetFactory.createDefaultPhaseSet(), monitor);
    }

    /** The engine is done. */
    private void take() throws UpdateFault {
        IProfile after = installation.profile();
        try {
            IProfile before = before();
            Map<Path, byte[]> files = InstalledFiles.of(after, installation);
            Set<Path> gone = new HashSet<>(InstalledFiles.of(before, installation).keySet());
            gone.removeAll(files.keySet());
            if (!isWhole(after, files)) {
                takeBack(after, before);
                throw UpdateFault.refused(texts.get("perform.unsound"));
            }
            next.take(gone);
            records.forget();
        } catch (IOException e) {
            throw UpdateFault.refused(texts.get("perform.failed", e.getMessage()), e);
        }
    }

    private IProfile before() throws IOException, UpdateFault {
        Optional<Long> from = NextProgram.from(installation.next());
        IProfile before = from.isEmpty() ? null : installation.registry().getProfile(now.getProfileId(), from.get());
        if (before == null) {
            throw UpdateFault.refused(texts.get("installation.damaged", installation.next()));
        }
        return before;
    }

    /** Often not when the disk is full: p2 notes the new version even if it could not write how that starts. */
    private boolean isWhole(IProfile state, Map<Path, byte[]> files) {
        try {
            next.put(files);
            return next.starts(History.artifacts(state).stream()
                    .filter(key -> key.getClassifier().equals("osgi.bundle"))
                    .map(key -> NextProgram.bundle(key.getId(), key.getVersion())).collect(Collectors.toSet()));
        } catch (IOException e) {
            LOG.warn("The new version cannot be written whole", e);
            return false;
        }
    }

    private void takeBack(IProfile from, IProfile to) throws IOException, UpdateFault {
        next.begin(to.getTimestamp());
        IStatus status = engine(back(from, to), new NullProgressMonitor());
        if (status.matches(IStatus.ERROR)) {
            // What was begun is not forgotten, so this is tried again.
            throw UpdateFault.refused(texts.get("perform.failed", Statuses.first(status)),
                    Statuses.thrown(status).orElse(null));
        }
        next.drop();
    }

    /**
     * A plan from one state to another, both of which were installed. By the planner, for it alone attaches to bundles
     * what is to be done with them; but without the sites that it has ever heard of, as to go back needs no network.
     */
    IProvisioningPlan back(IProfile from, IProfile to) throws UpdateFault {
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

    /**
     * Brings to its end what somebody has begun who was ended meanwhile, if anybody was.
     *
     * @return what is installed
     */
    static IProfile finish(Installation installation) throws UpdateFault {
        try {
            Optional<Long> from = NextProgram.from(installation.next());
            if (from.isEmpty()) {
                return installation.profile();
            }
            P2Records.mendStates(installation.states(), from.get());
            ChangeOver left = new ChangeOver(installation, installation.profile());
            left.records.mend();
            if (left.now.getTimestamp() == from.get()) {
                left.next.drop();
            } else {
                LOG.info("An update that was not brought to its end is, now");
                left.take();
            }
            return installation.profile();
        } catch (IOException e) {
            throw UpdateFault.refused(Texts.of(ChangeOver.class).get("perform.failed", e.getMessage()), e);
        }
    }
}
