/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.equinox.internal.p2.engine.ActionManager;
import org.eclipse.equinox.p2.engine.IProfile;
import org.eclipse.equinox.p2.engine.spi.ProvisioningAction;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.metadata.VersionRange;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IFileArtifactRepository;

/** The files that a version lays beside its bundles: start scripts, the profile. They come in archives. */
final class InstalledFiles {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final String NATIVE = "org.eclipse.equinox.p2.touchpoint.natives.";
    private static final Set<String> LATER = Set.of("unzip", "cleanupzip", "chmod");

    private InstalledFiles() {}

    /** Those of {@code state}, by their names in the program's folder. */
    static Map<Path, byte[]> of(IProfile state, Installation installation) throws IOException, UpdateFault {
        Map<Path, byte[]> files = new TreeMap<>();
        for (IArtifactKey key : History.artifacts(state)) {
            if (key.getClassifier().equals("binary")) {
                unpack(archive(key, state, installation), files);
            }
        }
        return files;
    }

    private static Path archive(IArtifactKey key, IProfile state, Installation installation)
            throws IOException, UpdateFault {
        for (IArtifactRepository place : installation.local(state)) {
            File file = place instanceof IFileArtifactRepository here ? here.getArtifactFile(key) : null;
            if (file != null && file.isFile()) {
                return file.toPath();
            }
        }
        throw new IOException(key.getId() + " " + key.getVersion() + " is missing");
    }

    private static void unpack(Path archive, Map<Path, byte[]> into) throws IOException {
        try (InputStream in = Files.newInputStream(archive); ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path name = Path.of(entry.getName()).normalize();
                byte[] content = zip.readNBytes(LARGEST + 1);
                if (name.isAbsolute() || name.startsWith("..") || content.length > LARGEST) {
                    throw new IOException(entry.getName() + " in " + archive.getFileName());
                }
                if (!entry.isDirectory()) {
                    into.put(name, content);
                }
            }
        }
    }

    /**
     * Has p2's engine leave them alone: it takes the old ones away, and writes the new ones in place a while later.
     */
    static ActionManager leftAlone() {
        return new ActionManager() {
            @Override
            public ProvisioningAction getAction(String id, VersionRange versions) {
                return id.startsWith(NATIVE) && LATER.contains(id.substring(NATIVE.length())) ? new Nothing()
                        : super.getAction(id, versions);
            }
        };
    }

    private static final class Nothing extends ProvisioningAction {
        @Override
        public IStatus execute(Map<String, Object> parameters) {
            return Status.OK_STATUS;
        }

        @Override
        public IStatus undo(Map<String, Object> parameters) {
            return Status.OK_STATUS;
        }
    }
}
