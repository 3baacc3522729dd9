package io.gpuledger.common.config;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whom cost belongs to: all conditions given must hold, and at least one must be given.
 *
 * @param account {@code provider/name}
 * @param namePattern the pod's name, where {@code *} stands for any characters
 * @param labels label values that must be equal
 * @param from from when it holds, inclusive; absent means always
 * @param until until when it holds, exclusive; absent means for ever
 */
public record OwnerRule(
        String owner,
        @Nullable String project,
        @Nullable String costCentre,
        @Nullable String account,
        @Nullable String namePattern,
        Map<String, String> labels,
        @Nullable Instant from,
        @Nullable Instant until) {

    private static final Pattern STAR = Pattern.compile("*", Pattern.LITERAL);

    public OwnerRule {
        owner = Limits.name("owner", owner);
        project = Limits.optionalName("project", project);
        costCentre = Limits.optionalName("costCentre", costCentre);
        account = AccountRef.optionalKey("account", account);
        namePattern = Limits.optionalName("namePattern", namePattern);
        labels = Limits.labels("labels", labels);
        InvalidValue.unless(
                account != null || namePattern != null || !labels.isEmpty(),
                "owners",
                "needs account, namePattern or labels for owner '" + owner + "'");
        InvalidValue.unless(from == null || until == null || from.isBefore(until), "until", "must be after from");
    }

    public boolean matches(AccountRef ofAccount, String podName, Map<String, String> podLabels) {
        return (account == null || account.equals(ofAccount.toString()))
                && (namePattern == null || glob(namePattern).matcher(podName).matches())
                && podLabels.entrySet().containsAll(labels.entrySet());
    }

    private static Pattern glob(String pattern) {
        return Pattern.compile(
                Arrays.stream(STAR.split(pattern, -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
