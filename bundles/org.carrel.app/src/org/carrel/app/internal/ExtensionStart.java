/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.app.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.carrel.extension.Extension;
import org.carrel.extension.ExtensionPlaces;
import org.carrel.extension.Extensions;
import org.carrel.model.BranchProfile;
import org.carrel.model.Texts;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Display;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts what the library has added, after somebody has signed in and before there is a window: no code of others runs
 * while a password is typed, and views of others are there when the window is made. UI thread only; the bundles are
 * started on other threads, within the time that {@link Extensions} takes at most.
 */
final class ExtensionStart {

    private static final Logger LOG = LoggerFactory.getLogger(ExtensionStart.class);

    private final Texts texts = Texts.of(ExtensionStart.class);
    private final Display display;
    private final DeskOpening opening;
    private final StartArguments arguments;

    ExtensionStart(Display display, DeskOpening opening, StartArguments arguments) {
        this.display = display;
        this.opening = opening;
        this.arguments = arguments;
    }

    /** The same desk, with what somebody should know of its extensions. */
    DeskOpening.Result.Ready with(DeskOpening.Result.Ready desk) {
        Optional<Extensions> found = extensions();
        if (found.isEmpty()) {
            return desk;
        }
        Extensions extensions = found.get();
        List<String> remarks = new ArrayList<>(desk.remarks());
        if (arguments.safe() || wantsSafety(extensions)) {
            extensions.startSafely();
            remarks.add(texts.get("extensions.safe"));
        } else {
            start(extensions, desk.branch().profile().safety().extensions()).forEach(remarks::add);
        }
        return new DeskOpening.Result.Ready(desk.branch(), desk.sealed(), remarks);
    }

    /** Those beside the data; empty when they cannot be found, which keeps nobody from working. */
    Optional<Extensions> extensions() {
        try {
            Optional<ExtensionPlaces> places = opening.present(ExtensionPlaces.class);
            return places.isPresent() ? Optional.of(places.get().at(opening.data())) : Optional.empty();
        } catch (IOException e) {
            LOG.error("Extensions cannot be found", e);
            return Optional.empty();
        }
    }

    private boolean wantsSafety(Extensions extensions) {
        Optional<String> interrupted = extensions.interrupted();
        if (interrupted.isEmpty() || arguments.screenshots().isPresent()) {
            return false;
        }
        String sentence = interrupted.get().isEmpty() ? texts.get("extensions.interrupted")
                : texts.get("extensions.interruptedBy", interrupted.get());
        return BeforeTheDesk.ask(display, nobody -> MessageDialog.open(MessageDialog.QUESTION, nobody,
                texts.get("extensions.interrupted.title"), sentence, 0, texts.get("extensions.without"),
                texts.get("extensions.with"))) == 0;
    }

    /** Keeps the display alive meanwhile. */
    private List<String> start(Extensions extensions, BranchProfile.Extensions rules) {
        CompletableFuture<List<String>> remarks = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("extensions").start(() -> {
            try {
                remarks.complete(extensions.start(rules, true).stream().map(this::remark).toList());
            } catch (RuntimeException | Error e) {
                remarks.completeExceptionally(e);
            } finally {
                display.wake();
            }
        });
        while (!remarks.isDone()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
        if (remarks.isCompletedExceptionally()) {
            LOG.error("Extensions could not be started", remarks.exceptionNow());
            return List.of(texts.get("extensions.failed"));
        }
        return remarks.resultNow();
    }

    private String remark(Extension failed) {
        return failed.state() instanceof Extension.State.Failed why
                ? texts.get("extensions.leftOut", failed.name(), why.reason())
                : texts.get("extensions.leftOut", failed.name(), "");
    }
}
