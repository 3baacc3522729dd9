package io.gpuledger.alert.sink.ticket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gpuledger.alert.sink.Stub.Got;
import io.gpuledger.alert.sink.Stub.Reply;
import io.gpuledger.common.wire.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Trackers as their makers describe them, in memory. */
final class TicketStage {

    private TicketStage() {}

    /** A ticket in one of them. */
    static final class Ticket {
        final String text;
        String state = "open";
        String reason = "";
        final List<String> comments = new ArrayList<>();

        Ticket(String text) {
            this.text = text;
        }
    }

    /** By their references. */
    static final class Tickets extends LinkedHashMap<String, Ticket> {
        private static final long serialVersionUID = 1L;
        boolean hidden;

        String add(String prefix, String text) {
            String reference = prefix + (size() + 1);
            put(reference, new Ticket(text));
            return reference;
        }
    }

    static Function<Got, Reply> github(Tickets tickets) {
        return got -> {
            String rest = got.path().replace("/repos/acme/gpu/issues", "");
            if (rest.isEmpty() && got.method().equals("GET")) {
                var list = Json.mapper().createArrayNode();
                tickets.forEach((number, ticket) -> {
                    if (ticket.state.equals("open") && !tickets.hidden) {
                        list.addObject().put("number", Integer.parseInt(number)).put("body", ticket.text);
                    }
                });
                return Reply.of(200, list.toString());
            }
            if (rest.isEmpty()) {
                String number = tickets.add("", got.body().path("body").asText());
                return Reply.of(201, "{\"number\":" + number + "}");
            }
            Ticket ticket = tickets.get(rest.split("/", -1)[1]);
            if (ticket == null) {
                return Reply.of(404, "{\"message\":\"Not Found\"}");
            }
            if (rest.endsWith("/comments")) {
                ticket.comments.add(got.body().path("body").asText());
                return Reply.of(201, "{}");
            }
            if (got.method().equals("PATCH")) {
                ticket.state = got.body().path("state").asText();
                ticket.reason = got.body().path("state_reason").asText();
            }
            return Reply.of(200, "{\"state\":\"" + ticket.state + "\",\"state_reason\":\"" + ticket.reason + "\"}");
        };
    }

    static Function<Got, Reply> serviceNow(Tickets tickets) {
        return got -> {
            String rest = got.path().replace("/api/now/table/incident", "");
            if (rest.isEmpty() && got.method().equals("GET")) {
                String key = got.query().replaceAll(".*correlation_id=([0-9a-f]+)\\^active=true.*", "$1");
                return Reply.of(
                        200,
                        tickets.entrySet().stream()
                                .filter(each -> each.getValue().text.contains(key)
                                        && each.getValue().state.equals("open")
                                        && !tickets.hidden)
                                .findFirst()
                                .map(each -> "{\"result\":[{\"sys_id\":\"" + each.getKey() + "\"}]}")
                                .orElse("{\"result\":[]}"));
            }
            if (rest.isEmpty()) {
                String id = tickets.add("s", got.text());
                return Reply.of(201, "{\"result\":{\"sys_id\":\"" + id + "\",\"number\":\"INC0010001\"}}");
            }
            Ticket ticket = tickets.get(rest.substring(1));
            if (ticket == null) {
                return Reply.of(404, "{\"error\":{}}");
            }
            if (got.method().equals("PATCH")) {
                JsonNode change = got.body();
                if (change.has("comments")) {
                    ticket.comments.add(change.path("comments").asText());
                }
                if (change.has("state")) {
                    ticket.state = change.path("state").asText().equals("6") ? "closed" : "open";
                }
                if (change.has("close_notes")) {
                    ticket.comments.add(change.path("close_notes").asText());
                }
            }
            return Reply.of(200, "{\"result\":{\"state\":\"" + (ticket.state.equals("open") ? 2 : 6) + "\"}}");
        };
    }

    static Function<Got, Reply> jira(Tickets tickets, String api) {
        Map<String, String> moves = Map.of("31", "closed", "11", "open");
        return got -> {
            String rest = got.path().replace(api, "");
            if (rest.startsWith("/search")) {
                String query = got.body().path("jql").asText();
                ObjectNode found = Json.mapper().createObjectNode();
                var issues = found.putArray("issues");
                tickets.forEach((key, ticket) -> {
                    String label = query.replaceAll(".*labels=\"(ALERT\\{[0-9a-f]+})\".*", "$1");
                    if (ticket.state.equals("open") && ticket.text.contains(label) && !tickets.hidden) {
                        issues.addObject().put("key", key);
                    }
                });
                return Reply.of(200, found.toString());
            }
            if (rest.equals("/issue")) {
                String key = tickets.add("FIN-", got.text());
                return Reply.of(201, "{\"id\":\"10000\",\"key\":\"" + key + "\"}");
            }
            Ticket ticket = tickets.get(rest.split("/", -1)[2]);
            if (ticket == null) {
                return Reply.of(404, "{\"errorMessages\":[\"no\"]}");
            }
            if (rest.endsWith("/comment")) {
                ticket.comments.add(got.body().path("body").toString());
                return Reply.of(201, "{}");
            }
            if (rest.endsWith("/transitions") && got.method().equals("POST")) {
                ticket.state =
                        String.valueOf(moves.get(got.body().at("/transition/id").asText()));
                return Reply.of(204, "");
            }
            if (rest.endsWith("/transitions")) {
                return Reply.of(
                        200,
                        "{\"transitions\":[{\"id\":\"31\",\"name\":\"Done\"},{\"id\":\"11\",\"name\":\"To Do\"}]}");
            }
            String category = ticket.state.equals("open") ? "indeterminate" : "done";
            return Reply.of(
                    200,
                    "{\"fields\":{\"status\":{\"statusCategory\":{\"key\":\"" + category
                            + "\"}},\"resolution\":{\"name\":\"" + ticket.reason + "\"}}}");
        };
    }
}
