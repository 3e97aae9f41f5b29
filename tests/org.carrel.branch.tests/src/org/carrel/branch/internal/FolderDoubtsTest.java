/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branch.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.carrel.branch.ProfileRemark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A folder for the data of a desk")
class FolderDoubtsTest {

    @TempDir
    private Path root;

    private static List<ProfileRemark> about(Path folder, String fileSystem) throws IOException {
        Remarks remarks = new Remarks("branch.yaml");
        new FolderDoubts(path -> Optional.of(fileSystem)).about(Files.createDirectories(folder), remarks);
        return remarks.warnings();
    }

    @ParameterizedTest
    @ValueSource(strings = { "ext4", "NTFS", "apfs", "overlay" })
    void on_an_ordinary_disk_is_as_it_should_be(String fileSystem) throws IOException {
        assertEquals(List.of(), about(root.resolve("desk"), fileSystem));
    }

    @ParameterizedTest
    @ValueSource(strings = { "tmpfs", "aufs", "fuse.unionfs" })
    void that_is_gone_after_the_next_start_is_warned_of(String fileSystem) throws IOException {
        List<ProfileRemark> warnings = about(root.resolve("desk"), fileSystem);
        assertEquals(1, warnings.size());
        assertTrue(warnings.getFirst().sentence().contains(fileSystem), warnings::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = { "OneDrive - Library", "Dropbox", "Nextcloud", "Google Drive" })
    void in_a_folder_of_a_cloud_service_is_warned_of(String name) throws IOException {
        List<ProfileRemark> warnings = about(root.resolve(name).resolve("desk"), "ext4");
        assertEquals(1, warnings.size());
        assertTrue(warnings.getFirst().sentence().contains(name), warnings::toString);
    }

    @Test
    void below_the_mark_of_a_cloud_service_is_warned_of() throws IOException {
        Files.createDirectories(root.resolve("shared").resolve(".stfolder"));
        assertEquals(1, about(root.resolve("shared").resolve("desk"), "ext4").size());
    }
}
