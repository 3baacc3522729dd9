package io.gpuledger.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import io.gpuledger.house.Rooms.Row;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What services answer over HTTP, as their resource classes say. */
final class Endpoints {

    /** Where the module {@code console} keeps its pages; ledger-service serves them. */
    static final String PAGES = "console/src/main/resources/META-INF/resources";

    private static final JavaClasses CLASSES = Tree.classes();
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "DELETE");

    private Endpoints() {}

    /** Every path, with the names of its parameters. */
    static Set<String> paths(Row service) {
        Set<String> paths = new TreeSet<>();
        resources(service).forEach(type -> {
            String root = path(type);
            paths.add(root);
            type.getMethods().forEach(method -> paths.add(path(root, method)));
        });
        if (service.equals(Rooms.LEDGER)) {
            paths.add("/console/");
        }
        return paths;
    }

    /** Every method and path, such as {@code DELETE /v1/acks/{}}. */
    static Set<String> calls(Row service) {
        Set<String> calls = new TreeSet<>();
        resources(service)
                .forEach(type -> type.getMethods()
                        .forEach(method -> METHODS.stream()
                                .filter(word -> method.isAnnotatedWith("jakarta.ws.rs." + word))
                                .forEach(word -> calls.add(word + " " + unnamed(path(path(type), method))))));
        return calls;
    }

    /** Parameters without their names. */
    static String unnamed(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }

    /** A property of an annotation, where it is there. */
    static Stream<String> value(HasAnnotations<?> annotated, String annotation, String property) {
        return annotated.getAnnotations().stream()
                .filter(mark -> mark.getRawType().getName().equals(annotation))
                .flatMap(mark -> mark.get(property).stream())
                .map(String::valueOf);
    }

    private static Stream<JavaClass> resources(Row service) {
        return CLASSES.stream().filter(type -> service.holds(type.getPackageName()));
    }

    private static String path(String root, JavaMethod method) {
        return (root + path(method)).replace("//", "/");
    }

    private static String path(HasAnnotations<?> annotated) {
        return value(annotated, "jakarta.ws.rs.Path", "value")
                .map(path -> path.startsWith("/") ? path : "/" + path)
                .findFirst()
                .orElse("");
    }
}
