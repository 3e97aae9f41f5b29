/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms;

import java.nio.file.Path;
import java.util.Optional;

import org.carrel.model.port.ItemFileServer;
import org.carrel.model.port.ItemSnapshots.Monitor;
import org.carrel.wms.internal.sftp.SftpFetching;
import org.osgi.service.component.annotations.Component;

/**
 * Fetches item files by SFTP: OCLC leaves them in {@code /xfer/wms/reports} and keeps them for 90 days. Safe for use by
 * several threads.
 */
@Component(service = ItemFileServer.class)
public final class SftpItemFileServer implements ItemFileServer {

    @Override
    public Fetched fetchNewest(Place place, char[] secret, Optional<String> known, Path into, Monitor monitor) {
        return new SftpFetching(place, known, monitor).run(secret, into);
    }
}
