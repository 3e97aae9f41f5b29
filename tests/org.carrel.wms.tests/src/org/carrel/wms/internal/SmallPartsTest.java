/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

import org.apache.hc.core5.http.message.BasicHttpResponse;
import org.carrel.model.Outcome;
import org.carrel.model.Problem;
import org.carrel.testkit.TestClock;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Among the small parts of the transport,")
class SmallPartsTest {

    private static TokenAnswer token(String body) throws IOException {
        return TokenAnswer.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"1199\"", "1199", "1199.0" })
    void the_life_of_a_token_may_be_a_string_or_a_number(String life) throws IOException {
        TokenAnswer answer = token("{\"access_token\":\"tk_a.b-c\",\"expires_in\":" + life + "}");
        assertEquals(Optional.of("tk_a.b-c"), answer.token());
        assertEquals(Optional.of(Duration.ofSeconds(1199)), answer.life());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "no json", "[]", "{}", "{\"access_token\":\"a\\r\\nX: y\"}", "{\"access_token\":null}",
            "{\"access_token\":{}}", "{\"access_token\":\"\"}", "{\"access_token\":" })
    void what_is_no_token_is_none(String body) throws IOException {
        assertEquals(Optional.empty(), token(body).token());
    }

    @Test
    void an_error_of_the_token_end_point_is_only_its_code() throws IOException {
        assertEquals(Optional.of("invalid_client"), token("{\"error\":\"invalid_client\"}").error());
        assertEquals(Optional.empty(), token("{\"error\":\"<script>\"}").error());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "7|7", "0|0", "Mon, 02 Mar 2026 09:00:30 GMT|30",
            "Mon, 02 Mar 2026 08:00:00 GMT|0" })
    void retry_after_is_seconds_or_a_date(String value, long seconds) {
        BasicHttpResponse response = new BasicHttpResponse(503);
        response.setHeader("Retry-After", value);
        assertEquals(Optional.of(Duration.ofSeconds(seconds)), RetryAfter.of(response, new TestClock(Branches.NOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "soon", "-1", "99999999999999999999" })
    void retry_after_without_sense_is_passed_over(String value) {
        BasicHttpResponse response = new BasicHttpResponse(503);
        response.setHeader("Retry-After", value);
        assertEquals(Optional.empty(), RetryAfter.of(response, new TestClock(Branches.NOW)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "https://circ.example.org/ncip", "http://localhost:1/ncip", "http://127.0.0.1:1/ncip",
            "http://127.1.2.3/ncip", "http://[::1]:1/ncip", "HTTPS://circ.example.org/" })
    void a_secret_may_go_over_tls_or_to_this_machine(String address) {
        assertTrue(SendableAddress.isSendable(URI.create(address)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://circ.example.org/ncip", "http://127.0.0.1.example.org/",
            "http://localhost.example.org",
            "ftp://localhost/", "/ncip", "http://10.0.0.1/" })
    void a_secret_goes_nowhere_else(String address) {
        assertFalse(SendableAddress.isSendable(URI.create(address)));
    }

    @ParameterizedTest
    @CsvSource({ "500, true", "502, true", "503, true", "504, true", "429, false", "302, false", "407, false",
            "408, true" })
    void a_status_that_may_pass_is_no_answer(int status, boolean maybeDone) {
        Outcome outcome = HttpStatus.outcome(status, Optional.of(Duration.ofSeconds(3)));
        assertEquals(new Outcome.NoAnswer("HTTP " + status, maybeDone, Optional.of(Duration.ofSeconds(3))), outcome);
    }

    @ParameterizedTest
    @CsvSource({ "400, OTHER", "404, CONFIGURATION", "405, CONFIGURATION", "410, CONFIGURATION", "413, OTHER",
            "422, OTHER" })
    void another_status_is_a_refusal(int status, Problem.Kind kind) {
        Problem problem = ((Outcome.Refused) HttpStatus.outcome(status, Optional.empty())).problem();
        assertEquals(kind, problem.kind());
        assertFalse(problem.detail().isBlank());
    }

    @Test
    void what_authorizes_does_not_show_itself() {
        assertFalse(new SignedIn.Authorized("Bearer tk_secret", Branches.NOW, Optional.empty()).toString()
                .contains("tk_secret"));
    }
}
