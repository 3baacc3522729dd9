package io.gpuledger.acceptance.noise;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.simulator.fleet.Fleet;
import io.gpuledger.simulator.scenario.ScenarioFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often people are told, with the rules and the routing that are shipped. */
class NoiseTest {

    private static final Instant BEGIN = Instant.parse("2026-11-21T08:00:00Z");
    private static final int BETWEEN_POLLS = 5;
    private static final int NOT_MANY = 12;

    @TempDir
    Path folder;

    private static String demo() throws IOException {
        try (InputStream in = Fleet.class.getResourceAsStream("/io/gpuledger/simulator/demo-gpu-ledger.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Notification> firing(BothFlows flows, String receiver, String owner) {
        return flows.told().stream()
                .filter(said -> said.receiver().equals(receiver) && said.status() == Status.FIRING)
                .filter(said -> owner.equals(said.groupLabels().get("owner")))
                .toList();
    }

    /** At second 150 the provider takes the pods away, which is news. */
    @Test
    void aRunAwayOfTwoHundredPodsIsOnePageAndOneTicket() throws Exception {
        Watched watched = new Watched(new Fleet(ScenarioFile.demo(), BEGIN));
        try (BothFlows flows = new BothFlows(demo(), folder, BEGIN)) {
            watch(flows, watched, 0, 145);

            assertThat(firing(flows, "pager", "interns")).hasSize(1);
            assertThat(firing(flows, "tickets", "interns")).hasSize(1);

            watch(flows, watched, 145, 900);
            assertThat(flows.told()).as(lines(flows)).hasSizeLessThan(NOT_MANY);
        }
    }

    private static void watch(BothFlows flows, Watched watched, int from, int until) {
        for (int second = from; second < until; second += BETWEEN_POLLS) {
            Instant at = BEGIN.plusSeconds(second);
            flows.observed(watched.account(at), watched.poll(at));
        }
    }

    private static String lines(BothFlows flows) {
        return flows.told().stream()
                .map(said -> Duration.between(BEGIN, said.at()).toSeconds() + " " + said.receiver() + " "
                        + said.status() + " " + said.groupLabels() + " " + said.reason() + " of "
                        + said.alerts().size())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void aBalanceThatFlapsAroundAThresholdIsOnePage() throws Exception {
        try (BothFlows flows = new BothFlows("", folder, BEGIN)) {
            for (int i = 0; i < 60; i++) {
                Instant at = BEGIN.plus(Duration.ofMinutes(2L * i));
                String balance = i % 2 == 0 ? "2.20" : "1.90";
                flows.observed(Watched.account(at, balance), List.of(new PollCompleted(Watched.ACCOUNT, at, 0, 0, 1)));
            }

            assertThat(flows.told().stream().map(Notification::receiver))
                    .as(lines(flows))
                    .containsExactlyInAnyOrder("pager", "tickets");
        }
    }
}
