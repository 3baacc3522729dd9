package io.gpuledger.ledger.api;

/** Answers as they look, for the description of the API. */
final class Examples {

    static final String COSTS = """
            {"from": "2026-11-20T10:00:00Z", "until": "2026-11-20T11:00:00Z", "ledgerTime": "2026-11-20T11:00:00Z",
             "rows": [{"group": {"owner": "research", "sku": "NVIDIA L4"},
               "from": "2026-11-20T10:00:00Z", "until": "2026-11-20T11:00:00Z",
               "cost": {"usd": "0.860000000", "units": "3096000000000000"},
               "components": {"COMPUTE": {"usd": "0.860000000", "units": "3096000000000000"}},
               "gpuTime": {"hours": "2.000000", "units": "7200000000"},
               "unpriced": {"hours": "0.000000", "units": "0"},
               "costPerGpuHour": "0.43"}],
             "total": {"group": {}, "from": "2026-11-20T10:00:00Z", "until": "2026-11-20T11:00:00Z",
               "cost": {"usd": "0.860000000", "units": "3096000000000000"},
               "components": {"COMPUTE": {"usd": "0.860000000", "units": "3096000000000000"}},
               "gpuTime": {"hours": "2.000000", "units": "7200000000"},
               "unpriced": {"hours": "0.000000", "units": "0"},
               "costPerGpuHour": "0.43"}}""";

    static final String BURN = """
            {"scope": {"kind": "OWNER", "name": "research"}, "at": "2026-11-20T11:00:00Z", "now": "0.86",
             "means": {"5m": "0.86", "1h": "0.86", "6h": "0.143333333", "24h": "0.035833333"},
             "plan": "1", "multiples": {"5m": 0.860, "1h": 0.860, "6h": 0.143, "24h": 0.036}}""";

    static final String ACCOUNTS = """
            [{"account": {"provider": "runpod", "name": "main"}, "polledUntil": "2026-11-20T11:00:00Z",
              "pollsFailed": 0, "balance": {"usd": "100.000000000", "units": "360000000000000000"},
              "balanceAt": "2026-11-20T11:00:00Z", "left": {"usd": "99.140000000", "units": "356904000000000000"},
              "burn": "0.86", "runwayHours": 115.28}]""";

    static final String MEASURES = """
            {"from": "2026-11-20T10:00:00Z", "until": "2026-11-20T11:00:00Z", "ledgerTime": "2026-11-20T11:00:00Z",
             "rows": [{"group": {"owner": "research"}, "readings": {
               "costPerGpuHour": {"value": 0.430000000, "unit": "USD/GPU-hour"},
               "utilisation": {"unit": "%", "absent": "no utilisation was observed"}}}],
             "total": {"group": {}, "readings": {
               "costPerGpuHour": {"value": 0.430000000, "unit": "USD/GPU-hour"},
               "utilisation": {"unit": "%", "absent": "no utilisation was observed"}}}}""";

    static final String INVALID = """
            {"type": "urn:gpu-ledger:problem:invalid-value", "title": "A value breaks a rule", "status": 400,
             "detail": "from must be an instant such as 2026-11-21T08:00:00Z"}""";

    private Examples() {}
}
