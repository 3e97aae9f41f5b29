/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes MARC records for tests: fields as {@code 245 10$aTitle}, control fields as {@code 001 123}. */
final class Marc {

    private Marc() {}

    /** A record in UTF-8. */
    static byte[] utf8(String... fields) {
        return record("00000nam a2200000 a 4500", StandardCharsets.UTF_8, fields);
    }

    /** @param leader lengths in it are put right */
    static byte[] record(String leader, Charset charset, String... fields) {
        List<byte[]> bytes = List.of(fields).stream().map(field -> field.getBytes(charset)).toList();
        return record(leader, bytes);
    }

    static byte[] record(String leader, List<byte[]> fields) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        StringBuilder directory = new StringBuilder();
        for (byte[] field : fields) {
            byte[] body = new byte[field.length - 3];
            System.arraycopy(field, 4, body, 0, field.length - 4);
            body[body.length - 1] = 0x1E;
            for (int i = 0; i < body.length; i++) {
                body[i] = body[i] == '$' ? 0x1F : body[i] == '#' && i < 2 ? (byte) ' ' : body[i];
            }
            directory.append(new String(field, 0, 3, StandardCharsets.US_ASCII))
                    .append(String.format("%04d%05d", body.length, data.size()));
            data.writeBytes(body);
        }
        int base = 24 + directory.length() + 1;
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        String head = String.format("%05d", base + data.size() + 1) + leader.substring(5, 12)
                + String.format("%05d", base) + leader.substring(17) + directory;
        record.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        record.write(0x1E);
        record.writeBytes(data.toByteArray());
        record.write(0x1D);
        return record.toByteArray();
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The same fields as MARCXML, without the outermost element. */
    static String xml(String leader, String... fields) {
        StringBuilder xml = new StringBuilder("<record><leader>").append(leader).append("</leader>");
        for (String field : fields) {
            String tag = field.substring(0, 3);
            String body = field.substring(4).replace("&", "&amp;").replace("<", "&lt;");
            if (tag.startsWith("00")) {
                xml.append("<controlfield tag=\"").append(tag).append("\">").append(body).append("</controlfield>");
            } else {
                xml.append("<datafield tag=\"").append(tag).append("\" ind1=\"")
                        .append(body.replace('#', ' ').charAt(0))
                        .append("\" ind2=\" \">");
                for (String one : body.substring(body.indexOf('$') + 1).split("\\$")) {
                    xml.append("<subfield code=\"").append(one.charAt(0)).append("\">").append(one.substring(1))
                            .append("</subfield>\n");
                }
                xml.append("</datafield>");
            }
        }
        return xml.append("</record>\n").toString();
    }
}
