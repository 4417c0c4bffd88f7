package io.portcullis.rules.evaluation;

import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * What rules are compiled against. It knows without a look that the rules' own classes are in no archive: the compiler
 * asks for that ten thousand times, and each look goes through all archives.
 */
final class ClassPath extends ClassLoader {

    /** The package of the rules, and those that the compiler makes of it. */
    private static final String RULES = "portcullis/";

    ClassPath() {
        super(ClassPath.class.getClassLoader());
    }

    @Override
    public @Nullable URL getResource(String name) {
        return name.startsWith(RULES) && name.endsWith(".class") ? null : super.getResource(name);
    }
}
