package io.gpuledger.console;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.io.IOAccess;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** A page of the console that has asked all it wants to know. {@code browser.js} is what is there of a browser. */
final class Page implements AutoCloseable {

    private static final Path SCRIPTS = Path.of("../console/src/main/resources/META-INF/resources/console/js");
    private static final Path BROWSER = Path.of("src/test/resources/console/browser.js");

    /** Reads scripts once for all pages; without a compiler of its own they are interpreted. */
    private static final Engine ENGINE = Engine.newBuilder("js")
            .option("engine.WarnInterpreterOnly", "false")
            .build();

    private final Context context =
            Context.newBuilder("js").engine(ENGINE).allowIO(IOAccess.ALL).build();

    private Page() {}

    /**
     * @param hash the address behind {@code #}
     * @param answers what is answered at each path: the status, a blank and the body; nobody is at others. Questions by window have
     *     {@code ?window} behind the path
     */
    static Page at(String hash, Map<String, String> answers) throws IOException {
        Page page = new Page();
        Value globals = page.context.getBindings("js");
        globals.putMember("hash", hash);
        globals.putMember("answer", (ProxyExecutable) arguments -> answers.get(arguments[0].asString()));
        page.run(BROWSER, "application/javascript");
        page.run(SCRIPTS.resolve("main.js"), "application/javascript+module");
        return page;
    }

    /** What an expression comes to that knows what a script offers, as {@code its}. */
    static String reckoned(String script, String expression) throws IOException {
        String module = "import * as its from '" + SCRIPTS.resolve(script).toAbsolutePath() + "';\n"
                + "globalThis.said = String(" + expression + ");\n";
        try (Context context =
                Context.newBuilder("js").engine(ENGINE).allowIO(IOAccess.ALL).build()) {
            context.eval(Source.newBuilder("js", module, "test.mjs")
                    .mimeType("application/javascript+module")
                    .build());
            return context.getBindings("js").getMember("said").asString();
        }
    }

    private void run(Path script, String type) throws IOException {
        context.eval(Source.newBuilder("js", script.toFile()).mimeType(type).build());
    }

    /** All that can be read in the view. */
    String text() {
        return context.eval("js", "page.text()").asString();
    }

    /** The line that says whether what is shown is up to date. */
    String state() {
        return context.eval("js", "page.state()").asString();
    }

    String title() {
        return context.eval("js", "page.title()").asString();
    }

    /** The rows of all tables, with bars between the cells. */
    List<String> rows() {
        return list("page.rows()");
    }

    /** Where its links lead. */
    List<String> links() {
        return list("page.links()");
    }

    /** What it says went wrong. */
    List<String> problems() {
        return list("page.alerts()");
    }

    /** What it complained of to whoever looks after the scripts. */
    List<String> complaints() {
        return list("page.complaints()");
    }

    /** What it asks the reader. */
    List<String> dialogs() {
        return list("page.dialogs()");
    }

    private List<String> list(String expression) {
        Value value = context.eval("js", expression);
        return LongStream.range(0, value.getArraySize())
                .mapToObj(i -> value.getArrayElement(i).asString())
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
