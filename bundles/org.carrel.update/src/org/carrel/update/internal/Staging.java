/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.update.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bouncycastle.openpgp.PGPException;
import org.bouncycastle.openpgp.PGPRuntimeOperationException;
import org.bouncycastle.openpgp.PGPSignature;
import org.carrel.model.Texts;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.equinox.internal.p2.artifact.processors.pgp.PGPSignatureVerifier;
import org.eclipse.equinox.p2.core.ProvisionException;
import org.eclipse.equinox.p2.metadata.IArtifactKey;
import org.eclipse.equinox.p2.repository.artifact.IArtifactDescriptor;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepository;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRepositoryManager;
import org.eclipse.equinox.p2.repository.artifact.IArtifactRequest;
import org.eclipse.equinox.p2.repository.artifact.IFileArtifactRepository;

/**
 * Where the files of an update lie until all of them have come and have been looked at; only then does anything change
 * in the installation. What has come stays there when the rest does not, so that the next try goes on from it.
 */
final class Staging {

    private final Installation installation;
    private final UpdateSite site;
    private final Path folder;
    private final Texts texts = Texts.of(Staging.class);

    Staging(Installation installation, UpdateSite site) {
        this.installation = installation;
        this.site = site;
        this.folder = installation.staging().resolve("files");
    }

    Path folder() {
        return folder;
    }

    /** Those of {@code keys} that are neither installed nor were fetched before. */
    Set<IArtifactKey> missing(Set<IArtifactKey> keys) throws UpdateFault {
        Set<IArtifactKey> missing = new HashSet<>(keys);
        if (Files.exists(folder.resolve("artifacts.xml"))) {
            IArtifactRepository files = files();
            missing.removeIf(files::contains);
        }
        return missing;
    }

    /** How large {@code keys} are at the site. */
    long size(Set<IArtifactKey> keys, IArtifactRepository source) {
        return keys.stream().mapToLong(key -> {
            IArtifactDescriptor[] there = source.getArtifactDescriptors(key);
            return there.length == 0 ? 0 : size(there[0]);
        }).sum();
    }

    private static long size(IArtifactDescriptor descriptor) {
        for (String name : List.of(IArtifactDescriptor.DOWNLOAD_SIZE, IArtifactDescriptor.ARTIFACT_SIZE)) {
            String size = descriptor.getProperty(name);
            if (size != null && size.matches("\\d{1,15}")) {
                return Long.parseLong(size);
            }
        }
        return 0;
    }

    /**
     * Fails when one of {@code keys} is not at the site, or not signed by whom it must be: before anything is fetched.
     */
    void mustBeOffered(Set<IArtifactKey> keys, IArtifactRepository source) throws UpdateFault {
        for (IArtifactKey key : keys) {
            if (source.getArtifactDescriptors(key).length == 0) {
                throw UpdateFault.refused(texts.get("staging.absent", site.address(), name(key)));
            }
            if (site.keys().isPresent()) {
                List<PGPSignature> signatures = signatures(key, source);
                if (signatures.isEmpty()) {
                    throw UpdateFault.refused(texts.get("staging.unsigned", name(key)));
                }
                if (signatures.stream().noneMatch(site.keys().get()::knows)) {
                    throw UpdateFault.refused(texts.get("staging.stranger", name(key)));
                }
            }
        }
    }

    private List<PGPSignature> signatures(IArtifactKey key, IArtifactRepository source) throws UpdateFault {
        List<PGPSignature> all = new ArrayList<>();
        for (IArtifactDescriptor descriptor : source.getArtifactDescriptors(key)) {
            try {
                all.addAll(PGPSignatureVerifier.getSignatures(descriptor));
            } catch (IOException | PGPException | PGPRuntimeOperationException | ClassCastException e) {
                throw UpdateFault.refused(texts.get("staging.garbled", name(key)), e);
            }
        }
        return all;
    }

    /** Fetches {@code keys}, of which there is room for {@code bytes} of them. */
    void fetch(Set<IArtifactKey> keys, long bytes, IArtifactRepository source, IProgressMonitor monitor)
            throws UpdateFault {
        IArtifactRepository files = files();
        mustHaveRoom(2 * bytes);
        IArtifactRequest[] requests = keys.stream()
                .map(key -> installation.files().createMirrorRequest(key, files, Map.of(), Map.of()))
                .toArray(IArtifactRequest[]::new);
        if (requests.length == 0) {
            return;
        }
        IStatus status;
        try {
            status = source.getArtifacts(requests, monitor);
        } catch (OperationCanceledException e) {
            throw UpdateFault.cancelled();
        }
        if (monitor.isCanceled() || status.matches(IStatus.CANCEL)) {
            throw UpdateFault.cancelled();
        }
        for (IArtifactRequest request : requests) {
            if (request.getResult() == null || request.getResult().matches(IStatus.ERROR)) {
                throw site.explained(request.getResult() == null ? status : request.getResult());
            }
        }
        if (status.matches(IStatus.ERROR)) {
            throw site.explained(status);
        }
    }

    /** Once to fetch, and once more to install. */
    private void mustHaveRoom(long bytes) throws UpdateFault {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < bytes) {
                throw UpdateFault.refused(texts.get("staging.full", folder, bytes / 1_000_000 + 1, free / 1_000_000));
            }
        } catch (IOException e) {
            throw UpdateFault.refused(texts.get("staging.unwritable", folder, e.getMessage()), e);
        }
    }

    /**
     * Looks at each of {@code keys} as it lies here. What nobody has signed who must have is thrown away.
     *
     * @param keys all that comes with the update, whenever it was fetched
     */
    void mustBeSigned(Set<IArtifactKey> keys, IArtifactRepository source) throws UpdateFault {
        if (site.keys().isEmpty()) {
            return;
        }
        IFileArtifactRepository files = files();
        for (IArtifactKey key : keys) {
            File file = files.getArtifactFile(key);
            try {
                if (file == null || !file.isFile()
                        || !site.keys().get().haveSigned(file.toPath(), signatures(key, source))) {
                    files.removeDescriptor(key, new NullProgressMonitor());
                    throw UpdateFault.refused(texts.get("staging.wrong", name(key)));
                }
            } catch (IOException e) {
                throw UpdateFault.refused(texts.get("staging.unwritable", folder, e.getMessage()), e);
            }
        }
    }

    /** All that was fetched: it is installed now, or of no use. */
    void clear() throws IOException {
        installation.files().removeRepository(folder.toUri());
        Folders.delete(folder);
    }

    private IFileArtifactRepository files() throws UpdateFault {
        try {
            if (Files.exists(folder.resolve("artifacts.xml")) && !P2Records.isWhole(folder.resolve("artifacts.xml"))) {
                // Whoever fetched was ended while writing down what had come.
                clear();
            }
            Files.createDirectories(folder);
            return (IFileArtifactRepository) (Files.exists(folder.resolve("artifacts.xml"))
                    ? installation.files().loadRepository(folder.toUri(),
                            IArtifactRepositoryManager.REPOSITORY_HINT_MODIFIABLE, new NullProgressMonitor())
                    : installation.files().createRepository(folder.toUri(), "Carrel",
                            IArtifactRepositoryManager.TYPE_SIMPLE_REPOSITORY, Map.of()));
        } catch (IOException | ProvisionException e) {
            throw UpdateFault.refused(texts.get("staging.unwritable", folder, e.getMessage()), e);
        }
    }

    private static String name(IArtifactKey key) {
        return key.getId() + " " + key.getVersion();
    }
}
