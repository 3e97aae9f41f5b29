/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What bundles of others were promised, in {@code releng/api}: a file of packages, and a file of lines for each bundle
 * ({@link PublicApi}). As a program, accepts the source code as it is now: {@code ./carrel api accept}.
 */
final class ApiBaseline {

    private static final Pattern BASED_ON = Pattern.compile("basedOn=\":([\\w.]+)\"");
    private static final Pattern PACKAGE_OF = Pattern.compile("^(?:abstract )?\\w+ ((?:[a-z]\\w*\\.)+)[A-Z]");
    private static final String VERSION = "package ";

    private final Path checkout;

    ApiBaseline(Path checkout) {
        this.checkout = checkout;
    }

    /** Argument: the checkout. */
    public static void main(String[] arguments) throws IOException {
        ApiBaseline baseline = new ApiBaseline(Path.of(arguments[0]));
        List<String> broken = new ArrayList<>();
        for (Path bundle : baseline.bundles()) {
            broken.addAll(baseline.broken(bundle));
        }
        if (!broken.isEmpty()) {
            broken.forEach(System.err::println);
            throw new IllegalStateException("These would break bundles of others; nothing was accepted. When that is"
                    + " meant, raise the first number of the package's version (Export-Package in the manifest).");
        }
        for (Path bundle : baseline.bundles()) {
            Files.write(baseline.file(bundle), baseline.now(bundle));
        }
    }

    private Path file(Path bundle) {
        return checkout.resolve("releng/api").resolve(bundle.getFileName() + ".txt");
    }

    /** The packages that are promised. */
    List<String> packages() throws IOException {
        return Files.readAllLines(checkout.resolve("releng/api/packages.txt")).stream().map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
    }

    /** The bundles that have some of them. */
    List<Path> bundles() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path bundle : new Checkout(checkout).bundles()) {
            if (!folders(bundle).isEmpty()) {
                found.add(bundle);
            }
        }
        return found;
    }

    private static BundleManifest manifest(Path bundle) throws IOException {
        return BundleManifest.read(bundle.resolve("META-INF/MANIFEST.MF"));
    }

    private List<Path> folders(Path bundle) throws IOException {
        // The folders of a bundle's packages lie in one another: that of org.carrel.x.ui is in org.carrel.x.
        List<String> own = manifest(bundle).exports();
        return packages().stream().filter(own::contains)
                .map(name -> bundle.resolve("src").resolve(name.replace('.', '/'))).toList();
    }

    /** The source files of what is promised in {@code bundle}. */
    List<Path> files(Path bundle) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders(bundle)) {
            files.addAll(PublicApi.files(folder));
        }
        return files;
    }

    /** How it is now: the versions of the packages, and what is in them. */
    SortedSet<String> now(Path bundle) throws IOException {
        SortedSet<String> lines = PublicApi.of(folders(bundle));
        List<String> promised = packages();
        manifest(bundle).versions().forEach((name, version) -> {
            if (promised.contains(name)) {
                lines.add(VERSION + name + " " + version);
            }
        });
        return lines;
    }

    /** How it was promised. */
    SortedSet<String> promised(Path bundle) throws IOException {
        return Files.exists(file(bundle)) ? new TreeSet<>(Files.readAllLines(file(bundle))) : new TreeSet<>();
    }

    /** What is not there any more or not as it was, and what others would have to implement that they do not. */
    List<String> broken(Path bundle) throws IOException {
        return broken(promised(bundle), now(bundle), implementedByOthers());
    }

    static List<String> broken(SortedSet<String> promised, SortedSet<String> now, Set<String> implementedByOthers) {
        Map<String, Integer> before = generations(promised);
        Map<String, Integer> after = generations(now);
        List<String> broken = new ArrayList<>();
        before.forEach((name, generation) -> {
            if (after.getOrDefault(name, -1) < generation) {
                broken.add("gone, or its version is lower: " + VERSION + name);
            }
        });
        promised.stream().filter(line -> !line.startsWith(VERSION) && !now.contains(line))
                .forEach(line -> broken.add("gone or changed: " + line));
        now.stream().filter(line -> !promised.contains(line) && line.startsWith("abstract method "))
                .filter(line -> promised.stream().anyMatch(known -> known.startsWith("interface " + owner(line))))
                .filter(line -> implementedByOthers.contains(owner(line)))
                .forEach(line -> broken.add("others do not implement it: " + line));
        broken.removeIf(line -> isOfNewGeneration(line.substring(line.indexOf(": ") + 2), before, after));
        return broken;
    }

    /** Whether the ranges of those who use the package of {@code line} exclude it as it is now. */
    private static boolean isOfNewGeneration(String line, Map<String, Integer> before, Map<String, Integer> after) {
        Matcher found = PACKAGE_OF.matcher(line);
        if (!found.find()) {
            return false;
        }
        String name = found.group(1).substring(0, found.group(1).length() - 1);
        return after.getOrDefault(name, 0) > before.getOrDefault(name, 0);
    }

    /** The first numbers of the versions of packages. */
    private static Map<String, Integer> generations(SortedSet<String> lines) {
        Map<String, Integer> generations = new TreeMap<>();
        for (String line : lines) {
            if (line.startsWith(VERSION)) {
                String[] words = line.split(" ");
                generations.put(words[1], Integer.valueOf(words[2].split("\\.")[0]));
            }
        }
        return generations;
    }

    private static String owner(String line) {
        return line.substring("abstract method ".length(), line.indexOf('#'));
    }

    /** The types that classes of extensions implement, as the schemas of the extension points say. */
    Set<String> implementedByOthers() throws IOException {
        Set<String> types = new TreeSet<>();
        for (Path schema : Checkout.files(checkout.resolve("bundles"), ".exsd")) {
            if (!schema.toString().contains("target")) {
                Matcher found = BASED_ON.matcher(Files.readString(schema));
                while (found.find()) {
                    types.add(found.group(1));
                }
            }
        }
        return types;
    }
}
