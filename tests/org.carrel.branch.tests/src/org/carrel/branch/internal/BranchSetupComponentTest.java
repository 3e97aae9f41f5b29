/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Optional;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.ProfileRemark;
import org.carrel.branch.SealedBranch;
import org.carrel.model.port.Branch;
import org.carrel.model.port.PasswordCheck;
import org.carrel.model.port.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

class BranchSetupComponentTest {

    private final List<Object[]> registered = new ArrayList<>();
    private final BundleContext context = (BundleContext) Proxy.newProxyInstance(getClass().getClassLoader(),
            new Class<?>[] { BundleContext.class }, (proxy, method, arguments) -> {
                if (method.getName().equals("registerService")) {
                    registered.add(arguments);
                    return registration(arguments[0]);
                }
                return null;
            });

    private final List<Object> unregistered = new ArrayList<>();

    @TempDir
    Path folder;

    private Object registration(Object kind) {
        return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { ServiceRegistration.class },
                (proxy, method, arguments) -> {
                    if (method.getName().equals("unregister")) {
                        unregistered.add(kind);
                    }
                    return null;
                });
    }

    @Test
    void opening_registers_the_branch_once_and_says_whether_it_is_practice() {
        BranchSetupComponent setup = new BranchSetupComponent(opener()::open);
        BranchOpening first = setup.open(Optional.empty(), folder);
        BranchOpening second = setup.open(Optional.empty(), folder);

        assertSame(first, second);
        assertEquals(List.of(Secrets.class, Branch.class), kinds());
        assertEquals(true, ((Dictionary<?, ?>) registered.getLast()[2]).get("practice"));
    }

    @Test
    void a_refusal_registers_nothing_and_may_be_followed_by_another_try() {
        List<BranchOpening> refusals = new ArrayList<>(List.of(
                new BranchOpening.Refused(List.of(new ProfileRemark("branch.yaml", 1, "No.")))));
        BranchSetupComponent setup = new BranchSetupComponent((profile, root) -> refusals.isEmpty()
                ? opener().open(profile, root)
                : refusals.removeFirst());

        assertInstanceOf(BranchOpening.Refused.class, setup.open(Optional.empty(), folder));
        assertTrue(registered.isEmpty());
        assertInstanceOf(BranchOpening.Opened.class, setup.open(Optional.empty(), folder));
        assertEquals(List.of(Secrets.class, Branch.class), kinds());
    }

    @Test
    void a_real_branch_is_a_service_while_somebody_is_signed_in() {
        BranchSetupComponent setup = new BranchSetupComponent((profile, root) -> Sealing.open(folder, Profiles.NOON,
                new BranchServices(context)));
        BranchOpening.Unsealed unsealed = assertInstanceOf(BranchOpening.Unsealed.class,
                setup.open(Optional.empty(), folder));
        assertTrue(registered.isEmpty());
        SealedBranch branch = Sealing.seal(unsealed.branch());
        assertEquals(branch,
                assertInstanceOf(BranchOpening.Locked.class, setup.open(Optional.empty(), folder)).branch());
        assertEquals(List.of(SealedBranch.class), kinds());

        Sealing.signedIn(branch, Sealing.PASSWORD);
        assertEquals(List.of(SealedBranch.class, Secrets.class, PasswordCheck.class, Branch.class), kinds());
        assertInstanceOf(BranchOpening.Opened.class, setup.open(Optional.empty(), folder));
        branch.signOut();
        assertEquals(List.of(Branch.class, PasswordCheck.class, Secrets.class), unregistered);
        assertEquals(branch,
                assertInstanceOf(BranchOpening.Locked.class, setup.open(Optional.empty(), folder)).branch());

        Sealing.signedIn(branch, Sealing.PASSWORD);
        setup.end();
        assertEquals(Optional.empty(), branch.signedIn());
    }

    private List<Object> kinds() {
        return registered.stream().map(arguments -> arguments[0]).toList();
    }

    private ProfileOpener opener() {
        return new ProfileOpener(Profiles.NOON,
                new Surroundings(name -> Optional.empty(), name -> Optional.empty(), Optional.empty()), Sealing.QUICK,
                new BranchServices(context));
    }
}
