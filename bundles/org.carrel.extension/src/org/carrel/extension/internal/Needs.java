/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.carrel.model.Texts;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;

/** Whether everything is there that a bundle needs, said so that whoever made it knows what to mend. */
final class Needs {

    private static final Texts TEXTS = Texts.of(Needs.class);
    private static final String BUNDLE = "osgi.wiring.bundle";
    private static final String PACKAGE = "osgi.wiring.package";
    private static final String JAVA = "osgi.ee";
    private static final Pattern NAME = Pattern.compile("\\(osgi\\.(?:wiring\\.(?:bundle|package)|ee)=([^)]+)\\)");
    private static final Pattern LOWEST = Pattern.compile("(?<!\\(!)\\((?:bundle-)?version>=([^)]+)\\)");
    private static final Pattern ABOVE = Pattern.compile("\\(!\\((?:bundle-)?version>=([^)]+)\\)\\)");

    private final BundleContext context;
    private final Predicate<Bundle> others;

    /** @param others tells bundles of extensions, which may be gone tomorrow, from those of the program */
    Needs(BundleContext context, Predicate<Bundle> others) {
        this.context = context;
        this.others = others;
    }

    /**
     * What {@code bundle}, which is installed, needs and nobody has, each as a sentence.
     *
     * @param together what comes along with it
     */
    List<String> missing(Bundle bundle, Collection<Bundle> together) {
        Set<String> missing = new LinkedHashSet<>();
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        for (BundleRequirement need : revision.getDeclaredRequirements(null)) {
            if (isMandatory(need) && have(need, together).isEmpty()) {
                missing.add(sentence(need));
            }
        }
        return new ArrayList<>(missing);
    }

    /** Names of Carrel's packages and bundles that {@code bundle} uses in any version, though it was made for one. */
    List<String> withoutVersion(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return Stream.of(PACKAGE, BUNDLE).flatMap(kind -> revision.getDeclaredRequirements(kind).stream())
                .map(need -> need.getDirectives().getOrDefault("filter", ""))
                .filter(filter -> !ABOVE.matcher(filter).find()).flatMap(filter -> name(filter).stream())
                .filter(name -> name.startsWith("org.carrel.")).toList();
    }

    private static boolean isMandatory(BundleRequirement need) {
        return !"optional".equals(need.getDirectives().get("resolution"))
                && "resolve".equals(need.getDirectives().getOrDefault("effective", "resolve"))
                && !"dynamic".equals(need.getDirectives().get("resolution"));
    }

    private List<BundleCapability> have(BundleRequirement need, Collection<Bundle> together) {
        List<BundleCapability> found = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null && (together.contains(bundle) || !others.test(bundle))) {
                revision.getDeclaredCapabilities(need.getNamespace()).stream().filter(need::matches)
                        .forEach(found::add);
            }
        }
        return found;
    }

    private String sentence(BundleRequirement need) {
        String filter = need.getDirectives().getOrDefault("filter", "");
        String name = name(filter).orElse(filter);
        String version = first(LOWEST, filter).map(lowest -> first(ABOVE, filter)
                .map(above -> TEXTS.get("need.between", lowest, above))
                .orElseGet(() -> TEXTS.get("need.from", lowest))).orElse("");
        return switch (need.getNamespace()) {
            case BUNDLE -> present(need, name, "bundle-version")
                    .map(there -> TEXTS.get("need.version", name, version, there))
                    .orElseGet(() -> TEXTS.get("need.bundle", name, version));
            case PACKAGE -> present(need, name, "version")
                    .map(there -> TEXTS.get("need.version", name, version, there))
                    .orElseGet(() -> TEXTS.get("need.package", name, version));
            case JAVA -> TEXTS.get("need.java", filter);
            default -> TEXTS.get("need.other", need.getNamespace(), filter);
        };
    }

    /** The version in which the program has what is needed in another one. */
    private Optional<String> present(BundleRequirement need, String name, String version) {
        return Stream.of(context.getBundles()).filter(bundle -> !others.test(bundle))
                .map(bundle -> bundle.adapt(BundleRevision.class)).filter(Objects::nonNull)
                .flatMap(revision -> revision.getDeclaredCapabilities(need.getNamespace()).stream())
                .filter(capability -> name.equals(capability.getAttributes().get(need.getNamespace())))
                .map(capability -> String.valueOf(capability.getAttributes().get(version))).findFirst();
    }

    private static Optional<String> name(String filter) {
        return first(NAME, filter);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
