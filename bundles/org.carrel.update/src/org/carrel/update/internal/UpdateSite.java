/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.carrel.model.Texts;
import org.carrel.model.trust.Trust;
import org.carrel.update.UpdateSource;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.equinox.internal.p2.repository.Transport;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.IProvisioningPlan;
import org.eclipse.equinox.p2.engine.ProvisioningContext;
import org.eclipse.equinox.p2.metadata.IInstallableUnit;
import org.eclipse.equinox.p2.planner.IProfileChangeRequest;
import org.eclipse.equinox.p2.query.QueryUtil;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.metadata.IMetadataRepository;
import org.eclipse.equinox.p2.repository.spi.PGPPublicKeyService;

/** What an update site has for this installation. */
final class UpdateSite {

    private final Installation installation;
    /** As people know it, and as p2 does. */
    private final URI named;
    private final URI address;
    private final SigningKeys keys;
    private final boolean asksForSignatures;
    private final SiteTransport transport;
    private final Texts texts = Texts.of(UpdateSite.class);

    /** Asks nobody anything yet. */
    UpdateSite(Installation installation, UpdateSource source) throws UpdateFault {
        this.installation = installation;
        this.named = source.site();
        this.asksForSignatures = source.key().isPresent();
        this.keys = asksForSignatures ? keys(source.key().get()) : SigningKeys.none();
        Trust trust = Trust.with(source.caFile());
        if (trust.obstacle().isPresent()) {
            throw UpdateFault.refused(trust.obstacle().get());
        }
        boolean inFolder = "file".equalsIgnoreCase(named.getScheme());
        this.address = inFolder ? FolderSite.ADDRESS : named;
        this.transport = new SiteTransport(
                inFolder ? new FolderSite(Path.of(named)) : new WebSite(named, trust.context()), keys());
        installation.agent().registerService(Transport.SERVICE_NAME, transport);
        installation.agent().registerService(PGPPublicKeyService.SERVICE_NAME, new OnlyTheseKeys(keys));
    }

    private SigningKeys keys(Path file) throws UpdateFault {
        try {
            return SigningKeys.in(file);
        } catch (IOException e) {
            throw UpdateFault.refused(texts.get("site.key", file, e.getMessage()), e);
        }
    }

    /**
     * The roots of {@code profile} that are there in a newer version, with that version; none when all is up to date.
     */
    List<Step> newer(IProfile profile, IProgressMonitor monitor) throws UpdateFault {
        IMetadataRepository units = units(monitor);
        List<Step> steps = new ArrayList<>();
        boolean known = false;
        for (IInstallableUnit root : Installation.roots(profile)) {
            Optional<IInstallableUnit> newest = units
                    .query(QueryUtil.createLatestQuery(QueryUtil.createIUQuery(root.getId())), monitor).stream()
                    .findFirst();
            known |= newest.isPresent();
            newest.filter(there -> there.getVersion().compareTo(root.getVersion()) > 0)
                    .ifPresent(there -> steps.add(new Step(root, there)));
        }
        if (!known) {
            throw UpdateFault.refused(texts.get("site.other", named, Installation.release(profile).name()));
        }
        return steps;
    }

    /** From one version of a root to the next. */
    record Step(IInstallableUnit from, IInstallableUnit to) {}

    private IMetadataRepository units(IProgressMonitor monitor) throws UpdateFault {
        mustBeThere();
        try {
            return installation.units().loadRepository(address, monitor);
        } catch (ProvisionException e) {
            throw explained(e.getStatus());
        } catch (OperationCanceledException e) {
            throw UpdateFault.cancelled();
        }
    }

    /** Its files. */
    IArtifactRepository files(IProgressMonitor monitor) throws UpdateFault {
        mustBeThere();
        try {
            return installation.files().loadRepository(address, monitor);
        } catch (ProvisionException e) {
            throw explained(e.getStatus());
        } catch (OperationCanceledException e) {
            throw UpdateFault.cancelled();
        }
    }

    /** A folder can be a share, which comes and goes. */
    private void mustBeThere() throws UpdateFault {
        if (!address.equals(named) && !Files.isDirectory(Path.of(named))) {
            throw UpdateFault.away(texts.get("site.noFolder", Path.of(named)), null);
        }
    }

    /** How to get from what is installed to {@code steps}. */
    IProvisioningPlan plan(IProfile profile, List<Step> steps, ProvisioningContext context, IProgressMonitor monitor)
            throws UpdateFault {
        IProfileChangeRequest wish = installation.planner().createChangeRequest(profile);
        for (Step step : steps) {
            wish.remove(step.from());
            wish.add(step.to());
            wish.setInstallableUnitProfileProperty(step.to(), IProfile.PROP_PROFILE_ROOT_IU, Boolean.TRUE.toString());
        }
        IProvisioningPlan plan = installation.planner().getProvisioningPlan(wish, context, monitor);
        if (plan.getStatus().matches(IStatus.CANCEL)) {
            throw UpdateFault.cancelled();
        }
        if (plan.getStatus().matches(IStatus.ERROR)) {
            throw transport.trouble().isPresent() ? explained(plan.getStatus())
                    : UpdateFault.refused(texts.get("site.incomplete", named, Statuses.first(plan.getStatus())),
                            Statuses.thrown(plan.getStatus()).orElse(null));
        }
        return plan;
    }

    /** A context of this site, whose files lie in {@code files} by now. */
    ProvisioningContext context(List<URI> files) {
        ProvisioningContext context = new ProvisioningContext(installation.agent());
        context.setMetadataRepositories(address);
        context.setArtifactRepositories(files.toArray(URI[]::new));
        context.setProperty(ProvisioningContext.FOLLOW_REPOSITORY_REFERENCES, Boolean.FALSE.toString());
        context.setProperty(ProvisioningContext.FOLLOW_ARTIFACT_REPOSITORY_REFERENCES, Boolean.FALSE.toString());
        // Whom to believe is said by the branch; p2 would ask a person.
        context.setProperty(ProvisioningContext.CHECK_AUTHORITIES, Boolean.FALSE.toString());
        return context;
    }

    /** Why something with this site failed: because it is away, or because of what it has. */
    UpdateFault explained(IStatus status) {
        if (status.matches(IStatus.CANCEL)) {
            return UpdateFault.cancelled();
        }
        if (transport.distrust().isPresent()) {
            return UpdateFault.refused(transport.distrust().get(), Statuses.thrown(status).orElse(null));
        }
        if (transport.trouble().isPresent()) {
            return UpdateFault.away(texts.get("site.away", named, transport.trouble().get()),
                    Statuses.thrown(status).orElse(null));
        }
        if (status.getCode() == ProvisionException.REPOSITORY_NOT_FOUND) {
            return UpdateFault.refused(texts.get("site.none", named), Statuses.thrown(status).orElse(null));
        }
        return UpdateFault.refused(texts.get("site.damaged", named, Statuses.first(status)),
                Statuses.thrown(status).orElse(null));
    }

    /** As people know it. */
    URI address() {
        return named;
    }

    /** Those one of whom must have signed; empty when nobody must have. */
    Optional<SigningKeys> keys() {
        return asksForSignatures ? Optional.of(keys) : Optional.empty();
    }
}
