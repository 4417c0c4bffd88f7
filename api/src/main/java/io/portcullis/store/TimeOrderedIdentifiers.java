package io.portcullis.store;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import org.axonframework.common.IdentifierFactory;

/**
 * UUIDv7 for events, found by Axon through the service loader. Random identifiers would touch a page of the index for
 * each event; these grow, so that they all land on its last page.
 */
public final class TimeOrderedIdentifiers extends IdentifierFactory {

    private final TimeBasedEpochGenerator generator = Generators.timeBasedEpochGenerator();

    @Override
    public String generateIdentifier() {
        return generator.generate().toString();
    }
}
