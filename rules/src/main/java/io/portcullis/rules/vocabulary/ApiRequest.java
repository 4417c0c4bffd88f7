package io.portcullis.rules.vocabulary;

import java.util.Locale;

/** A call of an API. */
public final class ApiRequest extends Activity {

    private final io.portcullis.domain.activity.ApiRequest request;
    private final String method;
    private final String resource;

    /** One that reference data know nothing of. */
    public ApiRequest(io.portcullis.domain.activity.ApiRequest request, Cast cast) {
        this(request, cast, Background.NONE);
    }

    public ApiRequest(io.portcullis.domain.activity.ApiRequest request, Cast cast, Background background) {
        super(request, cast, background);
        this.request = request;
        this.resource = text(request.resource() == null ? background.resource() : request.resource());
        this.method = text(request.method()).toUpperCase(Locale.ROOT);
    }

    /** In upper case; empty when it is not known. */
    public String getMethod() {
        return method;
    }

    /** Raw; empty when it is not known. */
    public String getPath() {
        return text(request.path());
    }

    /** As {@code endpoint.purpose}, which Drools could not index. */
    @OfCompiledRules
    public String getEndpointPurpose() {
        return getEndpoint().getPurpose();
    }

    /** As {@code endpoint.sensitivity}, which Drools could not index. */
    @OfCompiledRules
    public String getEndpointSensitivity() {
        return getEndpoint().getSensitivity();
    }

    /** 0 when it is not known. */
    public int getStatus() {
        return request.status() == null ? 0 : request.status();
    }

    /** Milliseconds; 0 when it is not known. */
    public long getDurationMs() {
        return request.durationMs() == null ? 0 : request.durationMs();
    }

    /** 0 when it is not known. */
    public long getBytes() {
        return request.bytes() == null ? 0 : request.bytes();
    }

    /** The object read or changed: as the producer names it, else as its path tells; empty where it tells none. */
    public String getResource() {
        return resource;
    }
}
