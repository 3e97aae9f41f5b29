/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.sip2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;

import org.carrel.sip2.Decoded.Checksum;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages out of other people's tests, read from a folder that is not part of the project. */
@DisplayName("A message from another project")
@EnabledIfEnvironmentVariable(named = ConformanceTest.VARIABLE, matches = ".+", disabledReason = "The messages are in "
        + "sip2/samples.tsv below the folder that " + ConformanceTest.VARIABLE + " names; it is not set")
class ConformanceTest {

    static final String VARIABLE = "CARREL_CONFORMANCE_DATA";

    /** @param checksum {@code ok}, {@code none}, or {@code BAD} when it was wrong already where it comes from */
    record Sample(String code, String checksum, String message) {}

    static List<Sample> samples() throws IOException {
        List<Sample> samples = Files.readAllLines(Path.of(System.getenv(VARIABLE), "sip2", "samples.tsv")).stream()
                .skip(1).map(line -> line.split("\t")).map(c -> new Sample(c[1], c[2], c[4])).toList();
        assertTrue(samples.size() > 50, "so many samples: " + samples.size());
        return samples;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    @DisplayName("is understood, its checksum judged rightly, and written again as it was")
    void roundTrip(Sample sample) throws UnwritableException {
        Decoded.Understood decoded = Examples.understood(sample.message());
        Checksum checksum = switch (sample.checksum()) {
            case "ok" -> Checksum.RIGHT;
            case "BAD" -> Checksum.WRONG;
            default -> sample.message().matches(".*AZ[0-9A-F]{4}") ? Checksum.RIGHT : Checksum.ABSENT;
        };

        assertEquals(checksum, decoded.checksum());
        assertEquals(sample.code(), decoded.message().type().code());
        assertEquals(composed(withoutEnd(sample.message())), withoutEnd(written(decoded)));
        if (checksum == Checksum.RIGHT) {
            assertEquals(sample.message() + "\r", written(decoded));
        }
    }

    private static String written(Decoded.Understood decoded) throws UnwritableException {
        boolean checked = decoded.sequence().isPresent() || decoded.checksum() != Checksum.ABSENT;
        return Examples.text(checked ? Examples.UTF8.encode(decoded.message(), decoded.sequence().orElse(0))
                : Examples.UTF8.encode(decoded.message()));
    }

    private static String composed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** Where there was no checksum, or a wrong one, what comes before it is compared. */
    private static String withoutEnd(String message) {
        return message.strip().replaceAll("AZ[0-9A-F]{0,4}$", "");
    }
}
