/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.branch.ProfileRemark;
import org.carrel.model.BranchProfile;
import org.carrel.model.ItemBarcode;
import org.carrel.model.inventory.WriteBackRules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Where a profile has inventories written back")
class WriteBackReaderTest {

    private static final String ADDRESS = "https://a.example.org/items/{barcode}/inventories";

    private static Optional<WriteBackRules> read(String section) {
        return Profiles.accepted(Profiles.SOUND + section).writeBack();
    }

    @Test
    void is_nowhere_when_nothing_is_said() {
        assertEquals(Optional.empty(), read(""));
        assertEquals(Optional.empty(), read("write-back:\n"));
    }

    @Test
    void needs_an_address_and_nothing_else() {
        WriteBackRules there = read("write-back:\n  address: " + ADDRESS + "\n").orElseThrow();
        BranchProfile profile = Profiles.accepted(Profiles.SOUND);
        assertEquals("{\"location\":\"https://91475.share.worldcat.org/circ/branches/0128807\"}",
                there.body(new ItemBarcode("1"), profile.registry()));
        assertEquals(Duration.ofMillis(200), there.interval());
        assertEquals(2, there.lanes());
        assertEquals(Optional.empty(), there.owner());
    }

    @Test
    void can_say_how_many_requests_are_out_and_whose_items_it_is_about() {
        WriteBackRules there = read("write-back:\n  address: " + ADDRESS + "\n  lanes: 5\n  institution-symbol: XYZ\n")
                .orElseThrow();
        assertEquals(5, there.lanes());
        assertEquals(Optional.of("XYZ"), there.owner());
    }

    @Test
    void is_worth_a_warning_when_the_key_is_not_asked_for_it() {
        String section = "write-back:\n  address: " + ADDRESS + "\n";
        List<ProfileRemark> warnings = Profiles.read(Profiles.SOUND + section).warnings();
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.getFirst().sentence().contains("WMS_CIRCULATION"), warnings.toString());
    }

    @Test
    void is_found_in_the_example_when_its_marks_are_taken_away() throws IOException {
        String example = Profiles.shipped("example.yaml");
        int from = example.indexOf("\nwrite-back:");
        int to = example.indexOf("\n\n", from + 1);
        BranchProfile profile = Profiles.accepted((example.substring(0, from)
                + example.substring(from, to).replaceAll("(?m)^  # (?=[a-z-]+: )", "  ")
                + example.substring(to)).replace("hmac", "oauth"));
        assertEquals(URI.create("https://91475.share.worldcat.org/circ/items/31/routings/inventories"),
                profile.writeBack().orElseThrow().address(new ItemBarcode("31"), profile.registry()));
    }

    @Test
    void in_practice_mode_is_this_machine() throws IOException {
        String practice = Profiles.shipped("practice.yaml");
        assertTrue(Profiles.accepted(practice).writeBack().isPresent());
        assertTrue(Profiles.errors(practice.replace("http://127.0.0.1:0/circ", "https://a.example.org/circ")).getFirst()
                .sentence().contains("In practice mode"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "address: https://a.example.org/items", "address: http://a.example.org/{barcode}",
            "address: https://a.example.org/{barcode}?x=1", "address: https://a.example.org/{item}/{barcode}",
            "address: '{barcode}'", "interval: never", "lanes: 0" })
    void that_is_written_otherwise_is_refused_with_its_line(String line) {
        assertEquals(18, Profiles.errors(Profiles.SOUND + "write-back:\n  body: '{}'\n  " + line + "\n").getFirst()
                .line());
    }

    @Test
    void without_an_address_is_worth_a_warning() {
        assertEquals(1, Profiles.read(Profiles.SOUND + "write-back:\n  body: '{}'\n").warnings().size());
    }

    @Test
    void cannot_be_replaced_by_another_one_unless_an_administrator_confirms_it() throws SealException {
        Map<String, String> one = ProfileBinding.of(Profiles.accepted(Profiles.SOUND + "write-back:\n  address: "
                + ADDRESS + "\n"));
        Map<String, String> other = ProfileBinding.of(Profiles.accepted(Profiles.SOUND + "write-back:\n  address: "
                + ADDRESS.replace("//a.", "//b.") + "\n"));
        assertEquals(List.of("write-back / address"), ProfileBinding.differences(one, other));
    }
}
