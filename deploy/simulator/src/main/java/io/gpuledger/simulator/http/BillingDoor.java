package io.gpuledger.simulator.http;

import io.gpuledger.simulator.fleet.Charge;
import io.gpuledger.simulator.fleet.Fleet;
import io.gpuledger.simulator.fleet.SimulatedPod;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was billed, in buckets; at once, where the provider takes hours. */
final class BillingDoor {

    private static final int BUCKETS_MAX = 10_000;
    private static final BigDecimal DEAR = new BigDecimal("1.1");

    private final Fleet fleet;

    BillingDoor(Fleet fleet) {
        this.fleet = fleet;
    }

    private record Bucket(Instant from, Instant until) {}

    /** @param dear a tenth more than the prices told come to */
    Answer answer(Request request, Instant now, boolean dear) {
        boolean perPod = request.segment(2).equals("pods");
        if (request.path().size() > 3 || (request.path().size() == 3 && !perPod)) {
            return Answer.notFound();
        }
        ChronoUnit unit = switch (request.query().getOrDefault("bucketSize", "day")) {
            case "hour" -> ChronoUnit.HOURS;
            case "day" -> ChronoUnit.DAYS;
            default -> ChronoUnit.FOREVER;
        };
        if (unit == ChronoUnit.FOREVER) {
            return Answer.problem(400, "Bad Request", "the simulator knows the bucket sizes hour and day");
        }
        try {
            return records(request, buckets(request, unit, now), now, dear ? DEAR : BigDecimal.ONE);
        } catch (DateTimeException | NumberFormatException e) {
            return Answer.problem(400, "Bad Request", "request could not be processed");
        }
    }

    private static List<Bucket> buckets(Request request, ChronoUnit unit, Instant now) {
        Duration size = unit.getDuration();
        Instant until = ceiling(time(request, "endTime", now), unit);
        String lastN = request.query().get("lastN");
        Instant from = lastN == null
                ? time(request, "startTime", now.minus(Duration.ofDays(30))).truncatedTo(unit)
                : until.minus(size.multipliedBy(Long.parseLong(lastN)));
        List<Bucket> buckets = new ArrayList<>();
        for (Instant at = from; at.isBefore(until) && buckets.size() < BUCKETS_MAX; at = at.plus(size)) {
            buckets.add(new Bucket(at, at.plus(size)));
        }
        return buckets;
    }

    private static Instant time(Request request, String name, Instant otherwise) {
        String text = request.query().get(name);
        return text == null ? otherwise : OffsetDateTime.parse(text).toInstant();
    }

    private static Instant ceiling(Instant at, ChronoUnit unit) {
        Instant floor = at.atOffset(ZoneOffset.UTC).truncatedTo(unit).toInstant();
        return floor.equals(at) ? at : floor.plus(unit.getDuration());
    }

    private Answer records(Request request, List<Bucket> buckets, Instant now, BigDecimal factor) {
        boolean perPod = request.segment(2).equals("pods");
        String only = request.query().get("podId");
        List<Map<String, Object>> records = new ArrayList<>();
        Charge total = Charge.NONE;
        for (Bucket bucket : buckets) {
            Charge ofBucket = Charge.NONE;
            for (SimulatedPod pod : fleet.everyPod()) {
                if (only == null || only.equals(pod.id())) {
                    Charge charge = pod.charge(bucket.from(), bucket.until().isAfter(now) ? now : bucket.until())
                            .times(factor);
                    ofBucket = ofBucket.plus(charge);
                    if (perPod && charge.dollars().signum() > 0) {
                        records.add(podRecord(bucket, pod, charge));
                    }
                }
            }
            if (!perPod) {
                records.add(record(bucket, ofBucket));
            }
            total = total.plus(ofBucket);
        }
        Map<String, Object> metadata = Map.of("recordCount", records.size(), "totals", amounts(total, perPod));
        return Answer.json(200, Map.of("records", records, "metadata", metadata));
    }

    private static Map<String, Object> podRecord(Bucket bucket, SimulatedPod pod, Charge charge) {
        Map<String, Object> view = span(bucket);
        view.put("podId", pod.id());
        view.putAll(amounts(charge, true));
        return view;
    }

    private static Map<String, Object> record(Bucket bucket, Charge charge) {
        Map<String, Object> view = span(bucket);
        view.putAll(amounts(charge, false));
        return view;
    }

    private static Map<String, Object> span(Bucket bucket) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("startTime", bucket.from().toString());
        view.put("endTime", bucket.until().toString());
        return view;
    }

    private static Map<String, Object> amounts(Charge charge, boolean perPod) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("totalAmount", charge.dollars());
        view.put(perPod ? "gpuAmount" : "podGpuAmount", charge.gpuDollars());
        view.put(perPod ? "cpuAmount" : "podCpuAmount", BigDecimal.ZERO);
        view.put(perPod ? "diskAmount" : "podDiskAmount", charge.diskDollars());
        return view;
    }
}
