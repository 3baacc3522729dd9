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
               "allocated": {"hours": "0.000000", "units": "0"},
               "unpriced": {"hours": "0.000000", "units": "0"},
               "costPerGpuHour": "0.43", "costPerGpuHourNormalised": "0.43", "share": 1.000000,
               "state": "PROVISIONAL"}],
             "rowsInAll": 1,
             "total": {"group": {}, "from": "2026-11-20T10:00:00Z", "until": "2026-11-20T11:00:00Z",
               "cost": {"usd": "0.860000000", "units": "3096000000000000"},
               "components": {"COMPUTE": {"usd": "0.860000000", "units": "3096000000000000"}},
               "gpuTime": {"hours": "2.000000", "units": "7200000000"},
               "allocated": {"hours": "0.000000", "units": "0"},
               "unpriced": {"hours": "0.000000", "units": "0"},
               "costPerGpuHour": "0.43", "costPerGpuHourNormalised": "0.43", "share": 1.000000,
               "state": "PROVISIONAL"}}""";

    static final String JOBS = """
            {"from": "2026-11-20T10:00:00Z", "until": "2026-11-20T11:00:00Z", "ledgerTime": "2026-11-20T11:00:00Z",
             "rows": [{"account": {"provider": "runpod", "name": "main"}, "job": "train-7", "owner": "research",
               "state": "stopped", "from": "2026-11-20T10:00:00Z", "until": "2026-11-20T10:30:00Z", "starts": 1,
               "retries": 1, "cost": {"usd": "0.215000000", "units": "774000000000000"},
               "allocated": {"hours": "0.250000", "units": "900000000"},
               "whole": {"cost": {"usd": "0.215000000", "units": "774000000000000"},
                 "allocated": {"hours": "0.250000", "units": "900000000"},
                 "unpriced": {"hours": "0.000000", "units": "0"}},
               "counters": {"epochs": 5, "retries": 1},
               "costPerEpoch": {"usd": "0.043000000", "units": "154800000000000"},
               "pods": [{"pod": "pod-1", "state": "stopped", "from": "2026-11-20T10:00:00Z",
                 "until": "2026-11-20T10:30:00Z", "milliGpus": 500,
                 "whole": {"cost": {"usd": "0.215000000", "units": "774000000000000"},
                   "allocated": {"hours": "0.250000", "units": "900000000"},
                   "unpriced": {"hours": "0.000000", "units": "0"}}}]}],
             "rowsInAll": 1}""";

    static final String RECONCILIATION = """
            {"from": "2026-11-20T10:00:00Z", "until": "2026-11-20T11:00:00Z", "ledgerTime": "2026-11-20T11:00:00Z",
             "lines": 1, "billed": {"usd": "0.960000000", "units": "3456000000000000"},
             "metered": {"usd": "0.860000000", "units": "3096000000000000"},
             "difference": {"usd": "0.100000000", "units": "360000000000000"},
             "accuracy": 89.5833, "reconciledShare": 1.000000,
             "worst": [{"account": {"provider": "runpod", "name": "main"}, "line": "pod-1/2026-11-20T10",
               "at": "2026-11-20T12:00:00Z", "resource": "pod-1", "owner": "research",
               "from": "2026-11-20T10:00:00Z", "until": "2026-11-20T11:00:00Z",
               "billed": {"usd": "0.960000000", "units": "3456000000000000"},
               "metered": {"usd": "0.860000000", "units": "3096000000000000"},
               "difference": {"usd": "0.100000000", "units": "360000000000000"},
               "gpuMetered": {"hours": "2.000000", "units": "7200000000"}, "cause": "price_differed"}],
             "worstInAll": 1, "credited": {"usd": "0.000000000", "units": "0"}, "credits": [], "creditsInAll": 0}""";

    static final String EXPLAIN = """
            {"from": "2026-11-20T10:00:00Z", "until": "2026-11-20T10:30:00Z", "ledgerTime": "2026-11-20T11:00:00Z",
             "cost": {"usd": "0.430000000", "units": "1548000000000000"},
             "owners": [{"owner": "research", "cost": {"usd": "0.430000000", "units": "1548000000000000"}}],
             "parts": [{"owner": "research", "account": "runpod/main", "pod": "pod-1", "name": "trainer",
               "cost": {"usd": "0.430000000", "units": "1548000000000000"},
               "segments": [{"from": "2026-11-20T10:00:00Z", "until": "2026-11-20T10:30:00Z", "component": "COMPUTE",
                 "sku": "NVIDIA L4", "tier": "ON_DEMAND", "source": "OBSERVED", "estimated": false, "reconciled": false, "rate": "0.86",
                 "milliGpus": 2000, "cost": {"usd": "0.430000000", "units": "1548000000000000"},
                 "causes": ["runpod/main/pod-1@1795168800000"]}],
               "entries": [{"at": "2026-11-20T10:00:00Z", "known": "2026-11-20T10:00:00Z", "correction": false,
                 "component": "COMPUTE", "source": "OBSERVED", "estimated": false, "reconciled": false, "rate": "0.86",
                 "milliGpus": 2000, "cause": "runpod/main/pod-1@1795168800000"}],
               "leftOut": 0}],
             "partsInAll": 1}""";

    static final String BURN = """
            {"scope": {"kind": "OWNER", "name": "research"}, "at": "2026-11-20T11:00:00Z", "now": "0.86",
             "means": {"5m": "0.86", "1h": "0.86", "6h": "0.143333333", "24h": "0.035833333"},
             "plan": "1", "multiples": {"5m": 0.860, "1h": 0.860, "6h": 0.143, "24h": 0.036}}""";

    static final String ACCOUNTS = """
            [{"account": {"provider": "runpod", "name": "main"}, "polledUntil": "2026-11-20T11:00:00Z",
              "pollsFailed": 0, "balance": {"usd": "100.000000000", "units": "360000000000000000"},
              "balanceAt": "2026-11-20T11:00:00Z", "left": {"usd": "99.140000000", "units": "356904000000000000"},
              "burn": "0.86", "runwayHours": 115.28}]""";

    static final String BUDGETS = """
            {"ledgerTime": "2026-11-20T11:00:00Z", "budgets": [{"name": "research-month",
              "scope": {"kind": "OWNER", "name": "research"}, "period": "month", "zone": "Europe/Berlin",
              "from": "2026-10-31T23:00:00Z", "until": "2026-11-30T23:00:00Z", "phase": "RUNNING",
              "amount": {"usd": "720.000000000", "units": "2592000000000000000"},
              "spent": {"usd": "0.860000000", "units": "3096000000000000"},
              "left": {"usd": "719.140000000", "units": "2588904000000000000"},
              "percent": 0.12, "burn": "0.86", "hoursLeft": 836.21,
              "noForecast": "there are less than 3 days of cost to tell from",
              "thresholds": [{"percent": 80, "on": "spent", "severity": "ticket", "value": 0.12, "state": "BELOW"}]}]}""";

    static final String RULES = """
            {"ledgerTime": "2026-11-20T11:00:00Z", "rows": [{"rule": "burn-4x-plan", "metric": "burn_multiple",
              "unit": "x", "severity": "page", "scope": {"kind": "OWNER", "name": "research"}, "status": "FIRING",
              "since": "2026-11-20T10:34:00Z", "values": [5.120, 6.010], "valueAt": "2026-11-20T11:00:00Z",
              "above": 4}], "rowsInAll": 1}""";

    static final String BACKTEST = """
            {"rule": {"name": "fast", "metric": "burn_multiple", "windows": ["1h", "5m"], "above": 4, "severity": "page"},
             "from": "2026-10-21T00:00:00Z", "to": "2026-11-20T00:00:00Z"}""";

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
