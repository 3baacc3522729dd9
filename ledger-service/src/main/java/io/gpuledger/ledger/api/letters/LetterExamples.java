package io.gpuledger.ledger.api.letters;

/** Answers as they look, for the description of the API. */
final class LetterExamples {

    static final String PAGE = """
            {"letters": [{"id": "0-4711", "at": "2026-11-21T08:00:00.250Z",
              "reason": "ce_type header is missing", "topic": "pods.v1", "partition": 3, "offset": 120,
              "key": "runpod/main/7f3a9c", "bytes": 212, "replayed": 0}]}""";

    private LetterExamples() {}
}
