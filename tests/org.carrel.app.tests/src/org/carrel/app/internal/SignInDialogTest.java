/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

import org.carrel.branch.SignInAnswer;
import org.carrel.ui.AccessibleNames;
import org.eclipse.swt.widgets.Display;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Signing in")
class SignInDialogTest {

    private final Display display = Display.getDefault();
    private final Windows windows = new Windows(display);
    private final CountDownLatch opening = new CountDownLatch(1);
    private SignInDialog dialog;

    @AfterEach
    void close() {
        opening.countDown();
        if (dialog != null) {
            dialog.close();
        }
    }

    @Test
    void goes_on_to_the_transactions_with_the_right_password() {
        FakeSealedBranch branch = new FakeSealedBranch(false);
        open(branch);
        windows.type("signin.password", FakeSealedBranch.PASSWORD);
        windows.enter("signin.password");
        windows.await("the transactions are being opened", () -> windows.shows("The password is right"));
        assertEquals(List.of(FakeSealedBranch.PASSWORD + "/"), branch.tried);
        opening.countDown();
        windows.await("the dialog is gone", () -> dialog.getShell() == null);
        assertInstanceOf(DeskOpening.Result.Ready.class, dialog.result().orElseThrow());
    }

    @Test
    void says_that_the_password_is_wrong_and_lets_somebody_try_again_after_the_wait() {
        FakeSealedBranch branch = new FakeSealedBranch(false);
        branch.answers.add(new SignInAnswer.WrongPassword(Instant.now().plus(Duration.ofMillis(1_500))));
        open(branch);
        windows.type("signin.password", "not this one");
        windows.enter("signin.password");
        windows.await("the wait is counted", () -> windows.said("signin.password.said").contains("The next try"));
        assertFalse(windows.isEnabled("signin.ok"));
        assertEquals("", windows.typed("signin.password"), "what was typed does not stay there");
        windows.type("signin.password", FakeSealedBranch.PASSWORD);
        windows.enter("signin.password");
        assertEquals(1, branch.tried.size(), "not looked at before the wait is over");
        windows.await("the wait is over", () -> windows.isEnabled("signin.ok"));
        assertEquals("The password is wrong.", windows.said("signin.password.said"));
        windows.type("signin.password", FakeSealedBranch.PASSWORD);
        windows.press("signin.ok");
        windows.await("somebody is in", () -> windows.shows("The password is right"));
    }

    @Test
    void never_derives_a_key_on_the_thread_of_the_window() {
        FakeSealedBranch branch = new FakeSealedBranch(false);
        open(branch);
        windows.type("signin.password", FakeSealedBranch.PASSWORD);
        windows.press("signin.ok");
        windows.await("somebody is in", () -> windows.shows("The password is right"));
        assertFalse(branch.threads.contains(display.getThread()));
    }

    @Test
    void asks_who_it_is_where_the_branch_keeps_that() {
        FakeSealedBranch branch = new FakeSealedBranch(true);
        open(branch);
        windows.type("signin.password", FakeSealedBranch.PASSWORD);
        windows.press("signin.ok");
        assertTrue(windows.said("signin.password.said").contains("name or initials"));
        assertEquals(List.of(), branch.tried);
        windows.type("signin.operator", " ann ");
        windows.type("signin.password", FakeSealedBranch.PASSWORD);
        windows.press("signin.ok");
        windows.await("somebody is in", () -> !branch.tried.isEmpty());
        assertEquals(List.of(FakeSealedBranch.PASSWORD + "/ann"), branch.tried);
    }

    @Test
    void says_what_is_wrong_with_the_branch_and_lets_somebody_try_again() {
        FakeSealedBranch branch = new FakeSealedBranch(false);
        branch.answers.add(new SignInAnswer.Refused("The profile was changed since it was sealed."));
        open(branch);
        windows.type("signin.password", FakeSealedBranch.PASSWORD);
        windows.press("signin.ok");
        windows.await("the reason is told", () -> windows.said("signin.password.said").contains("was changed since"));
        assertTrue(windows.isEnabled("signin.ok"));
    }

    @Test
    void can_be_done_by_somebody_who_hears_the_screen() {
        open(new FakeSealedBranch(true));
        assertEquals(List.of(), AccessibleNames.missing(dialog.getShell()));
    }

    private void open(FakeSealedBranch branch) {
        dialog = new SignInDialog(null, branch, who -> {
            try {
                opening.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new DeskOpening.Result.Ready(who.branch(), Optional.of(branch), List.of());
        });
        dialog.setBlockOnOpen(false);
        dialog.open();
    }
}
