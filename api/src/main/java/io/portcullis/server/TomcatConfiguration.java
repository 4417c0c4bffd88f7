package io.portcullis.server;

import io.portcullis.admission.AdmissionSettings;
import io.portcullis.admission.UnreadBodyValve;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What of Tomcat has no property. */
@Configuration(proxyBeanMethods = false)
class TomcatConfiguration {

    /** An encoded slash or backslash is a part of an identifier, and stays encoded until the path has been cut. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> identifiers() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        });
    }

    @Bean
    AdmissionSettings admissionSettings() {
        return AdmissionSettings.defaults();
    }

    /** Threads for every lane; who does not send or read for a while is disconnected. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowClients(AdmissionSettings settings) {
        return factory -> {
            factory.addEngineValves(new UnreadBodyValve());
            factory.addConnectorCustomizers(connector -> {
                connector.setProperty("maxThreads", Integer.toString(settings.threads()));
                connector.setProperty("connectionTimeout", "10000");
                connector.setProperty("keepAliveTimeout", "60000");
                connector.setProperty("maxConnections", "16384");
            });
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusals() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemReportValve.class.getName());
            }
        });
    }
}
