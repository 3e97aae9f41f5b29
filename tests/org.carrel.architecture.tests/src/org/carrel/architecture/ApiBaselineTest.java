/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("What bundles of others were promised")
class ApiBaselineTest {

    private static final Pattern OURS = Pattern.compile("(org\\.carrel(?:\\.[a-z]\\w*)+)\\.[A-Z]\\w*");
    private static final ApiBaseline BASELINE = new ApiBaseline(Checkout.here().root());

    @TempDir
    private Path folder;

    static List<Path> bundles() throws IOException {
        return BASELINE.bundles();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    @DisplayName("is still so in")
    void is_still_so(Path bundle) throws IOException {
        assertFalse(BASELINE.promised(bundle).isEmpty(), "nothing was promised yet: run \"./carrel api accept\"");
        assertEquals(List.of(), BASELINE.broken(bundle), "see docs/development.md, \"What others were promised\"");
    }

    @Test
    @DisplayName("is in packages that their bundles export, and includes what extensions implement")
    void is_exported() throws IOException {
        Set<String> exported = new TreeSet<>();
        for (Path bundle : Checkout.here().bundles()) {
            exported.addAll(BundleManifest.read(bundle.resolve("META-INF/MANIFEST.MF")).exports());
        }
        for (String name : BASELINE.packages()) {
            assertTrue(exported.contains(name), name);
        }
        for (String type : BASELINE.implementedByOthers()) {
            assertTrue(BASELINE.packages().contains(type.substring(0, type.lastIndexOf('.'))), type);
        }
    }

    @Test
    @DisplayName("names no type of ours that was not promised: nobody could use it")
    void names_only_what_was_promised() throws IOException {
        List<String> packages = BASELINE.packages();
        List<String> others = new ArrayList<>();
        for (Path bundle : BASELINE.bundles()) {
            for (String line : BASELINE.now(bundle)) {
                OURS.matcher(line).results().filter(type -> !packages.contains(type.group(1)))
                        .forEach(type -> others.add(type.group() + " in " + line));
            }
        }
        assertEquals(List.of(), others, "promise its package in releng/api/packages.txt, or do without it");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bundles")
    @DisplayName("is explained, each type and each method, in")
    void is_explained(Path bundle) throws IOException {
        assertEquals(Set.of(), Unexplained.in(BASELINE.files(bundle)), "write what it is for (Javadoc)");
    }

    @Test
    @DisplayName("is all that their bundles export to everybody: other packages name the bundles of ours that use them")
    void is_all_that_is_for_everybody() throws IOException {
        Set<String> ours = new TreeSet<>();
        for (Path bundle : Checkout.here().bundles()) {
            ours.add(bundle.getFileName().toString());
        }
        try (Stream<Path> tests = Files.list(Checkout.here().root().resolve("tests"))) {
            tests.forEach(test -> ours.add(test.getFileName().toString()));
        }
        List<String> wrong = new ArrayList<>();
        for (Path bundle : Checkout.here().bundles()) {
            BundleManifest manifest = BundleManifest.read(bundle.resolve("META-INF/MANIFEST.MF"));
            for (String name : manifest.exports()) {
                List<String> friends = manifest.friends().getOrDefault(name, List.of());
                boolean promised = BASELINE.packages().contains(name);
                if (name.startsWith("org.carrel.")
                        && (promised != friends.isEmpty() || promised != manifest.versions().containsKey(name))) {
                    wrong.add(name + " is either promised, in a version, or has x-friends");
                }
                friends.stream().filter(friend -> !ours.contains(friend))
                        .forEach(friend -> wrong.add(name + " has a friend that is not there: " + friend));
            }
        }
        assertEquals(List.of(), wrong);
    }

    private SortedSet<String> api(String... source) throws IOException {
        Files.writeString(folder.resolve("Thing.java"),
                "package a; import java.util.List; " + String.join(" ", source));
        return PublicApi.of(List.of(folder));
    }

    @Test
    @DisplayName("is each public or protected type and member, with names written out, and nothing else")
    void is_each_public_line() throws IOException {
        assertEquals(Set.of("class a.Thing abstract extends java.util.List", "method a.Thing#new(int)",
                "method a.Thing#all(java.util.List<T>) : java.util.List<String> throws X",
                "field a.Thing#N : int", "interface a.Thing.In", "abstract method a.Thing.In#go() : void",
                "method a.Thing.In#may() : void", "record a.Thing.R is In", "component a.Thing.R#x : int",
                "enum a.Thing.E", "field a.Thing.E#A : E"),
                api("public abstract class Thing extends List { public Thing(int i) {} private int p; int q;"
                        + " @Override protected <T> List<String> all(@A List<T> from) throws X { return null; }"
                        + " public static final int N = 1; public interface In { void go(); default void may() {}"
                        + " private void not() {} }"
                        + " public record R(int x) implements In { public R {} static int s; public void go() {} }"
                        + " public enum E { A } class Hidden { public int h; } }").stream()
                        .filter(line -> !line.contains("R#go")).collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("is broken by what is gone or changed, and by a new duty of what others implement; not by additions")
    void is_broken() throws IOException {
        SortedSet<String> before = api("public interface Thing { void one(); record R(int x) {} }");
        Set<String> others = Set.of("a.Thing");

        assertEquals(List.of(), ApiBaseline.broken(before,
                api("public interface Thing { void one(); default void two() {} record R(int x, int y) {} }"), others));
        SortedSet<String> duty = api("public interface Thing { void one(); void two(); record R(int x) {} }");
        assertEquals(1, ApiBaseline.broken(before, duty, others).size());
        assertEquals(0, ApiBaseline.broken(before, duty, Set.of()).size(), "only Carrel implements it");
        assertEquals(2, ApiBaseline.broken(before, api("public interface Thing { int one(); record R(int x) {} }"),
                others).size(), "gone, and a new one");
        assertEquals(1, ApiBaseline.broken(before, api("public interface Thing { void one(); record R(long x) {} }"),
                others).size());
        assertEquals(before.size(), ApiBaseline.broken(before, api("interface Thing {}"), others).size());
    }

    @Test
    @DisplayName("may be broken in a package whose version excludes who used it, and in no other; versions never fall")
    void may_be_broken_with_a_new_version() throws IOException {
        SortedSet<String> before = api("public interface Thing { void one(); void two(); }");
        before.add("package a 1.2.0");
        SortedSet<String> after = api("public interface Thing { void one(); void three(); }");
        Set<String> others = Set.of("a.Thing");

        assertEquals(2, ApiBaseline.broken(before, with(after, "package a 1.3.0"), others).size());
        assertEquals(2, ApiBaseline.broken(before, with(after, "package a 1.2.0", "package a.b 2.0.0"), others).size());
        assertEquals(List.of(), ApiBaseline.broken(before, with(after, "package a 2.0.0"), others));
        assertEquals(1, ApiBaseline.broken(before, with(before, "package a 0.9.0"), others).size());
        assertEquals(1, ApiBaseline.broken(before, with(before), others).size(), "no version any more");
    }

    private static SortedSet<String> with(SortedSet<String> lines, String... versions) {
        SortedSet<String> all = new TreeSet<>(lines);
        all.removeIf(line -> line.startsWith("package "));
        all.addAll(List.of(versions));
        return all;
    }
}
