/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.scanner.rfid.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.carrel.model.Texts;

import com.google.gson.JsonObject;

/**
 * Tech Logic's CircIT: {@code alive}, {@code getitems} with {@code items[]} of {@code barcode} and {@code security},
 * and {@code setsecurity/}<i>barcode</i>{@code /}<i>bit</i>.
 */
final class TechLogicPad implements PadService {

    private static final String PATH = "/Temporary_Listen_Addresses/";
    private static final int UNAVAILABLE = 503;

    private final LocalHttp http;
    private final URI base;
    private final Texts texts;
    private final Understood understood = new Understood();

    TechLogicPad(LocalHttp http, URI address, Texts texts) {
        this.http = http;
        this.base = address.resolve(PATH);
        this.texts = texts;
    }

    @Override
    public boolean isThere() throws IOException {
        int status = http.get(base.resolve("alive")).status();
        return status == 200 || status == UNAVAILABLE;
    }

    @Override
    public List<Tag> tags() throws IOException {
        LocalHttp.Answer alive = http.get(base.resolve("alive"));
        if (alive.status() == UNAVAILABLE || alive.isGood() && alive.body().contains("false")) {
            throw new ReaderGoneException(texts.get("reader.gone"));
        }
        require(alive);
        LocalHttp.Answer answer = http.get(base.resolve("getitems"));
        require(answer);
        return understood.tags(answer.body(), this::read);
    }

    private List<Tag> read(String answer) throws IOException {
        List<Tag> tags = new ArrayList<>();
        for (JsonObject item : Json.objects(Json.parse(answer, texts), "items", texts)) {
            tags.add(new Tag(Json.text(item, "barcode"), Truth.of(Json.text(item, "security")), List.of()));
        }
        return tags;
    }

    private void require(LocalHttp.Answer answer) throws IOException {
        if (!answer.isGood()) {
            throw new IOException(texts.get("answer.status", answer.status()));
        }
    }

    @Override
    public void write(Tag tag, boolean secured) throws IOException {
        String barcode = URLEncoder.encode(tag.barcode(), StandardCharsets.UTF_8).replace("+", "%20");
        LocalHttp.Answer answer = http.get(base.resolve("setsecurity/" + barcode + "/" + (secured ? 1 : 0)));
        if (!answer.isGood()) {
            throw new IOException(texts.get("tag.refused", answer.status()));
        }
    }
}
