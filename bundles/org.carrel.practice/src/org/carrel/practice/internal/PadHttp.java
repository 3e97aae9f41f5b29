/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.practice.PracticePad.Maker;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Answers as the local service of a maker of RFID pads does. */
public final class PadHttp implements AutoCloseable {

    private static final String MK = "/mkStaffStationAPI/";
    private static final String LINK = "/TagService/Web/";
    private static final String CIRCIT = "/Temporary_Listen_Addresses/";
    private static final Pattern BARCODE = Pattern.compile("<barcode>([^<]*)</barcode>");
    private static final Pattern SECURE = Pattern.compile("<is_secure>(true|false)</is_secure>");

    private final Maker maker;
    private final PadShelf pad;
    private final LoopbackHttp http;

    /** Listens at once; see {@link LoopbackHttp}. */
    public PadHttp(Maker maker, int port, PadShelf pad) throws IOException {
        this.maker = maker;
        this.pad = pad;
        this.http = new LoopbackHttp(Ports.loopback(), port, (request, pause) -> new Reaction.Send(answer(request)));
    }

    public URI address() {
        return URI.create("http://" + Ports.loopback().getHostAddress() + ":" + http.port());
    }

    private HttpAnswer answer(HttpRequest request) {
        if (pad.fails()) {
            return HttpAnswer.of(500, HttpAnswer.TEXT, "");
        }
        return switch (maker) {
            case MK_SOLUTIONS -> mkSolutions(request);
            case BIBLIOTHECA -> bibliotheca(request);
            case TECH_LOGIC -> techLogic(request);
        };
    }

    private HttpAnswer mkSolutions(HttpRequest request) {
        String body = new String(request.body(), StandardCharsets.UTF_8);
        if (request.method().equals("GET") && request.path().equals(MK + "getItems")) {
            Map<String, Boolean> tags = pad.tags();
            if (!pad.isPlugged()) {
                return HttpAnswer.of(503, HttpAnswer.TEXT, "");
            }
            StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><items>");
            tags.forEach((barcode, secured) -> xml.append("<item><barcode>").append(escaped(barcode))
                    .append("</barcode><is_secure>").append(secured).append("</is_secure></item>"));
            return tags.isEmpty() ? HttpAnswer.of(404, HttpAnswer.TEXT, "")
                    : HttpAnswer.of(200, HttpAnswer.XML, xml.append("</items>").toString());
        }
        Matcher barcode = BARCODE.matcher(body);
        Matcher secure = SECURE.matcher(body);
        if (request.method().equals("PUT") && request.path().equals(MK + "setSecurity") && barcode.find()
                && secure.find()) {
            return written(pad.write(unescaped(barcode.group(1)), Boolean.parseBoolean(secure.group(1))));
        }
        return HttpAnswer.of(400, HttpAnswer.TEXT, "");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private HttpAnswer bibliotheca(HttpRequest request) {
        JsonObject answer = new JsonObject();
        switch (request.method() + " " + request.path()) {
            case "GET " + LINK + "IsConnected" -> answer.addProperty("IsConnectedResult", pad.isPlugged());
            case "GET " + LINK + "GetItems" -> {
                JsonArray items = new JsonArray();
                pad.tags().forEach((barcode, secured) -> {
                    JsonObject tag = new JsonObject();
                    tag.addProperty("Id", "E0-" + barcode);
                    JsonArray tags = new JsonArray();
                    tags.add(tag);
                    JsonObject item = new JsonObject();
                    item.addProperty("Id", barcode);
                    // The wrong way round, as the real one.
                    item.addProperty("IsSecured", !secured);
                    item.add("Tags", tags);
                    items.add(item);
                });
                answer.add("GetItemsResult", items);
            }
            case "POST " + LINK + "SetTagSecurity" -> {
                return written(writeTag(request));
            }
            default -> {
                return HttpAnswer.of(404, HttpAnswer.TEXT, "");
            }
        }
        return HttpAnswer.of(200, HttpAnswer.JSON, answer.toString());
    }

    private boolean writeTag(HttpRequest request) {
        try {
            JsonObject body = JsonParser.parseString(new String(request.body(), StandardCharsets.UTF_8))
                    .getAsJsonObject();
            return pad.write(body.get("tagId").getAsString().replaceFirst("^E0-", ""),
                    body.get("isSecured").getAsBoolean());
        } catch (JsonParseException | IllegalStateException | NullPointerException e) {
            return false;
        }
    }

    private HttpAnswer techLogic(HttpRequest request) {
        if (!request.method().equals("GET") || !request.path().startsWith(CIRCIT)) {
            return HttpAnswer.of(404, HttpAnswer.TEXT, "");
        }
        String[] path = request.path().substring(CIRCIT.length()).split("/");
        if (!pad.isPlugged()) {
            return HttpAnswer.of(503, HttpAnswer.TEXT, "");
        }
        if (path[0].equals("alive")) {
            return HttpAnswer.of(200, HttpAnswer.JSON, "{\"alive\":true}");
        }
        if (path[0].equals("getitems")) {
            JsonArray items = new JsonArray();
            pad.tags().forEach((barcode, secured) -> {
                JsonObject item = new JsonObject();
                item.addProperty("barcode", barcode);
                item.addProperty("security", secured ? "1" : "0");
                items.add(item);
            });
            JsonObject answer = new JsonObject();
            answer.add("items", items);
            return HttpAnswer.of(200, HttpAnswer.JSON, answer.toString());
        }
        if (path[0].equals("setsecurity") && path.length == 3) {
            return written(pad.write(URLDecoder.decode(path[1], StandardCharsets.UTF_8), path[2].equals("1")));
        }
        return HttpAnswer.of(404, HttpAnswer.TEXT, "");
    }

    private static HttpAnswer written(boolean done) {
        return done ? HttpAnswer.of(200, HttpAnswer.JSON, "{\"success\":true}")
                : HttpAnswer.of(404, HttpAnswer.TEXT, "");
    }

    @Override
    public void close() {
        http.close();
    }
}
