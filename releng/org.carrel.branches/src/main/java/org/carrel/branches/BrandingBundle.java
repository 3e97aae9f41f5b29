/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;

/** The plug-in that says how the product of a branch looks: name, icons, colours. It has no code. */
final class BrandingBundle {

    private static final String ICONS = "platform:/plugin/org.carrel.app/icons/";

    private final BranchFolder branch;
    private final String version;

    BrandingBundle(BranchFolder branch, String version) {
        this.branch = branch;
        this.version = version;
    }

    /** Its files by path. */
    SortedMap<String, byte[]> files() throws IOException, BranchFault {
        SortedMap<String, byte[]> files = new TreeMap<>();
        files.put("META-INF/MANIFEST.MF", utf8(manifest()));
        files.put("plugin.xml", utf8(plugin()));
        Optional<Icons> icons = branch.logo().isPresent() ? Optional.of(Icons.of(branch.logo().get()))
                : Optional.empty();
        if (icons.isPresent()) {
            for (int size : Icons.WINDOW_SIZES) {
                files.put("icons/branch-" + size + ".png", icons.get().png(size));
                // For windows that are drawn at twice the size.
                files.put("icons/branch-" + size + "@2x.png", icons.get().png(2 * size));
            }
        }
        if (branch.splash().isPresent()) {
            files.put("splash.png", Files.readAllBytes(branch.splash().get()));
        }
        branch.branding().accent().ifPresent(accent -> {
            files.put("css/light.css", utf8(style(accent.light())));
            files.put("css/dark.css", utf8(style(accent.dark())));
        });
        return files;
    }

    private String manifest() {
        return String.join("\n", "Manifest-Version: 1.0", "Bundle-ManifestVersion: 2",
                "Bundle-SymbolicName: " + branch.unit() + ";singleton:=true", "Bundle-Name: Branch " + branch.id(),
                "Bundle-Version: " + version, "Bundle-Vendor: Carrel",
                "Automatic-Module-Name: " + branch.unit().replace('-', '_'), "");
    }

    private String plugin() {
        Branding branding = branch.branding();
        StringJoiner xml = new StringJoiner("\n", "", "\n");
        xml.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>").add("<?eclipse version=\"3.4\"?>").add("<plugin>");
        xml.add("   <extension id=\"product\" point=\"org.eclipse.core.runtime.products\">");
        xml.add("      <product application=\"org.carrel.app.workbench\" name=\"" + Xml.escaped(branding.name())
                + "\">");
        property(xml, "appName", branding.name());
        property(xml, "aboutText", about(branding));
        property(xml, "aboutImage", branch.logo().isPresent() ? "icons/branch-128.png" : ICONS + "about.png");
        property(xml, "windowImages", windowImages());
        property(xml, "cssTheme", "org.eclipse.e4.ui.css.theme.e4_default");
        property(xml, "applicationCSSResources", "platform:/plugin/org.eclipse.ui.themes/images/");
        property(xml, "preferenceCustomization", "platform:/plugin/org.carrel.app/plugin_customization.ini");
        branch.splash().ifPresent(
                splash -> property(xml, "startupPicture", "platform:/plugin/" + branch.unit() + "/splash.png"));
        xml.add("      </product>").add("   </extension>");
        xml.add("   <extension point=\"org.eclipse.ui.statusHandlers\">");
        xml.add("      <statusHandlerProductBinding handlerId=\"org.carrel.app.statusHandler\" productId=\""
                + branch.product() + "\"/>");
        xml.add("   </extension>");
        if (branding.accent().isPresent()) {
            xml.add("   <extension point=\"org.eclipse.e4.ui.css.swt.theme\">");
            sheet(xml, "css/light.css", "org.eclipse.e4.ui.css.theme.e4_default");
            sheet(xml, "css/dark.css", "org.eclipse.e4.ui.css.theme.e4_dark");
            xml.add("   </extension>");
        }
        return xml.add("</plugin>").toString();
    }

    private static void property(StringJoiner xml, String name, String value) {
        xml.add("         <property name=\"" + name + "\" value=\"" + Xml.escaped(value) + "\"/>");
    }

    private static void sheet(StringJoiner xml, String file, String theme) {
        xml.add("      <stylesheet uri=\"" + file + "\">").add("         <themeid refid=\"" + theme + "\"/>")
                .add("      </stylesheet>");
    }

    private static String about(Branding branding) {
        return branding.name() + (branding.about().isEmpty() ? "" : "\n\n" + branding.about())
                + "\n\nCarrel. Copyright (c) 2026 Carrel contributors.\n"
                + "Available under the Eclipse Public License 2.0.";
    }

    private String windowImages() {
        StringJoiner images = new StringJoiner(",");
        for (int size : Icons.WINDOW_SIZES) {
            images.add(branch.logo().isPresent() ? "icons/branch-" + size + ".png"
                    : ICONS + "carrel-" + size + ".png");
        }
        return images.toString();
    }

    /** The tab that is in front, and a line under the top of the window: nothing is written on the colour. */
    private static String style(String colour) {
        return """
                /* The colour of the branch. */
                .MPartStack, .MPartStack.active {
                    swt-selected-tab-highlight: %1$s;
                    swt-selected-highlight-top: true;
                }
                #CarrelBranchColour {
                    background-color: %1$s;
                }
                """.formatted(colour);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
