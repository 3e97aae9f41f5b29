/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.carrel.model.BranchProfile.SignIn;

/**
 * The WSKey HMAC signature, version 1, as OCLC documents it. Pure.
 *
 * <p>
 * What is signed are lines, each with a line feed: key, time stamp, nonce, an empty line for the hash of the body, the
 * method, and three constants in place of the address ({@code www.oclc.org}, {@code 443}, {@code /wskey}), then each
 * query parameter, sorted.
 */
final class HmacSignature {

    private static final String SCHEME = "http://www.worldcat.org/wskey/v2/hmac/v1";
    private static final String ALGORITHM = "HmacSHA256";

    private HmacSignature() {}

    /**
     * The value of the {@code Authorization} header.
     *
     * @param secret    is not kept; the caller overwrites it
     * @param timestamp seconds since 1970
     */
    static String header(SignIn signIn, char[] secret, String method, URI uri, long timestamp, String nonce) {
        String signed = signedText(signIn.key(), timestamp, nonce, method, uri);
        StringBuilder header = new StringBuilder(SCHEME).append(" clientId=\"").append(signIn.key())
                .append("\",timestamp=\"").append(timestamp).append("\",nonce=\"").append(nonce)
                .append("\",signature=\"").append(signature(secret, signed)).append('"');
        if (!signIn.principalId().isEmpty()) {
            header.append(",principalID=\"").append(signIn.principalId()).append("\",principalIDNS=\"")
                    .append(signIn.principalIdNs()).append('"');
        }
        return header.toString();
    }

    static String signedText(String key, long timestamp, String nonce, String method, URI uri) {
        return key + '\n' + timestamp + '\n' + nonce + "\n\n" + method + "\nwww.oclc.org\n443\n/wskey\n"
                + parameters(uri);
    }

    private static String parameters(URI uri) {
        return Optional.ofNullable(uri.getRawQuery()).stream().flatMap(query -> Arrays.stream(query.split("&")))
                .filter(parameter -> !parameter.isEmpty()).map(HmacSignature::normalized).sorted()
                .map(parameter -> parameter + '\n').collect(Collectors.joining());
    }

    private static String normalized(String parameter) {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        return encoded(name) + '=' + encoded(value);
    }

    /** As RFC 3986 has it: a blank is {@code %20}, an asterisk is encoded and a tilde is not. */
    private static String encoded(String text) {
        String plain = URLDecoder.decode(text, StandardCharsets.UTF_8);
        return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E",
                "~");
    }

    private static String signature(char[] secret, String text) {
        ByteBuffer encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(secret));
        byte[] key = new byte[encoded.remaining()];
        encoded.get(key);
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(encoded.array(), (byte) 0);
        }
    }
}
