package io.gpuledger.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The methods of source files, as the compiler's own parser sees them. */
final class Methods extends TreeScanner<Void, ClassTree> {

    /** @param isOfRecordConstructor a record's components are many where a thing has many sides */
    record Method(String type, String name, long lines, int parameters, boolean isOfRecordConstructor) {
        @Override
        public String toString() {
            return type + "." + name;
        }
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String text;

        Source(String name, String text) {
            super(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final List<Method> found = new ArrayList<>();
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    private Methods(CompilationUnitTree unit, SourcePositions positions) {
        this.unit = unit;
        this.positions = positions;
    }

    static List<Method> of(List<Path> files) {
        Map<String, String> sources = new TreeMap<>();
        files.stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .forEach(file -> sources.put(Tree.name(file).replace(".java", ""), Tree.text(file)));
        return parse(sources);
    }

    static List<Method> ofText(String name, String text) {
        return parse(Map.of(name, text));
    }

    private static List<Method> parse(Map<String, String> sources) {
        List<Source> files = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        JavacTask task =
                (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, problem -> {}, null, null, files);
        try {
            List<Method> methods = new ArrayList<>();
            for (CompilationUnitTree unit : task.parse()) {
                Methods scanner = new Methods(unit, Trees.instance(task).getSourcePositions());
                scanner.scan(unit, null);
                methods.addAll(scanner.found);
            }
            return methods;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Void visitClass(ClassTree type, ClassTree outer) {
        return super.visitClass(type, type);
    }

    @Override
    public Void visitMethod(MethodTree method, ClassTree type) {
        boolean constructor = method.getName().contentEquals("<init>");
        String name = constructor ? "new" : method.getName().toString();
        found.add(new Method(
                type.getSimpleName().toString(),
                name,
                lines(method),
                method.getParameters().size(),
                constructor && type.getKind() == Kind.RECORD));
        return super.visitMethod(method, type);
    }

    /** Without its annotations: what describes a method is not what it does. */
    private long lines(MethodTree method) {
        long modifiers = positions.getEndPosition(unit, method.getModifiers());
        long start = modifiers < 0 ? positions.getStartPosition(unit, method) : modifiers;
        long from = unit.getLineMap().getLineNumber(start);
        long until = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
        return until - from + 1;
    }
}
