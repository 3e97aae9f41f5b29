/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A branch with a password, and somebody who knows it, at the keyboard. */
final class SealedDesk {

    static final String PASSWORD = "reading room desk";
    static final String SIGN_IN = "Carrel – Sign In";
    static final String WINDOW = "Carrel – Main Library";
    static final String LOCKED = "– locked";

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    /** Longer than a password is looked at, on a machine that has other things to do. */
    private static final Duration CHECKING = Duration.ofSeconds(20);

    private final Product product;
    private final Path data;

    private SealedDesk(Product product, Path data) {
        this.product = product;
        this.data = data;
    }

    /**
     * Makes the branch as an administrator does.
     *
     * @param folder      for all of it
     * @param wsKeySecret sealed with it
     * @param settings    of the profile, as {@code --set} has them
     * @param environment of the program
     */
    static SealedDesk in(Path folder, String wsKeySecret, List<String> settings, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path home = Path.of(System.getProperty("carrel.product", ""));
        if (!Files.isExecutable(home.resolve("carrel"))) {
            throw new AssertionError("the product is not built: " + home);
        }
        Path data = folder.resolve("data");
        Path profile = folder.resolve("branch.yaml");
        Product product = new Product(home, data,
                new Product.Mode(List.of("-carrel.branch", profile.toString(), "-carrel.noWelcome"), WINDOW, "main",
                        List.of("--branch", profile.toString(), "--password-stdin"), PASSWORD + "\n"),
                environment);
        List<String> command = new ArrayList<>(List.of("branch", "new", profile.toString(), "--id", "main", "--name",
                "Main Library", "--time-zone", "UTC", "--registry-id", "900001", "--institution-registry-id", "900000",
                "--wskey", "practice-key", "--secret", "--new-recovery-key", folder.resolve("recovery.pem").toString(),
                "--password-stdin"));
        settings.forEach(setting -> command.addAll(List.of("--set", setting)));
        product.cli(command, PASSWORD + "\n" + wsKeySecret + "\nin the safe\n");
        return new SealedDesk(product, data);
    }

    Product product() {
        return product;
    }

    /** Where the program keeps everything. */
    Path data() {
        return data;
    }

    /** A wrong password first: after it the right one is not looked at for a while, so it is tried until it is. */
    void signIn(Screen screen, Process workbench) {
        Waiting.until("somebody is asked for the password", PATIENCE, () -> screen.shows(SIGN_IN), product::log);
        screen.goTo(SIGN_IN);
        screen.type("not this one");
        screen.press("Return");
        Waiting.until("the right password opens the desk", PATIENCE,
                () -> passed(screen, SIGN_IN) && screen.shows(WINDOW), product::log);
        product.awaitDesk(screen, workbench);
    }

    /** Types the password at the locked desk until it is open again. */
    void unlock(Screen screen) {
        Waiting.until("the desk is open again", PATIENCE, () -> passed(screen, LOCKED), () -> "it is not");
        screen.goTo(WINDOW);
    }

    /** Signs out; another program asks for the password then, and ends when nobody signs in. */
    void signOut(Screen screen, Process workbench) {
        screen.press("ctrl+shift+l");
        Waiting.until("another program asks for the password", PATIENCE, () -> screen.shows(SIGN_IN), product::log);
        Waiting.until("it ends when nobody signs in", PATIENCE, () -> {
            screen.goTo(SIGN_IN);
            screen.press("Escape");
            return Waiting.came(Duration.ofSeconds(5), () -> !workbench.isAlive());
        }, product::log);
    }

    /** Tries the right password where it is asked for, and says whether it is asked for no more. */
    static boolean passed(Screen screen, String window) {
        if (!screen.shows(window)) {
            return true;
        }
        screen.press("ctrl+a");
        screen.type(PASSWORD);
        screen.press("Return");
        // Nothing is typed meanwhile: it would end up behind the door.
        return Waiting.came(CHECKING, () -> !screen.shows(window));
    }
}
