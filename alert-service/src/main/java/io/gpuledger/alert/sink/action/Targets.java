package io.gpuledger.alert.sink.action;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.alert.act.Notices;
import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** notification -> what its alerts are about: pods in the order of the alerts, of one alert the dearest first */
final class Targets {

    private final ActionSettings settings;
    private final Map<String, Target> found = new LinkedHashMap<>();

    private Targets(ActionSettings settings) {
        this.settings = settings;
    }

    static List<Target> of(Notification said, ActionSettings settings) {
        Targets targets = new Targets(settings);
        said.alerts().stream()
                .filter(told -> told.status() == Status.FIRING)
                .filter(told -> !isOfActions(told))
                .forEach(targets::find);
        return List.copyOf(targets.found.values());
    }

    static boolean isOfActions(Told told) {
        return Notices.NAMES.contains(told.labels().getOrDefault(Alert.NAME, ""));
    }

    /** {@code provider/name}, or nothing. */
    static Optional<AccountRef> account(@Nullable String text) {
        String[] parts = text == null ? new String[0] : text.split("/", -1);
        try {
            return parts.length == 2 ? Optional.of(new AccountRef(parts[0], parts[1])) : Optional.empty();
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    private void find(Told told) {
        if (settings.verb() == Verb.SCALE_ENDPOINT_TO_ZERO) {
            endpoints(told);
            return;
        }
        switch (settings.pods()) {
            case NAMED -> named(told);
            case ACCOUNT -> account(told.labels().get("account")).ifPresent(all -> add(all, null, null, null, told));
            case OWNER -> owned(told);
        }
    }

    private void owned(Told told) {
        String owner = told.labels().get("owner");
        if (owner != null && !owner.isBlank()) {
            settings.accounts().forEach(account -> add(account, null, owner, null, told));
        }
    }

    private void endpoints(Told told) {
        String label = told.labels().get("endpoint");
        Optional<AccountRef> labelled = account(told.labels().get("account"));
        AccountRef account =
                settings.accounts().size() == 1 ? settings.accounts().getFirst() : labelled.orElse(null);
        List<String> ids = !settings.endpoints().isEmpty() || label == null ? settings.endpoints() : List.of(label);
        if (account != null) {
            ids.stream().filter(ActionOrder::isId).forEach(id -> add(account, id, null, null, told));
        }
    }

    private void named(Told told) {
        String label = told.labels().get("pod");
        if (label != null) {
            pod(label, told.labels().get("account"), told.labels().get("pod_name"), told);
        } else {
            for (JsonNode pod : contributors(told)) {
                String account = pod.path("account").asText(told.labels().get("account"));
                pod(pod.path("id").asText(""), account, pod.path("name").asText(null), told);
            }
        }
    }

    private static List<JsonNode> contributors(Told told) {
        List<JsonNode> pods = new ArrayList<>();
        try {
            Json.mapper()
                    .readTree(told.annotations().getOrDefault(CrossingReader.PODS, "[]"))
                    .forEach(pods::add);
        } catch (JsonProcessingException e) {
            // Whoever posted it wrote something else there: it names no pod.
        }
        return pods;
    }

    /** As a whole, {@code provider/account/id}, or the id alone beside its account, as the ledger writes it. */
    private void pod(String text, @Nullable String beside, @Nullable String name, Told told) {
        int last = text.lastIndexOf('/');
        String id = text.substring(last + 1);
        String of = last < 0 ? beside : text.substring(0, last);
        account(of).filter(any -> ActionOrder.isId(id)).ifPresent(account -> add(account, id, null, name, told));
    }

    private void add(
            AccountRef account, @Nullable String id, @Nullable String owner, @Nullable String name, Told told) {
        Target target = new Target(account, id, owner, name, List.of(told));
        found.merge(target.key(), target, (known, more) -> {
            List<Told> both = new ArrayList<>(known.alerts());
            both.add(told);
            return new Target(account, id, owner, known.name() == null ? name : known.name(), both);
        });
    }
}
