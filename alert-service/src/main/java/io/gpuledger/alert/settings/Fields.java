package io.gpuledger.alert.settings;

import io.gpuledger.alert.wording.Words;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A section of the routing file as a kind of sink reads it: each field is taken once, and what nobody took is an error. Every
 * method throws the same exception as {@link #refused} where a field has another form.
 */
public interface Fields {

    @Nullable String text(String name);

    /** As above, and an empty one is none, as in the original. */
    default @Nullable String filled(String name) {
        String text = text(name);
        return text == null || text.isEmpty() ? null : text;
    }

    boolean flag(String name, boolean otherwise);

    /** A whole number, 0 or more. */
    int count(String name, int otherwise);

    Duration duration(String name, Duration otherwise);

    /** Empty where the field is absent. */
    List<String> texts(String name);

    Map<String, String> map(String name);

    /** Values of any form by their names, each as JSON. */
    Map<String, String> jsonByName(String name);

    @Nullable Fields section(String name);

    List<? extends Fields> sections(String name);

    /** A template. */
    @Nullable Words words(String name);

    /** A template, or the one that is used where the field is absent. */
    Words words(String name, String otherwise);

    /** Of these templates those that are there, in this order. */
    default Map<String, Words> wordsAmong(List<String> names) {
        Map<String, Words> there = new LinkedHashMap<>();
        for (String name : names) {
            Words words = words(name);
            if (words != null) {
                there.put(name, words);
            }
        }
        return there;
    }

    /** Each of these templates, or the one that is shipped. */
    default Map<String, Words> wordsOrShipped(Map<String, String> shipped) {
        Map<String, Words> all = new LinkedHashMap<>();
        shipped.forEach((name, otherwise) -> all.put(name, words(name, otherwise)));
        return all;
    }

    /** Templates by their names. */
    Map<String, Words> wordsByName(String name);

    /** A list of templates; empty where the field is absent. */
    List<Words> wordsInOrder(String name);

    /** From the field itself, from the file that NAME_file names, or from the environment variable that NAME_env names. */
    @Nullable Secret secret(String name);

    /** What {@code global} says, of the fields it has for sinks. */
    @Nullable String global(String name);

    @Nullable Secret globalSecret(String name);

    /** A section of {@code global}; read anew by each that asks. */
    @Nullable Fields globalSection(String name);

    boolean has(String name);

    /** Of all fields that nobody took yet. */
    List<String> names();

    /** What is in a file; a relative path is taken from the routing file's folder. */
    Secret file(String path);

    /** Refuses what was not asked for. */
    void done();

    /** With the line and the path of the field. */
    RuntimeException refused(String name, String rule);
}
