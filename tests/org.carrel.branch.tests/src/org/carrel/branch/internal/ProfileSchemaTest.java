/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@DisplayName("The schema for editors and the reader")
class ProfileSchemaTest {

    private SchemaRules schema;

    @BeforeEach
    void read() throws IOException {
        // JSON is YAML.
        schema = new SchemaRules(yaml(Profiles.shipped("branch-profile.schema.json")));
    }

    private static Object yaml(String text) {
        return new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static String text(Object tree) {
        return new Dump(DumpSettings.builder().build()).dumpToString(tree);
    }

    /** Keys with their section, as remarks name them, and whether they must be there. */
    private Map<String, Boolean> inSchema() {
        Map<String, Boolean> keys = new TreeMap<>();
        collect("", schema.root(), keys);
        return keys;
    }

    private void collect(String section, Map<?, ?> node, Map<String, Boolean> keys) {
        List<?> required = node.get("required") instanceof List<?> names ? names : List.of();
        ((Map<?, ?>) node.get("properties")).forEach((key, value) -> {
            Map<?, ?> child = schema.resolved(value);
            String path = section.isEmpty() ? key.toString() : section + " / " + key;
            keys.put(path, required.contains(key));
            if ("object".equals(child.get("type"))) {
                collect(path, child, keys);
            } else if ("presets".equals(key)) {
                collect("preset", schema.resolved(child.get("items")), keys);
            } else if ("prefixes".equals(key)) {
                collect("prefix", schema.resolved(child.get("items")), keys);
            } else if ("conditions".equals(key)) {
                collect("condition", schema.resolved(child.get("items")), keys);
            }
        });
    }

    private static Map<String, Boolean> inReader() {
        Remarks remarks = new Remarks("branch.yaml");
        String skeleton = "due-dates:\n  presets:\n    - on: 01-01\n    - after: 1 day\n"
                + "call-numbers:\n  prefixes:\n    - spelled: Ref\n" + "inventory:\n  conditions:\n    - code: x\n";
        new ProfileReader(Profiles.NOON).read("branch.yaml", skeleton.getBytes(StandardCharsets.UTF_8), remarks);
        return remarks.asked();
    }

    @Test
    void know_the_same_keys() {
        assertEquals(new TreeSet<>(inReader().keySet()), new TreeSet<>(inSchema().keySet()));
    }

    @Test
    void agree_on_what_must_be_there() {
        Set<String> sections = new TreeSet<>();
        Set<String> reader = new TreeSet<>();
        inReader().forEach((path, required) -> {
            if (required) {
                reader.add(path);
                sections.add(path.split(" / ")[0]);
            }
        });
        // A section must be there when a key in it must. "presets" and "spelled" are lists, asked for by their length.
        sections.remove("preset");
        sections.remove("condition");
        sections.add("due-dates");
        reader.addAll(sections);
        reader.add("due-dates / presets");
        reader.add("prefix / spelled");
        Set<String> required = new TreeSet<>();
        inSchema().forEach((path, must) -> {
            if (must) {
                required.add(path);
            }
        });
        assertEquals(reader, required);
    }

    @ParameterizedTest
    @ValueSource(strings = { "example.yaml", "practice.yaml" })
    void accept_the_profiles_that_are_shipped(String name) throws IOException {
        assertEquals(List.of(), schema.violations(yaml(Profiles.shipped(name))));
    }

    @Test
    void accept_the_same_choices() throws IOException {
        int checked = 0;
        for (String[] key : leaves("enum")) {
            for (Object choice : (List<?>) schema.resolved(property(key)).get("enum")) {
                String profile = with(key, choice);
                assertTrue(Profiles.read(profile).profile().isPresent() || key[1].equals("method")
                        || key[1].equals("allow") && choice.equals("signed")
                        || key[1].isEmpty() && key[0].equals("practice"), () -> String.join("/", key) + ": " + choice);
                checked++;
            }
        }
        assertTrue(checked > 20, "so many choices: " + checked);
    }

    @Test
    void refuse_what_is_no_choice_no_number_no_address_and_no_length_of_time() throws IOException {
        List<String[]> leaves = new ArrayList<>(leaves("enum"));
        leaves.addAll(leaves("pattern"));
        leaves.addAll(leaves("minimum"));
        assertTrue(leaves.size() > 15, "so many keys: " + leaves.size());
        for (String[] key : leaves) {
            String profile = with(key, "§");
            assertFalse(schema.violations(yaml(profile)).isEmpty(), String.join("/", key));
            assertFalse(Profiles.read(profile).errors().isEmpty(), String.join("/", key));
        }
    }

    @Test
    void agree_on_the_bounds_of_numbers() throws IOException {
        String[] lanes = { "upload", "lanes" };
        for (int number : new int[] { 0, 1, 32, 33 }) {
            String profile = with(lanes, number);
            assertEquals(schema.violations(yaml(profile)).isEmpty(), Profiles.read(profile).errors().isEmpty());
        }
    }

    @Test
    void agree_that_a_signature_needs_a_user() throws IOException {
        String profile = with(new String[] { "sign-in", "method" }, "hmac");
        assertFalse(schema.violations(yaml(profile)).isEmpty());
        assertFalse(Profiles.read(profile).errors().isEmpty());
    }

    /** Section and key of everything that has {@code keyword}; the key is empty for the outermost. */
    private List<String[]> leaves(String keyword) {
        List<String[]> found = new ArrayList<>();
        ((Map<?, ?>) schema.root().get("properties")).forEach((section, value) -> {
            Map<?, ?> node = schema.resolved(value);
            if (node.containsKey(keyword)) {
                found.add(new String[] { section.toString(), "" });
            }
            if (node.get("properties") instanceof Map<?, ?> properties) {
                properties.forEach((key, leaf) -> {
                    if (schema.resolved(leaf).containsKey(keyword)) {
                        found.add(new String[] { section.toString(), key.toString() });
                    }
                });
            }
        });
        return found;
    }

    private Object property(String... key) {
        Object section = ((Map<?, ?>) schema.root().get("properties")).get(key[0]);
        return key[1].isEmpty() ? section : ((Map<?, ?>) schema.resolved(section).get("properties")).get(key[1]);
    }

    /** The example with one value replaced or added. */
    private static String with(String[] key, Object value) throws IOException {
        Map<Object, Object> profile = new LinkedHashMap<>((Map<?, ?>) yaml(Profiles.shipped("example.yaml")));
        if (key[1].isEmpty()) {
            profile.put(key[0], value);
        } else {
            Map<Object, Object> section = new LinkedHashMap<>(
                    (Map<?, ?>) profile.getOrDefault(key[0], Map.of()));
            section.put(key[1], value);
            profile.put(key[0], section);
        }
        return text(profile);
    }
}
