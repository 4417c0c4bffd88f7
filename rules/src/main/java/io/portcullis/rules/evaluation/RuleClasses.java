package io.portcullis.rules.evaluation;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.drools.model.Model;
import org.drools.modelcompiler.CanonicalKieModule;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * What Drools' compiler made of rules: classes of its executable model.
 *
 * @param model the class that describes all rules
 * @param classes by name
 */
record RuleClasses(String model, SortedMap<String, byte[]> classes) {

    private static final String NOTHING = "";

    static RuleClasses of(CanonicalKieModule module) {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        module.getClassesMap().forEach((file, bytes) -> classes.put(name(file), bytes));
        return new RuleClasses(model(module), classes);
    }

    /** From the second line of the file in which Drools names it; of no rules there is none. */
    private static String model(CanonicalKieModule module) {
        byte[] names = module.getBytes(CanonicalKieModule.getModelFileWithGAV(module.getReleaseId()));
        return names == null
                ? NOTHING
                : new String(names, StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElse(NOTHING);
    }

    private static String name(String file) {
        return file.substring(0, file.length() - ".class".length()).replace('/', '.');
    }

    static RuleClasses readFrom(DataInput in) throws IOException {
        String model = in.readUTF();
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            classes.put(name, bytes);
        }
        return new RuleClasses(model, classes);
    }

    void writeTo(DataOutput out) throws IOException {
        out.writeUTF(model);
        out.writeInt(classes.size());
        for (Map.Entry<String, byte[]> each : classes.entrySet()) {
            out.writeUTF(each.getKey());
            out.writeInt(each.getValue().length);
            out.write(each.getValue());
        }
    }

    /** Loads the classes, in a loader of their own. */
    KieBase load() {
        if (model.equals(NOTHING)) {
            return KieBaseBuilder.createKieBaseFromModel(java.util.List.<Model>of());
        }
        try {
            return KieBaseBuilder.createKieBaseFromModel((Model) new Loader(classes)
                    .loadClass(model)
                    .getDeclaredConstructor()
                    .newInstance());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the compiled rules cannot be loaded", e);
        }
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> classes;

        Loader(Map<String, byte[]> classes) {
            super(RuleClasses.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte @Nullable [] bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
