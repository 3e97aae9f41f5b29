/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.store.internal.items;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.carrel.model.ItemGroup;
import org.carrel.model.port.ItemSnapshot.Description;
import org.carrel.model.port.ItemSnapshot.Places;
import org.carrel.store.internal.items.Groups.Shelving;

/**
 * What a snapshot says about itself and its items as a whole; all of it is held in memory.
 *
 * @param groups by their numbers
 * @param counts how many items each group has
 */
record Tables(Description description, List<ItemGroup> groups, List<Integer> counts, Map<Shelving, Places> shelvings) {

    static byte[] encode(Description description, Groups groups) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream to = new DataOutputStream(bytes);
        put(to, description.id());
        put(to, description.name());
        to.writeLong(description.asOf().toEpochDay());
        to.writeLong(description.importedAt().toEpochMilli());
        to.writeInt(description.items());
        to.writeLong(description.badRows());
        put(to, description.keys());
        to.writeInt(groups.all().size());
        for (int i = 0; i < groups.all().size(); i++) {
            ItemGroup group = groups.all().get(i);
            to.writeInt(groups.countOf(i));
            for (String text : List.of(group.institution(), group.branch(), group.permanentLocation(),
                    group.temporaryLocation(), group.itemType(), group.material(), group.statusText())) {
                put(to, text);
            }
        }
        return bytes.toByteArray();
    }

    static Tables decode(Mapped mapped, Header header) throws IOException {
        DataInputStream from = new DataInputStream(new Bytes(mapped, header.tables(), header.end()));
        Description description = new Description(text(from), text(from), LocalDate.ofEpochDay(from.readLong()),
                Instant.ofEpochMilli(from.readLong()), from.readInt(), from.readLong(), text(from));
        int count = from.readInt();
        Groups groups = new Groups();
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int items = from.readInt();
            counts.add(items);
            groups.add(new ItemGroup(text(from), text(from), text(from), text(from), text(from), text(from),
                    text(from)), items);
        }
        Map<Shelving, Places> shelvings = new HashMap<>();
        int place = 0;
        for (Map.Entry<Shelving, Integer> shelving : groups.shelvings().entrySet()) {
            shelvings.put(shelving.getKey(), new Places(place, place + shelving.getValue()));
            place += shelving.getValue();
        }
        return new Tables(description, List.copyOf(groups.all()), List.copyOf(counts), Map.copyOf(shelvings));
    }

    private static void put(DataOutputStream to, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(bytes.length);
        to.write(bytes);
    }

    private static String text(DataInputStream from) throws IOException {
        return new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
    }

    /** Bytes of a mapped file, across its segments. */
    private static final class Bytes extends InputStream {

        private final Mapped from;
        private final long end;
        private long at;

        Bytes(Mapped from, long start, long end) {
            this.from = from;
            this.at = start;
            this.end = end;
        }

        @Override
        public int read() {
            return at < end ? from.getByte(at++) & 0xFF : -1;
        }
    }
}
