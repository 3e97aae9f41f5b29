/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.uitests.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.carrel.model.TransactionState;
import org.carrel.uitests.driver.UiDriver;
import org.carrel.uitests.driver.Waiting;
import org.carrel.uitests.pages.Question;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An upload")
public abstract class UploadScenario extends Scenario {

    private static final int BLOCKED_PATRON = 37;
    private static final int UNKNOWN_PATRON = 999;
    private static final int UNKNOWN_ITEM = 998;

    protected UploadScenario(UiDriver ui) {
        super(ui);
    }

    @Test
    void brings_every_outcome_back_to_the_desk_with_a_next_step() {
        desk.servePatron(Practice.patron(9));
        out(47);
        out(UNKNOWN_ITEM);
        out(81);
        out(96);
        out(48);
        out(118);
        desk.servePatron(Practice.patron(UNKNOWN_PATRON));
        out(49);
        desk.servePatron(Practice.patron(BLOCKED_PATRON));
        out(50);
        desk.toCheckIn();
        in(48);
        in(51);
        in(111);
        desk.upload();
        Waiting.until("the upload is over", () -> practice().rows().stream().noneMatch(row -> row.state().isPending()),
                () -> practice().rows());

        desk.shows(Practice.item(47), "Uploaded");
        desk.shows(Practice.item(81), "another due date");
        desk.shows(Practice.item(96), "Upload failed").shows(Practice.item(UNKNOWN_ITEM), "does not know this item");
        desk.shows(Practice.item(49), "does not know this patron").shows(Practice.item(50), "blocked");
        desk.shows(Practice.item(118), "checked out already").shows(Practice.item(51), "already");
        assertTrue(practice().rows().stream().filter(row -> row.transaction().item().value().equals(Practice.item(48)))
                .anyMatch(row -> row.state() == TransactionState.SUPERSEDED), "the earlier one of two on one item");
        assertTrue(practice().row(Practice.item(81)).standing().serverDueAt().isPresent());

        sync.open().hears("Completed").choose("Correct").shows(Practice.item(49), "patron");
        sync.select(Practice.item(49));
        Waiting.until("the details say what the server said", () -> sync.details().contains("said"), sync::details);
        sync.choose("Look at the shelf").shows(Practice.item(118), "out already");
        sync.choose("Nothing to do").shows(Practice.item(81), "changed by the library system");
        sync.toDo("hold", Practice.item(111));
        picture("sync-after-upload");
    }

    @Test
    void can_be_repeated_after_a_correction() {
        desk.servePatron(Practice.patron(UNKNOWN_PATRON));
        out(52);
        sync.open().upload().group("Correct", 1);
        practice().settles(Practice.item(52), TransactionState.UPLOAD_FAILED);
        sync.choose("Correct").select(Practice.item(52)).correctPatron(Practice.patron(10));
        practice().settles(Practice.item(52), TransactionState.AWAITING_SYNC);
        sync.upload();
        practice().settles(Practice.item(52), TransactionState.UPLOADED);
        sync.group("Correct", 0);
        practice().holds(1);
    }

    @Test
    void leaves_what_failed_to_be_retried_or_deleted_with_a_question() {
        desk.servePatron(Practice.patron(BLOCKED_PATRON));
        out(53);
        out(54);
        sync.open().upload().group("Correct", 2).choose("Correct").select(Practice.item(53)).retry();
        practice().settles(Practice.item(53), TransactionState.AWAITING_SYNC);
        sync.select(Practice.item(54)).delete();
        var question = new Question(ui, "Delete transactions");
        assertTrue(question.text().contains(Practice.item(54)), question.text());
        question.answer("Delete");
        practice().holds(1);
        sync.note("1 transaction was deleted");
    }

    @Test
    void without_an_answer_keeps_everything_for_the_next_one() {
        practice().misbehave("checkout drop-after");
        desk.servePatron(Practice.patron(11));
        out(55);
        sync.open().upload();
        practice().settles(Practice.item(55), TransactionState.COMMS_FAILURE);
        assertTrue(practice().row(Practice.item(55)).standing().outcomeUnknown(), "it may have been applied");
        sync.group("Retry", 1).choose("Retry").shows(Practice.item(55), "");
        practice().misbehave("");
        sync.upload();
        Waiting.until("the outcome is settled", () -> !practice().row(Practice.item(55)).state().isPending(),
                () -> practice().row(Practice.item(55)).standing());
    }

    @Test
    void stops_at_once_when_the_sign_in_is_refused_and_does_not_try_again() {
        practice().misbehave("any 401");
        desk.servePatron(Practice.patron(12));
        out(56);
        out(57);
        sync.open().upload().hears("Sign-in refused").hears("will not try again by itself");
        assertFalse(practice().isUploading());
        assertEquals(2, practice().rows().stream().filter(row -> row.state().isPending()).count());
    }

    @Test
    void is_offered_when_the_library_system_is_back_and_can_be_declined() {
        practice().offline();
        desk.servePatron(Practice.patron(13));
        out(58);
        sync.open().tryNow().connection("Out of reach").pending("1 transaction waits");
        assertFalse(sync.isOffered());
        practice().online();
        Waiting.until("the upload is offered", sync::isOffered);
        sync.declineOffer();
        Waiting.until("the offer is put away", () -> !sync.isOffered());
        practice().offline();
        sync.tryNow().connection("Out of reach");
        practice().online();
        Waiting.until("the upload is offered afresh", sync::isOffered);
        sync.acceptOffer();
        practice().settles(Practice.item(58), TransactionState.UPLOADED);
        sync.pending("Nothing waits");
    }

    @Test
    void is_offered_at_the_desk_as_well_without_taking_the_keyboard() {
        practice().offline();
        desk.servePatron(Practice.patron(13)).scan(Practice.item(59)).hears(Practice.item(59));
        ui.type("3100");
        practice().online();
        Waiting.until("the upload is offered", sync::isOffered);
        assertEquals("desk.out.item", ui.focused());
        ui.type("0000");
        assertEquals("31000000", desk.item(), "nobody came between the halves of a barcode");
        desk.press("Ctrl+Shift+U");
        Waiting.until("the offer is put away", () -> !sync.isOffered());
        assertEquals("desk.out.item", ui.focused());
        practice().holds(1);
    }

    @Test
    void can_be_stopped_and_keeps_the_rest() {
        practice().misbehave("ncip latency 1s");
        desk.toCheckIn();
        for (int item = 60; item < 72; item++) {
            in(item);
        }
        sync.open().upload().hears("Uploading");
        sync.stop().hears("Stopped");
        long pending = practice().rows().stream().filter(row -> row.state().isPending()).count();
        assertTrue(pending > 0, "some were not sent");
        assertTrue(practice().rows().stream().noneMatch(row -> row.state() == TransactionState.IN_FLIGHT));
    }

    @Test
    void leaves_a_list_of_things_to_do_that_is_ticked_off() {
        desk.toCheckIn();
        in(106);
        sync.open().upload().toDo("Send to another branch", Practice.item(106)).tickOff(Practice.item(106));
    }

    private void out(int item) {
        desk.scan(Practice.item(item)).hears("Checked out  " + Practice.item(item));
    }

    private void in(int item) {
        desk.scan(Practice.item(item)).hears("Checked in  " + Practice.item(item));
    }
}
