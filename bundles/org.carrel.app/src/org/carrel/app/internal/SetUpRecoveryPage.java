/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.nio.file.Path;
import java.util.Optional;

import org.carrel.branch.RecoveryKey;
import org.carrel.model.Texts;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;

/** What opens the branch when its password is forgotten: a key of the administrator's, there already or new. */
final class SetUpRecoveryPage extends WizardPage {

    private final Texts texts = Texts.of(SetUpRecoveryPage.class);
    private Button existing;
    private Button fresh;
    private Fields.FileField publicFile;
    private Fields.FileField privateFile;
    private NewPassword passphrase;

    SetUpRecoveryPage() {
        super("recovery");
        setTitle(texts.get("setup.recovery.title"));
        setDescription(texts.get("setup.recovery.description"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Fields fields = Fields.on(parent, this::judge);
        existing = fields.choice(SWT.RADIO, texts.get("setup.recovery.existing"), "setup.recovery.existing");
        publicFile = fields.file(texts.get("setup.recovery.public"), texts.get("browse.public"),
                "setup.recovery.public", SWT.OPEN);
        fresh = fields.choice(SWT.RADIO, texts.get("setup.recovery.fresh"), "setup.recovery.fresh");
        privateFile = fields.file(texts.get("setup.recovery.private"), texts.get("browse.private"),
                "setup.recovery.private", SWT.SAVE);
        passphrase = new NewPassword(fields, texts.get("passphrase.first"), texts.get("passphrase.second"),
                "setup.recovery.passphrase");
        fields.note(texts.get("setup.recovery.keep"));
        existing.setSelection(true);
        judge();
        setControl(fields.area());
    }

    /** Once the page is complete. */
    RecoveryKey key() {
        return existing.getSelection() ? new RecoveryKey.Existing(publicFile.path().orElseThrow())
                : new RecoveryKey.Fresh(privateFile.path().orElseThrow(), passphrase.value());
    }

    private void judge() {
        boolean makes = fresh.getSelection();
        publicFile.setEnabled(!makes);
        privateFile.setEnabled(makes);
        passphrase.setEnabled(makes);
        Optional<Path> file = (makes ? privateFile : publicFile).path();
        boolean begun = makes && !passphrase.isEmpty();
        Optional<String> objection = makes ? passphrase.objection() : Optional.empty();
        setErrorMessage(begun ? objection.orElse(null) : null);
        setPageComplete(file.isPresent() && objection.isEmpty());
    }
}
