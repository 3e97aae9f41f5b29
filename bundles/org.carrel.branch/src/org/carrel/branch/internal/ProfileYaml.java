/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Turns the bytes of a profile into YAML nodes, with bounds: whoever can write the file cannot hang the desk. */
final class ProfileYaml {

    /** Far above the largest sensible profile. */
    static final int MAX_BYTES = 64 * 1024;

    private static final int MAX_DEPTH = 8;

    private ProfileYaml() {}

    /** The profile's outermost section; empty when there is none, and then an error says why. */
    static Optional<MappingNode> compose(byte[] bytes, Remarks remarks) {
        if (bytes.length > MAX_BYTES) {
            remarks.error(0, "yaml.tooLarge", MAX_BYTES / 1024);
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return isPlain(content, remarks) ? root(content, remarks) : Optional.empty();
        } catch (CharacterCodingException e) {
            remarks.error(0, "yaml.notUtf8");
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().or(e::getContextMark).map(ProfileYaml::line).orElse(0);
            remarks.error(line, "yaml.broken", e.getProblem());
        } catch (YamlEngineException e) {
            remarks.error(0, "yaml.broken", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    static int line(Node node) {
        return node.getStartMark().map(ProfileYaml::line).orElse(0);
    }

    private static int line(Mark mark) {
        return mark.getLine() + 1;
    }

    private static Optional<MappingNode> root(String content, Remarks remarks) {
        Optional<Node> node = new Compose(settings()).composeString(content);
        if (node.isPresent() && node.get() instanceof MappingNode mapping) {
            return Optional.of(mapping);
        }
        remarks.error(node.map(ProfileYaml::line).orElse(0), "yaml.noSections");
        return Optional.empty();
    }

    /**
     * Composing is recursive and resolves aliases; events are neither. So depth, aliases and further documents are
     * refused here, before anything is composed.
     */
    private static boolean isPlain(String content, Remarks remarks) {
        int depth = 0;
        int documents = 0;
        for (Event event : new Parse(settings()).parseString(content)) {
            int line = event.getStartMark().map(ProfileYaml::line).orElse(0);
            if (event instanceof AliasEvent) {
                remarks.error(line, "yaml.alias");
                return false;
            } else if (event instanceof DocumentStartEvent && ++documents > 1) {
                remarks.error(line, "yaml.documents");
                return false;
            } else if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                remarks.error(line, "yaml.deep");
                return false;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return true;
    }

    private static LoadSettings settings() {
        return LoadSettings.builder().setMaxAliasesForCollections(0).setAllowRecursiveKeys(false)
                .setCodePointLimit(MAX_BYTES).build();
    }
}
