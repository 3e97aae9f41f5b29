/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.ncip.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.carrel.model.FollowUp;
import org.carrel.model.FollowUp.Kind;

/** What the desk has to do, read from {@code RoutingInformation} and {@code FiscalTransactionInformation}. */
final class FollowUps {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?\\d{1,18}");

    private FollowUps() {}

    static List<FollowUp> in(XmlNode response) {
        List<FollowUp> found = new ArrayList<>();
        for (XmlNode routing : response.all("RoutingInformation")) {
            String text = routing.text("RoutingInstructions").map(ServerWords::clean).orElse("");
            found.add(new FollowUp(kind(text), text,
                    routing.first("Destination").map(FollowUps::destination).orElse("")));
        }
        for (XmlNode fiscal : response.all("FiscalTransactionInformation")) {
            found.add(new FollowUp(Kind.FINE, fine(fiscal), ""));
        }
        return found;
    }

    /**
     * OCLC's words are {@code Process[: text]}, {@code Request: id}, {@code Re-shelve} and {@code Withdrawn}. A transit
     * has no word of its own there: it is the text of a {@code Process}.
     */
    static Kind kind(String instructions) {
        String text = instructions.toLowerCase(Locale.ROOT);
        if (text.startsWith("request") || text.startsWith("hold")) {
            return Kind.HOLD;
        }
        if (text.startsWith("re-shelve") || text.startsWith("reshelve") || text.startsWith("re shelve")) {
            return Kind.RESHELVE;
        }
        if (text.startsWith("withdraw")) {
            return Kind.WITHDRAWN;
        }
        if (text.contains("transit")) {
            return Kind.TRANSIT;
        }
        return text.startsWith("process") ? Kind.PROCESS : Kind.OTHER;
    }

    /** Location names by level: 1 is the holding code, 2 the shelving location; a bin number comes first. */
    private static String destination(XmlNode destination) {
        List<String> parts = new ArrayList<>();
        destination.text("BinNumber").ifPresent(parts::add);
        destination.all("Location").stream().flatMap(location -> location.all("LocationName").stream())
                .flatMap(name -> name.all("LocationNameInstance").stream())
                .sorted((a, b) -> level(a).compareTo(level(b)))
                .forEach(instance -> instance.text("LocationNameValue").ifPresent(parts::add));
        return parts.stream().map(ServerWords::clean).collect(Collectors.joining(" / "));
    }

    private static Long level(XmlNode instance) {
        return instance.text("LocationNameLevel").filter(t -> WHOLE_NUMBER.matcher(t).matches()).map(Long::valueOf)
                .orElse(Long.MAX_VALUE);
    }

    /** For instance {@code EUR 1.20: three days late}. */
    private static String fine(XmlNode fiscal) {
        String currency = fiscal.text("Amount", "CurrencyCode").orElse("");
        String amount = fiscal.text("Amount", "MonetaryValue").map(value -> amount(currency, value)).orElse("");
        String what = fiscal.text("FiscalTransactionDescription").or(() -> fiscal.text("FiscalTransactionType"))
                .orElse("");
        String money = (currency + " " + amount).strip();
        return ServerWords.clean(money.isEmpty() || what.isEmpty() ? money + what : money + ": " + what);
    }

    /** NCIP counts in the currency's smallest unit. */
    private static String amount(String currency, String value) {
        if (!WHOLE_NUMBER.matcher(value).matches()) {
            return value;
        }
        return digits(currency).map(digits -> BigDecimal.valueOf(Long.parseLong(value), digits).toPlainString())
                .orElse(value);
    }

    private static Optional<Integer> digits(String currency) {
        return Currency.getAvailableCurrencies().stream().filter(c -> c.getCurrencyCode().equals(currency)).findFirst()
                .map(Currency::getDefaultFractionDigits).filter(digits -> digits >= 0);
    }
}
