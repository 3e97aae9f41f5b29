/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import org.carrel.branch.Proof;
import org.carrel.branch.SealedBranch;
import org.carrel.model.Texts;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** What shows that somebody may change the keys: a password of the branch, or the administrator's recovery key. */
final class KeysProofPage extends WizardPage {

    private final Texts texts = Texts.of(KeysProofPage.class);
    private final SealedBranch branch;
    private Button byFile;
    private Button byPassword;
    private Fields.FileField file;
    private Text passphrase;
    private Text password;

    KeysProofPage(SealedBranch branch) {
        super("proof");
        this.branch = branch;
        setTitle(texts.get("keys.proof.title"));
        setDescription(texts.get("keys.proof.description"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Fields fields = Fields.on(parent, this::judge);
        byFile = fields.choice(SWT.RADIO, texts.get("keys.proof.file"), "keys.proof.byFile");
        branch.recoveryKey().ifPresent(print -> fields.note(texts.get("keys.proof.print", print)));
        file = fields.file(texts.get("keys.proof.private"), texts.get("browse.private"), "keys.proof.file", SWT.OPEN);
        passphrase = fields.secret(texts.get("keys.proof.passphrase"), "keys.proof.passphrase");
        byPassword = fields.choice(SWT.RADIO, texts.get("keys.proof.password"), "keys.proof.byPassword");
        password = fields.secret(texts.get("keys.proof.old"), "keys.proof.password");
        byFile.setSelection(true);
        judge();
        setControl(fields.area());
    }

    /** Once the page is complete. The caller overwrites what is secret in it. */
    Proof proof() {
        return byPassword.getSelection() ? new Proof.Password(password.getTextChars())
                : new Proof.RecoveryFile(file.path().orElseThrow(), passphrase.getTextChars());
    }

    /** Says why the password would not do, until another one is typed. */
    void object(String sentence) {
        setErrorMessage(sentence);
        password.selectAll();
        password.setFocus();
    }

    private void judge() {
        setErrorMessage(null);
        boolean knows = byPassword.getSelection();
        file.setEnabled(!knows);
        passphrase.setEnabled(!knows);
        password.setEnabled(knows);
        setPageComplete(knows ? password.getCharCount() > 0 : file.path().isPresent());
    }
}
