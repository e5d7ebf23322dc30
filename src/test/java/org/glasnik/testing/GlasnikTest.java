package org.glasnik.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.glasnik.Glasnik;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole application on a port of its own with a database fresh for each class; all such classes share one application.
 * Inject {@code JdbcClient}, {@code TestClock}, {@code Web}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Glasnik.class,
        properties = "glasnik.data=target/test-data",
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(TestApplication.class)
@TestExecutionListeners(
        listeners = FreshDatabase.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface GlasnikTest {}
