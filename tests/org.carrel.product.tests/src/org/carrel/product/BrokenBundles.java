/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Bundles that nobody should have made. */
final class BrokenBundles {

    private final Path folder;

    /** @param folder for their jars */
    BrokenBundles(Path folder) {
        this.folder = folder;
    }

    /** Throws when it is started. */
    public static final class Throwing implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            throw new IllegalStateException("no licence");
        }

        @Override
        public void stop(BundleContext context) {
            // It never started.
        }
    }

    /** Never comes to an end of starting, and does not listen when it is asked to. */
    public static final class Hanging implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            while (true) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    // That is what is wrong with it.
                    continue;
                }
            }
        }

        @Override
        public void stop(BundleContext context) {
            // It never started.
        }
    }

    /** Does nothing, and nothing wrong. */
    public static final class Quiet implements BundleActivator {
        @Override
        public void start(BundleContext context) {
            // That is all.
        }

        @Override
        public void stop(BundleContext context) {
            // There is nothing to end.
        }
    }

    /** The only one that nothing is wrong with. */
    Path quiet() throws IOException {
        return bundle("org.example.quiet", Quiet.class, "org.osgi.framework");
    }

    Path throwing() throws IOException {
        return bundle("org.example.throwing", Throwing.class, "org.osgi.framework");
    }

    Path hanging() throws IOException {
        return bundle("org.example.hanging", Hanging.class, "org.osgi.framework");
    }

    Path unresolvable() throws IOException {
        return bundle("org.example.unresolvable", Throwing.class, "org.osgi.framework,org.example.missing");
    }

    private Path bundle(String name, Class<?> activator, String imports) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", activator.getName());
        main.putValue("Import-Package", imports);
        Path file = folder.resolve(name + ".jar");
        String code = activator.getName().substring(activator.getPackageName().length() + 1) + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream in = activator.getResourceAsStream(code)) {
            jar.putNextEntry(new ZipEntry(activator.getName().replace('.', '/') + ".class"));
            in.transferTo(jar);
        }
        return file;
    }
}
