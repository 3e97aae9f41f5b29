/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.testkit;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.eclipse.core.runtime.ContributorFactorySimple;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.Status;

/** What a bundle contributes to an extension point, without a bundle. */
public final class Contributed {

    /** The bundle that contributes all of it. */
    public static final String BUNDLE = "org.example.bundle";

    private Contributed() {}

    /** An element whose class is made by {@code made}; what that throws, making the class does. */
    public static IConfigurationElement element(String id, String name, Callable<?> made) {
        Map<String, String> attributes = Map.of("id", id, "name", name, "class", "org.example.Class");
        return (IConfigurationElement) Proxy.newProxyInstance(Contributed.class.getClassLoader(),
                new Class<?>[] { IConfigurationElement.class },
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getAttribute" -> Optional.ofNullable(attributes.get(arguments[0])).orElse(null);
                    case "getContributor" -> ContributorFactorySimple.createContributor(BUNDLE);
                    case "createExecutableExtension" -> make(made);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Object make(Callable<?> made) throws CoreException {
        try {
            return made.call();
        } catch (Exception e) {
            throw new CoreException(Status.error("cannot be made", e));
        }
    }
}
