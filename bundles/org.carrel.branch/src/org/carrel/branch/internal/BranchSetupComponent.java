/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.BranchSetup;
import org.carrel.branch.ProfileRemark;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a profile once in the life of the program, and knows what became of it. */
@Component(immediate = true)
public final class BranchSetupComponent implements BranchSetup {

    private static final Logger LOG = LoggerFactory.getLogger(BranchSetupComponent.class);

    private final BiFunction<Optional<Path>, Path, BranchOpening> opener;
    private Optional<BranchOpening> opening = Optional.empty();

    @Activate
    public BranchSetupComponent(BundleContext bundle) {
        this(new ProfileOpener(Clock.systemUTC(), Surroundings.real(InstallArea.of(bundle)), Strength.REAL,
                new BranchServices(bundle))::open);
        BranchLog.waitForBranch();
    }

    BranchSetupComponent(BiFunction<Optional<Path>, Path, BranchOpening> opener) {
        this.opener = Objects.requireNonNull(opener, "opener");
    }

    /** The program ends: no key outlives it. */
    @Deactivate
    synchronized void end() {
        noticeSealing();
        if (opening.orElse(null) instanceof BranchOpening.Locked locked) {
            locked.branch().signOut();
        }
    }

    @Override
    public synchronized BranchOpening open(Optional<Path> profile, Path dataRoot) {
        noticeSealing();
        if (opening.isEmpty()) {
            BranchOpening fresh = opener.apply(profile, dataRoot);
            log(fresh);
            opening = Optional.of(fresh).filter(known -> !(known instanceof BranchOpening.Refused));
            return fresh;
        }
        return opening.get() instanceof BranchOpening.Locked locked ? now(locked) : opening.get();
    }

    /** A branch that was not sealed is by now, or is looked at afresh. */
    private void noticeSealing() {
        if (opening.orElse(null) instanceof BranchOpening.Unsealed unsealed) {
            opening = unsealed.branch().sealed()
                    .map(branch -> new BranchOpening.Locked(branch, unsealed.warnings()));
        }
    }

    private static BranchOpening now(BranchOpening.Locked locked) {
        return locked.branch().signedIn()
                .<BranchOpening>map(branch -> new BranchOpening.Opened(branch, locked.warnings())).orElse(locked);
    }

    private static void log(BranchOpening fresh) {
        switch (fresh) {
            case BranchOpening.Opened opened -> {
                LOG.info("Branch {} opened, practice mode", opened.branch().profile().id());
                log(opened.warnings());
            }
            case BranchOpening.Locked locked -> {
                LOG.info("Branch {} found, sealed", locked.branch().profile().id());
                log(locked.warnings());
            }
            case BranchOpening.Unsealed unsealed -> {
                LOG.info("Branch {} found, not sealed yet", unsealed.branch().profile().id());
                log(unsealed.warnings());
            }
            case BranchOpening.Refused refused -> {
                // There is no log without a branch, and whoever asked tells somebody why.
            }
        }
    }

    private static void log(List<ProfileRemark> remarks) {
        remarks.forEach(remark -> LOG.warn("{}", remark));
    }
}
