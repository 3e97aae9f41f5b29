/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.carrel.model.inventory.WriteBackRules;

/** Reads the section {@code write-back} of a profile. For one section. */
final class WriteBackReader {

    private static final String BARCODE = "{barcode}";
    private static final String BODY = """
            {"location":"https://{institution}.share.worldcat.org/circ/branches/{branch}"}""";
    private static final Duration INTERVAL = Duration.ofMillis(200);

    private final Section section;
    private final boolean practice;

    WriteBackReader(Section section, boolean practice) {
        this.section = section;
        this.practice = practice;
    }

    /** Empty when there is no address. */
    Optional<WriteBackRules> read() {
        Optional<String> address = section.optional("address", Optional.empty(), "writeBack.address",
                text -> sound(text).map(uri -> Optional.of(text)));
        String body = section.text("body").orElse(BODY);
        Duration interval = section.optional("interval", INTERVAL, "wait.wrong", Terms::wait);
        int lanes = section.optional("lanes", WriteBackRules.STANDARD_LANES, "lanes.wrong", Terms::lanes);
        Optional<String> owner = section.text("institution-symbol");
        section.warnOfUnknownKeys();
        if (section.has("body") && !section.has("address")) {
            section.remarks().warn(section.line("address"), "writeBack.noAddress");
        }
        address.flatMap(WriteBackReader::sound).ifPresent(this::check);
        return address.map(text -> new WriteBackRules(text, body, interval, lanes, owner));
    }

    /** As it would be for some item. */
    private static Optional<URI> sound(String text) {
        return Optional.of(text).filter(t -> t.contains("/" + BARCODE)).flatMap(t -> Terms.address(
                t.replace(BARCODE, "1").replace("{branch}", "1").replace("{institution}", "1")));
    }

    private void check(URI address) {
        if (practice && (!Terms.isLoopback(address) || Terms.isEncrypted(address))) {
            section.remarks().error(section.line("address"), "address.practice", section.text("address").orElse(""));
        } else if (!Terms.isEncrypted(address) && !Terms.isLoopback(address)) {
            section.remarks().error(section.line("address"), "address.http", section.text("address").orElse(""));
        }
    }
}
