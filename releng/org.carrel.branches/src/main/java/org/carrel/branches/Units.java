/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A p2 repository with the units of one branch. There is one to install, the group; it needs the product in the version
 * that it was made for, so that installing or updating the group brings both, and lays the profile beside the program.
 */
final class Units {

    private static final Pattern PRIVATE_KEY = Pattern.compile("PRIVATE KEY( BLOCK)?-----");
    private static final Pattern GROUP = Pattern.compile("<unit id='[^']+\\.group' version='([^']+)'");
    private static final Pattern PRODUCT = Pattern.compile("<unit id='org\\.carrel\\.product' version='([^']+)'");

    private final BranchFolder branch;
    private final String version;
    private final Instant time;

    /** @param version of the units, with its qualifier */
    Units(BranchFolder branch, String version, Instant time) {
        this.branch = branch;
        this.version = version;
        this.time = time;
    }

    /** The unit that is installed. */
    static String group(BranchFolder branch) {
        return branch.unit() + ".group";
    }

    /** Which version of the product {@code repository} has. */
    static String productVersion(Path repository) throws IOException, BranchFault {
        Path content = repository.resolve("content.jar");
        try (InputStream in = Files.newInputStream(content); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    Matcher product = PRODUCT.matcher(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
                    if (product.find()) {
                        return product.group(1);
                    }
                }
            }
        }
        throw new BranchFault(repository + " has no product of Carrel in it. Build it with \"./carrel build\" first.");
    }

    /** Which version of the branch's units the repository in {@code folder} has, which this wrote. */
    static String versionIn(Path folder) throws IOException, BranchFault {
        Matcher group = GROUP.matcher(Files.readString(folder.resolve("content.xml")));
        if (group.find()) {
            return group.group(1);
        }
        throw new BranchFault(folder + " has no branch in it. Package it anew.");
    }

    /** Writes the repository into {@code folder}, which must be empty. */
    void write(Path folder, String productVersion) throws IOException, BranchFault {
        byte[] bundle = Zips.of(new BrandingBundle(branch, version).files(), time);
        byte[] files = Zips.of(installedFiles(), time);
        put(folder.resolve("plugins").resolve(branch.unit() + "_" + version + ".jar"), bundle);
        put(folder.resolve("binary").resolve(group(branch) + "_" + version), files);
        put(folder.resolve("content.xml"), content(productVersion).getBytes(StandardCharsets.UTF_8));
        put(folder.resolve("artifacts.xml"), artifacts(bundle, files).getBytes(StandardCharsets.UTF_8));
        put(folder.resolve("p2.index"), """
                version=1
                metadata.repository.factory.order=content.xml,!
                artifact.repository.factory.order=artifacts.xml,!
                """.getBytes(StandardCharsets.US_ASCII));
    }

    /** What lies beside the program: the profile with what belongs to it, and how to start. */
    private SortedMap<String, byte[]> installedFiles() throws IOException, BranchFault {
        SortedMap<String, byte[]> files = new TreeMap<>();
        for (Path file : branch.installed()) {
            byte[] content = Files.readAllBytes(file);
            if (isPrivateKey(content)) {
                throw new BranchFault(file + " is a private key, and would be on every workstation. Keep it in a safe,"
                        + " and out of this folder.");
            }
            files.put("branch/" + file.getFileName(), content);
        }
        files.put("branch/start.ini", StartOptions.of(branch).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** As PEM, as OpenPGP in ASCII armor, or as the packet of OpenPGP that holds a secret key (RFC 9580, 4.2 and 5). */
    private static boolean isPrivateKey(byte[] content) {
        if (PRIVATE_KEY.matcher(new String(content, StandardCharsets.ISO_8859_1)).find()) {
            return true;
        }
        int first = content.length == 0 ? 0 : content[0] & 0xFF;
        return first == 0xC5 || first >= 0x94 && first <= 0x97;
    }

    private String content(String productVersion) {
        String bundle = branch.unit();
        String group = group(branch);
        return """
                <?xml version='1.0' encoding='UTF-8'?>
                <?metadataRepository version='1.2.0'?>
                <repository name='%1$s' type='org.eclipse.equinox.internal.p2.metadata.repository.LocalMetadataRepository' version='1'>
                  <properties size='1'>
                    <property name='p2.timestamp' value='%6$d'/>
                  </properties>
                  <units size='2'>
                    <unit id='%2$s' version='%4$s'>
                      <update id='%2$s' range='[0.0.0,%4$s)' severity='0'/>
                      <properties size='2'>
                        <property name='org.eclipse.equinox.p2.name' value='%1$s'/>
                        <property name='org.eclipse.equinox.p2.provider' value='Carrel'/>
                      </properties>
                      <provides size='4'>
                        <provided namespace='org.eclipse.equinox.p2.iu' name='%2$s' version='%4$s'/>
                        <provided namespace='osgi.bundle' name='%2$s' version='%4$s'/>
                        <provided namespace='osgi.identity' name='%2$s' version='%4$s'>
                          <properties size='1'>
                            <property name='type' value='osgi.bundle'/>
                          </properties>
                        </provided>
                        <provided namespace='org.eclipse.equinox.p2.eclipse.type' name='bundle' version='1.0.0'/>
                      </provides>
                      <artifacts size='1'>
                        <artifact classifier='osgi.bundle' id='%2$s' version='%4$s'/>
                      </artifacts>
                      <touchpoint id='org.eclipse.equinox.p2.osgi' version='1.0.0'/>
                      <touchpointData size='1'>
                        <instructions size='1'>
                          <instruction key='manifest'>
                            Bundle-SymbolicName: %2$s;singleton:=true&#xA;Bundle-Version: %4$s
                          </instruction>
                        </instructions>
                      </touchpointData>
                    </unit>
                    <unit id='%3$s' version='%4$s'>
                      <update id='%3$s' range='[0.0.0,%4$s)' severity='0'/>
                      <properties size='3'>
                        <property name='org.eclipse.equinox.p2.name' value='%1$s'/>
                        <property name='org.eclipse.equinox.p2.provider' value='Carrel'/>
                        <property name='org.eclipse.equinox.p2.type.group' value='true'/>
                      </properties>
                      <provides size='1'>
                        <provided namespace='org.eclipse.equinox.p2.iu' name='%3$s' version='%4$s'/>
                      </provides>
                      <requires size='2'>
                        <required namespace='org.eclipse.equinox.p2.iu' name='%2$s' range='[%4$s,%4$s]'/>
                        <required namespace='org.eclipse.equinox.p2.iu' name='org.carrel.product' range='[%5$s,%5$s]'/>
                      </requires>
                      <artifacts size='1'>
                        <artifact classifier='binary' id='%3$s' version='%4$s'/>
                      </artifacts>
                      <touchpoint id='org.eclipse.equinox.p2.native' version='1.0.0'/>
                      <touchpointData size='1'>
                        <instructions size='2'>
                          <instruction key='install'>
                            unzip(source:@artifact, target:${installFolder});
                          </instruction>
                          <instruction key='uninstall'>
                            cleanupzip(source:@artifact, target:${installFolder});
                          </instruction>
                        </instructions>
                      </touchpointData>
                    </unit>
                  </units>
                </repository>
                """.formatted(Xml.escaped(branch.branding().name()), bundle, group, version, productVersion,
                time.toEpochMilli());
    }

    private String artifacts(byte[] bundle, byte[] files) {
        return """
                <?xml version='1.0' encoding='UTF-8'?>
                <?artifactRepository version='1.1.0'?>
                <repository name='%s' type='org.eclipse.equinox.p2.artifact.repository.simpleRepository' version='1'>
                  <properties size='1'>
                    <property name='p2.timestamp' value='%d'/>
                  </properties>
                  <mappings size='2'>
                    <rule filter='(&amp; (classifier=osgi.bundle))' output='${repoUrl}/plugins/${id}_${version}.jar'/>
                    <rule filter='(&amp; (classifier=binary))' output='${repoUrl}/binary/${id}_${version}'/>
                  </mappings>
                  <artifacts size='2'>
                %s%s  </artifacts>
                </repository>
                """.formatted(Xml.escaped(branch.branding().name()), time.toEpochMilli(),
                artifact("osgi.bundle", branch.unit(), bundle), artifact("binary", group(branch), files));
    }

    private String artifact(String classifier, String id, byte[] content) {
        return """
                    <artifact classifier='%s' id='%s' version='%s'>
                      <properties size='3'>
                        <property name='artifact.size' value='%4$d'/>
                        <property name='download.size' value='%4$d'/>
                        <property name='download.checksum.sha-256' value='%5$s'/>
                      </properties>
                    </artifact>
                """.formatted(classifier, id, version, content.length, sha256(content));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }
}
