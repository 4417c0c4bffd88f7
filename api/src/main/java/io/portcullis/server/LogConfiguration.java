package io.portcullis.server;

import io.micrometer.core.instrument.MeterRegistry;
import io.portcullis.domain.activity.Redaction;
import io.portcullis.intake.Intake;
import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.RuleSet;
import io.portcullis.security.ApiKeys;
import io.portcullis.store.DataFolder;
import io.portcullis.store.EventLog;
import java.io.IOException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From the data folder to the intake. Closed in the opposite order. */
@Configuration(proxyBeanMethods = false)
class LogConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    DataFolder dataFolder(ServeOptions options) {
        return DataFolder.take(options.data());
    }

    @Bean
    Redaction redaction(DataFolder folder) {
        return Redaction.keyed(folder.secret("fingerprint.key"));
    }

    @Bean
    EventLog eventLog(DataFolder folder, ServeOptions options) {
        return options.databaseUrl() == null ? EventLog.open(folder.path()) : EventLog.open(options.databaseUrl());
    }

    @Bean(destroyMethod = "")
    DataSource dataSource(EventLog log) {
        return log.dataSource();
    }

    @Bean
    RuleSet ruleSet(PortcullisServer.Ahead ahead) throws InvalidRules, IOException {
        return ahead.rules();
    }

    @Bean
    Intake intake(
            EventLog log, RuleSet rules, DataFolder folder, ServeOptions options, MeterRegistry registry, Clock clock) {
        Intake intake = new Intake(log, rules, folder.file("checkpoint"), options.intake(), registry, clock);
        intake.start();
        return intake;
    }

    @Bean("intakeHealthIndicator")
    HealthIndicator intakeHealth(Intake intake, EventLog log) {
        return new IntakeHealth(intake, log);
    }

    @Bean
    ApiKeys apiKeys(EventLog log, Clock clock) {
        return new ApiKeys(log, clock);
    }
}
