package io.portcullis.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.portcullis.intake.Intake;
import io.portcullis.projections.Projections;
import io.portcullis.projections.processing.Progress;
import io.portcullis.store.DataFolder;
import io.portcullis.store.EventLog;
import io.portcullis.store.ViewDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The views, and how far they are behind. */
@Configuration(proxyBeanMethods = false)
class ProjectionsConfiguration {

    @Bean
    ViewDatabase viewDatabase(DataFolder folder, ServeOptions options) {
        return options.databaseUrl() == null
                ? ViewDatabase.open(folder.path())
                : ViewDatabase.open(options.databaseUrl());
    }

    /** They wait for the memory to be recovered: decisions are waited for, and both read the whole log. */
    @Bean
    Projections projections(EventLog log, ViewDatabase database, Intake intake, MeterRegistry registry) {
        Projections projections =
                Projections.start(log.eventStore(), database.dataSource(), database.transactions(), intake.recovered());
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
