package io.gpuledger.common.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicsTest {

    private static final Map<String, TopicSettings> SHIPPED =
            TopicSettings.shipped().stream().collect(Collectors.toMap(TopicSettings::name, Function.identity()));

    @Test
    void everyNamedTopicHasItsSettingsAndEverySettingItsName() throws Exception {
        assertThat(SHIPPED.keySet()).containsExactlyInAnyOrderElementsOf(constants(Topics.class));
    }

    @Test
    void whatIsReadTogetherHasOneNumberOfPartitions() {
        assertThat(List.of(Topics.PODS, Topics.ACCOUNTS, Topics.POSTINGS))
                .extracting(TopicsTest::partitions)
                .as("the books of an account are read together with its balance, and a tick counts the meters")
                .containsOnly(partitions(Topics.PODS));
    }

    @Test
    void alertsAreDecidedInOnePlace() {
        assertThat(partitions(Topics.ALERTS)).isEqualTo(1);
    }

    @Test
    void everySettingIsOneThatKafkaKnows() throws Exception {
        List<String> known = constants(TopicConfig.class);

        assertThat(SHIPPED.values())
                .allSatisfy(topic -> assertThat(known)
                        .as("settings of %s", topic.name())
                        .containsAll(topic.config().keySet()));
    }

    @Test
    void nothingIsDeletedForTheAgeOfWhatItTells() {
        assertThat(SHIPPED.values())
                .allSatisfy(topic -> assertThat(topic.config())
                        .as("%s: imported history must not be deleted on arrival", topic.name())
                        .containsEntry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
    }

    @Test
    void everyTopicSurvivesTheLossOfABroker() {
        assertThat(SHIPPED.values())
                .allSatisfy(topic ->
                        assertThat(topic.config()).containsEntry(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2"));
    }

    @Test
    void aFieldNobodyKnowsIsRefused() {
        String yaml = "topics: [{name: a, purpose: b, partitions: 1, config: {}, replicas: 3}]";

        assertThatThrownBy(() -> TopicSettings.read(new ByteArrayInputStream(yaml.getBytes(UTF_8))))
                .hasMessageContaining("replicas");
    }

    @Test
    void aTopicWithoutPartitionsIsRefused() {
        assertThatThrownBy(() -> new TopicSettings("a", "b", 0, Map.of()))
                .hasMessage("partitions must be from 1 to " + TopicSettings.PARTITIONS_MAX);
    }

    private static int partitions(String topic) {
        return SHIPPED.getOrDefault(topic, new TopicSettings("none", "", 1, Map.of()))
                .partitions();
    }

    private static List<String> constants(Class<?> type) throws IllegalAccessException {
        List<String> values = new ArrayList<>();
        for (Field field : type.getFields()) {
            if (field.getType() == String.class && !field.getName().endsWith("_DOC")) {
                values.add((String) field.get(null));
            }
        }
        assertThat(Set.copyOf(values)).isNotEmpty();
        return values;
    }
}
