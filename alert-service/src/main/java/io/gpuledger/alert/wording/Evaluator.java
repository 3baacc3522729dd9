package io.gpuledger.alert.wording;

import io.gpuledger.alert.wording.function.Comparison;
import io.gpuledger.alert.wording.function.Functions;
import io.gpuledger.alert.wording.syntax.Pipeline;
import io.gpuledger.alert.wording.syntax.Pipeline.Command;
import io.gpuledger.alert.wording.syntax.Pipeline.Operand;
import io.gpuledger.alert.wording.value.Member;
import io.gpuledger.alert.wording.value.Moment;
import io.gpuledger.alert.wording.value.Unwritable;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pipeline -> its value. */
final class Evaluator {

    private static final int COUNT_MAX = 1_000;

    private final Functions functions;

    Evaluator(Functions functions) {
        this.functions = functions;
    }

    /** What a range goes over. */
    record Item(@Nullable Object key, @Nullable Object value) {}

    static List<Item> items(@Nullable Object value) {
        List<Item> items = new ArrayList<>();
        switch (value) {
            case null -> {}
            case Map<?, ?> map -> map.forEach((key, each) -> items.add(new Item(key, each)));
            case List<?> list -> list.forEach(each -> items.add(new Item((long) items.size(), each)));
            case Long count
            when count <= COUNT_MAX -> {
                for (long i = 0; i < count; i++) {
                    items.add(new Item(i, i));
                }
            }
            default -> throw new Unwritable("range can't iterate over this");
        }
        return items;
    }

    /** Declares or sets the pipeline's variable, too; in a range that is the range's own business. */
    @Nullable Object value(Pipeline pipeline, @Nullable Object dot, Scope scope) {
        Object value = null;
        boolean piped = false;
        for (Command command : pipeline.commands()) {
            value = command(command, piped, value, new Place(dot, scope));
            piped = true;
        }
        if (pipeline.variables().size() == 1) {
            String name = pipeline.variables().getFirst();
            if (pipeline.sets()) {
                scope.set(name, value);
            } else {
                scope.declare(name, value);
            }
        }
        return value;
    }

    /** Where something is evaluated. */
    private record Place(@Nullable Object dot, Scope scope) {}

    private @Nullable Object command(Command command, boolean piped, @Nullable Object last, Place place) {
        Operand first = command.operands().getFirst();
        List<Operand> rest = command.operands().subList(1, command.operands().size());
        if (first instanceof Operand.Function(String name) && (name.equals("and") || name.equals("or"))) {
            return shortened(name, rest, piped ? new Item(null, last) : null, place);
        }
        List<@Nullable Object> arguments = new ArrayList<>();
        rest.forEach(operand -> arguments.add(operand(operand, List.of(), place)));
        if (piped) {
            arguments.add(last);
        }
        return operand(first, arguments, place);
    }

    private @Nullable Object shortened(String name, List<Operand> rest, @Nullable Item last, Place place) {
        Object value = null;
        for (Operand operand : rest) {
            value = operand(operand, List.of(), place);
            if (Comparison.isTrue(value) == name.equals("or")) {
                return value;
            }
        }
        return last == null ? value : last.value();
    }

    private @Nullable Object operand(Operand operand, List<@Nullable Object> arguments, Place place) {
        return switch (operand) {
            case Operand.Function(String name) -> functions.call(name, arguments);
            case Operand.Fields(List<String> names) -> chained(place.dot(), names, arguments);
            case Operand.Variable(String name, List<String> fields) ->
                chained(place.scope().get(name), fields, arguments);
            case Operand.Nested(Pipeline pipeline, List<String> fields) ->
                chained(value(pipeline, place.dot(), place.scope()), fields, arguments);
            case Operand.Dot any -> alone(place.dot(), arguments);
            case Operand.Literal(Object value) -> alone(value, arguments);
            case Operand.Nil any -> alone(null, arguments);
        };
    }

    private static @Nullable Object alone(@Nullable Object value, List<@Nullable Object> arguments) {
        if (!arguments.isEmpty()) {
            throw new Unwritable("can't give argument to what is no function");
        }
        return value;
    }

    private static @Nullable Object chained(
            @Nullable Object value, List<String> names, List<@Nullable Object> arguments) {
        if (names.isEmpty()) {
            return alone(value, arguments);
        }
        Object here = value;
        for (int i = 0; i < names.size(); i++) {
            here = member(here, names.get(i), i == names.size() - 1 ? arguments : List.of());
        }
        return here;
    }

    private static @Nullable Object member(@Nullable Object value, String name, List<@Nullable Object> arguments) {
        return switch (value) {
            case Member named -> named.member(name, arguments);
            case ZonedDateTime time -> Moment.member(time, name, arguments);
            case Duration duration -> Moment.member(duration, name);
            case Map<?, ?> map -> map.get(name);
            case null -> throw new Unwritable("nil has no field " + name);
            default -> throw Member.missing(name, value.getClass().getSimpleName());
        };
    }
}
