package io.gpuledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every method that answers over HTTP says who may ask. */
class DoorsTest {

    private static final String READS = "jakarta.ws.rs.GET";
    private static final List<String> CHANGES =
            List.of("jakarta.ws.rs.POST", "jakarta.ws.rs.PUT", "jakarta.ws.rs.DELETE", "jakarta.ws.rs.PATCH");
    private static final String ROLES = "jakarta.annotation.security.RolesAllowed";
    private static final String EVERYBODY = "jakarta.annotation.security.PermitAll";

    /** What everybody may ask, whoever it is. */
    private static final Set<String> OPEN = Set.of(
            "io.gpuledger.alert.api.StatusResource.healthy",
            "io.gpuledger.alert.api.StatusResource.ready",
            "io.gpuledger.alert.answer.PagerDutyHook.take",
            "io.gpuledger.ledger.api.console.ConsoleResource.addresses");

    @Test
    void whatReadsSaysWhoMay() {
        List<String> broken = methods()
                .filter(method -> method.isAnnotatedWith(READS))
                .filter(method -> !speaks(method) && !method.getOwner().isAnnotatedWith(ROLES))
                .map(DoorsTest::name)
                .toList();

        assertThat(broken)
                .as("beside the method, or its class: @RolesAllowed(Roles.VIEWER)")
                .isEmpty();
    }

    @Test
    void whatChangesSaysItBesideItself() {
        List<String> broken = methods()
                .filter(method -> CHANGES.stream().anyMatch(method::isAnnotatedWith))
                .filter(method -> !speaks(method))
                .map(DoorsTest::name)
                .toList();

        assertThat(broken)
                .as("@RolesAllowed beside the method: what its class says is for reading")
                .isEmpty();
    }

    @Test
    void nothingIsOpenByAccident() {
        List<String> open = methods()
                .filter(method ->
                        method.isAnnotatedWith(EVERYBODY) || method.getOwner().isAnnotatedWith(EVERYBODY))
                .map(DoorsTest::name)
                .toList();

        assertThat(open)
                .as("everybody may ask these: name them here, and see that they are in OpenDoors")
                .containsExactlyInAnyOrderElementsOf(OPEN);
    }

    private static Stream<JavaMethod> methods() {
        return Tree.classes().stream()
                .filter(type -> Rooms.SERVICES.stream().anyMatch(row -> row.holds(type.getPackageName())))
                .flatMap(type -> type.getMethods().stream())
                .filter(method ->
                        Stream.concat(Stream.of(READS), CHANGES.stream()).anyMatch(method::isAnnotatedWith));
    }

    private static boolean speaks(CanBeAnnotated method) {
        return method.isAnnotatedWith(ROLES) || method.isAnnotatedWith(EVERYBODY);
    }

    private static String name(JavaMethod method) {
        return method.getOwner().getName() + "." + method.getName();
    }
}
