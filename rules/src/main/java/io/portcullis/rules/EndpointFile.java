package io.portcullis.rules;

import io.portcullis.rules.reference.EndpointCatalogue;
import io.portcullis.rules.reference.ReferenceData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint catalogue of a folder of rules, without its rules.
 *
 * @param text of its {@code endpoints.yaml}
 */
public record EndpointFile(String text, EndpointCatalogue catalogue) {

    /**
     * Of a folder, or the shipped one where the folder has none.
     *
     * @param folder null for the rules that come with Portcullis
     */
    public static EndpointFile of(@Nullable Path folder) throws IOException, InvalidRules {
        String text = (folder == null ? Folder.shipped() : Folder.of(folder)).endpoints();
        List<Diagnostic> wrong = new ArrayList<>();
        EndpointCatalogue catalogue = EndpointCatalogue.read(ReferenceData.ENDPOINTS, text, wrong::add);
        if (!wrong.isEmpty()) {
            throw new InvalidRules(wrong);
        }
        return new EndpointFile(text, catalogue);
    }
}
