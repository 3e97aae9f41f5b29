/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may use whom. */
final class Layers {

    private static final String OURS = "org.carrel.";

    /** For each bundle of ours the ones that it may use, all without the common prefix. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("extension", Set.of("model")),
            Map.entry("circulation", Set.of("model", "extension")),
            Map.entry("sync", Set.of("model", "extension")),
            Map.entry("scanner", Set.of("model", "extension")),
            Map.entry("inventory", Set.of("model", "extension")),
            Map.entry("inventory.xlsx", Set.of("model", "inventory")),
            Map.entry("scanner.serial", Set.of("model", "scanner")),
            Map.entry("scanner.rfid", Set.of("model", "scanner")),
            Map.entry("store", Set.of("model", "lib.derby")),
            Map.entry("ncip", Set.of("model")),
            Map.entry("sip2", Set.of("model")),
            Map.entry("wms", Set.of("model", "ncip")),
            Map.entry("branch", Set.of("model")),
            Map.entry("update", Set.of("model")),
            Map.entry("practice", Set.of("model", "ncip", "sip2")),
            Map.entry("ui", Set.of("model")),
            Map.entry("circulation.ui", Set.of("model", "circulation", "ui")),
            Map.entry("sync.ui", Set.of("model", "sync", "ui")),
            Map.entry("scanner.ui", Set.of("model", "scanner", "ui")),
            Map.entry("inventory.ui", Set.of("model", "inventory", "ui")),
            Map.entry("update.ui", Set.of("model", "update", "ui")),
            Map.entry("app", Set.of("model", "branch", "extension", "ui")),
            Map.entry("cli", Set.of("model", "circulation", "sync", "inventory", "branch", "extension", "update")),
            Map.entry("lib.derby", Set.of()));

    /** A fragment with the sentences of one of ours, or of the platform, in another language: it uses nothing. */
    private static final Pattern TRANSLATION = Pattern.compile("(.+)\\.nl|nl\\.\\w+");

    /** A library or a part of the platform, and the bundles that may use it. */
    private record Kept(String what, Predicate<String> is, Predicate<String> mayUse) {}

    private static final List<Kept> KEPT = List.of(
            new Kept("SWT, JFace and the workbench",
                    startingWith("org.eclipse.swt", "org.eclipse.jface", "org.eclipse.ui", "org.eclipse.e4.ui",
                            "org.eclipse.e4.core.di"),
                    bundle -> bundle.equals("ui") || bundle.endsWith(".ui") || bundle.equals("app")),
            new Kept("JPA", startingWith("jakarta.persistence", "org.eclipse.persistence"), "store"::equals),
            new Kept("Derby", startingWith("org.apache.derby"), Set.of("store", "lib.derby")::contains),
            new Kept("the HTTP client", startingWith("org.apache.hc"), Set.of("wms", "scanner.rfid")::contains),
            new Kept("the SSH client", startingWith("com.jcraft.jsch"), "wms"::equals),
            new Kept("serial ports", startingWith("com.fazecast"), "scanner.serial"::equals),
            new Kept("charts", startingWith("org.eclipse.swtchart"), "inventory.ui"::equals),
            new Kept("workbooks", startingWith("org.dhatim"), "inventory.xlsx"::equals),
            new Kept("the HTTP server", startingWith("com.sun.net.httpserver"), "practice"::equals),
            new Kept("p2", startingWith("org.eclipse.equinox.p2", "org.eclipse.equinox.internal.p2"), "update"::equals),
            new Kept("OpenPGP", startingWith("org.bouncycastle"), "update"::equals),
            new Kept("YAML", startingWith("org.snakeyaml"), "branch"::equals),
            new Kept("the command line parser", startingWith("picocli"), "cli"::equals));

    private Layers() {}

    /** What {@code bundle} does that it may not, each as a sentence; none when all is well. */
    static List<String> violations(BundleManifest bundle) {
        List<String> found = new ArrayList<>();
        if (!bundle.name().startsWith(OURS) || mayUse(ownName(bundle.name())).isEmpty()) {
            return List.of(bundle.name() + " is not in the table of layers: enter whom it may use.");
        }
        String own = ownName(bundle.name());
        List<String> used = new ArrayList<>(bundle.requires());
        used.addAll(bundle.imports());
        for (String name : used) {
            if (name.startsWith(OURS)) {
                String other = owner(name).orElse(ownName(name));
                if (!other.equals(own) && !mayUse(own).get().contains(other)) {
                    found.add(bundle.name() + " may not use " + name + ".");
                }
            } else if (own.equals("model") && !name.startsWith("java")) {
                found.add(bundle.name() + " may use nothing but the JDK, not " + name + ".");
            }
            KEPT.stream().filter(kept -> kept.is().test(name) && !kept.mayUse().test(own))
                    .forEach(kept -> found.add(bundle.name() + " may not use " + kept.what() + " (" + name + ")."));
        }
        for (String exported : bundle.exports()) {
            if (exported.contains(".internal")) {
                found.add(bundle.name() + " may not export the internal package " + exported + ".");
            } else if (!own.startsWith("lib.") && !owner(exported).equals(Optional.of(own))) {
                found.add(bundle.name() + " may not export " + exported + ", which is not a package of its own.");
            }
        }
        if (bundle.headers().contains("DynamicImport-Package")) {
            found.add(bundle.name() + " may not import packages as it goes: name them.");
        }
        if (bundle.headers().contains("Bundle-Activator")) {
            found.add(bundle.name() + " may not have an activator: use a component.");
        }
        return found;
    }

    /** The bundles that the table names. */
    static Set<String> known() {
        return MAY_USE.keySet();
    }

    /** Whether {@code own} only translates another bundle: one of ours whose name it begins with, or the platform's. */
    static boolean translates(String own) {
        Matcher translation = TRANSLATION.matcher(own);
        return translation.matches()
                && (translation.group(1) == null || MAY_USE.containsKey(translation.group(1)));
    }

    private static Optional<Set<String>> mayUse(String own) {
        return translates(own) ? Optional.of(Set.of()) : Optional.ofNullable(MAY_USE.get(own));
    }

    static String ownName(String symbolicName) {
        return symbolicName.substring(OURS.length());
    }

    /** The bundle whose name is the longest that {@code packageOrBundle} begins with. */
    private static Optional<String> owner(String packageOrBundle) {
        String name = packageOrBundle.startsWith(OURS) ? ownName(packageOrBundle) : packageOrBundle;
        return MAY_USE.keySet().stream().filter(bundle -> name.equals(bundle) || name.startsWith(bundle + "."))
                .max((one, other) -> Integer.compare(one.length(), other.length()));
    }

    private static Predicate<String> startingWith(String... prefixes) {
        return name -> List.of(prefixes).stream()
                .anyMatch(prefix -> name.equals(prefix) || name.startsWith(prefix + "."));
    }
}
