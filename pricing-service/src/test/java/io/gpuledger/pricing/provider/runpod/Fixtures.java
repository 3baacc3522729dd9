package io.gpuledger.pricing.provider.runpod;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.wire.Json;
import java.time.Instant;

/** Answers composed from what is known of the provider. */
final class Fixtures {

    static final AccountRef ACCOUNT = new AccountRef("runpod", "main");
    static final Instant AT = Instant.parse("2026-06-01T12:10:00Z");
    static final String SECRET = "hf_do_not_tell";

    private Fixtures() {}

    static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String restPod() {
        return """
                {"id": "p1", "name": "trainer-a", "image": "example/train:4", "args": "--token hf_do_not_tell",
                 "disk": 50, "ports": ["22/tcp"], "env": {"HF_TOKEN": "hf_do_not_tell"}, "registry": null,
                 "status": "RUNNING", "actions": ["stop"], "mounts": {"persistent": {"size": 20, "path": "/workspace"}},
                 "gpu": {"id": "NVIDIA GeForce RTX 4090", "count": 2}, "cloud": "SECURE", "dataCenterId": "US-KS-2",
                 "template": "t9", "cost": 1.38, "locked": false,
                 "runtime": {"uptime": 480, "gpus": [{"util": 90, "memoryUtil": 50}, {"util": 71, "memoryUtil": 40}]},
                 "createdAt": "2026-06-01T12:00:00Z", "startedAt": "2026-06-01T12:02:00Z"}""";
    }

    static String graphqlPod() {
        return """
                {"id": "p1", "name": "trainer-a", "desiredStatus": "RUNNING", "podType": "RESERVED", "gpuCount": 2,
                 "costPerHr": 1.38, "adjustedCostPerHr": null, "imageName": "example/train:4", "templateId": "t9",
                 "containerDiskInGb": 50, "volumeInGb": 20, "lastStartedAt": "2026-06-01T12:02:00.250Z",
                 "env": ["HF_TOKEN=hf_do_not_tell"],
                 "machine": {"gpuTypeId": "NVIDIA GeForce RTX 4090", "gpuDisplayName": "RTX 4090",
                             "dataCenterId": "US-KS-2", "secureCloud": true},
                 "runtime": {"uptimeInSeconds": 480, "gpus": [{"gpuUtilPercent": 90}, {"gpuUtilPercent": 71}]}}""";
    }

    /** The pod with one field in place of another. */
    static JsonNode with(String pod, String field, String value) {
        com.fasterxml.jackson.databind.node.ObjectNode changed =
                (com.fasterxml.jackson.databind.node.ObjectNode) json(pod);
        return changed.set(field, json(value));
    }
}
