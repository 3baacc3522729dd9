package io.gpuledger.cli.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.gpuledger.cli.service.Refused;
import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.config.resource.ResourceFile;
import io.gpuledger.common.event.ConfigKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that is to be made so: of each section it has, exactly what it says; what it has no section for is left alone.
 *
 * @param kinds whose sections it has, be they empty
 */
public record WantedFile(List<ConfigKind> kinds, List<Resource> resources) {

    public static WantedFile read(Path file) throws Refused {
        try {
            List<Resource> resources = ResourceFile.resources(ConfigFile.read(file));
            JsonNode root = new YAMLMapper().readTree(file.toFile());
            List<String> sections = new ArrayList<>();
            root.fieldNames().forEachRemaining(sections::add);
            return new WantedFile(ResourceFile.kindsIn(sections), resources);
        } catch (ConfigFile.Refused e) {
            throw Refused.badInput(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw Refused.badInput(file + ": cannot be read");
        }
    }
}
