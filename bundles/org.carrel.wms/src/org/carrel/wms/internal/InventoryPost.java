/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.apache.hc.core5.http.ContentType;
import org.carrel.model.BranchProfile.Registry;
import org.carrel.model.ItemBarcode;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.model.Texts;
import org.carrel.model.inventory.WriteBackRules;

/**
 * "This item was found": {@code POST …/routings/inventories} of the WMS Circulation API, as far as it is public. Its
 * body is only known from its sibling {@code /routings/usages}, so path and body are settings, and an answer is judged
 * by its status alone.
 */
final class InventoryPost implements AutoCloseable {

    private static final Texts TEXTS = Texts.of(InventoryPost.class);
    private static final int NOT_FOUND = 404;

    private final WriteBackRules settings;
    private final Registry registry;
    private final SignedPost post;
    private final Pacer pacer;

    InventoryPost(WriteBackRules settings, Registry registry, SignedPost post) {
        this.settings = settings;
        this.registry = registry;
        this.post = post;
        this.pacer = new Pacer(settings.interval());
    }

    Outcome inventoried(ItemBarcode item) {
        if (!pacer.await()) {
            return new Outcome.NoAnswer("closed before it was sent", false, Optional.empty());
        }
        byte[] body = settings.body(item, registry).getBytes(StandardCharsets.UTF_8);
        return post.send(new SignedPost.Letter(settings.address(item, registry), body, ContentType.APPLICATION_JSON,
                ContentType.APPLICATION_JSON), new ByStatus());
    }

    /** What the status says about the item. */
    private static final class ByStatus implements SignedPost.Judging {

        @Override
        public Outcome of(int status, Optional<String> contentType, InputStream body) throws IOException {
            boolean page = contentType.filter(type -> type.toLowerCase(Locale.ROOT).contains("html")).isPresent();
            if (status >= 200 && status < 300) {
                // A page for people comes from somebody on the way, who may have kept the request.
                return page ? new Outcome.NoAnswer("HTTP " + status + " with a web page", false, Optional.empty())
                        : new Outcome.Accepted(Optional.empty(), List.of());
            }
            if (status == NOT_FOUND && contentType.isPresent() && !page) {
                return new Outcome.Refused(new Problem(Problem.Kind.UNKNOWN_ITEM, "HTTP 404",
                        TEXTS.get("writeBack.unknownItem")));
            }
            return new Outcome.NoAnswer("HTTP " + status, true, Optional.empty());
        }

        @Override
        public boolean outranksStatus(Outcome said) {
            return said instanceof Outcome.Refused;
        }
    }

    /** Whoever waits for a turn gets none. */
    @Override
    public void close() {
        pacer.close();
    }
}
