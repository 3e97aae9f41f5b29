/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

import org.carrel.model.port.DataKey;

/**
 * A branch's data key and the keys that come from it. Once closed, every byte of them is overwritten and nothing works
 * any more. Safe for use by several threads: closing waits for what is going on.
 */
public final class RootKey implements DataKey, AutoCloseable {

    private static final byte FORMAT = 1;

    private final String branch;
    private final byte[] root;
    private final byte[] tagKey;
    private final byte[] secretsKey;
    private final Map<Purpose, byte[]> keys = new EnumMap<>(Purpose.class);
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /**
     * @param branch the branch's id: the same root gives other keys elsewhere
     * @param root   32 bytes, which are this key's from now on
     */
    public RootKey(String branch, byte[] root) {
        if (root.length != Gcm.KEY_LENGTH) {
            throw new IllegalArgumentException(root.length + " bytes");
        }
        this.branch = branch;
        this.root = root;
        byte[] extracted = Hkdf.extract(("carrel branch " + branch).getBytes(StandardCharsets.UTF_8), root);
        this.tagKey = expand(extracted, "sealed file: tag");
        this.secretsKey = expand(extracted, "sealed file: secrets");
        for (Purpose purpose : Purpose.values()) {
            keys.put(purpose, expand(extracted, "data: " + purpose.name()));
        }
        Arrays.fill(extracted, (byte) 0);
    }

    /** A new one for a branch that has none yet. */
    public static RootKey fresh(String branch) {
        return new RootKey(branch, Crypto.random(Gcm.KEY_LENGTH));
    }

    private static byte[] expand(byte[] extracted, String info) {
        return Hkdf.expand(extracted, info.getBytes(StandardCharsets.UTF_8), Gcm.KEY_LENGTH);
    }

    @Override
    public byte[] derive(Purpose purpose) {
        return using(() -> keys.get(purpose).clone());
    }

    @Override
    public byte[] seal(Purpose purpose, byte[] clear) {
        byte[] sealed = using(() -> Gcm.seal(keys.get(purpose), bound(purpose), clear));
        byte[] marked = new byte[1 + sealed.length];
        marked[0] = FORMAT;
        System.arraycopy(sealed, 0, marked, 1, sealed.length);
        return marked;
    }

    @Override
    public byte[] open(Purpose purpose, byte[] sealed) throws BrokenSealException {
        if (sealed.length == 0 || sealed[0] != FORMAT) {
            throw new BrokenSealException("empty, or of a format that is not known here");
        }
        return opening(keys.get(purpose), bound(purpose), Arrays.copyOfRange(sealed, 1, sealed.length));
    }

    private byte[] bound(Purpose purpose) {
        return Crypto.joined("carrel data", Byte.toString(FORMAT), branch, purpose.name());
    }

    /** What proves that {@code text} was written by somebody who has this key. */
    public byte[] tag(byte[] text) {
        return using(() -> Crypto.hmac("HmacSHA256", tagKey).doFinal(text));
    }

    /** Seals a secret of the sealed file, for its place {@code bound} there. */
    public byte[] sealSecret(byte[] bound, byte[] clear) {
        return using(() -> Gcm.seal(secretsKey, bound, clear));
    }

    /** What {@link #sealSecret} was given; the caller overwrites it. */
    public byte[] openSecret(byte[] bound, byte[] sealed) throws BrokenSealException {
        return opening(secretsKey, bound, sealed);
    }

    /** Whether {@code other} is the same key. */
    public boolean isSameAs(RootKey other) {
        byte[] theirs = other.root();
        try {
            return using(() -> Crypto.same(root, theirs));
        } finally {
            Arrays.fill(theirs, (byte) 0);
        }
    }

    /** A copy of the data key itself, to be sealed under another one; the caller overwrites it. */
    public byte[] root() {
        return using(root::clone);
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            closed = true;
            Arrays.fill(root, (byte) 0);
            Arrays.fill(tagKey, (byte) 0);
            Arrays.fill(secretsKey, (byte) 0);
            keys.values().forEach(key -> Arrays.fill(key, (byte) 0));
        } finally {
            lock.writeLock().unlock();
        }
    }

    private byte[] opening(byte[] key, byte[] bound, byte[] sealed) throws BrokenSealException {
        lock.readLock().lock();
        try {
            requireOpen();
            return Gcm.open(key, bound, sealed);
        } finally {
            lock.readLock().unlock();
        }
    }

    private <T> T using(Supplier<T> work) {
        lock.readLock().lock();
        try {
            requireOpen();
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("signed out");
        }
    }

    /** Says nothing about the key. */
    @Override
    public String toString() {
        return "data key of " + branch;
    }
}
