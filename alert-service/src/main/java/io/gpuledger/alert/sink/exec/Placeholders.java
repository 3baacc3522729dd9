package io.gpuledger.alert.sink.exec;

import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Told;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three words in braces that the balance guard's commands know; any other brace is a brace. */
final class Placeholders {

    private static final Pattern WORD = Pattern.compile("\\{(balance|pods_json|name)\\}");
    private static final Pattern DOLLARS = Pattern.compile("^(-?[0-9]+(?:\\.[0-9]+)?) USD$");

    private final Map<String, String> values = new LinkedHashMap<>();

    Placeholders(Notification said) {
        Told told = said.alerts().getFirst();
        values.put("name", told.labels().getOrDefault(Alert.NAME, ""));
        values.put("balance", balance(told));
        values.put("pods_json", told.annotations().getOrDefault(CrossingReader.PODS, "[]"));
    }

    /** Dollars without their sign, as the guard writes them; empty where the alert is about no amount. */
    private static String balance(Told told) {
        Matcher value = DOLLARS.matcher(told.annotations().getOrDefault("value", ""));
        return value.matches()
                ? value.group(1)
                : told.annotations().getOrDefault("money_at_stake", "").replace("$", "");
    }

    String in(String text) {
        return WORD.matcher(text)
                .replaceAll(word -> Matcher.quoteReplacement(String.valueOf(values.get(word.group(1)))));
    }

    Map<String, String> all() {
        return values;
    }
}
