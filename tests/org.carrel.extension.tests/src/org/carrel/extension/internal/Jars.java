/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.extension.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes bundles, archives and signatures. */
final class Jars {

    private static final String STORE_PASSWORD = "changeit";

    private final Path folder;

    Jars(Path folder) {
        this.folder = folder;
    }

    /** A bundle. {@code headers} are names and values in turn. */
    Path bundle(String name, String version, Class<?> activator, String... headers) throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        main.putValue("Bundle-Name", "The bundle " + name);
        main.putValue("Bundle-Vendor", "A library");
        main.putValue("Import-Package", "org.osgi.framework");
        main.putValue("Bundle-Activator", activator.getName());
        for (int i = 0; i < headers.length; i += 2) {
            main.putValue(headers[i], headers[i + 1]);
        }
        Path file = folder.resolve(name + "_" + version + ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream code = activator.getResourceAsStream(
                        activator.getName().substring(activator.getPackageName().length() + 1) + ".class")) {
            jar.putNextEntry(new ZipEntry(activator.getName().replace('.', '/') + ".class"));
            code.transferTo(jar);
        }
        return file;
    }

    /** A jar of a few megabytes that calls itself a bundle, and unpacks to more than any bundle. */
    Path bomb(String name) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        Path file = folder.resolve(name + ".jar");
        byte[] nothing = new byte[1 << 20];
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            jar.setLevel(Deflater.BEST_SPEED);
            jar.putNextEntry(new ZipEntry("nothing"));
            for (long all = 0; all <= Signature.MOST_BYTES; all += nothing.length) {
                jar.write(nothing);
            }
        }
        return file;
    }

    /** The archive of a repository with these bundles and one feature. */
    Path archive(String feature, Path... bundles) throws IOException {
        Path file = folder.resolve(feature + ".zip");
        try (OutputStream out = Files.newOutputStream(file); ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("features/" + feature + "_2.0.0.jar"));
            zip.putNextEntry(new ZipEntry("plugins/../../../escaped.txt"));
            for (Path bundle : bundles) {
                zip.putNextEntry(new ZipEntry("plugins/" + bundle.getFileName()));
                Files.copy(bundle, zip);
            }
        }
        return file;
    }

    /** Makes a key pair; gives its certificate (PEM). */
    Path key(String who) throws IOException, InterruptedException {
        Path store = folder.resolve(who + ".p12");
        Path certificate = folder.resolve(who + ".pem");
        run("keytool", "-genkeypair", "-keystore", store.toString(), "-storepass", STORE_PASSWORD, "-alias", who,
                "-dname", "CN=" + who, "-keyalg", "EC", "-validity", "30");
        run("keytool", "-exportcert", "-rfc", "-keystore", store.toString(), "-storepass", STORE_PASSWORD, "-alias",
                who, "-file", certificate.toString());
        return certificate;
    }

    void sign(Path jar, String who) throws IOException, InterruptedException {
        run("jarsigner", "-keystore", folder.resolve(who + ".p12").toString(), "-storepass", STORE_PASSWORD,
                jar.toString(), who);
    }

    private void run(String tool, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (process.waitFor() != 0) {
            throw new AssertionError(tool + ": " + said);
        }
    }
}
