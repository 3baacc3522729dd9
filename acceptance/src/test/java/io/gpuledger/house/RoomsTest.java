package io.gpuledger.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import io.gpuledger.house.Rooms.Row;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom, and what a room must not touch. */
class RoomsTest {

    private static final JavaClasses CLASSES = Tree.classes();

    /** What a room may know beside its neighbours: the language, marks on types, and patterns matched in linear time. */
    private static final List<String> PURE =
            List.of("java.", "org.jspecify.", "com.fasterxml.jackson.annotation.", "com.google.re2j.");

    /** Files and the network belong to doors. */
    private static final List<String> OUTSIDE = List.of("java.nio.file.", "java.net.http.", "java.sql.");

    private static final Set<String> NOT_EXACT = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    @Test
    void everyModuleThatHasSourcesIsCompiled() {
        List<String> missing = Tree.modules().stream()
                .filter(module -> Files.isDirectory(module.resolve("src/main/java")))
                .filter(module -> !Files.isDirectory(module.resolve("target/classes")))
                .map(Tree::name)
                .toList();

        assertThat(missing)
                .as("the rules read compiled classes: build these modules first")
                .isEmpty();
        assertThat(CLASSES).isNotEmpty();
    }

    @Test
    void everyPackageHasItsPlaceInARow() {
        Set<String> homeless = CLASSES.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> Rooms.rowOf(name).map(row -> row.place(name)).orElse(-1) < 0)
                .collect(Collectors.toSet());

        assertThat(homeless)
                .as("packages without a place: add them to Rooms, where the data passes them, or move their classes")
                .isEmpty();
    }

    @Test
    void servicesDoNotKnowOneAnother() {
        List<String> broken = dependencies()
                .filter(dependency -> Rooms.SERVICES.stream()
                        .anyMatch(row -> row.holds(target(dependency)) && !row.holds(origin(dependency))))
                .map(RoomsTest::said)
                .toList();

        assertThat(broken)
                .as("services meet on topics only: put what both need into an event in common")
                .isEmpty();
    }

    @Test
    void commonKnowsNobody() {
        List<String> broken = dependencies()
                .filter(dependency -> Rooms.COMMON.holds(origin(dependency)))
                .filter(dependency ->
                        target(dependency).startsWith(Rooms.ROOT) && !Rooms.COMMON.holds(target(dependency)))
                .map(RoomsTest::said)
                .toList();

        assertThat(broken)
                .as("common is the contract: what only one module needs lives in that module")
                .isEmpty();
    }

    @Test
    void aRoomKnowsOnlyRoomsBeforeIt() {
        List<String> broken = dependencies()
                .filter(dependency -> Rooms.rowOf(origin(dependency))
                        .filter(row -> isBackwards(row, dependency))
                        .isPresent())
                .map(RoomsTest::said)
                .toList();

        assertThat(broken)
                .as(
                        "data walks one way (see Rooms): move what is used to the earlier room, or hand it over as an argument")
                .isEmpty();
    }

    @Test
    void noPackagesKnowEachOtherInACircle() {
        slices().matching("io.gpuledger.(**)")
                .should()
                .beFreeOfCycles()
                .because("a circle has no order to read it in: move the shared type into the earlier package")
                .check(CLASSES);
    }

    @Test
    void aRoomKnowsNothingOfTheWorldOutside() {
        List<String> broken = dependencies()
                .filter(dependency -> Rooms.isRoom(origin(dependency)))
                .filter(dependency -> !target(dependency).startsWith(Rooms.ROOT))
                .filter(dependency -> !isPure(dependency.getTargetClass()))
                .map(RoomsTest::said)
                .toList();

        assertThat(broken)
                .as("rooms are pure: own a small interface in the room's words and implement it in a door")
                .isEmpty();
    }

    @Test
    void aRoomHasNoClockAndNoDice() {
        List<String> broken = CLASSES.stream()
                .filter(type -> Rooms.isRoom(type.getPackageName()))
                .flatMap(type -> type.getCodeUnitCallsFromSelf().stream())
                .filter(call -> isClockOrDice(
                        call.getTargetOwner().getName(), call.getTarget().getName()))
                .map(call -> call.getDescription())
                .toList();

        assertThat(broken)
                .as("time and chance come from outside: take `now` (or the random source) as an argument")
                .isEmpty();
    }

    @Test
    void moneyIsNeverADouble() {
        List<String> broken = exactOnes()
                .flatMap(type -> type.getMembers().stream())
                .flatMap(member -> typesOf(member)
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .map(JavaClass::getName)
                        .filter(NOT_EXACT::contains)
                        .map(type -> member.getFullName() + " has a " + type))
                .distinct()
                .toList();

        assertThat(broken)
                .as("amounts are exact: use Money, HourlyRate, GpuTime, long or BigDecimal")
                .isEmpty();
    }

    @Test
    void nothingExactIsReckonedInDoubles() {
        List<String> broken = exactOnes()
                .flatMap(type -> type.getCodeUnitCallsFromSelf().stream())
                .filter(call ->
                        NOT_EXACT.contains(call.getTarget().getRawReturnType().getName()))
                .map(call -> call.getDescription())
                .toList();

        assertThat(broken)
                .as("a double on the way spoils the last digits: stay in long, BigInteger or BigDecimal")
                .isEmpty();
    }

    @Test
    void noPlainStoreIsAskedBehindItsLock() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.apache\\.kafka\\.streams\\.query\\..*(Key|Range)Query")
                .because("such a query and a write take the store's two locks in opposite order and may wait for one"
                        + " another for ever (KAFKA-19629): read the store through KafkaStreams.store")
                .check(CLASSES);
    }

    @Test
    void theRulesWouldNoticeABreach() {
        assertThat(isClockOrDice("java.time.Instant", "now")).isTrue();
        assertThat(isClockOrDice("java.lang.System", "currentTimeMillis")).isTrue();
        assertThat(isClockOrDice("java.time.Instant", "ofEpochMilli")).isFalse();
        assertThat(Rooms.LEDGER.place("io.gpuledger.ledger.rating"))
                .isLessThan(Rooms.LEDGER.place("io.gpuledger.ledger.metering"));
        assertThat(Rooms.ALERT.place("io.gpuledger.alert.sink.webhook"))
                .isEqualTo(Rooms.ALERT.place("io.gpuledger.alert.sink"));
        assertThat(Rooms.LEDGER.place("io.gpuledger.ledger.garden")).isEqualTo(-1);
    }

    private static Stream<JavaClass> exactOnes() {
        return CLASSES.stream().filter(type -> {
            String name = type.getPackageName();
            return name.equals("io.gpuledger.common.value")
                    || name.equals("io.gpuledger.common.event")
                    || Rooms.LEDGER.isRoom(name);
        });
    }

    private static Stream<JavaType> typesOf(JavaMember member) {
        return switch (member) {
            case JavaField field -> Stream.of(field.getType());
            case JavaCodeUnit unit -> Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream());
            default -> Stream.empty();
        };
    }

    private static Stream<Dependency> dependencies() {
        return CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> !target(dependency).isEmpty());
    }

    private static boolean isBackwards(Row row, Dependency dependency) {
        return row.holds(target(dependency)) && row.place(target(dependency)) > row.place(origin(dependency));
    }

    private static boolean isPure(JavaClass type) {
        String name = type.getBaseComponentType().getName();
        return type.getBaseComponentType().isPrimitive()
                || (PURE.stream().anyMatch(name::startsWith) && OUTSIDE.stream().noneMatch(name::startsWith));
    }

    private static boolean isClockOrDice(String owner, String method) {
        return (owner.startsWith("java.time.") && (method.equals("now") || method.startsWith("system")))
                || (owner.equals("java.lang.System")
                        && (method.equals("currentTimeMillis") || method.equals("nanoTime")))
                || method.equals("randomUUID")
                || method.equals("random")
                || owner.equals("java.util.concurrent.ThreadLocalRandom");
    }

    private static String origin(Dependency dependency) {
        return dependency.getOriginClass().getPackageName();
    }

    private static String target(Dependency dependency) {
        return dependency.getTargetClass().getBaseComponentType().getPackageName();
    }

    private static String said(Dependency dependency) {
        return Tree.outermost(dependency.getOriginClass()).getName() + " uses "
                + dependency.getTargetClass().getName();
    }
}
