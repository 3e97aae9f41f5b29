/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import org.carrel.branch.internal.crypto.KeyStretching;
import org.carrel.branch.internal.crypto.RecoveryKeys;
import org.carrel.model.port.AuditTrail.Deed;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the YAML of a sealed file, which anybody may have written. */
final class SealedReader {

    private static final int LONGEST_NAME = 40;
    private static final byte[] NONE = {};

    private final Strength strength;

    SealedReader(Strength strength) {
        this.strength = strength;
    }

    SealedDocument read(byte[] body) throws SealException {
        // Its remarks would speak of a profile; whoever made this one by hand gets one sentence.
        Remarks remarks = new Remarks("");
        Optional<MappingNode> root = ProfileYaml.compose(body, remarks);
        if (root.isEmpty()) {
            throw SealException.because("sealed.damaged");
        }
        Section file = Section.of("", root.get(), remarks);
        file.required("format", 0, "value.noText", only(Integer.toString(SealedDocument.FORMAT), 1));
        List<PasswordSeal> grants = grants(file, remarks);
        Section recovery = file.section("recovery");
        recovery.required("algorithm", "", "value.noText", only(RecoveryKeys.ALGORITHM, RecoveryKeys.ALGORITHM));
        SealedDocument document = new SealedDocument(file.required("branch", "", "value.noText", Terms::id),
                file.required("revision", 0L, "value.noText", SealedReader::revision),
                file.required("written", Instant.EPOCH, "value.noText", SealedReader::moment), grants,
                new RecoverySeal(recovery.required("public-key", NONE, "value.noText", SealedReader::bytes),
                        recovery.required("key", NONE, "value.noText", SealedReader::bytes)),
                texts(file.section("profile")), texts(file.section("sign-in")), bytes(file.section("sealed")),
                history(file, remarks));
        if (remarks.hasErrors() || grants.isEmpty() || grants.size() > SealedDocument.MOST_GRANTS) {
            throw SealException.because("sealed.damaged");
        }
        for (PasswordSeal grant : grants) {
            if (!strength.accepts(grant.stretching().rounds())) {
                throw SealException.because("sealed.rounds", grant.stretching().rounds());
            }
        }
        return document;
    }

    private static List<PasswordSeal> grants(Section file, Remarks remarks) {
        List<PasswordSeal> grants = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Node node : file.list("grants")) {
            if (!(node instanceof MappingNode mapping)) {
                remarks.error(ProfileYaml.line(node), "preset.odd");
                continue;
            }
            Section one = Section.of("grant", mapping, remarks);
            one.required("function", "", "value.noText", only(KeyStretching.FUNCTION, KeyStretching.FUNCTION));
            int rounds = one.required("rounds", 1, "value.noText", SealedReader::rounds);
            byte[] salt = one.required("salt", NONE, "value.noText", SealedReader::bytes);
            grants.add(new PasswordSeal(
                    one.required("name", "", "value.noText", text -> name(text).filter(names::add)),
                    one.required("since", Instant.EPOCH, "value.noText", SealedReader::moment),
                    new KeyStretching(rounds, salt),
                    one.required("key", NONE, "value.noText", SealedReader::bytes)));
        }
        return grants;
    }

    private static List<KeyDeed> history(Section file, Remarks remarks) {
        List<KeyDeed> history = new ArrayList<>();
        for (Node node : file.list("history")) {
            if (!(node instanceof MappingNode mapping) || history.size() == SealedDocument.LONGEST_HISTORY) {
                remarks.error(ProfileYaml.line(node), "preset.odd");
                break;
            }
            Section one = Section.of("history", mapping, remarks);
            history.add(new KeyDeed(one.required("revision", 0L, "value.noText", SealedReader::revision),
                    one.required("at", Instant.EPOCH, "value.noText", SealedReader::moment),
                    one.maybeEmpty("workstation"),
                    one.required("deed", Deed.REKEYED, "value.noText", SealedReader::deed),
                    one.maybeEmpty("detail")));
        }
        return history;
    }

    private static Optional<Deed> deed(String text) {
        return Stream.of(Deed.REKEYED, Deed.GRANTED, Deed.REVOKED).filter(deed -> deed.name().equals(text)).findFirst();
    }

    private static Map<String, String> texts(Section section) {
        Map<String, String> texts = new LinkedHashMap<>();
        section.keys().forEach(key -> texts.put(key, section.requiredText(key)));
        return texts;
    }

    private static Map<String, byte[]> bytes(Section section) {
        Map<String, byte[]> all = new LinkedHashMap<>();
        section.keys().forEach(key -> all.put(key, section.required(key, NONE, "value.noText", SealedReader::bytes)));
        return all;
    }

    private static <T> Function<String, Optional<T>> only(String allowed, T value) {
        return text -> text.equals(allowed) ? Optional.of(value) : Optional.empty();
    }

    /** Whose password it is: short, and visible as a whole. */
    static Optional<String> name(String text) {
        return Optional.of(text.strip()).filter(t -> !t.isEmpty() && t.length() <= LONGEST_NAME
                && t.codePoints().noneMatch(Character::isISOControl));
    }

    private static Optional<Long> revision(String text) {
        return text.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    private static Optional<Integer> rounds(String text) {
        return text.matches("[1-9]\\d{0,8}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> bytes(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
