package io.gpuledger.alert.sink.action;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.sink.action.ActionSettings.Pods;
import io.gpuledger.alert.sink.action.ActionSettings.Restraint;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.event.action.Exemption;
import io.gpuledger.common.value.InvalidValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code action_configs}; Alertmanager has no such receiver. */
public final class ActionKind implements SinkKind {

    static final int PODS_MAX_USUAL = 5;
    static final Duration DELAY_MAX = Duration.ofDays(7);
    static final Duration APPROVE_WITHIN_USUAL = Duration.ofHours(24);

    @Override
    public String name() {
        return "action";
    }

    @Override
    public SinkSettings read(Fields fields) {
        Verb verb = verb(fields);
        Pods pods = pods(fields);
        List<AccountRef> accounts = fields.texts("accounts").stream()
                .map(text -> account(fields, text))
                .toList();
        List<String> endpoints = fields.texts("endpoints");
        boolean isEndpoint = verb == Verb.SCALE_ENDPOINT_TO_ZERO;
        if (pods == Pods.OWNER && accounts.isEmpty()) {
            throw fields.refused("accounts", "accounts must name where pods of an owner are looked for");
        }
        if (isEndpoint && fields.has("pods")) {
            throw fields.refused("pods", "pods does not go with scale_endpoint_to_zero");
        }
        if (!isEndpoint && !endpoints.isEmpty()) {
            throw fields.refused("endpoints", "endpoints goes with scale_endpoint_to_zero only");
        }
        if (!endpoints.isEmpty() && accounts.size() != 1) {
            throw fields.refused("accounts", "accounts must name the one account of the endpoints");
        }
        if (!endpoints.stream().allMatch(ActionOrder::isId)) {
            throw fields.refused("endpoints", "endpoints must be ids of letters, digits, - and _");
        }
        return new ActionSettings(verb, pods, accounts, endpoints, restraint(fields));
    }

    private static Verb verb(Fields fields) {
        String text = fields.text("action");
        return Arrays.stream(Verb.values())
                .filter(verb -> verb.word().equals(text))
                .findFirst()
                .orElseThrow(() -> fields.refused(
                        "action",
                        "action must be one of "
                                + Arrays.stream(Verb.values()).map(Verb::word).collect(Collectors.joining(", "))));
    }

    private static Pods pods(Fields fields) {
        String text = fields.text("pods");
        return switch (text == null ? "named" : text) {
            case "named" -> Pods.NAMED;
            case "account" -> Pods.ACCOUNT;
            case "owner" -> Pods.OWNER;
            default -> throw fields.refused("pods", "pods must be named, account or owner");
        };
    }

    private static AccountRef account(Fields fields, String text) {
        return Targets.account(text)
                .orElseThrow(() -> fields.refused("accounts", "accounts must be written as provider/name"));
    }

    private static Restraint restraint(Fields fields) {
        boolean dryRun = fields.flag("dry_run", true);
        Exemption exempt = exemption(fields);
        Duration delay = fields.duration("delay", Duration.ZERO);
        if (delay.compareTo(DELAY_MAX) > 0) {
            throw fields.refused("delay", "delay must be at most 7d");
        }
        boolean approval = approval(fields);
        Duration within = fields.duration("approve_within", APPROVE_WITHIN_USUAL);
        if (!within.isPositive() || within.compareTo(DELAY_MAX) > 0 || within.compareTo(delay) < 0) {
            throw fields.refused("approve_within", "approve_within must be above 0, at most 7d and not below delay");
        }
        int podsMax = fields.count("pods_max", PODS_MAX_USUAL);
        if (podsMax < 1 || podsMax > ActionOrder.PODS_MAX) {
            throw fields.refused("pods_max", "pods_max must be from 1 to " + ActionOrder.PODS_MAX);
        }
        return new Restraint(dryRun, exempt, delay, approval, within, podsMax);
    }

    private static boolean approval(Fields fields) {
        String text = fields.text("approval");
        return switch (text == null ? "none" : text) {
            case "none" -> false;
            case "required" -> true;
            default -> throw fields.refused("approval", "approval must be required or none");
        };
    }

    private static Exemption exemption(Fields fields) {
        Fields section = fields.section("exempt");
        if (section == null) {
            return Exemption.NONE;
        }
        List<String> pods = section.texts("pods");
        List<String> names = section.texts("names");
        Map<String, String> labels = section.map("labels");
        section.done();
        try {
            return new Exemption(pods, names, labels);
        } catch (InvalidValue e) {
            String field = e.field().replaceFirst("^exempt[.]", "");
            throw section.refused(field.replaceFirst("[.].*", ""), field + " " + e.rule());
        }
    }
}
