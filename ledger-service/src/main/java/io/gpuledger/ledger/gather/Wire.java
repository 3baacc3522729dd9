package io.gpuledger.ledger.gather;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.gpuledger.common.wire.Json;
import io.gpuledger.ledger.query.ask.Question;
import io.gpuledger.ledger.query.backtest.BalancesQuestion;
import io.gpuledger.ledger.query.backtest.LinesQuestion;
import io.gpuledger.ledger.query.backtest.PodsQuestion;
import io.gpuledger.ledger.query.backtest.SeriesQuestion;
import io.gpuledger.ledger.query.backtest.TracesQuestion;
import io.gpuledger.ledger.query.budgets.BudgetsQuestion;
import io.gpuledger.ledger.query.burn.AccountsQuestion;
import io.gpuledger.ledger.query.burn.BurnQuestion;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.explain.ExplainQuestion;
import io.gpuledger.ledger.query.jobs.JobQuestion;
import io.gpuledger.ledger.query.measures.BillsQuestion;
import io.gpuledger.ledger.query.measures.LooksQuestion;
import io.gpuledger.ledger.query.measures.WorkQuestion;
import io.gpuledger.ledger.query.reconciliation.ReconciliationQuestion;
import io.gpuledger.ledger.query.rules.RulesQuestion;
import io.gpuledger.ledger.store.StoredBooks;
import io.gpuledger.ledger.watch.RuleState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How questions and their partial answers travel between instances: as the JSON of their records, exact units and all. */
public final class Wire {

    /** Every question that another instance can be asked. One that is not here is answered of what is here alone. */
    private static final List<Class<? extends Question<?>>> QUESTIONS = List.of(
            CostQuestion.class,
            ExplainQuestion.class,
            JobQuestion.class,
            ReconciliationQuestion.class,
            BurnQuestion.class,
            AccountsQuestion.class,
            BudgetsQuestion.class,
            RulesQuestion.class,
            SeriesQuestion.class,
            BalancesQuestion.class,
            PodsQuestion.class,
            LinesQuestion.class,
            TracesQuestion.class,
            LooksQuestion.class,
            WorkQuestion.class,
            BillsQuestion.class);

    /** The question of how far a partition has come. */
    static final String CLOCKS = "Clocks";

    /** The question of what a partition's watch remembers. */
    static final String STATES = "States";

    private static final ObjectMapper JSON = Json.mapper();
    private static final JavaType OF_CLOCKS = JSON.constructType(StoredBooks.Clocks.class);
    private static final JavaType OF_STATES =
            JSON.getTypeFactory().constructMapType(TreeMap.class, String.class, RuleState.class);
    private static final Map<String, Class<? extends Question<?>>> BY_NAME =
            QUESTIONS.stream().collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

    private Wire() {}

    /** A question to an instance, about partitions it has. */
    public record Asked(String question, JsonNode body, Set<Integer> partitions) {}

    /** What it says; partitions it cannot read are not there. */
    public record Told(Map<Integer, JsonNode> parts) {}

    /** A name and a body that can travel; absent where the question cannot. */
    static @Nullable Asked asked(Question<?> question) {
        String name = question.getClass().getSimpleName();
        return BY_NAME.get(name) == question.getClass() ? new Asked(name, JSON.valueToTree(question), Set.of()) : null;
    }

    static Asked askedForClocks() {
        return new Asked(CLOCKS, JSON.createObjectNode(), Set.of());
    }

    static Asked askedForStates() {
        return new Asked(STATES, JSON.createObjectNode(), Set.of());
    }

    /** @throws JsonProcessingException where there is no such question, or it is malformed */
    static Question<?> question(Asked asked) throws JsonProcessingException {
        Class<? extends Question<?>> type = BY_NAME.get(asked.question);
        if (type == null) {
            throw new com.fasterxml.jackson.databind.JsonMappingException(null, "no such question");
        }
        return JSON.treeToValue(asked.body, type);
    }

    /** The type of a question's partial answers. */
    static JavaType part(Asked asked) {
        Class<? extends Question<?>> type = BY_NAME.get(asked.question);
        return type == null
                ? asked.question.equals(STATES) ? OF_STATES : OF_CLOCKS
                : JSON.constructType(type).findSuperType(Question.class).containedType(0);
    }
}
