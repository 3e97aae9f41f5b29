/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.carrel.model.Texts;
import org.carrel.model.port.ItemFiles.Column;
import org.carrel.model.port.ItemSource.UnreadableItemFileException;

/**
 * Where in a record what is. MARC 21 has holdings in 852 and items in 876 to 878; some systems have items in a field of
 * their own, such as 952 or 945, with everything about one item in one of them. Immutable.
 */
final class MarcPlaces {

    /** The fields of items in MARC 21: basic, supplementary, indexes. */
    static final List<String> ITEMS = List.of("876", "877", "878");
    static final String HOLDING = "852";

    private static final Texts TEXTS = Texts.of(MarcPlaces.class);
    private static final Pattern PLACE = Pattern.compile("([0-9A-Za-z]{3}) ?\\$?([0-9a-z$ ]*)");

    /** A tag and codes of subfields; without codes, the value of a control field. */
    record Place(String tag, String codes) {
        @Override
        public String toString() {
            return codes.isEmpty() ? tag : tag + "$" + codes;
        }
    }

    private final Map<Column, Place> places;

    private MarcPlaces(Map<Column, Place> places) {
        this.places = places;
    }

    /**
     * @param named as somebody wrote them: {@code 952$o}, {@code 852kh}
     * @throws UnreadableItemFileException when one is none
     */
    static MarcPlaces of(Map<Column, String> named) throws UnreadableItemFileException {
        Map<Column, Place> places = new EnumMap<>(Column.class);
        for (Map.Entry<Column, String> one : named.entrySet()) {
            Matcher place = PLACE.matcher(one.getValue().strip());
            if (!place.matches() || place.group(2).isBlank() != place.group(1).startsWith("00")) {
                throw new UnreadableItemFileException(TEXTS.get("file.noPlace", one.getValue()));
            }
            places.put(one.getKey(), new Place(place.group(1), place.group(2).replaceAll("[$ ]", "")));
        }
        return new MarcPlaces(places);
    }

    Optional<Place> of(Column column) {
        return Optional.ofNullable(places.get(column));
    }

    /** The field that has everything about one item; empty when holdings and items are as MARC 21 has them. */
    Optional<String> ownItemTag() {
        return of(Column.BARCODE).map(Place::tag).filter(tag -> !tag.equals(HOLDING) && !ITEMS.contains(tag));
    }
}
