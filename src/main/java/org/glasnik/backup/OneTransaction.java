package org.glasnik.backup;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.Set;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A data source of one connection in one transaction: whoever borrows it may believe to have committed, but that is for us to
 * do. So migrations, rows and deeds of a restore are all there or none is.
 */
final class OneTransaction extends AbstractDataSource {
    private static final Set<String> OURS = Set.of(
            "commit",
            "rollback",
            "close",
            "setAutoCommit",
            "setReadOnly",
            "setTransactionIsolation",
            "setSchema",
            "abort");

    private final Connection connection;
    private boolean doomed;

    OneTransaction(Connection connection) {
        this.connection = connection;
    }

    @Override
    public Connection getConnection() {
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    boolean whole = arguments == null || !(arguments[0] instanceof java.sql.Savepoint);
                    if (OURS.contains(method.getName()) && whole) {
                        doomed |= method.getName().equals("rollback");
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(String user, String password) {
        return getConnection();
    }

    void requireWhole() {
        if (doomed) {
            throw new BackupException("A step of the restore was rolled back. Nothing was restored.");
        }
    }
}
