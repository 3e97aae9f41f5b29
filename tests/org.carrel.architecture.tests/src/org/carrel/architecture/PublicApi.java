/*
 * Copyright (c) 2026 Carrel contributors.
 * SPDX-License-Identifier: EPL-2.0
 */
package org.carrel.architecture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;

/**
 * What bundles of others may use of a package, read from its source code: each type and member that is public or
 * protected, as a line. Constructors of records are left out: a record may get more components, and only Carrel makes
 * those of its model.
 */
final class PublicApi {

    private static final Set<Modifier> SHOWN = EnumSet.of(Modifier.ABSTRACT, Modifier.STATIC, Modifier.FINAL,
            Modifier.SEALED, Modifier.NON_SEALED, Modifier.PROTECTED);
    private static final Pattern NAME = Pattern.compile("(?<![.\\w])[A-Z]\\w*");

    private final SortedSet<String> lines = new TreeSet<>();

    private PublicApi() {}

    /** The lines for the packages in {@code folders}, in order. */
    static SortedSet<String> of(List<Path> folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            files.addAll(files(folder));
        }
        PublicApi api = new PublicApi();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, Locale.ROOT,
                StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                api.read(unit);
            }
        }
        return api.lines;
    }

    /** The source files that lie in {@code folder} itself. */
    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .toList();
        }
    }

    private void read(CompilationUnitTree unit) {
        Map<String, String> imports = new HashMap<>();
        for (ImportTree one : unit.getImports()) {
            String name = one.getQualifiedIdentifier().toString();
            imports.put(name.substring(name.lastIndexOf('.') + 1), name);
        }
        for (Tree declared : unit.getTypeDecls()) {
            if (declared instanceof ClassTree type && type.getModifiers().getFlags().contains(Modifier.PUBLIC)) {
                read(unit.getPackageName() + "." + type.getSimpleName(), type, imports);
            }
        }
    }

    private void read(String name, ClassTree type, Map<String, String> imports) {
        boolean open = type.getKind() == Kind.INTERFACE || type.getKind() == Kind.ANNOTATION_TYPE;
        StringBuilder head = new StringBuilder(kind(type.getKind())).append(' ').append(name).append(modifiers(type));
        if (!type.getTypeParameters().isEmpty()) {
            head.append(
                    type.getTypeParameters().stream().map(Tree::toString).collect(Collectors.joining(", ", " <", ">")));
        }
        if (type.getExtendsClause() != null) {
            head.append(" extends ").append(qualified(type.getExtendsClause().toString(), imports));
        }
        type.getImplementsClause()
                .forEach(implemented -> head.append(" is ").append(qualified(implemented.toString(), imports)));
        lines.add(head.toString());
        for (Tree member : type.getMembers()) {
            switch (member) {
                case ClassTree nested when open || isOpen(nested.getModifiers().getFlags()) -> read(
                        name + "." + nested.getSimpleName(), nested, imports);
                case MethodTree method when open && !isPrivate(method.getModifiers().getFlags())
                        || isOpen(method.getModifiers().getFlags()) -> read(name, type, method, imports);
                case VariableTree field when open || isOpen(field.getModifiers().getFlags())
                        || isComponent(type, field) -> lines
                                .add((isComponent(type, field) ? "component " : "field ") + name + "#" + field.getName()
                                        + " : " + qualified(field.getType().toString(), imports));
                default -> {
                    // Nobody else sees it.
                }
            }
        }
    }

    private void read(String name, ClassTree type, MethodTree method, Map<String, String> imports) {
        boolean constructor = method.getReturnType() == null;
        if (constructor && type.getKind() == Kind.RECORD) {
            return;
        }
        boolean toImplement = type.getKind() == Kind.INTERFACE && method.getBody() == null;
        String parameters = method.getParameters().stream()
                .map(parameter -> qualified(parameter.getType().toString(), imports)).collect(Collectors.joining(", "));
        String thrown = method.getThrows().stream().map(one -> qualified(one.toString(), imports)).sorted()
                .collect(Collectors.joining(", "));
        lines.add((toImplement ? "abstract method " : "method ") + name + "#"
                + (constructor ? "new" : method.getName()) + "(" + parameters + ")"
                + (constructor ? "" : " : " + qualified(method.getReturnType().toString(), imports))
                + (thrown.isEmpty() ? "" : " throws " + thrown)
                + (method.getModifiers().getFlags().contains(Modifier.STATIC) ? " static" : ""));
    }

    private static boolean isComponent(ClassTree type, VariableTree field) {
        Set<Modifier> flags = field.getModifiers().getFlags();
        return type.getKind() == Kind.RECORD && !flags.contains(Modifier.STATIC);
    }

    private static boolean isOpen(Set<Modifier> flags) {
        return flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED);
    }

    private static boolean isPrivate(Set<Modifier> flags) {
        return flags.contains(Modifier.PRIVATE);
    }

    private static String kind(Kind kind) {
        return kind == Kind.ANNOTATION_TYPE ? "annotation" : kind.name().toLowerCase(Locale.ROOT);
    }

    private static String modifiers(ClassTree type) {
        return type.getModifiers().getFlags().stream().filter(SHOWN::contains)
                .filter(flag -> type.getKind() == Kind.CLASS || flag == Modifier.SEALED).map(Modifier::toString)
                .sorted()
                .map(" "::concat).collect(Collectors.joining());
    }

    /** With the names that the file imports written out, so that an import by itself changes nothing unseen. */
    private static String qualified(String type, Map<String, String> imports) {
        Matcher names = NAME.matcher(type.replaceAll("@\\w+(\\([^)]*\\))?\\s*", ""));
        return names.replaceAll(found -> Matcher.quoteReplacement(imports.getOrDefault(found.group(), found.group())));
    }
}
