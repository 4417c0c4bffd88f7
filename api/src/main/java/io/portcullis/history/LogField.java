package io.portcullis.history;

import java.util.List;

/** What an activity takes from an access log, and how the parser of log formats names it, the best first. */
enum LogField {
    /** Whoever was forwarded, before whoever was next to the server. */
    CLIENT(
            "HTTP.HEADER:request.header.x-forwarded-for",
            "HTTP.HEADER:request.header.x_forwarded_for",
            "STRING:nginxmodule.proxy.add_x_forwarded_for",
            "IP:connection.client.proxy.host",
            "IP:connection.client.ip",
            "IP:connection.client.host",
            "IP:nginxmodule.realip.remote_addr",
            "IP:connection.client.peerip"),
    USER("STRING:connection.client.user", "STRING:connection.client.user.original"),
    REQUEST("HTTP.FIRSTLINE:request.firstline", "HTTP.FIRSTLINE:request.firstline.original"),
    METHOD("HTTP.METHOD:request.method", "HTTP.METHOD:request.firstline.method"),
    PATH("HTTP.URI:request.firstline.uri", "HTTP.URI:request.firstline.uri.normalized", "URI:request.urlpath"),
    QUERY("HTTP.QUERYSTRING:request.querystring", "HTTP.QUERYSTRING:request.firstline.uri.query"),
    STATUS("STRING:request.status.last", "STRING:request.status"),
    BYTES("BYTES:response.body.bytes", "BYTESCLF:response.body.bytes", "BYTES:response.bytes"),
    REFERRER("HTTP.URI:request.referer"),
    USER_AGENT("HTTP.USERAGENT:request.user-agent"),
    MICROSECONDS("MICROSECONDS:response.server.processing.time"),
    MILLISECONDS("MILLISECONDS:response.server.processing.time"),
    SECONDS("SECOND_MILLIS:response.server.processing.time", "SECONDS:response.server.processing.time");

    private final List<String> paths;

    LogField(String... paths) {
        this.paths = List.of(paths);
    }

    List<String> paths() {
        return paths;
    }
}
