/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.wms.internal.itemfile;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.carrel.model.port.ItemFiles.Column;
import org.carrel.wms.internal.itemfile.marc.MarcRecord;
import org.carrel.wms.internal.itemfile.marc.MarcRecord.Field;

/**
 * One item of a record, as a row. What somebody has said where it is goes before where MARC 21 has it: call number and
 * place in the holding (852), barcode, status and temporary place in the item (876 to 878), title and author in the
 * bibliographic record. Notes (852 $x and $z, 876 $x and $z) are not looked at.
 *
 * @param record  that has the item
 * @param title   the bibliographic record: the same, or the one before a holdings record
 * @param holding 852, or the field that has everything about the item; empty when there is none
 * @param item    876 to 878; empty when the holding has the barcode
 * @param volume  what tells it apart, from other fields of the record; may be empty
 */
record MarcItem(MarcPlaces places, MarcRecord record, MarcRecord title, Optional<Field> holding, Optional<Field> item,
        String volume) implements Items.Row {

    /** As the first indicator of 852 says them. */
    private static final Map<Character, String> SCHEMES = Map.of('0', "lc", '1', "dewey", '2', "nlm", '3', "sudoc");
    private static final Map<String, String> NAMED_SCHEMES = Map.of("lcc", "lc", "ddc", "dewey", "nlm", "nlm", "sudocs",
            "sudoc");
    private static final char NAMED = '7';
    private static final int STATUS_IN_LEADER = 5;

    @Override
    public String get(Column column) {
        Optional<MarcPlaces.Place> said = places.of(column);
        if (said.isPresent()) {
            return at(said.get());
        }
        boolean own = places.ownItemTag().isPresent();
        return switch (column) {
            case TITLE -> tidy(title.first("245").map(field -> field.all("abnpks")).orElse(""));
            case AUTHOR -> tidy(title.first("100", "110", "111").map(field -> field.all("abc")).orElse(""));
            case OCLC_NUMBER -> oclcNumber();
            case STATUS -> status(own ? "" : inItem('j'));
            case INSTITUTION -> own ? "" : inHolding('a');
            case BRANCH -> own ? "" : inHolding('b');
            case PERMANENT_LOCATION -> own ? "" : inHolding('c');
            case TEMPORARY_LOCATION -> own ? "" : inItem('l');
            case BARCODE -> item.isPresent() ? inItem('p') : inHolding('p');
            case CALL_NUMBER -> own ? "" : holding.map(MarcItem::callNumber).orElse("");
            case CALL_NUMBER_SCHEME -> own ? "" : holding.map(MarcItem::scheme).orElse("");
            case ENUMERATION -> own ? "" : enumeration();
            case ITEM_TYPE, MATERIAL, DUE, ISSUED, LAST_ISSUED, LAST_INVENTORIED, DELETED -> "";
        };
    }

    private String at(MarcPlaces.Place place) {
        Optional<Field> field = item.filter(one -> one.tag().equals(place.tag()))
                .or(() -> MarcPlaces.ITEMS.contains(place.tag()) ? Optional.empty()
                        : holding.filter(one -> one.tag().equals(place.tag())))
                .or(() -> isAboutItems(place.tag()) ? Optional.empty()
                        : record.first(place.tag()).or(() -> title.first(place.tag())));
        return field.map(one -> place.codes().isEmpty() ? one.value() : one.all(place.codes())).orElse("");
    }

    /** Those of another item must not be taken for this one's. */
    private boolean isAboutItems(String tag) {
        return tag.equals(MarcPlaces.HOLDING) || MarcPlaces.ITEMS.contains(tag)
                || places.ownItemTag().filter(tag::equals).isPresent();
    }

    private String inItem(char code) {
        return item.map(field -> field.first(code)).orElse("");
    }

    private String inHolding(char code) {
        return holding.map(field -> field.first(code)).orElse("");
    }

    /** Prefix, classification, item, suffix; or what takes their place where books stand by a number or by title. */
    private static String callNumber(Field holding) {
        String call = holding.all("khim");
        if (!holding.first('h').isEmpty() || !holding.first('i').isEmpty()) {
            return call;
        }
        String control = holding.first('j').isEmpty() ? holding.first('l') : holding.first('j');
        return (holding.first('k') + " " + control + " " + holding.first('m')).strip();
    }

    private static String scheme(Field holding) {
        return holding.first() == NAMED ? NAMED_SCHEMES.getOrDefault(holding.first('2'), "")
                : SCHEMES.getOrDefault(holding.first(), "");
    }

    private String enumeration() {
        String part = inItem('3').isEmpty() ? volume : inItem('3');
        String copy = inItem('t').isEmpty() ? inHolding('t') : inItem('t');
        boolean worthSaying = copy.matches("[0-9]{1,4}") && Integer.parseInt(copy) > 1;
        return (part + (worthSaying ? " c." + Integer.parseInt(copy) : "")).strip();
    }

    /** A record that was deleted has nothing on the shelf. */
    private String status(String said) {
        boolean deleted = record.leaderAt(STATUS_IN_LEADER) == 'd' || title.leaderAt(STATUS_IN_LEADER) == 'd';
        return said.isEmpty() && deleted ? "WITHDRAWN" : said;
    }

    private String oclcNumber() {
        for (Field field : title.fields("035")) {
            String number = field.first('a');
            if (number.startsWith("(OCoLC)")) {
                return number.substring("(OCoLC)".length()).replaceAll("^(?:ocm|ocn|on)?0*", "").strip();
            }
        }
        boolean oclc = title.first("003").filter(field -> field.value().strip().equals("OCoLC")).isPresent();
        return oclc ? title.first("001").map(Field::value).orElse("").replaceAll("^(?:ocm|ocn|on)?0*", "").strip()
                : "";
    }

    /** Without the punctuation that leads on to what follows. */
    private static String tidy(String text) {
        return text.replaceAll("\\s*[/:;=,]\\s*$", "");
    }

    /** Enumeration and chronology in the order in which people say them. */
    static String volume(List<Field> fields) {
        StringBuilder text = new StringBuilder();
        for (Field field : fields) {
            String part = field.tag().compareTo("866") < 0 ? field.all("abcdefghijklm") : field.all("a");
            text.append(text.isEmpty() || part.isEmpty() ? "" : ", ").append(part);
        }
        return text.toString();
    }
}
