/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.branches;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

/** A logo in the sizes and formats that operating systems want. Immutable. */
final class Icons {

    /** For windows. */
    static final List<Integer> WINDOW_SIZES = List.of(16, 32, 48, 128);

    private static final int SMALLEST = 128;
    private static final int LARGEST = 4096;
    private static final List<Integer> ICO_SIZES = List.of(16, 32, 48, 256);
    /** What Apple calls PNG images of these sizes. */
    private static final Map<Integer, String> ICNS_TYPES = Map.of(128, "ic07", 256, "ic08", 512, "ic09");

    private final BufferedImage logo;

    private Icons(BufferedImage logo) {
        this.logo = logo;
    }

    /** Reads a PNG that must be square and large enough to be made smaller. */
    static Icons of(Path file) throws IOException, BranchFault {
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null || image.getWidth() != image.getHeight() || image.getWidth() < SMALLEST
                || image.getWidth() > LARGEST) {
            throw new BranchFault(file + ": this is no square picture of " + SMALLEST + " to " + LARGEST
                    + " points in the format PNG. Save the logo like that, on a transparent ground.");
        }
        return new Icons(image);
    }

    /** As a PNG of {@code size} by {@code size}. */
    byte[] png(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(scaled(size), "png", bytes);
        return bytes.toByteArray();
    }

    /** Halving again and again keeps what a single large step would skip. */
    private BufferedImage scaled(int size) {
        BufferedImage current = logo;
        while (current.getWidth() != size) {
            int next = current.getWidth() > 2 * size ? current.getWidth() / 2 : size;
            BufferedImage smaller = new BufferedImage(next, next, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = smaller.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
            graphics.drawImage(current, 0, 0, next, next, null);
            graphics.dispose();
            current = smaller;
        }
        return current;
    }

    /** For Windows: a directory of pictures, the largest as PNG, the others as bitmaps that every tool reads. */
    byte[] ico() throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        ByteBuffer directory = little(6 + 16 * ICO_SIZES.size());
        directory.putShort((short) 0).putShort((short) 1).putShort((short) ICO_SIZES.size());
        for (int size : ICO_SIZES) {
            byte[] picture = size >= 256 ? png(size) : bitmap(scaled(size));
            directory.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0).putShort((short) 1)
                    .putShort((short) 32).putInt(picture.length).putInt(directory.capacity() + pictures.size());
            pictures.write(picture);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(directory.array());
        all.write(pictures.toByteArray());
        return all.toByteArray();
    }

    /** A bitmap as icons have it: bottom line first, twice as high as it looks, with an empty mask behind it. */
    private static byte[] bitmap(BufferedImage image) {
        int size = image.getWidth();
        int mask = (size + 31) / 32 * 4 * size;
        ByteBuffer bytes = little(40 + 4 * size * size + mask);
        bytes.putInt(40).putInt(size).putInt(2 * size).putShort((short) 1).putShort((short) 32).putInt(0)
                .putInt(4 * size * size + mask).putInt(0).putInt(0).putInt(0).putInt(0);
        for (int y = size - 1; y >= 0; y--) {
            for (int x = 0; x < size; x++) {
                bytes.putInt(image.getRGB(x, y));
            }
        }
        return bytes.array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** For macOS: a sequence of pictures, each with its type and length. */
    byte[] icns() throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(pictures);
        for (int size : List.of(128, 256, 512)) {
            byte[] png = png(size);
            out.write(ICNS_TYPES.get(size).getBytes(StandardCharsets.US_ASCII));
            out.writeInt(png.length + 8);
            out.write(png);
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        DataOutputStream head = new DataOutputStream(all);
        head.write("icns".getBytes(StandardCharsets.US_ASCII));
        head.writeInt(pictures.size() + 8);
        head.write(pictures.toByteArray());
        return all.toByteArray();
    }
}
