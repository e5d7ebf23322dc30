package org.glasnik.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A data source whose database can be exchanged under the running application, and which writes down the statements of
 * requests: those of jobs in the background are not counted.
 */
public final class SwitchedDatabase extends AbstractDataSource {
    static final ThreadLocal<Boolean> IN_REQUEST = ThreadLocal.withInitial(() -> false);

    private final List<String> statements = Collections.synchronizedList(new ArrayList<>());
    private volatile HikariDataSource current = TestDatabase.fresh();
    private volatile boolean used;
    private volatile boolean lost;

    void renew() {
        if (used) {
            HikariDataSource old = current;
            current = TestDatabase.fresh();
            old.close();
        }
        used = true;
        statements.clear();
    }

    /** The pool of the present database. */
    public HikariDataSource pool() {
        return current;
    }

    /** Does something while requests find no database. */
    public <T> T without(Supplier<T> work) {
        lost = true;
        try {
            return work.get();
        } finally {
            lost = false;
        }
    }

    /** Statements of requests since the last call. */
    public List<String> statements() {
        synchronized (statements) {
            List<String> taken = List.copyOf(statements);
            statements.clear();
            return taken;
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (lost && IN_REQUEST.get()) {
            throw new SQLTransientConnectionException("lost");
        }
        Connection connection = current.getConnection();
        return IN_REQUEST.get() ? counted(connection) : connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private Connection counted(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        Object result = method.invoke(connection, arguments);
                        if (result instanceof PreparedStatement && arguments != null) {
                            statements.add(String.valueOf(arguments[0]));
                        }
                        return result;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
