package io.gpuledger.house;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The rooms of the house in the order the data walks: the one place that says which package may know which. A package
 * may use those before it in its row, {@code common}, and nothing of another row.
 */
final class Rooms {

    static final String ROOT = "io.gpuledger.";

    static final Row COMMON =
            new Row("common", List.of("value", "event"), List.of("topic", "wire", "inbox", "config", "tls", "access"));
    static final Row ACCESS = new Row("access", List.of(), List.of("asking", "tls", ""));
    static final Row PRICING =
            new Row("pricing", List.of(), List.of("provider", "publish", "poll", "ingest", "enforce", "api", "app"));
    static final Row LEDGER = new Row(
            "ledger",
            List.of(
                    "keeping",
                    "rating",
                    "timeline",
                    "jobs",
                    "looks",
                    "bills",
                    "metering",
                    "books",
                    "overhead",
                    "budget",
                    "burn",
                    "forecast",
                    "watch",
                    "measure",
                    "query"),
            List.of("intake", "store", "topology", "letters", "gather", "registry", "api", "app"));
    static final Row ALERT = new Row(
            "alert",
            List.of("alert", "route", "group", "mute", "notify", "ack", "act", "wording", "desk"),
            List.of(
                    "settings",
                    "sink",
                    "routing",
                    "acting",
                    "flow",
                    "journal",
                    "delivery",
                    "rest",
                    "api",
                    "answer",
                    "audit",
                    "ask",
                    "approval",
                    "vigil",
                    "meter",
                    "app"));
    static final Row SIMULATOR = new Row("simulator", List.of(), List.of("scenario", "fleet", "graphql", "http", ""));
    static final Row BROKER = new Row("broker", List.of(), List.of(""));
    static final Row TESTING = new Row("testing", List.of(), List.of(""));
    static final Row CLI = new Row(
            "cli",
            List.of(),
            List.of(
                    "service",
                    "jobs",
                    "bills",
                    "config",
                    "letters",
                    "actions",
                    "acks",
                    "launch.place",
                    "launch.process",
                    "launch.topics",
                    "launch",
                    "archive",
                    "alone",
                    ""));

    static final Row BENCH = new Row("bench", List.of(), List.of("load", "rival", "site", "measure", ""));

    static final List<Row> SERVICES = List.of(PRICING, LEDGER, ALERT);
    static final List<Row> ALL =
            List.of(COMMON, ACCESS, PRICING, LEDGER, ALERT, SIMULATOR, BROKER, TESTING, CLI, BENCH);

    /**
     * One module's packages in their order; {@code ""} is the module's own package.
     *
     * @param rooms know {@code java.*}, {@code common} and rooms before them
     * @param doors know the world outside too
     */
    record Row(String module, List<String> rooms, List<String> doors) {

        List<String> packages() {
            return Stream.concat(rooms.stream(), doors.stream())
                    .map(room -> room.isEmpty() ? ROOT + module : ROOT + module + "." + room)
                    .toList();
        }

        boolean holds(String packageName) {
            return within(packageName, ROOT + module);
        }

        boolean isRoom(String packageName) {
            return rooms.stream().anyMatch(room -> within(packageName, ROOT + module + "." + room));
        }

        /** Its place in the row, by the longest name that fits; -1 where the row does not name it. */
        int place(String packageName) {
            List<String> packages = packages();
            return IntStream.range(0, packages.size())
                    .filter(i -> packages.get(i).equals(ROOT + module)
                            ? packageName.equals(packages.get(i))
                            : within(packageName, packages.get(i)))
                    .findFirst()
                    .orElse(-1);
        }
    }

    private Rooms() {}

    static Optional<Row> rowOf(String packageName) {
        return ALL.stream().filter(row -> row.holds(packageName)).findFirst();
    }

    static boolean isRoom(String packageName) {
        return rowOf(packageName).filter(row -> row.isRoom(packageName)).isPresent();
    }

    private static boolean within(String packageName, String parent) {
        return packageName.equals(parent) || packageName.startsWith(parent + ".");
    }
}
