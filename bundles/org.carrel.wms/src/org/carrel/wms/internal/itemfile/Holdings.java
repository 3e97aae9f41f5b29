/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.util.List;
import java.util.Optional;

import org.carrel.wms.internal.itemfile.marc.MarcRecord;
import org.carrel.wms.internal.itemfile.marc.MarcRecord.Field;

/**
 * The holdings (852) of one record, its items (876 to 878), and which item belongs to which holding: as the link ($8)
 * or the copy number ($t) says, or the order of the fields does. Immutable.
 */
final class Holdings {

    private final MarcRecord record;
    private final List<Field> fields;
    private final List<Field> items;
    private final boolean mixed;

    Holdings(MarcRecord record) {
        this.record = record;
        this.fields = record.fields(MarcPlaces.HOLDING);
        this.items = record.fields(field -> MarcPlaces.ITEMS.contains(field.tag()));
        this.mixed = isMixed();
    }

    /** Whether a holding stands behind an item of another one: then items stand behind their own. */
    private boolean isMixed() {
        boolean item = false;
        for (Field field : record.fields()) {
            if (item && field.tag().equals(MarcPlaces.HOLDING)) {
                return true;
            }
            item |= MarcPlaces.ITEMS.contains(field.tag());
        }
        return false;
    }

    List<Field> fields() {
        return fields;
    }

    List<Field> items() {
        return items;
    }

    /** The holding that {@code item} belongs to; empty when there is none, or when nothing says which. */
    Optional<Field> of(Field item) {
        if (fields.size() <= 1) {
            return fields.stream().findFirst();
        }
        Optional<Field> linked = only('8', link(item)).or(() -> only('t', item.first('t')));
        if (linked.isPresent()) {
            return linked;
        }
        if (mixed) {
            return before(item);
        }
        boolean alike = fields.stream().map(field -> field.first() + field.all("abckhijlm")).distinct().count() == 1;
        int place = place(items, item);
        return alike ? Optional.of(fields.getFirst())
                : items.size() == fields.size() ? Optional.of(fields.get(place)) : Optional.empty();
    }

    private Optional<Field> only(char code, String wanted) {
        List<Field> found = wanted.isEmpty() ? List.of()
                : fields.stream().filter(field -> value(field, code).equals(wanted)).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static String value(Field field, char code) {
        return code == '8' ? link(field) : field.first(code);
    }

    /** The number of the link; what follows its full stop is an order within it. */
    private static String link(Field field) {
        String text = field.first('8');
        int stop = text.indexOf('.');
        return stop < 0 ? text : text.substring(0, stop);
    }

    private Optional<Field> before(Field item) {
        Optional<Field> last = Optional.empty();
        for (Field field : record.fields()) {
            if (field == item) {
                return last;
            }
            if (field.tag().equals(MarcPlaces.HOLDING)) {
                last = Optional.of(field);
            }
        }
        return last;
    }

    /** Two items may look the same. */
    private static int place(List<Field> all, Field one) {
        int place = 0;
        while (all.get(place) != one) {
            place++;
        }
        return place;
    }

    /**
     * Which volume it is, from the fields 863 to 868 with the same whole link; or, when there is one item, from the
     * only one that there is.
     */
    String volume(Field item) {
        List<Field> said = record.fields(field -> field.tag().compareTo("863") >= 0
                && field.tag().compareTo("868") <= 0);
        String link = item.first('8');
        List<Field> linked = link.isEmpty() ? List.of()
                : said.stream().filter(field -> field.first('8').equals(link)).toList();
        if (!linked.isEmpty()) {
            return MarcItem.volume(linked);
        }
        boolean onlyOne = items.size() + (items.isEmpty() ? fields.size() : 0) == 1;
        return onlyOne && said.size() == 1 ? MarcItem.volume(said) : "";
    }
}
