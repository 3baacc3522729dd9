package io.gpuledger.common.reference;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say of records and their components, so that a schema's descriptions are written once. */
final class RecordDocs extends TreePathScanner<Void, String> {

    private static final Path SOURCES = Path.of("src/main/java");

    private final Map<String, String> texts = new HashMap<>();
    private final DocTrees trees;

    private RecordDocs(DocTrees trees) {
        this.trees = trees;
    }

    /** Reads every source file of the module. */
    static RecordDocs read() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(SOURCES)) {
            List<Path> java = sources.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(java));
            RecordDocs docs = new RecordDocs(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                docs.scan(unit, unit.getPackageName() + ".");
            }
            return docs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is said of the type; absent where nothing is. */
    @Nullable String of(Class<?> type) {
        return texts.get(type.getName());
    }

    /** What is said of a record's component; absent where nothing is. */
    @Nullable String of(Class<?> type, String component) {
        return texts.get(type.getName() + "#" + component);
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, String prefix) {
        String name = prefix + type.getSimpleName();
        TreePath here = getCurrentPath();
        DocCommentTree comment = trees.getDocCommentTree(here);
        if (comment != null) {
            texts.put(name, text(name, comment.getFullBody()));
            for (DocTree tag : comment.getBlockTags()) {
                if (tag instanceof ParamTree param && !param.isTypeParameter()) {
                    texts.put(name + "#" + param.getName(), text(name, param.getDescription()));
                }
            }
        }
        return super.visitClass(type, name + "$");
    }

    private static String text(String type, List<? extends DocTree> parts) {
        return parts.stream()
                .map(part -> words(type, part))
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String words(String type, DocTree part) {
        return switch (part) {
            case TextTree text -> text.getBody();
            case LiteralTree literal -> "`" + literal.getBody().getBody().strip() + "`";
            case ValueTree value -> constant(type, String.valueOf(value.getReference()));
            case StartElementTree start -> " ";
            case EndElementTree end -> " ";
            case EntityTree entity -> "&" + entity.getName() + ";";
            default ->
                throw new IllegalStateException(type + ": '" + part
                        + "' has no plain text yet: teach RecordDocs.words about " + part.getKind());
        };
    }

    private static String constant(String type, String reference) {
        try {
            return String.valueOf(
                    Class.forName(type).getField(reference.replace("#", "")).get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + ": no constant " + reference, e);
        }
    }
}
