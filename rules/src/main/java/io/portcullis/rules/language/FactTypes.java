package io.portcullis.rules.language;

import io.portcullis.rules.vocabulary.Activity;
import io.portcullis.rules.vocabulary.ApiRequest;
import io.portcullis.rules.vocabulary.Assessment;
import io.portcullis.rules.vocabulary.Login;
import io.portcullis.rules.vocabulary.Payment;
import io.portcullis.rules.vocabulary.Signup;
import java.util.List;
import java.util.Optional;

/** The types that a rule's pattern can name. */
final class FactTypes {

    static final Package VOCABULARY = Activity.class.getPackage();

    private static final List<FactType> PATTERNS = List.of(
            FactType.of(Activity.class),
            FactType.of(ApiRequest.class),
            FactType.of(Login.class),
            FactType.of(Signup.class),
            FactType.of(Payment.class),
            FactType.of(Assessment.class));

    private FactTypes() {}

    static Optional<FactType> ofName(String name) {
        return PATTERNS.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    static List<String> names() {
        return PATTERNS.stream().map(FactType::name).toList();
    }
}
