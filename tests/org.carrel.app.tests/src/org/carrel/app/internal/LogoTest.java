/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Optional;

import org.eclipse.core.runtime.IProduct;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;

@DisplayName("The logo of a branch")
class LogoTest {

    private static final String OURS = "platform:/plugin/org.carrel.app/icons/carrel-16.png,"
            + "platform:/plugin/org.carrel.app/icons/carrel-32.png";

    @Test
    void is_the_one_that_its_product_has_for_windows() throws MalformedURLException {
        assertEquals(Optional.of(entry("icons/branch-32.png")),
                Logo.ofProduct(Optional.of(product("icons/branch-16.png, icons/branch-32.png,icons/branch-48.png"))));
    }

    @Test
    @DisplayName("is none when its product has Carrel's, or there is no product")
    void is_none_without_one_of_its_own() {
        assertEquals(Optional.empty(), Logo.ofProduct(Optional.of(product(OURS))));
        assertEquals(Optional.empty(), Logo.ofProduct(Optional.of(product(null))));
        assertEquals(Optional.empty(), Logo.ofProduct(Optional.empty()));
    }

    private static URL entry(String path) throws MalformedURLException {
        return URI.create("file:/branch/" + path).toURL();
    }

    private static IProduct product(String windowImages) {
        Bundle bundle = answering(Bundle.class, "getEntry", arguments -> entry((String) arguments[0]));
        return (IProduct) Proxy.newProxyInstance(LogoTest.class.getClassLoader(), new Class<?>[] { IProduct.class },
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getProperty" -> arguments[0].equals("windowImages") ? windowImages : null;
                    case "getDefiningBundle" -> bundle;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private interface Answer {
        Object to(Object[] arguments) throws Exception;
    }

    private static <T> T answering(Class<T> type, String method, Answer answer) {
        return type.cast(Proxy.newProxyInstance(LogoTest.class.getClassLoader(), new Class<?>[] { type },
                (proxy, called, arguments) -> {
                    if (!called.getName().equals(method)) {
                        throw new UnsupportedOperationException(called.getName());
                    }
                    return answer.to(arguments);
                }));
    }
}
