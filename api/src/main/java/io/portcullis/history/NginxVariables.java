package io.portcullis.history;

import io.portcullis.domain.spelling.Nearest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of nginx. A format may name others, which its configuration or another module defines; one that is
 * spelled almost as one of these is a mistake.
 */
final class NginxVariables {

    /** As nginx's index of variables has them for HTTP; then Kubernetes' ingress controller's, and those of this reader. */
    private static final Set<String> KNOWN = Set.of("""
            ancient_browser args binary_remote_addr body_bytes_sent bytes_sent connection connection_requests
            connection_time connections_active connections_reading connections_waiting connections_writing
            content_length content_type date_gmt date_local document_root document_uri fastcgi_path_info
            fastcgi_script_name geoip_area_code geoip_city geoip_city_continent_code geoip_city_country_code
            geoip_city_country_code3 geoip_city_country_name geoip_country_code geoip_country_code3
            geoip_country_name geoip_dma_code geoip_latitude geoip_longitude geoip_org geoip_postal_code geoip_region
            geoip_region_name gzip_ratio host hostname http2 http3 https invalid_referer is_args is_request_port
            jwt_payload limit_conn_status limit_rate limit_req_status memcached_key modern_browser mqtt_preread_clientid
            msec msie nginx_version otel_parent_id otel_parent_sampled otel_span_id otel_trace_id pid pipe
            proxy_add_x_forwarded_for proxy_host proxy_port proxy_protocol_addr proxy_protocol_port
            proxy_protocol_server_addr proxy_protocol_server_port query_string realip_remote_addr realip_remote_port
            realpath_root remote_addr remote_port remote_user request request_body request_body_file
            request_completion request_filename request_id request_length request_method request_port request_time
            request_uri scheme secure_link secure_link_expires server_addr server_name server_port server_protocol
            session_log_binary_id session_log_id slice_range spdy spdy_request_priority ssl_alpn_protocol ssl_cipher
            ssl_ciphers ssl_client_cert ssl_client_escaped_cert ssl_client_fingerprint ssl_client_i_dn
            ssl_client_i_dn_legacy ssl_client_raw_cert ssl_client_s_dn ssl_client_s_dn_legacy ssl_client_serial
            ssl_client_v_end ssl_client_v_remain ssl_client_v_start ssl_client_verify ssl_curve ssl_curves
            ssl_early_data ssl_protocol ssl_server_name ssl_session_id ssl_session_reused ssl_sigalg status
            tcpinfo_rcv_space tcpinfo_rtt tcpinfo_rttvar tcpinfo_snd_cwnd time_iso8601 time_local uid_got uid_reset
            uid_set upstream_addr upstream_bytes_received upstream_bytes_sent upstream_cache_age
            upstream_cache_last_modified upstream_cache_status upstream_connect_time upstream_first_byte_time
            upstream_header_time upstream_last_addr upstream_last_server_name upstream_queue_time
            upstream_response_length upstream_response_time upstream_server upstream_session_time upstream_status
            uri userid
            http_cookie http_host http_referer http_user_agent http_via http_x_forwarded_for http_x_real_ip
            namespace ingress_name service_name service_port the_real_ip proxy_upstream_name
            proxy_alternative_upstream_name req_id
            word any""".split("\\s+"));

    /** Whatever follows is the name of a header, an argument, a cookie. */
    private static final Pattern FAMILY =
            Pattern.compile("(?:arg|cookie|sent_http|sent_trailer|upstream_(?:http|trailer|cookie)|jwt_claim|jwt_header"
                    + "|proxy_protocol_tlv)_.+");

    private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|(\\w+))");

    private NginxVariables() {}

    /**
     * The format with each variable as {@code $name}: nginx takes {@code ${name}} too, and any case.
     *
     * @throws IllegalArgumentException when a variable is spelled almost as one that is known; the message is the user's
     */
    static String spell(String format) {
        return VARIABLE.matcher(format).replaceAll(found -> {
            boolean braces = found.group(1) != null;
            String name = (braces ? found.group(1) : found.group(2)).toLowerCase(Locale.ROOT);
            meant(name).ifPresent(known -> {
                throw new IllegalArgumentException("there is no variable $" + name + "; did you mean $" + known
                        + "? One that your configuration defines is written $any here");
            });
            if (braces && found.end() < format.length() && isPartOfName(format.charAt(found.end()))) {
                throw new IllegalArgumentException(
                        "nothing stands behind " + found.group() + " that would tell where it ends in a line");
            }
            return Matcher.quoteReplacement("$" + name);
        });
    }

    private static boolean isPartOfName(char letter) {
        return letter == '_' || letter < 128 && Character.isLetterOrDigit(letter);
    }

    /** The known variable that a name is a misspelling of. */
    private static Optional<String> meant(String name) {
        if (KNOWN.contains(name) || FAMILY.matcher(name).matches()) {
            return Optional.empty();
        }
        // Short names are near to many, and so are headers to others.
        boolean manyAreNear = name.length() < 6 || name.startsWith("http_");
        return Nearest.to(name, KNOWN, manyAreNear ? 1 : 2);
    }
}
