package io.gpuledger.ledger.topology;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.Metering;
import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.rating.Sight;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What pods cost, from the whole set of events of one partition at once: slow, without state, and plain to see. */
final class Reference {

    private static final int FAILED = -2;
    private static final long FOR_EVER = Long.MAX_VALUE;

    private final List<OwnerRule> owners;
    private final Metering metering;
    private final Map<AccountRef, Account> accounts = new java.util.HashMap<>();
    private final Map<String, TreeMap<Long, PricesListed>> lists = new java.util.HashMap<>();
    private final List<Stay> stays;
    private long ledgerTime = Long.MIN_VALUE;

    /** What was told of an account: its pods by instant, and the markers of its polls. */
    private record Account(Map<String, TreeMap<Long, PodObserved>> seen, TreeMap<Long, Integer> markers) {

        NavigableSet<Long> completePolls() {
            NavigableSet<Long> complete = new TreeSet<>();
            markers.forEach((at, expected) -> {
                long here = seen.values().stream()
                        .filter(pod -> pod.containsKey(at))
                        .count();
                if (expected >= 0 && here >= expected) {
                    complete.add(at);
                }
            });
            return complete;
        }

        boolean failedBetween(long after, long before) {
            return markers.entrySet().stream()
                    .anyMatch(marker ->
                            marker.getValue() == FAILED && marker.getKey() > after && marker.getKey() < before);
        }
    }

    /** A sight that holds from one instant to another. */
    private record Stay(AccountRef account, Sight sight, long from, long until, boolean estimated) {}

    /** What is due at an instant of a stay. */
    record Row(AccountRef account, String owner, boolean estimated, long nanoDollars, long milliGpus) {}

    Reference(LedgerFile file, Collection<? extends Event> events) {
        this.owners = file.owners();
        this.metering = file.metering() == null ? Metering.DEFAULTS : file.metering();
        events.forEach(this::tell);
        this.stays = stays();
    }

    private void tell(Event event) {
        switch (event) {
            case PodObserved seen ->
                account(seen.account())
                        .seen()
                        .computeIfAbsent(seen.pod(), pod -> new TreeMap<>())
                        .merge(seen.at().toEpochMilli(), seen, Reference::winner);
            case PollCompleted marker -> mark(marker.account(), marker.at().toEpochMilli(), marker.pods());
            case PollFailed marker -> mark(marker.account(), marker.at().toEpochMilli(), FAILED);
            case PricesListed list ->
                lists.computeIfAbsent(list.provider(), provider -> new TreeMap<>())
                        .merge(list.at().toEpochMilli(), list, Reference::winner);
            default -> throw new IllegalArgumentException(event.id());
        }
    }

    private void mark(AccountRef account, long at, int expected) {
        account(account).markers().merge(at, expected, Math::max);
        ledgerTime = Math.max(ledgerTime, at);
    }

    private Account account(AccountRef account) {
        return accounts.computeIfAbsent(account, name -> new Account(new TreeMap<>(), new TreeMap<>()));
    }

    private static PricesListed winner(PricesListed one, PricesListed other) {
        return one.rows().toString().compareTo(other.rows().toString()) >= 0 ? one : other;
    }

    private static PodObserved winner(PodObserved one, PodObserved other) {
        return Sight.of(other).outranks(Sight.of(one)) ? other : one;
    }

    Money cost(Predicate<Row> which, Instant from, Instant until) {
        return new Money(sum(which, Row::nanoDollars, from, until));
    }

    BigInteger gpuTime(Predicate<Row> which, Instant from, Instant until) {
        return sum(which, Row::milliGpus, from, until);
    }

    private BigInteger sum(
            Predicate<Row> which, java.util.function.ToLongFunction<Row> what, Instant from, Instant until) {
        BigInteger sum = BigInteger.ZERO;
        for (Stay stay : stays) {
            List<Long> cuts = cuts(stay, from.toEpochMilli(), until.toEpochMilli());
            for (int i = 0; i + 1 < cuts.size(); i++) {
                Row row = row(stay, cuts.get(i));
                long millis = cuts.get(i + 1) - cuts.get(i);
                sum = which.test(row)
                        ? sum.add(BigInteger.valueOf(millis).multiply(BigInteger.valueOf(what.applyAsLong(row))))
                        : sum;
            }
        }
        return sum;
    }

    /** The instants of a range at which anything about a stay may change, its ends included; none where they do not meet. */
    private List<Long> cuts(Stay stay, long from, long until) {
        long begin = Math.max(stay.from(), from);
        long end = Math.min(stay.until(), until);
        if (begin >= end) {
            return List.of();
        }
        TreeSet<Long> cuts = new TreeSet<>();
        for (OwnerRule rule : owners) {
            cuts.add(rule.from() == null ? begin : rule.from().toEpochMilli());
            cuts.add(rule.until() == null ? begin : rule.until().toEpochMilli());
        }
        lists.values().forEach(list -> cuts.addAll(list.keySet()));
        TreeSet<Long> within = new TreeSet<>(cuts.subSet(begin, end));
        within.add(begin);
        within.add(end);
        return List.copyOf(within);
    }

    private Row row(Stay stay, long at) {
        Sight sight = stay.sight();
        boolean running = sight.state() == PodState.RUNNING;
        HourlyRate compute = running ? price(stay, at) : HourlyRate.ZERO;
        HourlyRate storage = running ? sight.storageRunning() : sight.storageStopped();
        return new Row(
                stay.account(),
                owner(stay, at),
                stay.estimated(),
                compute.plus(storage).nanoDollars(),
                running ? sight.milliGpus() : 0);
    }

    /** A whole GPU's; what was observed unless it is beyond twenty times what was listed. */
    private HourlyRate price(Stay stay, long at) {
        Map.Entry<Long, PricesListed> list =
                lists.getOrDefault(stay.account().provider(), new TreeMap<>()).floorEntry(at);
        HourlyRate listed = list == null
                ? null
                : list.getValue().rows().stream()
                        .filter(row -> row.sku().equals(stay.sight().sku())
                                && row.tier() == stay.sight().tier())
                        .map(PricesListed.Row::perGpuHour)
                        .max(HourlyRate::compareTo)
                        .orElse(null);
        HourlyRate observed = stay.sight().price();
        boolean believed = observed != null && (listed == null || observed.nanoDollars() <= 20 * listed.nanoDollars());
        HourlyRate price = believed ? observed : listed;
        return price == null ? HourlyRate.ZERO : price;
    }

    private String owner(Stay stay, long at) {
        Instant now = Instant.ofEpochMilli(at);
        return owners.stream()
                .filter(rule -> rule.from() == null || !now.isBefore(rule.from()))
                .filter(rule -> rule.until() == null || now.isBefore(rule.until()))
                .filter(rule -> rule.matches(
                        stay.account(), stay.sight().name(), stay.sight().labels()))
                .map(OwnerRule::owner)
                .findFirst()
                .orElse(Cell.UNATTRIBUTED);
    }

    private List<Stay> stays() {
        List<Stay> stays = new ArrayList<>();
        accounts.forEach(
                (name, account) -> account.seen().values().forEach(pod -> stays.addAll(stays(name, account, pod))));
        return stays;
    }

    private List<Stay> stays(AccountRef name, Account account, TreeMap<Long, PodObserved> pod) {
        NavigableSet<Long> news = account.completePolls();
        news.addAll(pod.keySet());
        List<Stay> stays = new ArrayList<>();
        @Nullable Sight held = null;
        long begun = 0;
        for (long at : news.tailSet(pod.firstKey())) {
            Sight now = pod.containsKey(at)
                    ? Sight.of(pod.get(at))
                    : Sight.absent(Sight.of(pod.firstEntry().getValue()), "");
            if (held != null && now.sameAs(held)) {
                continue;
            }
            Long heard = news.lower(at);
            long begins = begins(now, at, heard);
            if (held != null && heard != null) {
                boolean known =
                        !isMissing(account, heard, at) || goesOn(held, now) || tellsTheEnd(held, now, begins, at);
                stays.addAll(stay(name, held, begun, begins, known ? begins : heard));
            }
            held = now;
            begun = begins;
        }
        long heard = news.last();
        boolean missing = account.failedBetween(heard, FOR_EVER) || isSilent(account, ledgerTime - heard);
        stays.addAll(stay(name, Objects.requireNonNull(held), begun, FOR_EVER, missing ? heard : FOR_EVER));
        return stays;
    }

    private List<Stay> stay(AccountRef name, Sight sight, long from, long until, long known) {
        if (sight.isGone()) {
            return List.of();
        }
        long held = known == FOR_EVER
                ? until
                : Math.min(until, known + metering.holdInForce().toMillis());
        return List.of(
                new Stay(name, sight, from, Math.min(known, until), false), new Stay(name, sight, known, held, true));
    }

    private boolean isMissing(Account account, long heard, long at) {
        return account.failedBetween(heard, at) || isSilent(account, at - heard);
    }

    private boolean isSilent(Account account, long millis) {
        return !account.markers().isEmpty()
                && millis > metering.silenceInForce().toMillis();
    }

    private static boolean goesOn(Sight held, Sight now) {
        return !now.isGone() && held.state() == now.state() && Objects.equals(held.startedAt(), now.startedAt());
    }

    private static boolean tellsTheEnd(Sight held, Sight now, long begins, long at) {
        boolean told = begins < at || (now.changed() != null && now.changed().toEpochMilli() == at);
        return told && !(held.state() == PodState.RUNNING && now.state() == PodState.RUNNING);
    }

    private long begins(Sight sight, long at, @Nullable Long heard) {
        Instant changed = sight.changed();
        if (changed == null || changed.toEpochMilli() > at) {
            return at;
        }
        long told = changed.toEpochMilli();
        LocalDate day = Instant.ofEpochMilli(at).atZone(ZoneOffset.UTC).toLocalDate();
        long month =
                day.withDayOfMonth(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        boolean believed = heard == null ? told >= month : told > heard;
        return believed ? told : at;
    }
}
