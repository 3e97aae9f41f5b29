/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.sftp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFileServer.Fetched;
import org.carrel.model.port.ItemFileServer.Place;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.ChannelSftp.LsEntry;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchHostKeyException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SftpException;
import com.jcraft.jsch.SftpProgressMonitor;

/** One fetching of one file by SFTP. The server's key is checked against the one that is known; it is never learnt. */
public final class SftpFetching {

    private static final Logger LOG = LoggerFactory.getLogger(SftpFetching.class);
    private static final Texts TEXTS = Texts.of(SftpFetching.class);
    private static final int PATIENCE_MILLIS = 30_000;
    /** Far more than a year of weekly files of every branch. */
    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 16L << 30;
    private static final Pattern DAY = Pattern.compile("(?<![0-9])(20[0-9]{6})(?![0-9])");
    private static final Pattern HOST_KEY = Pattern.compile("([a-z0-9@.-]+) ([A-Za-z0-9+/]+=*)");
    /** The same key signs in another way than when it was new. */
    private static final Map<String, String> SIGNATURES = Map.of("ssh-rsa", "rsa-sha2-512,rsa-sha2-256");

    private final Place place;
    private final Optional<String> known;
    private final Monitor monitor;

    /** @param known the mark of a file that is not to be fetched again */
    public SftpFetching(Place place, Optional<String> known, Monitor monitor) {
        this.place = place;
        this.known = known;
        this.monitor = monitor;
    }

    /** See {@link org.carrel.model.port.ItemFileServer#fetchNewest}. */
    public Fetched run(char[] secret, Path into) {
        Matcher key = HOST_KEY.matcher(place.hostKey().strip());
        if (!key.matches()) {
            return new Fetched.Failed(TEXTS.get("sftp.badHostKey"), false);
        }
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.limit());
        try {
            return connected(key.group(1), bytes, into);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }

    private Fetched connected(String keyType, byte[] secret, Path into) {
        Session session = null;
        try {
            session = session(keyType, secret);
            session.connect(PATIENCE_MILLIS);
            ChannelSftp channel = (ChannelSftp) session.openChannel("sftp");
            channel.connect(PATIENCE_MILLIS);
            return fetch(channel, into);
        } catch (JSchHostKeyException e) {
            LOG.error("{} has another key than the one that is known", place.host());
            return new Fetched.Failed(TEXTS.get("sftp.otherHostKey", place.host()), false);
        } catch (JSchException e) {
            LOG.warn("No connection to {}: {}", place.host(), e.toString());
            boolean refused = String.valueOf(e.getMessage()).startsWith("Auth ");
            return new Fetched.Failed(TEXTS.get(refused ? "sftp.refused" : "sftp.away", place.host(), place.user()),
                    !refused);
        } catch (SftpException e) {
            LOG.warn("SFTP at {}: {}", place.host(), e.toString());
            boolean noFolder = e.id == ChannelSftp.SSH_FX_NO_SUCH_FILE
                    || e.id == ChannelSftp.SSH_FX_PERMISSION_DENIED;
            return new Fetched.Failed(TEXTS.get(noFolder ? "sftp.noFolder" : "sftp.broken", place.folder(),
                    place.host()), !noFolder);
        } catch (IOException e) {
            LOG.warn("The file cannot be written", e);
            return new Fetched.Failed(TEXTS.get("sftp.unwritable", into), true);
        } finally {
            if (session != null) {
                session.disconnect();
            }
        }
    }

    private Session session(String keyType, byte[] secret) throws JSchException {
        JSch ssh = new JSch();
        String name = place.port() == 22 ? place.host() : "[" + place.host() + "]:" + place.port();
        ssh.setKnownHosts(new ByteArrayInputStream(
                (name + " " + place.hostKey().strip() + "\n").getBytes(StandardCharsets.UTF_8)));
        if (place.keyFile().isPresent()) {
            ssh.addIdentity(place.keyFile().get().toString(), secret.length == 0 ? null : secret);
        }
        Session session = ssh.getSession(place.user(), place.host(), place.port());
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("server_host_key", SIGNATURES.getOrDefault(keyType, keyType));
        session.setConfig("PreferredAuthentications", place.keyFile().isPresent() ? "publickey" : "password");
        session.setConfig("MaxAuthTries", "1");
        session.setTimeout(PATIENCE_MILLIS);
        if (place.keyFile().isEmpty()) {
            session.setPassword(secret);
        }
        return session;
    }

    private Fetched fetch(ChannelSftp channel, Path into) throws SftpException, IOException {
        Optional<LsEntry> newest = newest(channel);
        if (newest.isEmpty()) {
            return new Fetched.Failed(TEXTS.get("sftp.noFile", place.folder(), place.host(), place.pattern()), false);
        }
        long size = newest.get().getAttrs().getSize();
        String name = newest.get().getFilename();
        if (size > MOST_BYTES) {
            return new Fetched.Failed(TEXTS.get("sftp.tooLarge", name), false);
        }
        String mark = name + " " + size + " " + newest.get().getAttrs().getMTime();
        if (known.filter(mark::equals).isPresent()) {
            return new Fetched.Unchanged(name);
        }
        Files.createDirectories(into);
        Path whole = into.resolve(name);
        Path part = into.resolve(name + ".part");
        try {
            try (OutputStream to = Files.newOutputStream(part)) {
                channel.get(quoted(place.folder() + "/" + name), to, new Progress(size));
            }
            if (monitor.isCancelled()) {
                return new Fetched.Cancelled();
            }
            if (Files.size(part) != size) {
                return new Fetched.Failed(TEXTS.get("sftp.broken", place.folder(), place.host()), true);
            }
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Fetched.Done(whole, mark);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private Optional<LsEntry> newest(ChannelSftp channel) throws SftpException {
        Pattern wanted = glob(place.pattern());
        List<LsEntry> found = new ArrayList<>();
        channel.ls(quoted(place.folder()), entry -> {
            if (!entry.getAttrs().isDir() && isPlain(entry.getFilename())
                    && wanted.matcher(entry.getFilename()).matches()) {
                found.add(entry);
            }
            return found.size() < MOST_FILES && !monitor.isCancelled() ? ChannelSftp.LsEntrySelector.CONTINUE
                    : ChannelSftp.LsEntrySelector.BREAK;
        });
        return found.stream().max(Comparator.comparing((LsEntry entry) -> day(entry.getFilename()))
                .thenComparing(entry -> entry.getAttrs().getMTime()).thenComparing(LsEntry::getFilename));
    }

    /** A server may say anything; a name that leads elsewhere is none. */
    private static boolean isPlain(String name) {
        return !name.isEmpty() && !name.startsWith(".")
                && name.chars().noneMatch(c -> c < ' ' || "/\\:".indexOf(c) >= 0);
    }

    /** The library takes some characters of a path for patterns of its own. */
    private static String quoted(String path) {
        return path.replaceAll("([*?\\\\\\[\\]])", "\\\\$1");
    }

    private static String day(String name) {
        Matcher day = DAY.matcher(name);
        return day.find() ? day.group(1) : "";
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile(pattern.chars().mapToObj(c -> switch (c) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(String.valueOf((char) c));
        }).collect(Collectors.joining()), Pattern.CASE_INSENSITIVE);
    }

    /** Tells the monitor, and stops when it says so. */
    private final class Progress implements SftpProgressMonitor {

        private final long size;
        private long done;

        Progress(long size) {
            this.size = size;
        }

        @Override
        public void init(int operation, String source, String target, long max) {
            monitor.progress(0, size);
        }

        @Override
        public boolean count(long bytes) {
            done += bytes;
            monitor.progress(done, size);
            return !monitor.isCancelled() && done <= size;
        }

        @Override
        public void end() {
            monitor.progress(done, size);
        }
    }
}
