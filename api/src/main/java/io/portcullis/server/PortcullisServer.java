package io.portcullis.server;

import io.portcullis.http.ActivityController;
import io.portcullis.http.Bodies;
import io.portcullis.http.DecisionController;
import io.portcullis.http.DecisionLogController;
import io.portcullis.http.EntityController;
import io.portcullis.http.ProblemErrorController;
import io.portcullis.http.Problems;
import io.portcullis.http.RootController;
import io.portcullis.http.ViewController;
import io.portcullis.http.WarningLog;
import io.portcullis.intake.Intake;
import io.portcullis.projections.Projections;
import io.portcullis.rules.InvalidRules;
import io.portcullis.rules.RuleSet;
import io.portcullis.rules.evaluation.CompiledFolder;
import io.portcullis.security.AdminKey;
import io.portcullis.security.ApiKeys;
import io.portcullis.security.KeyController;
import io.portcullis.security.SecurityConfiguration;
import io.portcullis.store.DataFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.support.GenericApplicationContext;

/** A running server. */
public final class PortcullisServer implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(PortcullisServer.class);

    private final ConfigurableApplicationContext context;
    private final CountDownLatch closed;

    private PortcullisServer(ConfigurableApplicationContext context, CountDownLatch closed) {
        this.context = context;
        this.closed = closed;
    }

    /** All that makes the application. Auto-configuration brings the web; what concerns the log is wired by hand. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            excludeName = {
                "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration",
                "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration",
                "org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
                "org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration",
                "org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration",
                "org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration"
            })
    @Import({
        LogConfiguration.class,
        ProjectionsConfiguration.class,
        SecurityConfiguration.class,
        OpenApiConfiguration.class,
        TomcatConfiguration.class,
        Bodies.class,
        WarningLog.class,
        ActivityController.class,
        DecisionController.class,
        DecisionLogController.class,
        EntityController.class,
        RootController.class,
        ViewController.class,
        KeyController.class,
        Problems.class,
        ProblemErrorController.class
    })
    static class Application {}

    /** What takes its time and waits for nothing, done beside the start of the framework. */
    record Ahead(CompletableFuture<RuleSet> compiled) {

        static Ahead start(ServeOptions options) {
            Path rules = options.rules();
            CompiledFolder kept = CompiledFolder.orElse(options.data().resolve("compiled-rules"));
            return new Ahead(CompletableFuture.supplyAsync(() -> {
                try {
                    return rules == null ? RuleSet.shipped(kept) : RuleSet.load(rules, kept);
                } catch (InvalidRules | IOException e) {
                    throw new CompletionException(e);
                }
            }));
        }

        RuleSet rules() throws InvalidRules, IOException {
            try {
                return compiled.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof InvalidRules invalid) {
                    throw invalid;
                }
                if (e.getCause() instanceof IOException unreadable) {
                    throw unreadable;
                }
                throw e;
            }
        }
    }

    /**
     * Starts a server and waits until it is ready: its memory stands where the log ends.
     *
     * @throws RuntimeException when it cannot start; everything is closed again then
     */
    public static PortcullisServer start(ServeOptions options) {
        long start = System.nanoTime();
        // Axon would ask its vendor's host for updates.
        System.setProperty("axon.update-check.disabled", "true");
        Ahead ahead = Ahead.start(options);
        CountDownLatch closed = new CountDownLatch(1);
        SpringApplication application = new SpringApplication(Application.class);
        application.setDefaultProperties(properties(options));
        application.setLogStartupInfo(false);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(ServeOptions.class, () -> options);
            beans.registerBean(Ahead.class, () -> ahead);
        });
        PortcullisServer server = new PortcullisServer(application.run(), closed);
        // Only now: a context that fails to start closes itself, and nobody waits for it.
        server.context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> {
            LOGGER.info("Stopping: finishes what it has taken, and saves a checkpoint");
            closed.countDown();
        });
        try {
            server.becomeReady(options);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
        LOGGER.info(
                "Ready at http://127.0.0.1:{} after {} ms, data in {}",
                server.port(),
                (System.nanoTime() - start) / 1_000_000,
                options.data().toAbsolutePath().normalize());
        return server;
    }

    private void becomeReady(ServeOptions options) {
        AdminKey.ensure(
                        context.getBean(ApiKeys.class),
                        options.adminKey(),
                        context.getBean(DataFolder.class).file("admin.key"))
                .ifPresent(file -> LOGGER.info("The admin key is in {}", file));
        intake().recovered().join();
    }

    private static Map<String, Object> properties(ServeOptions options) {
        return Map.ofEntries(
                Map.entry("server.address", "127.0.0.1"),
                Map.entry("server.port", options.port()),
                Map.entry("server.shutdown", "graceful"),
                Map.entry("server.tomcat.max-keep-alive-requests", -1),
                Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "20s"),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("logging.config", "classpath:io/portcullis/server/logback.xml"),
                Map.entry("management.endpoints.web.exposure.include", "health,metrics,prometheus"),
                // Fourteen observations of the security filters cost more than all else of a decision over HTTP.
                Map.entry("management.observations.enable.spring.security", false),
                Map.entry("management.endpoint.health.probes.enabled", true),
                Map.entry("management.endpoint.health.status.order", "down,recovering,out-of-service,up,unknown"),
                Map.entry("management.endpoint.health.status.http-mapping.down", 503),
                Map.entry("management.endpoint.health.status.http-mapping.recovering", 503),
                Map.entry("management.endpoint.health.status.http-mapping.out-of-service", 503),
                // Why the intake fails, and how long the log is, is for whoever has a key. The disk's indicator would
                // name
                // folders, and looks at another.
                Map.entry("management.endpoint.health.show-details", "when-authorized"),
                Map.entry("management.health.diskspace.enabled", false),
                Map.entry("management.endpoint.health.group.readiness.include", "readinessState,intake"));
    }

    /** Where it listens. */
    public int port() {
        return Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                .getPort();
    }

    public Intake intake() {
        return context.getBean(Intake.class);
    }

    /** The views, as its HTTP interface asks them. */
    public Projections projections() {
        return context.getBean(Projections.class);
    }

    /** Feeds it simulated traffic until it stops. */
    public void demonstrate() {
        LOGGER.info("Loads a day of simulated traffic, and goes on as it happens, about an activity a second; all of it"
                + " stays in the data folder");
        Thread demo = new Thread(new DemoTraffic(intake(), Clock.systemUTC()), "demo");
        demo.setDaemon(true);
        demo.start();
        context.addApplicationListener((ApplicationListener<ContextClosedEvent>) event -> demo.interrupt());
    }

    /** Waits until somebody stops it. */
    public void awaitClose() throws InterruptedException {
        closed.await();
    }

    /** Finishes the calls that it has taken, saves a checkpoint and stops. */
    @Override
    public void close() {
        context.close();
    }
}
