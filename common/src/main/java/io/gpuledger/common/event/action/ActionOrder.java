package io.gpuledger.common.event.action;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done at a provider.
 *
 * @param target the provider's id of the pod or endpoint; absent means every pod of the account
 * @param owner with no target: only this owner's pods, by the owner rules of whoever carries it out
 * @param dryRun whether it is only said what would be done
 * @param podsMax how many pods at most are touched
 */
public record ActionOrder(
        Verb verb,
        AccountRef account,
        @Nullable String target,
        @Nullable String owner,
        boolean dryRun,
        Exemption exempt,
        int podsMax) {

    public static final int PODS_MAX = 1_000;

    /** Ids become parts of addresses and queries: nothing else is let through. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** What can be done. */
    public enum Verb {
        /** Its disks stay, and are charged. */
        @JsonProperty("stop_pod")
        STOP_POD("stop"),
        /** Nothing of it stays. */
        @JsonProperty("terminate_pod")
        TERMINATE_POD("terminate"),
        /** No worker is started any more. */
        @JsonProperty("scale_endpoint_to_zero")
        SCALE_ENDPOINT_TO_ZERO("scale to zero");

        private final String phrase;

        Verb(String phrase) {
            this.phrase = phrase;
        }

        /** As a person says it. */
        public String phrase() {
            return phrase;
        }

        /** As it is written in files and labels. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public ActionOrder {
        InvalidValue.unless(verb != null, "verb", "is required");
        InvalidValue.unless(account != null, "account", "is required");
        InvalidValue.unless(target == null || isId(target), "target", "must be an id of letters, digits, - and _");
        owner = Limits.optionalName("owner", owner);
        InvalidValue.unless(owner == null || target == null, "owner", "goes with no target only");
        InvalidValue.unless(
                verb != Verb.SCALE_ENDPOINT_TO_ZERO || target != null, "target", "is required for an endpoint");
        exempt = exempt == null ? Exemption.NONE : exempt;
        InvalidValue.unless(podsMax >= 1 && podsMax <= PODS_MAX, "podsMax", "must be from 1 to " + PODS_MAX);
    }

    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** What it is done to, as a person says it. */
    @JsonIgnore
    public String subject() {
        String every = owner == null ? "every pod of " + account : "every pod of " + owner + " in " + account;
        return target == null ? every : account + "/" + target;
    }
}
