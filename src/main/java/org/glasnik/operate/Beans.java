package org.glasnik.operate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** Parts of the application for a command: each is made when it is asked for, and none does anything of itself. */
final class Beans implements AutoCloseable {
    /** Whose parts commands use, and what these need. */
    private static final List<String> MODULES =
            List.of("platform", "access", "deed", "listing", "importing", "registry", "identity", "signin");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** @param data the folder of the installation */
    Beans(DataSource source, Path data) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("command", Map.of("glasnik.data", data.toString())));
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(source));
        context.registerBean(
                AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME, LifecycleProcessor.class, Resting::new);
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.register(Transactions.class);
        context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor());
        context.scan(MODULES.stream().map(module -> "org.glasnik." + module).toArray(String[]::new));
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }

    /** As in the application: methods that say so have a transaction around them. */
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}

    /** Starts nothing: what watches or works in the background has no business in a command. */
    private static final class Resting implements LifecycleProcessor {
        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
        }
    }
}
