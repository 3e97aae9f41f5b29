/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.BranchSetup;
import org.carrel.model.port.Branch;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the branch on the bundle's own context: the registration must outlive this component, which comes and goes
 * with whoever uses it.
 */
@Component(immediate = true)
public final class BranchSetupComponent implements BranchSetup {

    private static final Logger LOG = LoggerFactory.getLogger(BranchSetupComponent.class);

    private final BundleContext bundle;
    private final BiFunction<Optional<Path>, Path, BranchOpening> opener;
    private Optional<BranchOpening.Opened> open = Optional.empty();

    @Activate
    public BranchSetupComponent(BundleContext bundle) {
        this(bundle, new ProfileOpener(Clock.systemUTC(), Surroundings.real(InstallArea.of(bundle)))::open);
    }

    BranchSetupComponent(BundleContext bundle, BiFunction<Optional<Path>, Path, BranchOpening> opener) {
        this.bundle = Objects.requireNonNull(bundle, "bundle");
        this.opener = Objects.requireNonNull(opener, "opener");
    }

    @Override
    public synchronized BranchOpening open(Optional<Path> profile, Path dataRoot) {
        if (open.isPresent()) {
            return open.get();
        }
        BranchOpening opening = opener.apply(profile, dataRoot);
        if (opening instanceof BranchOpening.Opened opened) {
            open = Optional.of(opened);
            BranchLog.startIn(opened.branch().dataFolder());
            LOG.info("Branch {} opened, practice mode: {}", opened.branch().profile().id(),
                    opened.branch().profile().practice());
            opened.warnings().forEach(remark -> LOG.warn("{}", remark));
            Dictionary<String, Object> properties = new Hashtable<>();
            properties.put("practice", opened.branch().profile().practice());
            bundle.registerService(Branch.class, opened.branch(), properties);
        }
        return opening;
    }
}
