/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.branch.internal.crypto.Crypto;
import org.carrel.branch.internal.crypto.KeyStretching;
import org.carrel.branch.internal.crypto.RecoveryKeys;
import org.carrel.branch.internal.crypto.RootKey;

/**
 * A sealed file as text: YAML that people can look at, then a tag by the data key over every byte above it, then a
 * checksum over every byte above that. The checksum tells damage from a wrong password before anybody has signed in;
 * the tag tells what somebody changed on purpose.
 *
 * @param document what it says
 * @param body     the bytes that the tag is about
 * @param tag      the tag
 */
record SealedText(SealedDocument document, byte[] body, byte[] tag) {

    private static final String HEAD = """
            # The sealed companion of a branch profile. Carrel writes it; a change by hand makes it useless.
            # It holds no secret in clear. It belongs beside its profile, also on another machine: copy both.
            """;
    private static final Pattern FORMAT = Pattern.compile("^format: (\\d{1,9})$", Pattern.MULTILINE);
    private static final Pattern END = Pattern.compile("tag: ([A-Za-z0-9+/]{43}=)\ncheck: ([0-9a-f]{64})\n");

    /** As bytes of a file. */
    static byte[] write(SealedDocument document, RootKey dataKey) {
        String body = body(document);
        String tagged = body + "tag: " + base64(dataKey.tag(utf8(body))) + "\n";
        return utf8(tagged + "check: " + HexFormat.of().formatHex(Crypto.sha256(utf8(tagged))) + "\n");
    }

    /** From bytes of a file, whatever they are. */
    static SealedText read(byte[] bytes, Strength strength) throws SealException {
        if (bytes.length > ProfileYaml.MAX_BYTES) {
            throw SealException.because("sealed.damaged");
        }
        String text = decoded(bytes);
        Matcher format = FORMAT.matcher(text);
        if (format.find() && Integer.parseInt(format.group(1)) > SealedDocument.FORMAT) {
            throw SealException.because("sealed.newer");
        }
        int at = text.lastIndexOf("\ntag: ") + 1;
        Matcher end = END.matcher(text).region(at, text.length());
        if (at == 0 || !end.matches() || !HexFormat.of()
                .formatHex(Crypto.sha256(utf8(text.substring(0, end.start(2) - "check: ".length()))))
                .equals(end.group(2))) {
            throw SealException.because("sealed.damaged");
        }
        byte[] body = utf8(text.substring(0, at));
        byte[] tag = Base64.getDecoder().decode(end.group(1));
        if (!base64(tag).equals(end.group(1))) {
            throw SealException.because("sealed.damaged");
        }
        return new SealedText(new SealedReader(strength).read(body), body, tag);
    }

    /** Whether somebody who has {@code dataKey} wrote all of it. */
    boolean isBy(RootKey dataKey) {
        return Crypto.same(dataKey.tag(body), tag);
    }

    private static String decoded(byte[] bytes) throws SealException {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw SealException.because("sealed.damaged");
        }
    }

    private static String body(SealedDocument document) {
        StringBuilder text = new StringBuilder(HEAD);
        text.append("format: ").append(SealedDocument.FORMAT).append('\n');
        text.append("branch: ").append(document.branch()).append('\n');
        text.append("revision: ").append(document.revision()).append('\n');
        text.append("written: ").append(quoted(document.written().toString())).append('\n');
        text.append("grants:\n");
        for (PasswordSeal grant : document.grants()) {
            text.append("  - name: ").append(quoted(grant.name())).append('\n');
            text.append("    since: ").append(quoted(grant.since().toString())).append('\n');
            text.append("    function: ").append(KeyStretching.FUNCTION).append('\n');
            text.append("    rounds: ").append(grant.stretching().rounds()).append('\n');
            text.append("    salt: ").append(base64(grant.stretching().salt())).append('\n');
            text.append("    key: ").append(base64(grant.key())).append('\n');
        }
        text.append("recovery:\n");
        text.append("  algorithm: ").append(RecoveryKeys.ALGORITHM).append('\n');
        text.append("  public-key: ").append(base64(document.recovery().publicKey())).append('\n');
        text.append("  key: ").append(base64(document.recovery().key())).append('\n');
        values(text, "profile", document.profile());
        values(text, "sign-in", document.signIn());
        if (!document.sealed().isEmpty()) {
            text.append("sealed:\n");
            document.sealed().forEach((name, value) -> text.append("  ").append(name).append(": ")
                    .append(base64(value)).append('\n'));
        }
        if (!document.history().isEmpty()) {
            text.append("history:\n");
            for (KeyDeed deed : document.history()) {
                text.append("  - revision: ").append(deed.revision()).append('\n');
                text.append("    at: ").append(quoted(deed.at().toString())).append('\n');
                text.append("    workstation: ").append(quoted(deed.workstation())).append('\n');
                text.append("    deed: ").append(deed.deed()).append('\n');
                text.append("    detail: ").append(quoted(deed.detail())).append('\n');
            }
        }
        return text.toString();
    }

    private static void values(StringBuilder text, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            text.append(name).append(":\n");
            values.forEach((key, value) -> text.append("  ").append(quoted(key)).append(": ").append(quoted(value))
                    .append('\n'));
        }
    }

    /** As YAML has it between double quotation marks. */
    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append((char) c);
            } else if (c < ' ' || c > '~') {
                quoted.append(String.format("\\u%04X", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
