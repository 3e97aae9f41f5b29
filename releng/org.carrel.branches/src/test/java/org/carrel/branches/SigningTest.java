/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.ZipFile;

import javax.xml.parsers.DocumentBuilderFactory;

import org.bouncycastle.openpgp.PGPKeyRingGenerator;
import org.bouncycastle.openpgp.PGPSecretKeyRing;
import org.bouncycastle.openpgp.PGPSignatureList;
import org.bouncycastle.openpgp.PGPUtil;
import org.bouncycastle.openpgp.bc.BcPGPObjectFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

@DisplayName("An update site that is signed")
class SigningTest {

    private static final Instant TIME = Instant.parse("2026-11-22T10:30:00Z");
    private static final Clock CLOCK = Clock.fixed(TIME, ZoneOffset.UTC);
    private static final String PASSPHRASE = "häuser am see";

    @TempDir
    private Path work;
    private Path folder;
    private Path site;
    private Path secret;

    @BeforeEach
    void there_is_a_site_and_a_key_that_its_profile_names() throws Exception {
        folder = Files.createDirectory(work.resolve("north"));
        Files.writeString(folder.resolve("branch.yaml"), "updates:\n  key: updates-key.asc\n");
        secret = work.resolve("secret.asc");
        newKey(secret, folder.resolve("updates-key.asc"), false);
        site = work.resolve("site");
        new Units(branch(), "0.1.0.1", TIME).write(Files.createDirectories(site.resolve("branch")), "0.1.0.1");
        program(site.resolve("program"));
    }

    private static PGPSecretKeyRing newKey(Path secret, Path open, boolean anotherBeside) throws Exception {
        PGPKeyRingGenerator generator = NewKey.generator("Updates", PASSPHRASE.toCharArray(), CLOCK);
        if (anotherBeside) {
            generator.addSubKey(NewKey.pair(CLOCK));
        }
        PGPSecretKeyRing ring = generator.generateSecretKeyRing();
        NewKey.write(ring, secret, open);
        return ring;
    }

    private BranchFolder branch() throws IOException, BranchFault {
        return BranchFolder.of(folder);
    }

    /** As Tycho leaves one: its lists in two forms, and what is in the list has properties or has not. */
    private static void program(Path repository) throws IOException {
        Files.createDirectories(repository.resolve("plugins"));
        Files.createDirectories(repository.resolve("features"));
        Files.writeString(repository.resolve("plugins/org.carrel.a_1.0.0.jar"), "code");
        Files.writeString(repository.resolve("features/org.carrel.f_1.0.0.jar"), "feature");
        TreeMap<String, byte[]> list = new TreeMap<>();
        list.put("artifacts.xml", """
                <?xml version='1.0' encoding='UTF-8'?>
                <?artifactRepository version='1.1.0'?>
                <repository name='x' type='org.eclipse.equinox.p2.artifact.repository.simpleRepository' version='1'>
                  <artifacts size='2'>
                    <artifact classifier='osgi.bundle' id='org.carrel.a' version='1.0.0'>
                      <properties size='1'>
                        <property name='download.size' value='4'/>
                      </properties>
                    </artifact>
                    <artifact classifier='org.eclipse.update.feature' id='org.carrel.f' version='1.0.0'/>
                  </artifacts>
                </repository>
                """.getBytes(StandardCharsets.UTF_8));
        Files.write(repository.resolve("artifacts.jar"), Zips.of(list, TIME));
        Files.writeString(repository.resolve("artifacts.xml.xz"), "the same in another form");
        Files.writeString(repository.resolve("p2.index"), """
                version=1
                artifact.repository.factory.order=artifacts.xml.xz,artifacts.xml,!
                """);
    }

    private Signing signing(Path key) throws IOException, BranchFault {
        return new Signing(branch(), KeyFile.open(key, PASSPHRASE.toCharArray()));
    }

    private static Document list(Path repository) throws Exception {
        byte[] xml;
        if (Files.exists(repository.resolve("artifacts.jar"))) {
            try (ZipFile jar = new ZipFile(repository.resolve("artifacts.jar").toFile());
                    InputStream in = jar.getInputStream(jar.getEntry("artifacts.xml"))) {
                xml = in.readAllBytes();
            }
        } else {
            xml = Files.readAllBytes(repository.resolve("artifacts.xml"));
        }
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static String property(Document list, String id, String name) {
        var all = list.getElementsByTagName("property");
        for (int i = 0; i < all.getLength(); i++) {
            Element property = (Element) all.item(i);
            Element artifact = (Element) property.getParentNode().getParentNode();
            if (artifact.getAttribute("id").equals(id) && property.getAttribute("name").equals(name)) {
                return property.getAttribute("value");
            }
        }
        return "";
    }

    @Test
    void has_a_signature_of_each_file_that_the_public_half_accepts() throws Exception {
        Signing signing = signing(secret);
        signing.tryOut(true);
        assertEquals(4 + 3, signing.sign(site), "four files and three lists");
        Document list = list(site.resolve("program"));
        TrustedKeys trusted = TrustedKeys.of(branch()).orElseThrow();
        Path code = site.resolve("program/plugins/org.carrel.a_1.0.0.jar");
        String signature = property(list, "org.carrel.a", "pgp.signatures");
        assertTrue(trusted.accept(code, signature), signature);
        assertFalse(trusted.accept(site.resolve("program/features/org.carrel.f_1.0.0.jar"), signature));
        assertTrue(trusted.accept(site.resolve("program/features/org.carrel.f_1.0.0.jar"),
                property(list, "org.carrel.f", "pgp.signatures")));
        assertEquals("4", property(list, "org.carrel.a", "download.size"), "what was there stays");
        Document units = list(site.resolve("branch"));
        assertTrue(trusted.accept(site.resolve("branch/plugins/org.carrel.branches.north_0.1.0.1.jar"),
                property(units, "org.carrel.branches.north", "pgp.signatures")));
        assertTrue(property(units, "org.carrel.branches.north.group", "pgp.publicKeys").contains("PUBLIC KEY BLOCK"));
    }

    @Test
    void has_no_list_left_that_is_not_signed_and_can_be_signed_again() throws Exception {
        signing(secret).sign(site);
        Path program = site.resolve("program");
        assertFalse(Files.exists(program.resolve("artifacts.xml.xz")));
        assertFalse(Files.readString(program.resolve("p2.index")).contains("artifacts.xml.xz"));
        signing(secret).sign(site);
        Element properties = (Element) list(program).getElementsByTagName("properties").item(0);
        assertEquals("3", properties.getAttribute("size"));
        assertEquals(3, properties.getElementsByTagName("property").getLength());
    }

    @Test
    void has_a_signature_of_each_list_as_it_is_in_the_end() throws Exception {
        Site.complete(site, Files.move(site.resolve("program"), work.resolve("program")), "North", TIME);
        signing(secret).sign(site);
        TrustedKeys trusted = TrustedKeys.of(branch()).orElseThrow();
        for (String name : List.of("compositeContent.xml", "compositeArtifacts.xml", "program/artifacts.jar",
                "branch/content.xml", "branch/artifacts.xml")) {
            Path list = site.resolve(name);
            assertTrue(trusted.accept(list, Files.readString(site.resolve(name + ".asc"))), name);
        }
        Path list = site.resolve("branch/content.xml");
        Files.writeString(list, Files.readString(list).replace("cleanupzip", "remove"));
        assertFalse(trusted.accept(list, Files.readString(site.resolve("branch/content.xml.asc"))));
    }

    @Test
    void is_signed_with_the_key_for_signing_when_there_is_one_beside_the_main_key() throws Exception {
        Path file = work.resolve("two.asc");
        Files.delete(folder.resolve("updates-key.asc"));
        PGPSecretKeyRing two = newKey(file, folder.resolve("updates-key.asc"), true);
        Signing signing = signing(file);
        signing.tryOut(true);
        signing.sign(site);
        String signature = property(list(site.resolve("branch")), "org.carrel.branches.north", "pgp.signatures");
        try (InputStream in = PGPUtil.getDecoderStream(
                new ByteArrayInputStream(signature.getBytes(StandardCharsets.US_ASCII)))) {
            PGPSignatureList signatures = (PGPSignatureList) new BcPGPObjectFactory(in).nextObject();
            assertNotEquals(two.getPublicKey().getKeyID(), signatures.get(0).getKeyID());
        }
    }

    @Test
    void is_not_made_with_a_key_that_workstations_would_refuse() throws Exception {
        Path other = work.resolve("other.asc");
        newKey(other, work.resolve("public.asc"), false);
        Signing signing = signing(other);
        BranchFault fault = assertThrows(BranchFault.class, () -> signing.tryOut(true));
        assertTrue(fault.getMessage().contains("updates-key.asc"), fault::getMessage);
    }

    @Test
    void is_not_made_with_a_wrong_passphrase_or_without_a_secret_key() throws Exception {
        BranchFault wrong = assertThrows(BranchFault.class, () -> KeyFile.open(secret, "sesame".toCharArray()));
        assertTrue(wrong.getMessage().contains("secret.asc") && !wrong.getMessage().contains("sesame"),
                wrong::getMessage);
        Path half = folder.resolve("updates-key.asc");
        assertTrue(assertThrows(BranchFault.class, () -> KeyFile.open(half, new char[0])).getMessage()
                .contains("no secret key"));
    }

    @Test
    void needs_a_file_with_a_key_where_the_profile_names_one() throws IOException {
        Files.writeString(folder.resolve("updates-key.asc"), "no key at all");
        assertTrue(assertThrows(BranchFault.class, () -> signing(secret).tryOut(true)).getMessage()
                .contains("updates-key.asc"));
    }
}
