/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.URI;

import org.carrel.model.BranchProfile.SignIn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The expected signatures were computed with another program from the documented layout. */
@DisplayName("A WSKey signature")
class HmacSignatureTest {

    private static SignIn signIn(String principal) {
        return new SignIn(SignIn.Method.HMAC, "exampleKey", "", principal, principal.isEmpty() ? "" : "urn:oclc:ns");
    }

    @Test
    void is_the_one_that_the_layout_gives() {
        String header = HmacSignature.header(signIn("someone"), "exampleSecret".toCharArray(), "POST",
                URI.create("https://circ.example.org/ncip"), 1386264196L, "10c20a4f5b");
        assertEquals("http://www.worldcat.org/wskey/v2/hmac/v1 clientId=\"exampleKey\",timestamp=\"1386264196\","
                + "nonce=\"10c20a4f5b\",signature=\"L2TOVNh1ntivjOVMqFuN39dkGWnhTxTwduigqsEccv4=\","
                + "principalID=\"someone\","
                + "principalIDNS=\"urn:oclc:ns\"", header);
    }

    @Test
    void covers_the_parameters_sorted_and_encoded() {
        URI uri = URI.create("https://circ.example.org/x?q=%C3%A9&name=a+b*c~d&inst=128807");
        assertEquals("exampleKey\n1386264196\n10c20a4f5b\n\nGET\nwww.oclc.org\n443\n/wskey\n"
                + "inst=128807\nname=a%20b%2Ac~d\nq=%C3%A9\n",
                HmacSignature.signedText("exampleKey", 1386264196L, "10c20a4f5b", "GET", uri));
        String header = HmacSignature.header(signIn(""), "exampleSecr\u00e9t".toCharArray(), "GET", uri, 1386264196L,
                "10c20a4f5b");
        assertEquals("DKygwdaQZYCD1S6U8ssjw8FUWTgGCvM/Sw40a9Nztlg=",
                header.replaceAll(".*signature=\"([^\"]*)\".*", "$1"));
    }

    @Test
    void names_no_user_when_the_branch_names_none() {
        assertFalse(HmacSignature.header(signIn(""), "s".toCharArray(), "POST", URI.create("https://a/"), 1, "n")
                .contains("principal"));
    }
}
