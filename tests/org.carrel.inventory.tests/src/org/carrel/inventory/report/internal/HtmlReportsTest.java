/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.inventory.report.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.inventory.report.Report;
import org.carrel.inventory.report.ReportSettings;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A page to print")
class HtmlReportsTest {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-z0-9]+)[^>]*>");

    private final HtmlReports html = new HtmlReports();

    @Test
    @DisplayName("has the facts and every value, numbers to the right")
    void has_the_facts_and_every_value() throws IOException {
        String page = written(Samples.report(Samples.section(List.of(Samples.row()))));

        assertTrue(page.contains("<dt>Items as of</dt><dd dir=\"auto\">2026-06-30</dd>"), page);
        assertTrue(page.contains("<tr><td dir=\"auto\">00310001</td><td class=\"call\">QA 76.9 .D3</td>"
                + "<td class=\"number\">-12</td><td class=\"date\">2026-06-30</td>"
                + "<td class=\"date\">2026-07-02 00:30:15</td></tr>"), page);
    }

    @Test
    @DisplayName("escapes whatever is in it")
    void escapes_whatever_is_in_it() throws IOException {
        String evil = "<script>alert('x')</script>&amp;\"\u0000";
        Report report = new Report(evil, Samples.report(Samples.texts()).about(), List.of(Samples.texts(evil)));
        String page = written(report);

        assertFalse(page.contains("<script"), page);
        assertTrue(
                page.contains(
                        "<td dir=\"auto\">&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;amp;&quot;\uFFFD</td>"),
                page);
    }

    @Test
    @DisplayName("begins each section on a new sheet and repeats its header, and loads nothing")
    void begins_each_section_on_a_new_sheet() throws IOException {
        String page = written(Samples.report(Samples.texts("a"), Samples.texts("b")));

        assertTrue(page.contains("section { break-before: page; }"), page);
        assertTrue(page.contains("thead { display: table-header-group; }"), page);
        assertTrue(page.contains("default-src 'none'"), page);
        assertFalse(page.contains("src=") || page.contains("href=") || page.contains("url("), page);
    }

    @Test
    @DisplayName("closes what it opens, in order")
    void closes_what_it_opens() throws IOException {
        String page = written(Samples.report(Samples.section(List.of(Samples.row(), Samples.row())), Samples.texts()));
        StringBuilder open = new StringBuilder();
        Matcher tag = TAG.matcher(page);
        while (tag.find()) {
            String name = "/" + tag.group(2);
            if (tag.group(1).isEmpty()) {
                open.append(name.equals("/meta") ? "" : name);
            } else {
                assertTrue(open.toString().endsWith(name), open + " before </" + tag.group(2) + ">");
                open.setLength(open.length() - name.length());
            }
        }

        assertEquals("", open.toString());
    }

    @Test
    @DisplayName("says where there is nothing")
    void says_where_there_is_nothing() throws IOException {
        assertTrue(written(Samples.report(Samples.texts())).contains("<p>Nothing.</p>"));
        assertFalse(written(Samples.report(Samples.texts("a"))).contains("<p>Nothing.</p>"));
    }

    private String written(Report report) throws IOException {
        return Samples.written(html, report, ReportSettings.standard(Samples.ZONE));
    }
}
