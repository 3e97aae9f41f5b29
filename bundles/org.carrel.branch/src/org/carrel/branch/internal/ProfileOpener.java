/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.carrel.branch.BranchOpening;
import org.carrel.branch.ProfileRemark;
import org.carrel.model.BranchProfile;
import org.carrel.model.BranchProfile.LibrarySystem;
import org.carrel.model.Texts;
import org.carrel.model.inventory.WriteBackRules;
import org.carrel.model.port.Secrets;

/** Opens a branch, without any framework. Immutable; safe for use by several threads. */
public final class ProfileOpener {

    private final Clock clock;
    private final Surroundings surroundings;
    private final Strength strength;
    private final Publishing publishing;

    /** Tells of nothing but secrets. */
    public static ProfileOpener telling(Clock clock, Surroundings surroundings, Consumer<Secrets> opened) {
        return new ProfileOpener(clock, surroundings, Strength.REAL, new Publishing.OfSecrets(opened));
    }

    ProfileOpener(Clock clock, Surroundings surroundings, Strength strength, Publishing publishing) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.surroundings = Objects.requireNonNull(surroundings, "surroundings");
        this.strength = Objects.requireNonNull(strength, "strength");
        this.publishing = Objects.requireNonNull(publishing, "publishing");
    }

    /** See {@link org.carrel.branch.BranchSetup#open}. Each call opens afresh. */
    public BranchOpening open(Optional<Path> profile, Path dataRoot) {
        BranchFiles files = new BranchFiles(surroundings);
        Optional<Path> named;
        try {
            named = profile.or(surroundings::profile);
        } catch (InvalidPathException e) {
            return new BranchOpening.Refused(List.of(new ProfileRemark(e.getInput(), 0, text("file.missing"))));
        }
        String name = named.map(Path::toString).orElse("practice.yaml");
        try {
            ProfileReader.Reading reading = new ProfileReader(clock).read(name,
                    named.isPresent() ? files.read(named.get()) : PracticeProfile.read());
            if (reading.profile().isEmpty()) {
                return new BranchOpening.Refused(reading.errors());
            }
            Remarks remarks = new Remarks(name);
            return files.place(withPort(reading.profile().get()), dataRoot.toAbsolutePath().normalize(), remarks)
                    .map(place -> opening(place, Path.of(name), warnings(reading, place)))
                    .orElseGet(() -> new BranchOpening.Refused(remarks.errors()));
        } catch (BranchFiles.UnusableException e) {
            return new BranchOpening.Refused(List.of(new ProfileRemark(name, 0, e.getMessage())));
        }
    }

    private BranchOpening opening(BranchPlace place, Path profile, List<ProfileRemark> warnings) {
        publishing.placed(place.dataFolder());
        if (place.profile().practice()) {
            OpenBranch branch = place.practising();
            publishing.opened(branch, new PracticeSecrets(), Optional.empty());
            return new BranchOpening.Opened(branch, warnings);
        }
        Path sealed = SealedFile.beside(profile.toAbsolutePath());
        if (Files.exists(sealed)) {
            SealedDesk desk = new SealedDesk(place, sealed, strength, clock, publishing);
            publishing.found(desk);
            return new BranchOpening.Locked(desk, warnings);
        }
        if (SignInMemory.isIn(place.dataFolder())) {
            // A second data key would make what was recorded here unreadable for ever.
            return new BranchOpening.Refused(
                    List.of(new ProfileRemark(profile.toString(), 0, text("sealed.gone", sealed))));
        }
        return new BranchOpening.Unsealed(new FirstSealing(place, sealed, strength, clock, publishing), warnings);
    }

    /** What is recorded in practice mode may be lost. */
    private static List<ProfileRemark> warnings(ProfileReader.Reading reading, BranchPlace place) {
        Remarks doubts = new Remarks(place.dataFolder().toString());
        if (!place.profile().practice()) {
            FolderDoubts.ofThisMachine().about(place.dataFolder(), doubts);
        }
        return Stream.concat(reading.warnings().stream(), doubts.warnings().stream()).toList();
    }

    private static String text(String key, Object... arguments) {
        return Texts.of(ProfileOpener.class).get(key, arguments);
    }

    /** Ports 0 in practice mode become ones that are free now. */
    private static BranchProfile withPort(BranchProfile profile) throws BranchFiles.UnusableException {
        if (!profile.practice()) {
            return profile;
        }
        BranchProfile placed = profile;
        LibrarySystem system = profile.system();
        if (system.ncip().getPort() == 0) {
            int port = freePort(system.ncip().getHost());
            placed = placed.withSystem(system.at(at(system.ncip(), port), at(system.token(), port)));
            if (profile.writeBack().isPresent()) {
                WriteBackRules there = profile.writeBack().get();
                placed = placed
                        .withWriteBack(there.at(there.addressText().replaceFirst(":0/", ":" + port + "/")));
            }
        }
        if (profile.sip2().isPresent() && profile.sip2().get().port() == 0) {
            placed = placed.withSip2(profile.sip2().get().at(freePort(profile.sip2().get().host())));
        }
        return placed;
    }

    private static int freePort(String host) throws BranchFiles.UnusableException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(host))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw BranchFiles.UnusableException.because("port.none", e.getMessage());
        }
    }

    private static URI at(URI address, int port) {
        return URI.create(address.getScheme() + "://" + address.getHost() + ":" + port + address.getRawPath());
    }
}
