package org.glasnik.testing;

import org.glasnik.platform.Changes;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Before each class: a new database, the clock at its start, nothing remembered. */
final class FreshDatabase implements TestExecutionListener, Ordered {
    @Override
    public int getOrder() {
        return 1500;
    }

    @Override
    public void beforeTestClass(TestContext test) {
        ApplicationContext application = test.getApplicationContext();
        application.getBean(SwitchedDatabase.class).renew();
        application.getBean(TestClock.class).set(TestClock.START);
        application.getBean(Changes.class).forgetAll();
    }
}
