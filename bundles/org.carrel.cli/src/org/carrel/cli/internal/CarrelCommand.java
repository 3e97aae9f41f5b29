/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The root of all commands, with the options that every command takes. */
@Command(name = "carrel cli", versionProvider = BundleVersion.class)
final class CarrelCommand implements Runnable {

    private final Session session;

    @Spec
    private CommandSpec spec;

    @Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT, descriptionKey = "help")
    private boolean help;

    @Option(names = "--version", versionHelp = true, descriptionKey = "version")
    private boolean version;

    CarrelCommand(Session session) {
        this.session = session;
    }

    @Option(names = "--branch", paramLabel = "FILE", scope = ScopeType.INHERIT, descriptionKey = "branch")
    void setBranch(Path file) {
        if (file != null) {
            session.useProfile(file);
        }
    }

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, descriptionKey = "data")
    void setData(Path folder) {
        if (folder != null) {
            session.useData(folder);
        }
    }

    @Option(names = "--password-stdin", scope = ScopeType.INHERIT, descriptionKey = "password.stdin")
    void setPasswordStdin(boolean fromInput) {
        if (fromInput) {
            session.passwords().readFromInput();
        }
    }

    @Option(names = "--operator", paramLabel = "NAME", scope = ScopeType.INHERIT, descriptionKey = "operator")
    void setOperator(String name) {
        if (name != null) {
            session.useOperator(name);
        }
    }

    @Option(names = "--safe", scope = ScopeType.INHERIT, descriptionKey = "safe")
    void setSafe(boolean safe) {
        if (safe) {
            session.useNoExtensions();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), Cli.TEXTS.get("command.missing"));
    }
}
