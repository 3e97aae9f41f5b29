/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import org.carrel.model.Barcodes;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Texts;
import org.carrel.scanner.driver.ReadSink;
import org.carrel.scanner.driver.ScannerConnection;
import org.carrel.scanner.driver.TagSecurity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open pad: a thread that looks at it, and the writing of its tags. The service is asked by one at a time. */
final class PadConnection implements ScannerConnection, TagSecurity {

    private static final Logger LOG = LoggerFactory.getLogger(PadConnection.class);
    /** So many failures in a row, and the pad is lost; a single one is a hiccup. */
    private static final int FAILURES = 4;
    private static final int ATTEMPTS = 2;
    private static final Duration LAST_WORDS = Duration.ofSeconds(10);

    private final PadService service;
    private final PadWatch watch;
    private final Pace pace;
    private final Charset charset;
    private final ReadSink sink;
    private final Runnable whenClosed;
    private final Texts texts;
    private final ReentrantLock asking = new ReentrantLock(true);
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread looker;

    /** @param whenClosed ends what the service stands on */
    PadConnection(PadService service, PadWatch watch, Duration interval, Charset charset, ReadSink sink,
            Runnable whenClosed, String device, Texts texts) {
        this.service = service;
        this.watch = watch;
        this.pace = new Pace(interval);
        this.charset = charset;
        this.sink = sink;
        this.whenClosed = whenClosed;
        this.texts = texts;
        this.looker = Thread.ofPlatform().daemon().name("carrel-pad-" + device).start(this::run);
    }

    private void run() {
        int failures = 0;
        Duration pause = pace.after(Set.of());
        try {
            do {
                try {
                    pause = look();
                    failures = 0;
                } catch (ReaderGoneException e) {
                    lost(e.getMessage());
                    return;
                } catch (IOException e) {
                    failures++;
                    LOG.debug("A look at a pad failed", e);
                    if (failures >= FAILURES) {
                        lost(texts.get("service.lost"));
                        return;
                    }
                }
            } while (!closing.await(pause.toNanos(), TimeUnit.NANOSECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lost(String why) {
        if (closing.getCount() > 0) {
            sink.lost(why);
        }
    }

    /** How long to wait for the next one. */
    private Duration look() throws IOException {
        Set<String> seen = new LinkedHashSet<>();
        tags().forEach(tag -> seen.add(tag.barcode()));
        List<String> stack = watch.look(seen);
        if (!stack.isEmpty()) {
            sink.stack(stack.stream().map(barcode -> barcode.getBytes(charset)).toList());
        }
        return pace.after(seen);
    }

    private List<Tag> tags() throws IOException {
        asking.lock();
        try {
            return service.tags();
        } finally {
            asking.unlock();
        }
    }

    @Override
    public Optional<TagSecurity> security() {
        return Optional.of(this);
    }

    @Override
    public Set<ItemBarcode> present() throws IOException {
        Set<ItemBarcode> present = new HashSet<>();
        tags().stream().map(Tag::barcode).filter(Barcodes::isSound).map(ItemBarcode::new).forEach(present::add);
        return present;
    }

    @Override
    public void secure(ItemBarcode item, boolean secured) throws IOException {
        asking.lock();
        try {
            IOException last = new IOException(texts.get("tag.half"));
            for (int i = 0; i < ATTEMPTS; i++) {
                List<Tag> tags = tags(item);
                if (tags.stream().allMatch(tag -> tag.secured() == secured)) {
                    return;
                }
                try {
                    for (Tag tag : tags) {
                        service.write(tag, secured);
                    }
                } catch (IOException e) {
                    last = e;
                }
            }
            // That the service says so is not enough: a tag that is lifted too fast is half written.
            if (!tags(item).stream().allMatch(tag -> tag.secured() == secured)) {
                throw last;
            }
        } finally {
            asking.unlock();
        }
    }

    /** All that carry the barcode: a set of discs may have several. */
    private List<Tag> tags(ItemBarcode item) throws IOException {
        List<Tag> tags;
        try {
            tags = service.tags().stream().filter(tag -> tag.barcode().equals(item.value())).toList();
        } catch (ReaderGoneException e) {
            throw e;
        } catch (IOException e) {
            throw new IOException(texts.get("tag.unsure"), e);
        }
        if (tags.isEmpty()) {
            throw new IOException(texts.get("tag.missing"));
        }
        return tags;
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            looker.join(LAST_WORDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        whenClosed.run();
    }
}
