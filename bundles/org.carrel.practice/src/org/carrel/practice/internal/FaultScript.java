/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.practice.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A script that makes the practice server misbehave; its grammar is at
 * {@link org.carrel.practice.PracticeServer#misbehave}.
 *
 * @param down  whether the server does not listen at all
 * @param rules in the order written
 */
public record FaultScript(boolean down, List<FaultRule> rules) {

    public static final FaultScript NONE = new FaultScript(false, List.of());

    public FaultScript {
        rules = List.copyOf(rules);
    }

    /** @throws IllegalArgumentException when it is not understood; the message is a sentence */
    public static FaultScript parse(String script) {
        boolean down = false;
        List<FaultRule> rules = new ArrayList<>();
        for (String line : script.split("\\R")) {
            for (String text : FaultRuleParser.split(line)) {
                if (text.equals("down")) {
                    down = true;
                } else {
                    rules.add(new FaultRuleParser(text).parse());
                }
            }
        }
        return new FaultScript(down, rules);
    }
}
