package io.gpuledger.common.config.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.event.ConfigKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A configuration file as resources, and resources as a file. */
public final class ResourceFile {

    /** The sections of the file that are resources, in the order they are written in. */
    public static final Map<ConfigKind, String> SECTIONS = sections();

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private ResourceFile() {}

    private static Map<ConfigKind, String> sections() {
        Map<ConfigKind, String> sections = new LinkedHashMap<>();
        sections.put(ConfigKind.OWNERS, "owners");
        sections.put(ConfigKind.BUDGET, "budgets");
        sections.put(ConfigKind.PLAN, "plans");
        sections.put(ConfigKind.RULE, "rules");
        sections.put(ConfigKind.OVERHEAD, "overheads");
        sections.put(ConfigKind.ASSUMED_PRICE, "assumedPrices");
        sections.put(ConfigKind.SETTINGS, "metering");
        return java.util.Collections.unmodifiableMap(sections);
    }

    /** The resources a file says; its accounts and alerting are none. An empty list of owners is no resource. */
    public static List<Resource> resources(LedgerFile file) {
        return Stream.of(
                        file.owners().isEmpty() ? Stream.empty() : Stream.of(new OwnerRules(file.owners())),
                        file.budgets().stream(),
                        file.plans().stream(),
                        Stream.ofNullable(file.rules()).flatMap(List::stream),
                        file.overheads().stream(),
                        file.assumedPrices().stream(),
                        Stream.ofNullable(file.metering()))
                .flatMap(bodies -> bodies.map(Resource::of))
                .toList();
    }

    /** A file that says these resources; every section is in it, so that applying it leaves nothing else. */
    public static String yaml(Collection<Resource> resources) {
        Map<String, Object> file = new LinkedHashMap<>();
        SECTIONS.forEach((kind, section) -> {
            List<Resource> ofKind = resources.stream()
                    .filter(resource -> resource.kind() == kind)
                    .sorted(Comparator.comparing(Resource::name))
                    .toList();
            if (kind == ConfigKind.OWNERS) {
                file.put(
                        section,
                        ofKind.isEmpty() ? List.of() : ofKind.getFirst().form().getOrDefault("rules", List.of()));
            } else if (!kind.isSingle()) {
                file.put(section, ofKind.stream().map(Resource::form).toList());
            } else if (!ofKind.isEmpty()) {
                file.put(section, ofKind.getFirst().form());
            }
        });
        try {
            return YAML.writeValueAsString(file);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("resources that were read cannot be written", e);
        }
    }

    /** The kinds whose sections a file has, be they empty. */
    public static List<ConfigKind> kindsIn(Collection<String> sectionsOfFile) {
        List<ConfigKind> kinds = new ArrayList<>();
        SECTIONS.forEach((kind, section) -> {
            if (sectionsOfFile.contains(section)) {
                kinds.add(kind);
            }
        });
        return kinds;
    }
}
