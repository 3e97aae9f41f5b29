/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

import org.carrel.extension.AddAnswer;
import org.carrel.extension.Extension;
import org.carrel.extension.Extension.State;
import org.carrel.extension.contribution.Troubles;
import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.Extensions.Allow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

@DisplayName("Extensions")
class InstalledExtensionsTest {

    private static final BranchProfile.Extensions ALL = BranchProfile.Extensions.STANDARD;
    private static final String STARTED = "carrel.test.started";

    @TempDir
    private Path folder;
    private Jars jars;
    private Optional<Framework> own = Optional.empty();
    private BundleContext context;
    private InstalledExtensions extensions;

    /** The framework that these tests run in, or one of their own when they run in none. */
    @BeforeEach
    void open() throws BundleException, IOException {
        Bundle here = FrameworkUtil.getBundle(InstalledExtensionsTest.class);
        if (here == null) {
            Framework framework = ServiceLoader.load(FrameworkFactory.class).findFirst().orElseThrow()
                    .newFramework(Map.of("org.osgi.framework.storage", folder.resolve("framework").toString()));
            framework.start();
            own = Optional.of(framework);
            context = framework.getBundleContext();
        } else {
            context = here.getBundleContext();
        }
        jars = new Jars(Files.createDirectory(folder.resolve("jars")));
        extensions = opened();
    }

    private InstalledExtensions opened() {
        return new InstalledExtensions(folder.resolve("with blanks/extensions"), context, new Troubles(),
                Clock.systemUTC(), Duration.ofSeconds(2));
    }

    @AfterEach
    void close() throws Exception {
        extensions.startSafely();
        if (own.isPresent()) {
            own.get().stop();
            own.get().waitForStop(10_000);
        }
    }

    private Extension added(Path file) throws IOException {
        return assertInstanceOf(AddAnswer.Added.class, extensions.add(file, ALL)).extension();
    }

    private String refused(Path file, BranchProfile.Extensions rules) throws IOException {
        String reason = assertInstanceOf(AddAnswer.Refused.class, extensions.add(file, rules)).reason();
        assertTrue(reason.matches("(?s)\\S.*\\."), reason);
        return reason;
    }

    private State state(String id) {
        return extensions.list().stream().filter(one -> one.id().equals(id)).findAny().orElseThrow().state();
    }

    private List<String> inFramework() {
        return Arrays.stream(context.getBundles()).map(Bundle::getSymbolicName)
                .filter(name -> name != null && name.startsWith("org.example.")).toList();
    }

    @Test
    @DisplayName("are not read to an end that never comes, neither when they are added nor at each start")
    void are_not_read_without_end() throws IOException {
        Path bomb = jars.bomb("org.example.bomb");
        assertTrue(Files.size(bomb) < 32L * 1024 * 1024, () -> "the file itself is small");
        assertTrue(refused(bomb, ALL).contains("gigabyte"));
        assertEquals(List.of(), extensions.list());

        added(jars.bundle("org.example.good", "1.0.0", Activators.Good.class));
        try (Stream<Path> files = Files.walk(folder.resolve("with blanks/extensions"))) {
            Path kept = files.filter(file -> file.toString().endsWith(".jar")).findAny().orElseThrow();
            Files.copy(bomb, kept, StandardCopyOption.REPLACE_EXISTING);
        }
        assertEquals(1, extensions.start(ALL, true).size());
        assertTrue(assertInstanceOf(State.Failed.class, state("org.example.good")).reason().contains("gigabyte"));
        assertEquals(List.of(), inFramework());
    }

    @Test
    @DisplayName("are kept, start from the next start on, can be switched off and on, replaced and removed")
    void are_kept() throws IOException {
        Extension good = added(jars.bundle("org.example.good", "1.0.0", Activators.Good.class));
        assertEquals("The bundle org.example.good", good.name());
        assertEquals("A library", good.vendor());
        assertInstanceOf(State.Waiting.class, good.state());
        assertEquals(List.of(), inFramework(), "not before the next start");

        assertEquals(List.of(), extensions.start(ALL, true));
        assertEquals("1.0.0", System.getProperty(STARTED));
        assertInstanceOf(State.Running.class, state("org.example.good"));

        AddAnswer.Added newer = assertInstanceOf(AddAnswer.Added.class,
                extensions.add(jars.bundle("org.example.good", "1.1.0", Activators.Good.class), ALL));
        assertTrue(newer.replaced());
        assertEquals("1.0.0", System.getProperty(STARTED), "the old one runs on");
        assertInstanceOf(AddAnswer.Added.class, extensions
                .add(jars.bundle("org.example.good", "1.1.0", Activators.Good.class), ALL), "even while it runs");

        extensions = opened();
        assertEquals(List.of(), extensions.start(ALL, true));
        assertEquals("1.1.0", System.getProperty(STARTED), "another program finds the new one");

        assertTrue(extensions.switchTo("org.example.good", false));
        extensions.start(ALL, true);
        assertEquals(List.of(), inFramework());
        assertInstanceOf(State.Off.class, state("org.example.good"));
        assertTrue(extensions.switchTo("org.example.good", true));
        assertInstanceOf(State.Waiting.class, state("org.example.good"));

        assertTrue(extensions.remove("org.example.good"));
        assertFalse(extensions.remove("org.example.good"));
        assertFalse(extensions.switchTo("org.example.good", true));
        assertEquals(List.of(), extensions.list());
        extensions.start(ALL, true);
        try (Stream<Path> left = Files.list(folder.resolve("with blanks/extensions"))) {
            assertEquals(List.of(), left.filter(Files::isDirectory).toList());
        }
    }

    @Test
    @DisplayName("that throw or hang are shown with the reason, thrown out, and do not keep others from starting")
    void failing_ones_harm_nobody() throws IOException {
        added(jars.bundle("org.example.a.throws", "1.0.0", Activators.Throwing.class));
        added(jars.bundle("org.example.b.hangs", "1.0.0", Activators.Hanging.class));
        added(jars.bundle("org.example.c.good", "1.0.0", Activators.Good.class));

        assertEquals(List.of("org.example.a.throws", "org.example.b.hangs"),
                extensions.start(ALL, true).stream().map(Extension::id).toList());
        assertTrue(assertInstanceOf(State.Failed.class, state("org.example.a.throws")).reason().contains("no licence"));
        String hangs = assertInstanceOf(State.Failed.class, state("org.example.b.hangs")).reason();
        assertTrue(hangs.contains("2 seconds") && hangs.contains("on again"), hangs);
        assertInstanceOf(State.Running.class, state("org.example.c.good"));
        assertEquals(List.of("org.example.c.good"), inFramework());

        extensions = opened();
        assertEquals(List.of("org.example.a.throws"), extensions.start(ALL, true).stream().map(Extension::id).toList(),
                "who hangs is not waited for at every start");
        assertInstanceOf(State.Failed.class, state("org.example.b.hangs"));
        assertTrue(extensions.switchTo("org.example.b.hangs", true));
        assertInstanceOf(State.Waiting.class, state("org.example.b.hangs"));
    }

    @Test
    @Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
    @DisplayName("that do not stop keep the program neither from starting nor from ending")
    void lingering_ones_harm_nobody() throws Exception {
        Framework program = ServiceLoader.load(FrameworkFactory.class, Framework.class.getClassLoader()).findFirst()
                .orElseThrow().newFramework(Map.of("org.osgi.framework.storage", folder.resolve("program").toString(),
                        "osgi.module.lock.timeout", "1"));
        program.start();
        InstalledExtensions there = new InstalledExtensions(folder.resolve("there"), program.getBundleContext(),
                new Troubles(), Clock.systemUTC(), Duration.ofSeconds(20));
        Path both = jars.archive("org.example.both", jars.bundle("org.example.a", "1.0.0", Activators.Lingering.class),
                jars.bundle("org.example.b", "1.0.0", Activators.Throwing.class));
        assertInstanceOf(AddAnswer.Added.class, there.add(both, ALL));
        assertInstanceOf(AddAnswer.Added.class,
                there.add(jars.bundle("org.example.c", "1.0.0", Activators.Lingering.class), ALL));

        assertEquals(List.of("org.example.both"), there.start(ALL, true).stream().map(Extension::id).toList());

        program.stop();
        assertEquals(FrameworkEvent.STOPPED, program.waitForStop(60_000).getType());
    }

    @Test
    @DisplayName("that need what is not there are refused, with the name of what they need")
    void unresolvable_ones_are_refused() throws IOException {
        String reason = refused(jars.bundle("org.example.needy", "1.0.0", Activators.Good.class, "Require-Bundle",
                "org.example.missing;bundle-version=\"[2.0.0,3.0.0)\"", "Import-Package",
                "org.osgi.framework,org.example.gone;version=\"1.2\""), ALL);
        assertTrue(reason.contains("org.example.missing") && reason.contains("2.0.0") && reason.contains("3.0.0")
                && reason.contains("org.example.gone") && reason.contains("1.2"), reason);
        assertEquals(List.of(), extensions.list());
        assertEquals(List.of(), inFramework());
        assertTrue(refused(jars.bundle("org.example.future", "1.0.0", Activators.Good.class, "Require-Capability",
                "osgi.ee;filter:=\"(&(osgi.ee=JavaSE)(version=99))\""), ALL).contains("Java"));
    }

    @Test
    @DisplayName("that were made for another version of a package are refused, with both versions")
    void another_version_is_named() throws IOException {
        String reason = refused(jars.bundle("org.example.old", "1.0.0", Activators.Good.class, "Import-Package",
                "org.osgi.framework;version=\"[99.0.0,100.0.0)\""), ALL);
        String there = context.getBundle(0).adapt(BundleRevision.class).getDeclaredCapabilities("osgi.wiring.package")
                .stream().map(BundleCapability::getAttributes)
                .filter(one -> "org.osgi.framework".equals(one.get("osgi.wiring.package")))
                .map(one -> String.valueOf(one.get("version"))).findFirst().orElseThrow();
        assertTrue(reason.contains("99.0.0") && reason.contains("this Carrel has " + there), reason);
    }

    @Test
    @DisplayName("that would take any version of a package of Carrel's are added with a remark that names it")
    void any_version_is_remarked_upon() throws IOException {
        Path theirs = jars.bundle("org.example.api", "1.0.0", Activators.Good.class, "Export-Package",
                "org.carrel.some;version=\"1.2.0\",org.carrel.other;version=\"1.2.0\"");
        Path careless = jars.bundle("org.example.careless", "1.0.0", Activators.Good.class, "Import-Package",
                "org.osgi.framework,org.carrel.some,org.carrel.other;version=\"[1.0.0,2.0.0)\"");

        AddAnswer.Added added = assertInstanceOf(AddAnswer.Added.class,
                extensions.add(jars.archive("org.example.both", theirs, careless), ALL));
        assertEquals(1, added.remarks().stream().filter(remark -> remark.contains("org.carrel.some")).count());
        assertTrue(added.remarks().stream().noneMatch(remark -> remark.contains("org.carrel.other")));
    }

    @Test
    @DisplayName("that are no bundles, parts of other bundles, or parts of the program are refused")
    void others_are_refused() throws IOException {
        Path text = Files.writeString(folder.resolve("notes.txt"), "no zip");
        refused(text, ALL);
        refused(folder.resolve("nowhere.jar"), ALL);
        refused(jars.bundle("org.example.part", "1.0.0", Activators.Good.class, "Fragment-Host", "org.eclipse.osgi"),
                ALL);
        assertTrue(refused(jars.bundle("org.eclipse.osgi", "99.0.0", Activators.Good.class), ALL)
                .contains("org.eclipse.osgi"));
        refused(jars.bundle("..", "1.0.0", Activators.Good.class), ALL);
        refused(jars.bundle("org.example.none", "1.0.0", Activators.Good.class),
                new BranchProfile.Extensions(Allow.NONE, Optional.empty()));
    }

    @Test
    @DisplayName("can come as the archive of a repository, whose other contents go nowhere")
    void archives() throws IOException {
        Path one = jars.bundle("org.example.one", "1.0.0", Activators.Good.class, "Export-Package", "org.example.one");
        Path two = jars.bundle("org.example.two", "1.0.0", Activators.Good.class, "Import-Package",
                "org.osgi.framework,org.example.one");
        Path ours = jars.bundle("org.eclipse.osgi", "1.0.0", Activators.Throwing.class);
        refused(two, ALL);

        Extension both = added(jars.archive("org.example.feature", one, two, ours));
        assertEquals("org.example.feature", both.id());
        assertEquals("2.0.0", both.version());
        assertEquals(List.of("org.example.one", "org.example.two"), both.bundles());
        assertEquals(List.of(), extensions.start(ALL, true));
        assertEquals(List.of("org.example.one", "org.example.two"), inFramework());
        try (Stream<Path> all = Files.walk(folder)) {
            assertEquals(List.of(), all.filter(file -> file.endsWith("escaped.txt")).toList());
        }
    }

    @Test
    @DisplayName("are loaded only when somebody has signed them whom the branch trusts, if it says so")
    void signatures() throws Exception {
        Path trusted = jars.key("Library");
        jars.key("Stranger");
        var signedOnly = new BranchProfile.Extensions(Allow.SIGNED, Optional.of(trusted));
        Path jar = jars.bundle("org.example.signed", "1.0.0", Activators.Good.class);
        refused(jar, signedOnly);
        jars.sign(jar, "Stranger");
        assertTrue(refused(jar, signedOnly).contains("CN=Stranger"));

        Path good = jars.bundle("org.example.signed", "1.0.1", Activators.Good.class);
        jars.sign(good, "Library");
        AddAnswer.Added added = assertInstanceOf(AddAnswer.Added.class, extensions.add(good, signedOnly));
        assertEquals(Optional.of("CN=Library"), added.extension().signedBy());
        assertEquals(List.of(), extensions.start(signedOnly, true));

        // Somebody puts a file into it where it is kept.
        try (Stream<Path> all = Files.walk(folder.resolve("with blanks"))) {
            Path kept = all.filter(file -> file.toString().endsWith(".jar")).findFirst().orElseThrow();
            try (var inside = java.nio.file.FileSystems.newFileSystem(kept)) {
                Files.writeString(inside.getPath("/added.txt"), "x");
            }
        }
        extensions = opened();
        assertEquals(List.of("org.example.signed"),
                extensions.start(signedOnly, true).stream().map(Extension::id).toList());
        assertEquals(List.of(), inFramework());
        assertEquals(List.of("org.example.signed"), extensions
                .start(new BranchProfile.Extensions(Allow.NONE, Optional.empty()), true).stream().map(Extension::id)
                .toList());
    }

    @Test
    @DisplayName("are all left out in safe mode, and a start that came to no end is noticed")
    void safe_mode() throws IOException {
        added(jars.bundle("org.example.good", "1.0.0", Activators.Good.class));
        assertEquals(Optional.empty(), extensions.interrupted());
        extensions.start(ALL, false);
        assertEquals(Optional.empty(), opened().interrupted(), "a command beside the window leaves no mark");
        extensions.start(ALL, true);

        extensions = opened();
        assertTrue(extensions.interrupted().isPresent(), "it did not say that it came up");
        extensions.startSafely();
        assertEquals(List.of(), inFramework(), "what an earlier start left in the framework is thrown out");
        assertInstanceOf(State.SafeMode.class, state("org.example.good"));
        extensions.cameUp();
        assertEquals(Optional.empty(), opened().interrupted());
    }
}
