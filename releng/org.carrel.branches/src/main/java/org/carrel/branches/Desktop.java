/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** What an operating system shows of a program before it runs: its icon, its name, its entry in a menu. */
final class Desktop {

    private static final String ENTRY = """
            [Desktop Entry]
            Type=Application
            Version=1.0
            Name=%s
            Comment=The staff desk that keeps working when the library system does not
            Exec=%s
            Icon=%s
            Terminal=false
            Categories=Office;
            StartupWMClass=Carrel
            """;

    private final BranchFolder branch;
    private final Path work;

    /** @param work where {@link #prepare} lays what other tools need */
    Desktop(BranchFolder branch, Path work) {
        this.branch = branch;
        this.work = work;
    }

    /** The icon that goes into the program for Windows. */
    void prepare() throws IOException, BranchFault {
        Files.createDirectories(work);
        Files.write(work.resolve("carrel.ico"), icons().ico());
    }

    private Icons icons() throws IOException, BranchFault {
        Optional<Path> logo = branch.logo();
        if (logo.isPresent()) {
            return Icons.of(logo.get());
        }
        Path own = work.resolve("carrel-128.png");
        try (var in = Desktop.class.getResourceAsStream("carrel-128.png")) {
            if (in == null) {
                throw new IllegalStateException("the icon is not there");
            }
            Files.copy(in, own, StandardCopyOption.REPLACE_EXISTING);
        }
        return Icons.of(own);
    }

    /** Adds to the product in {@code products} what {@code platform} shows. */
    void finish(Platform platform, Path products, String version) throws IOException, BranchFault {
        switch (platform) {
            case LINUX -> linux(platform.installation(products));
            case WINDOWS -> Files.copy(work.resolve("Carrel.exe"),
                    platform.installation(products).resolve("Carrel.exe"), StandardCopyOption.REPLACE_EXISTING);
            case MACOS -> macos(platform.unpacked(products).resolve("Contents"), version);
        }
    }

    /** A menu wants whole paths, which nobody knows before it is unpacked: so a script fills them in. */
    private void linux(Path folder) throws IOException, BranchFault {
        Files.write(folder.resolve("carrel.png"), icons().png(128));
        String file = "carrel-" + branch.id() + ".desktop";
        Files.writeString(folder.resolve(file),
                ENTRY.formatted(branch.branding().name(), "carrel", "carrel"), StandardCharsets.UTF_8);
        Path script = folder.resolve("add-to-menu");
        Files.writeString(script, """
                #!/bin/sh
                # Adds this program to the menu of whoever runs it; "add-to-menu remove" takes it out again.
                set -eu
                here=$(cd -- "$(dirname -- "$0")" && pwd -P)
                menu=${XDG_DATA_HOME:-$HOME/.local/share}/applications
                if [ "${1:-}" = remove ]; then
                    rm -f -- "$menu/%1$s"
                    exit 0
                fi
                mkdir -p -- "$menu"
                while IFS= read -r line; do
                    case $line in
                        Exec=*) printf 'Exec="%%s/carrel"\\n' "$here" ;;
                        Icon=*) printf 'Icon=%%s/carrel.png\\n' "$here" ;;
                        *) printf '%%s\\n' "$line" ;;
                    esac
                done <"$here/%1$s" >"$menu/%1$s"
                """.formatted(file), StandardCharsets.UTF_8);
        if (!script.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + script + " a program");
        }
    }

    private void macos(Path contents, String version) throws IOException, BranchFault {
        Path resources = Files.createDirectories(contents.resolve("Resources"));
        Files.write(resources.resolve("carrel.icns"), icons().icns());
        Files.writeString(contents.resolve("Info.plist"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>CFBundleName</key>
                  <string>%1$s</string>
                  <key>CFBundleDisplayName</key>
                  <string>%1$s</string>
                  <key>CFBundleIdentifier</key>
                  <string>org.carrel.app.%2$s</string>
                  <key>CFBundleExecutable</key>
                  <string>carrel</string>
                  <key>CFBundleIconFile</key>
                  <string>carrel</string>
                  <key>CFBundlePackageType</key>
                  <string>APPL</string>
                  <key>CFBundleShortVersionString</key>
                  <string>%3$s</string>
                  <key>NSHighResolutionCapable</key>
                  <true/>
                </dict>
                </plist>
                """.formatted(Xml.escaped(branch.branding().name()), branch.id(), version), StandardCharsets.UTF_8);
        Path starter = Files.createDirectories(contents.resolve("MacOS")).resolve("carrel");
        Files.writeString(starter, """
                #!/bin/sh
                # What the Finder starts.
                exec "$(dirname -- "$0")/../Eclipse/carrel" "$@"
                """);
        if (!starter.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + starter + " a program");
        }
    }
}
