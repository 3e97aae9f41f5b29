/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.carrel.model.Texts;

/** The person, or the script, in front of the command line. Text is UTF-8, except on a Windows console. */
final class Terminal {

    private static final Texts TEXTS = Texts.of(Terminal.class);
    private static final int LONGEST_SECRET = 1_000;

    private final BufferedReader in;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Optional<Console> console;

    Terminal(InputStream in, PrintWriter out, PrintWriter err, Optional<Console> console) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
        this.err = err;
        this.console = console;
    }

    /** The real one. */
    static Terminal real() {
        return new Terminal(System.in, writer(System.out), writer(System.err), Optional.ofNullable(System.console()));
    }

    private static PrintWriter writer(PrintStream stream) {
        boolean windows = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        Charset charset = windows ? stream.charset() : StandardCharsets.UTF_8;
        return new PrintWriter(stream, true, charset);
    }

    /** Standard input, to read lines from. */
    BufferedReader in() {
        return in;
    }

    /** For results. */
    PrintWriter out() {
        return out;
    }

    /** For progress, warnings and errors. */
    PrintWriter err() {
        return err;
    }

    /** Asks a question that is answered by y or n. Empty when there is nobody to ask. */
    Optional<Boolean> confirm(String question) {
        return console.map(person -> {
            String answer = person.readLine("%s ", question);
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith(TEXTS.get("confirm.yes"));
        });
    }

    /** Asks for a secret without showing it. Empty when there is nobody to ask, or nothing was typed. */
    Optional<char[]> askSecret(String prompt) {
        return console.map(person -> person.readPassword("%s ", prompt)).filter(secret -> secret.length > 0);
    }

    /** The first line of standard input, as a secret. Empty when there is none or it is too long. */
    Optional<char[]> readSecret() throws IOException {
        char[] buffer = new char[LONGEST_SECRET];
        int length = 0;
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            if (length == buffer.length) {
                Arrays.fill(buffer, '\0');
                return Optional.empty();
            }
            buffer[length++] = (char) c;
        }
        if (length > 0 && buffer[length - 1] == '\r') {
            length--;
        }
        char[] secret = Arrays.copyOf(buffer, length);
        Arrays.fill(buffer, '\0');
        return Optional.of(secret).filter(s -> s.length > 0);
    }
}
