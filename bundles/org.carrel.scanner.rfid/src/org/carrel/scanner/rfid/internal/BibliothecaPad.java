/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.apache.hc.core5.http.ContentType;
import org.carrel.model.Texts;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/**
 * Bibliotheca's staffConnect link: {@code IsConnected}; {@code GetItems} with {@code GetItemsResult[]} of {@code Id},
 * {@code IsSecured} and {@code Tags[].Id}; {@code POST SetTagSecurity} with {@code tagId} and {@code isSecured} for
 * each tag of an item. {@code IsSecured} was seen the wrong way round.
 */
final class BibliothecaPad implements PadService {

    private static final String PATH = "/TagService/Web/";

    private final LocalHttp http;
    private final URI base;
    private final boolean inverted;
    private final Texts texts;
    private final Understood understood = new Understood();

    BibliothecaPad(LocalHttp http, URI address, boolean inverted, Texts texts) {
        this.http = http;
        this.base = address.resolve(PATH);
        this.inverted = inverted;
        this.texts = texts;
    }

    @Override
    public boolean isThere() throws IOException {
        LocalHttp.Answer answer = http.get(base.resolve("IsConnected"));
        return answer.isGood() && !answer.body().contains("<");
    }

    @Override
    public List<Tag> tags() throws IOException {
        if (!isConnected(good(http.get(base.resolve("IsConnected"))))) {
            throw new ReaderGoneException(texts.get("reader.gone"));
        }
        return understood.tags(good(http.get(base.resolve("GetItems"))), this::read);
    }

    private List<Tag> read(String answer) throws IOException {
        List<Tag> tags = new ArrayList<>();
        for (JsonObject item : Json.objects(Json.parse(answer, texts), "GetItemsResult", texts)) {
            List<String> handles = new ArrayList<>();
            for (JsonObject tag : Json.objects(item, "Tags", texts)) {
                handles.add(Json.text(tag, "Id"));
            }
            tags.add(new Tag(Json.text(item, "Id"), Truth.of(Json.text(item, "IsSecured")) != inverted, handles));
        }
        return tags;
    }

    /** A bare {@code true}, or an object with the method's result. */
    private boolean isConnected(String body) throws IOException {
        JsonElement answer = Json.parse(body, texts);
        return answer.isJsonObject() ? Truth.of(Json.text(answer.getAsJsonObject(), "IsConnectedResult"))
                : answer.isJsonPrimitive() && Truth.of(answer.getAsString());
    }

    private String good(LocalHttp.Answer answer) throws IOException {
        if (!answer.isGood()) {
            throw new IOException(texts.get("answer.status", answer.status()));
        }
        return answer.body();
    }

    @Override
    public void write(Tag tag, boolean secured) throws IOException {
        if (tag.handles().isEmpty()) {
            throw new IOException(texts.get("tag.nameless"));
        }
        for (String handle : tag.handles()) {
            JsonObject body = new JsonObject();
            body.addProperty("tagId", handle);
            body.addProperty("isSecured", secured);
            LocalHttp.Answer answer = http.send("POST", base.resolve("SetTagSecurity"), body.toString(),
                    ContentType.APPLICATION_JSON);
            if (!answer.isGood()) {
                throw new IOException(texts.get("tag.refused", answer.status()));
            }
        }
    }
}
