/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;

/**
 * The public types and methods that say nothing of themselves. Constructors are left out, and what has its words
 * elsewhere: what overrides something, the components of a record.
 */
final class Unexplained extends TreePathScanner<Void, Void> {

    private final DocTrees words;
    private final SortedSet<String> found = new TreeSet<>();

    private Unexplained(DocTrees words) {
        this.words = words;
    }

    /** Those in {@code files}. */
    static SortedSet<String> in(Collection<Path> files) throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT,
                StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            Unexplained unexplained = new Unexplained(DocTrees.instance(task));
            for (CompilationUnitTree unit : task.parse()) {
                unexplained.scan(unit, null);
            }
            return unexplained.found;
        }
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
        if (!isPublic(type.getModifiers())) {
            return null;
        }
        note(type.getSimpleName().toString());
        return super.visitClass(type, nothing);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
        boolean overrides = method.getModifiers().getAnnotations().stream()
                .anyMatch(one -> one.getAnnotationType().toString().equals("Override"));
        if (isPublic(method.getModifiers()) && method.getReturnType() != null && !overrides) {
            note(((ClassTree) getCurrentPath().getParentPath().getLeaf()).getSimpleName() + "." + method.getName());
        }
        // What is inside of it is nobody's business.
        return null;
    }

    /** In an interface that needs no word. */
    private boolean isPublic(ModifiersTree modifiers) {
        Tree around = getCurrentPath().getParentPath().getLeaf();
        return modifiers.getFlags().contains(Modifier.PUBLIC) || modifiers.getFlags().contains(Modifier.PROTECTED)
                || around.getKind() == Kind.INTERFACE && !modifiers.getFlags().contains(Modifier.PRIVATE);
    }

    private void note(String name) {
        String said = words.getDocComment(getCurrentPath());
        if (said == null || said.isBlank()) {
            found.add(name);
        }
    }
}
