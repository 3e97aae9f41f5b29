/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.carrel.branch.SealedBranch;
import org.carrel.model.port.Branch;
import org.carrel.model.port.PasswordCheck;
import org.carrel.model.port.Secrets;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/**
 * Registers what is open as services, on the bundle's own context: a registration must outlive the component that asked
 * for it, which comes and goes with whoever uses it.
 */
final class BranchServices implements Publishing {

    private final BundleContext bundle;

    BranchServices(BundleContext bundle) {
        this.bundle = Objects.requireNonNull(bundle, "bundle");
    }

    @Override
    public void placed(Path dataFolder) {
        BranchLog.startIn(dataFolder);
    }

    @Override
    public void found(SealedBranch branch) {
        bundle.registerService(SealedBranch.class, branch, null);
    }

    /** The branch comes last and goes first: whoever needs it needs the others too. */
    @Override
    public Runnable opened(Branch branch, Secrets secrets, Optional<PasswordCheck> check) {
        List<ServiceRegistration<?>> registrations = new ArrayList<>();
        registrations.add(bundle.registerService(Secrets.class, secrets, null));
        check.ifPresent(
                service -> registrations.add(bundle.registerService(PasswordCheck.class, service, null)));
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("practice", branch.profile().practice());
        properties.put("transport", branch.profile().system().transport());
        registrations.add(bundle.registerService(Branch.class, branch, properties));
        return () -> registrations.reversed().forEach(ServiceRegistration::unregister);
    }
}
