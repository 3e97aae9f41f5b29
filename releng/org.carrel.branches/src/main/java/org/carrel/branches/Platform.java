/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.nio.file.Path;
import java.util.Locale;

/** A kind of machine that a product is made for. */
enum Platform {

    LINUX("linux", "gtk", "x86_64", "linux-x86_64", "tar.gz"),
    WINDOWS("win32", "win32", "x86_64", "windows-x86_64", "zip"),
    MACOS("macosx", "cocoa", "aarch64", "macos-aarch64", "tar.gz");

    private final String os;
    private final String ws;
    private final String arch;
    private final String label;
    private final String ending;

    Platform(String os, String ws, String arch, String label, String ending) {
        this.os = os;
        this.ws = ws;
        this.arch = arch;
        this.label = label;
        this.ending = ending;
    }

    /** Where in {@code folder} a product for it is laid out; the last part is what people unpack. */
    Path unpacked(Path folder) {
        return folder.resolve(label).resolve(this == MACOS ? "Carrel.app" : "carrel");
    }

    /** The folder in {@code unpacked} that has the plug-ins. */
    Path installation(Path folder) {
        return this == MACOS ? unpacked(folder).resolve("Contents").resolve("Eclipse") : unpacked(folder);
    }

    /** Where Tycho leaves the installation of the product without a branch, below {@code folder}. */
    Path built(Path folder) {
        Path root = folder.resolve(os).resolve(ws).resolve(arch);
        return this == MACOS ? root.resolve("Carrel.app").resolve("Contents").resolve("Eclipse")
                : root.resolve("carrel");
    }

    /** The folder of the Java runtime, where the start scripts look first. */
    Path runtime(Path folder) {
        return installation(folder).resolve("jre");
    }

    /** What an archive for it is called after the product's name and version. */
    String suffix() {
        return label + "." + ending;
    }

    String label() {
        return label;
    }

    /** What {@code OS_NAME} and {@code OS_ARCH} in the file {@code release} of a Java for it are. */
    boolean runs(String osName, String osArch) {
        String system = switch (this) {
            case LINUX -> "Linux";
            case WINDOWS -> "Windows";
            case MACOS -> "Darwin";
        };
        String machine = osArch.toLowerCase(Locale.ROOT).replace("amd64", "x86_64").replace("arm64", "aarch64");
        return osName.equals(system) && machine.equals(arch);
    }

    /** The name of the program {@code java} there. */
    String javaProgram() {
        return this == WINDOWS ? "java.exe" : "java";
    }
}
