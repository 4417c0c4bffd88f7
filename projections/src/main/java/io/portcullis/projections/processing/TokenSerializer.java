package io.portcullis.projections.processing;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Tokens as JSON. Those that wrap others name the wrapped one's class: only Axon's own tokens are let in. */
final class TokenSerializer {

    private TokenSerializer() {}

    static Serializer create() {
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(
                        mapper -> mapper.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType((context, type) -> TrackingToken.class.isAssignableFrom(type)
                                        && type.getPackage() == TrackingToken.class.getPackage())
                                .build()))
                .build();
    }
}
