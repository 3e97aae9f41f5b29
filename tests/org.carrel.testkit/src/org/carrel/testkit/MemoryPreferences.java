/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.testkit;

import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;

import org.osgi.service.prefs.Preferences;

/** Preferences that nobody writes to a disk: the few methods that views call. */
public final class MemoryPreferences {

    private MemoryPreferences() {}

    public static Preferences empty() {
        Map<String, String> values = new HashMap<>();
        return (Preferences) Proxy.newProxyInstance(Preferences.class.getClassLoader(),
                new Class<?>[] { Preferences.class }, (proxy, method, arguments) -> switch (method.getName()) {
                    case "get" -> values.getOrDefault(arguments[0], (String) arguments[1]);
                    case "getBoolean" -> Boolean.valueOf(values.getOrDefault(arguments[0], arguments[1].toString()));
                    case "getInt" -> Integer.valueOf(values.getOrDefault(arguments[0], arguments[1].toString()));
                    case "getLong" -> Long.valueOf(values.getOrDefault(arguments[0], arguments[1].toString()));
                    case "put", "putBoolean", "putInt", "putLong" -> put(values, arguments);
                    case "remove" -> {
                        values.remove(arguments[0]);
                        yield null;
                    }
                    case "flush" -> null;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private static Object put(Map<String, String> values, Object[] arguments) {
        values.put((String) arguments[0], arguments[1].toString());
        return null;
    }
}
