/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.Optional;

import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** The branch password, and the secret of the branch's WSKey, which may come later. */
final class SetUpPasswordPage extends WizardPage {

    private final Texts texts = Texts.of(SetUpPasswordPage.class);
    private final BranchProfile profile;
    private NewPassword password;
    private Text secret;

    SetUpPasswordPage(BranchProfile profile) {
        super("password");
        this.profile = profile;
        setTitle(texts.get("setup.password.title"));
        setDescription(texts.get("setup.password.description"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        Fields fields = Fields.on(parent, this::judge);
        fields.note(texts.get("setup.converts"));
        password = new NewPassword(fields, texts.get("newpassword.first"), texts.get("newpassword.second"),
                "setup.password");
        fields.note(texts.get("setup.secret.note", profile.signIn().key()));
        secret = fields.secret(texts.get("setup.secret"), "setup.secret");
        password.setFocus();
        setControl(fields.area());
    }

    /** What was chosen; the caller overwrites it. */
    char[] password() {
        return password.value();
    }

    /** What was typed; the caller overwrites it. */
    Optional<char[]> wsKeySecret() {
        return secret.getCharCount() == 0 ? Optional.empty() : Optional.of(secret.getTextChars());
    }

    private void judge() {
        Optional<String> objection = password.objection();
        setErrorMessage(password.isEmpty() ? null : objection.orElse(null));
        setPageComplete(objection.isEmpty());
    }
}
