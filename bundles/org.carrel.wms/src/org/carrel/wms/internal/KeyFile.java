/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/**
 * The small file in the branch's data folder that remembers how its keys are, without any secret. Written as a whole or
 * not at all. Only the program that has the queue open uploads, so only one program writes it.
 */
final class KeyFile {

    private static final String NAME = "wskey-health.json";
    private static final int LONGEST = 64 * 1024;

    private final Path file;

    KeyFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /** What reading gave. */
    sealed interface Contents {
        /** The keys that are remembered; none when there is no file. */
        record Known(List<KeyRecord> keys) implements Contents {
            public Known {
                keys = List.copyOf(keys);
            }
        }

        /** There is a file and it cannot be understood; the text is for the log. */
        record Damaged(String why) implements Contents {}
    }

    Path path() {
        return file;
    }

    Contents read() {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                return new Contents.Damaged("longer than " + LONGEST + " bytes");
            }
            return new Contents.Known(keys(JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8))));
        } catch (NoSuchFileException e) {
            return new Contents.Known(List.of());
        } catch (IOException e) {
            return new Contents.Damaged(e.toString());
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | DateTimeException e) {
            // The parser's messages quote what they read; what kind of damage it was is enough.
            return new Contents.Damaged(e.getClass().getSimpleName());
        }
    }

    private static List<KeyRecord> keys(JsonElement root) {
        List<KeyRecord> keys = new ArrayList<>();
        for (JsonElement element : part(root.getAsJsonObject(), "keys").getAsJsonArray()) {
            JsonObject key = element.getAsJsonObject();
            List<Instant> attempts = new ArrayList<>();
            part(key, "attempts").getAsJsonArray().forEach(attempt -> attempts.add(moment(attempt)));
            keys.add(new KeyRecord(part(key, "name").getAsString(), moment(part(key, "since")),
                    Optional.ofNullable(key.get("used")).map(KeyFile::moment), attempts));
        }
        return keys;
    }

    private static JsonElement part(JsonObject object, String name) {
        JsonElement part = object.get(name);
        if (part == null) {
            throw new JsonParseException("no " + name);
        }
        return part;
    }

    private static Instant moment(JsonElement text) {
        return Instant.parse(text.getAsString());
    }

    /** Replaces the file, forced to disk. */
    void write(List<KeyRecord> keys) throws IOException {
        byte[] text = (json(keys) + "\n").getBytes(StandardCharsets.UTF_8);
        Path next = file.resolveSibling(NAME + ".new");
        try (FileChannel channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(text);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        try {
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // A torn file counts as a damaged one, and costs five minutes.
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static JsonObject json(List<KeyRecord> keys) {
        JsonArray array = new JsonArray();
        for (KeyRecord key : keys) {
            JsonObject object = new JsonObject();
            object.addProperty("name", key.name());
            object.addProperty("since", key.since().toString());
            key.used().ifPresent(used -> object.addProperty("used", used.toString()));
            JsonArray attempts = new JsonArray();
            key.attempts().forEach(attempt -> attempts.add(attempt.toString()));
            object.add("attempts", attempts);
            array.add(object);
        }
        JsonObject root = new JsonObject();
        root.add("keys", array);
        return root;
    }
}
