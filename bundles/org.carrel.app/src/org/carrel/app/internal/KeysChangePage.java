/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.util.Optional;
import java.util.stream.Stream;

import org.carrel.branch.Grant;
import org.carrel.branch.NewKeys;
import org.carrel.branch.SealedBranch;
import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;

/** What is to be changed: any of a password, the WSKey, and the user to act as. */
final class KeysChangePage extends WizardPage {

    private final Texts texts = Texts.of(KeysChangePage.class);
    private final SealedBranch branch;
    private final Optional<String> pending;
    private Button changesPassword;
    private Combo whose;
    private NewPassword password;
    private Button changesKey;
    private Text key;
    private Text secret;
    private Button changesUser;
    private Text user;
    private Text nameSpace;

    KeysChangePage(SealedBranch branch, Optional<String> pending) {
        super("change");
        this.branch = branch;
        this.pending = pending;
        setTitle(texts.get("keys.change.title"));
        setDescription(texts.get("keys.change.description"));
        setPageComplete(false);
    }

    @Override
    public void createControl(Composite parent) {
        BranchProfile.SignIn now = branch.profile().signIn();
        Fields fields = Fields.on(parent, this::judge);
        fields.note(texts.get("keys.safe") + pending.map(" "::concat).orElse(""));
        changesPassword = fields.choice(SWT.CHECK, texts.get("keys.change.password"), "keys.change.password");
        makeWhose(fields);
        password = new NewPassword(fields, texts.get("newpassword.first"), texts.get("newpassword.second"),
                "keys.password");
        changesKey = fields.choice(SWT.CHECK, texts.get("keys.change.key"), "keys.change.key");
        key = fields.text(texts.get("keys.key"), "keys.key");
        secret = fields.secret(texts.get("keys.secret"), "keys.secret");
        changesUser = fields.choice(SWT.CHECK, texts.get("keys.change.user"), "keys.change.user");
        user = fields.text(texts.get("keys.user"), "keys.user");
        nameSpace = fields.text(texts.get("keys.nameSpace"), "keys.nameSpace");
        // Each of these looks at all the fields, so they must all be there.
        key.setText(now.key());
        user.setText(now.principalId());
        nameSpace.setText(now.principalIdNs());
        judge();
        setControl(fields.area());
    }

    /** Once the page is complete. The caller overwrites what is secret in it. */
    NewKeys keys() {
        NewKeys keys = NewKeys.NONE;
        if (changesPassword.getSelection()) {
            keys = keys.withPassword(password.value());
            if (whose != null && whose.getSelectionIndex() > 0) {
                keys = keys.withGrant(whose.getText());
            }
        }
        if (changesKey.getSelection()) {
            keys = keys.withWsKeySecret(secret.getTextChars());
            if (!key.getText().strip().equals(branch.profile().signIn().key())) {
                keys = keys.withWsKey(key.getText().strip());
            }
        }
        return changesUser.getSelection() ? keys.withUserToActAs(user.getText().strip(), nameSpace.getText().strip())
                : keys;
    }

    /** Only where several people have a password of their own is there a question whose is meant. */
    private void makeWhose(Fields fields) {
        if (branch.grants().size() > 1) {
            whose = fields.list(texts.get("keys.whose"), "keys.whose", Stream.concat(
                    Stream.of(texts.get("keys.whose.same")), branch.grants().stream().map(Grant::name)).toList());
        }
    }

    private void judge() {
        boolean newPassword = changesPassword.getSelection();
        boolean newKey = changesKey.getSelection();
        boolean newUser = changesUser.getSelection();
        password.setEnabled(newPassword);
        if (whose != null) {
            whose.setEnabled(newPassword);
        }
        key.setEnabled(newKey);
        secret.setEnabled(newKey);
        user.setEnabled(newUser);
        nameSpace.setEnabled(newUser);
        Optional<String> objection = newPassword ? password.objection() : Optional.empty();
        setErrorMessage(newPassword && !password.isEmpty() ? objection.orElse(null) : null);
        setPageComplete((newPassword || newKey || newUser) && objection.isEmpty()
                && (!newKey || secret.getCharCount() > 0 && !key.getText().isBlank())
                && (!newUser || !user.getText().isBlank()));
    }
}
