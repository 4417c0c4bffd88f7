package io.portcullis.rules.language;

import io.portcullis.rules.vocabulary.OfCompiledRules;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A type of the vocabulary, with its properties as a rule names them: {@code getApiKey} is {@code apiKey},
 * {@code isFailed} is {@code failed}. Nothing else of a class can be reached from a rule.
 */
record FactType(Class<?> type, Map<String, Method> properties) {

    static FactType of(Class<?> type) {
        Map<String, Method> properties = new TreeMap<>();
        for (Method method : type.getMethods()) {
            if (method.getDeclaringClass().getPackage() == FactTypes.VOCABULARY
                    && method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && !method.isAnnotationPresent(OfCompiledRules.class)) {
                propertyName(method.getName()).ifPresent(name -> properties.put(name, method));
            }
        }
        return new FactType(type, properties);
    }

    private static Optional<String> propertyName(String method) {
        for (String prefix : new String[] {"get", "is"}) {
            if (method.startsWith(prefix) && method.length() > prefix.length()) {
                String name = method.substring(prefix.length());
                return Optional.of(Character.toLowerCase(name.charAt(0)) + name.substring(1));
            }
        }
        return Optional.empty();
    }

    String name() {
        return type.getSimpleName();
    }
}
