/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.io.IOException;
import java.io.OutputStream;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/** A body that knows whether it has begun to go out: before that, the server cannot have done anything with it. */
final class CountedBody extends HttpEntityWrapper {

    private volatile boolean begun;

    CountedBody(byte[] body, ContentType type) {
        super(new ByteArrayEntity(body, type));
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        begun = true;
        super.writeTo(out);
    }

    boolean begun() {
        return begun;
    }
}
