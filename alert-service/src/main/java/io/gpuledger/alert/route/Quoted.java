package io.gpuledger.alert.route;

/** Text in double quotes, escaped as Go does, because group keys are compared with Alertmanager's. */
final class Quoted {

    private Quoted() {}

    static String text(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        value.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int c) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\r' -> quoted.append("\\r");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (Character.isISOControl(c)) {
                    quoted.append(String.format("\\x%02x", c));
                } else {
                    quoted.appendCodePoint(c);
                }
            }
        }
    }
}
