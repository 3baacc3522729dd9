package io.gpuledger.alert.mute;

import io.gpuledger.alert.route.Matcher;
import java.util.List;
import java.util.Map;

/**
 * While a source fires, targets with the same values of the {@code equal} labels are kept quiet.
 *
 * @param equal a label that is missing on both sides is equal
 */
public record InhibitRule(List<Matcher> source, List<Matcher> target, List<String> equal) {

    boolean isSource(Map<String, String> labels) {
        return source.stream().allMatch(matcher -> matcher.matches(labels));
    }

    boolean isTarget(Map<String, String> labels) {
        return target.stream().allMatch(matcher -> matcher.matches(labels));
    }

    List<String> subject(Map<String, String> labels) {
        return equal.stream().map(name -> labels.getOrDefault(name, "")).toList();
    }
}
