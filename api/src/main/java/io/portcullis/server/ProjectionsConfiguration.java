package io.portcullis.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.portcullis.projections.Projections;
import io.portcullis.projections.processing.Progress;
import io.portcullis.store.EventLog;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The views, and how far they are behind. */
@Configuration(proxyBeanMethods = false)
class ProjectionsConfiguration {

    @Bean
    Projections projections(
            EventLog log, DataSource dataSource, PlatformTransactionManager transactions, MeterRegistry registry) {
        Projections projections = Projections.start(log.eventStore(), dataSource, transactions);
        for (String view : projections.views().names()) {
            Gauge.builder("portcullis.projection.lag", projections, each -> behind(each, view))
                    .tag("view", view)
                    .description("events that the view has yet to read")
                    .register(registry);
        }
        return projections;
    }

    private static double behind(Projections projections, String view) {
        return projections.views().progress().stream()
                .filter(progress -> progress.view().equals(view) && progress.answers())
                .mapToLong(Progress::behind)
                .max()
                .orElse(0);
    }
}
