/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.carrel.inventory.report.Cell;
import org.carrel.inventory.report.Column;
import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportFormat;
import org.carrel.inventory.report.ReportSettings;
import org.carrel.inventory.report.ReportValues;
import org.carrel.inventory.report.Section;
import org.carrel.model.Texts;
import org.osgi.service.component.annotations.Component;

/**
 * A page to print: every section begins on a new sheet, and its header is on each. It needs nothing from elsewhere, and
 * forbids itself to load or run anything.
 */
@Component
public final class HtmlReports implements ReportFormat {

    private static final Texts TEXTS = Texts.of(HtmlReports.class);
    private static final String STYLE = "report.css";

    @Override
    public String id() {
        return "html";
    }

    @Override
    public String name() {
        return TEXTS.get("html.name");
    }

    @Override
    public String ending() {
        return "html";
    }

    @Override
    public void write(Report report, ReportSettings settings, OutputStream out) throws IOException {
        ReportValues values = new ReportValues(settings.zone());
        Writer page = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        page.write("<!DOCTYPE html>\n<html lang=\"" + escaped(Locale.getDefault().toLanguageTag()) + "\">\n<head>\n");
        page.write("<meta charset=\"utf-8\">\n");
        page.write("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
                + "'unsafe-inline'\">\n");
        page.write(
                "<title>" + escaped(report.title()) + "</title>\n<style>\n" + style() + "</style>\n</head>\n<body>\n");
        page.write("<h1>" + escaped(report.title()) + "</h1>\n<dl>\n");
        for (Report.Fact fact : report.facts()) {
            page.write("<dt>" + escaped(fact.name()) + "</dt><dd dir=\"auto\">" + escaped(values.text(fact.value()))
                    + "</dd>\n");
        }
        page.write("</dl>\n");
        for (Section section : report.sections()) {
            section(section, values, page);
        }
        page.write("</body>\n</html>\n");
        page.flush();
    }

    private static void section(Section section, ReportValues values, Writer page) throws IOException {
        page.write("<section>\n<h2>" + escaped(section.title()) + "</h2>\n<table>\n<thead><tr>");
        for (Column column : section.columns()) {
            page.write("<th scope=\"col\">" + escaped(column.title()) + "</th>");
        }
        page.write("</tr></thead>\n<tbody>\n");
        long[] rows = { 0 };
        section.rows().read(cells -> {
            rows[0]++;
            row(section.columns(), cells, values, page);
        });
        page.write("</tbody>\n</table>\n");
        if (rows[0] == 0) {
            page.write("<p>" + escaped(TEXTS.get("html.nothing")) + "</p>\n");
        }
        page.write("</section>\n");
    }

    private static void row(List<Column> columns, List<Cell> cells, ReportValues values, Writer page)
            throws IOException {
        page.write("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            page.write(switch (columns.get(i).type()) {
                case TEXT -> "<td dir=\"auto\">";
                case CALL_NUMBER -> "<td class=\"call\">";
                case NUMBER -> "<td class=\"number\">";
                case DATE, DATE_TIME -> "<td class=\"date\">";
            });
            page.write(escaped(values.text(cells.get(i))));
            page.write("</td>");
        }
        page.write("</tr>\n");
    }

    private static String escaped(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '&' -> safe.append("&amp;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.append(c);
            }
        }
        return safe.toString();
    }

    private static String style() throws IOException {
        try (InputStream in = Objects.requireNonNull(HtmlReports.class.getResourceAsStream(STYLE), STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
