/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.cli.internal;

import java.util.Locale;
import java.util.ResourceBundle;

import org.carrel.model.Texts;
import org.carrel.model.TransactionState;
import org.carrel.model.port.QueueUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: puts the commands together, runs one, and turns every failure into a sentence and an exit code. */
final class Cli {

    static final Texts TEXTS = Texts.of(Cli.class);

    private static final Logger LOG = LoggerFactory.getLogger(Cli.class);
    private static final int WIDTH = 100;

    private final Session session;
    private final Terminal terminal;

    Cli(Session session) {
        this.session = session;
        this.terminal = session.terminal();
    }

    /** Runs the command that {@code arguments} name; gives the exit code. */
    int run(String... arguments) {
        int code;
        try (session) {
            code = commandLine().execute(arguments);
        }
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    CommandLine commandLine() {
        CommandLine queue = new CommandLine(new QueueCommand()).addSubcommand(new QueueAdd(session))
                .addSubcommand(new QueueList(session)).addSubcommand(new QueueShow(session))
                .addSubcommand(new QueueDelete(session)).addSubcommand(new QueueExport(session))
                .addSubcommand(new QueueImport(session)).addSubcommand(new QueueJournal(session));
        CommandLine branch = new CommandLine(new BranchCommand()).addSubcommand(new BranchNew(session))
                .addSubcommand(new BranchSeal(session)).addSubcommand(new BranchCheck(session))
                .addSubcommand(new BranchShow(session)).addSubcommand(new BranchRekey(session))
                .addSubcommand(new BranchGrant(session)).addSubcommand(new BranchRevoke(session))
                .addSubcommand(new BranchRecoveryKey(session));
        CommandLine audit = new CommandLine(new AuditCommand()).addSubcommand(new AuditVerify(session))
                .addSubcommand(new AuditList(session));
        CommandLine project = new CommandLine(new InventoryProjectCommand())
                .addSubcommand(new InventoryProjectNew(session)).addSubcommand(new InventoryProjectList(session))
                .addSubcommand(new InventoryProjectShow(session))
                .addSubcommand("close", new InventoryProjectClose(session, true))
                .addSubcommand(new InventoryProjectWhole(session))
                .addSubcommand("reopen", new InventoryProjectClose(session, false))
                .addSubcommand(new InventoryProjectDelete(session));
        CommandLine inventory = new CommandLine(new InventoryCommand())
                .addSubcommand(new InventoryFetch(session)).addSubcommand(new InventoryImport(session))
                .addSubcommand(new InventoryStatus(session)).addSubcommand(new InventoryShow(session))
                .addSubcommand(new InventoryBadRows(session)).addSubcommand(project)
                .addSubcommand(new InventoryScan(session)).addSubcommand(new InventoryCompare(session))
                .addSubcommand(new InventoryFindingsList(session)).addSubcommand(new InventoryHandle(session))
                .addSubcommand(new InventoryReport(session)).addSubcommand(new InventoryPushCommand(session));
        CommandLine extension = new CommandLine(new ExtensionCommand()).addSubcommand(new ExtensionAdd(session))
                .addSubcommand(new ExtensionList(session)).addSubcommand(new ExtensionRemove(session))
                .addSubcommand("enable", new ExtensionSwitch(session, true))
                .addSubcommand("disable", new ExtensionSwitch(session, false));
        CommandLine update = new CommandLine(new UpdateCommand()).addSubcommand(new UpdateLook(session))
                .addSubcommand(new UpdateInstall(session)).addSubcommand(new UpdateVersions(session))
                .addSubcommand(new UpdateRollback(session));
        CommandLine root = new CommandLine(new CarrelCommand(session)).addSubcommand(queue).addSubcommand(branch)
                .addSubcommand(audit).addSubcommand(inventory).addSubcommand(extension)
                .addSubcommand(update)
                .addSubcommand(new UploadCommand(session)).addSubcommand(new PracticeCommand(session))
                .addSubcommand(new StatusCommand(session)).addSubcommand(new DemoCommand(session))
                .addSubcommand(new HelpWord());
        // By hand: picocli would look for the texts with its own class loader.
        root.setResourceBundle(ResourceBundle.getBundle(Cli.class.getPackageName() + ".usage", Locale.getDefault(),
                Cli.class.getClassLoader()));
        root.registerConverter(TransactionState.class, Words::state);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setUsageHelpWidth(WIDTH);
        root.setOut(terminal.out());
        root.setErr(terminal.err());
        root.setParameterExceptionHandler(this::misused);
        root.setExecutionExceptionHandler(this::failed);
        return root;
    }

    private int misused(ParameterException wrong, String[] arguments) {
        terminal.err().println(wrong.getMessage());
        terminal.err().println(TEXTS.get("usage.help", wrong.getCommandLine().getCommandSpec().qualifiedName()));
        return Exit.USAGE;
    }

    private int failed(Exception failure, CommandLine command, ParseResult parsed) {
        switch (failure) {
            case CommandFailure expected -> {
                terminal.err().println(expected.getMessage());
                return expected.exitCode();
            }
            case QueueUnavailableException store -> {
                LOG.error("The store failed", store);
                terminal.err().println(store.getMessage());
                return Exit.STORE_UNAVAILABLE;
            }
            default -> {
                LOG.error("Unexpected", failure);
                terminal.err().println(TEXTS.get("unexpected", failure.getClass().getSimpleName()));
                return Exit.UNEXPECTED;
            }
        }
    }
}
