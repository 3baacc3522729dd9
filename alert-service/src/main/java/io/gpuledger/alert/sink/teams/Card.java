package io.gpuledger.alert.sink.teams;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A message with an adaptive card, the one form that workflows take. */
record Card(String type, List<Attachment> attachments) {

    private static final String SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json";

    @JsonInclude
    record Attachment(String contentType, @Nullable String contentUrl, Content content) {}

    record Content(
            @JsonProperty("$schema") String schema,
            String type,
            String version,
            List<Block> body,
            Map<String, String> msteams) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Block(
            String type,
            String text,
            @Nullable String weight,
            @Nullable String size,
            boolean wrap,
            @Nullable String style,
            @Nullable String color) {}

    /** @param color {@code Attention} or {@code Good} */
    static Card of(String title, String text, String color) {
        Content content = new Content(
                SCHEMA,
                "AdaptiveCard",
                "1.2",
                List.of(
                        new Block("TextBlock", title, "Bolder", "Medium", true, "heading", color),
                        new Block("TextBlock", text, null, null, true, null, null)),
                Map.of("width", "full"));
        return new Card("message", List.of(new Attachment("application/vnd.microsoft.card.adaptive", null, content)));
    }
}
