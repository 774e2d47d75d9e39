package dev.tenure.examples.benchmarks.retention;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The same questions in SQL, to a database in the memory of this process; its table is filled before anything is timed. */
final class DuckDb implements AutoCloseable {

    /** Two steps, of which the first makes a row of each client and month: the fastest of several ways to say it. */
    private static final String COHORTS = """
            WITH months AS (
                SELECT client, year(day) * 12 + month(day) AS month, sum(cents) AS cents FROM invoices GROUP BY ALL
            ), cohorts AS (
                SELECT client, min(month) AS cohort FROM months GROUP BY client
            )
            SELECT cohort, month - cohort AS age, count(*) AS clients, sum(cents)::BIGINT AS cents
            FROM months JOIN cohorts USING (client) GROUP BY ALL ORDER BY ALL
            """;

    private static final String HISTORIES = """
            WITH days AS (SELECT DISTINCT client, day FROM invoices)
            SELECT client, count(*) - 1 AS repeats, max(day) - min(day) AS recency, ?::DATE - min(day) AS age
            FROM days GROUP BY client ORDER BY client
            """;

    private static final String SURVIVAL = """
            WITH days AS (
                SELECT segment, days, count(*) AS left_sight, sum(ended) AS ended FROM lifetimes GROUP BY ALL
            ), risk AS (
                SELECT *, sum(left_sight) OVER (PARTITION BY segment ORDER BY days DESC) AS at_risk FROM days
            )
            SELECT segment, days,
                product((at_risk - ended) / at_risk) OVER steps AS survival,
                sum(ended / (at_risk * nullif(at_risk - ended, 0))) OVER steps AS greenwood
            FROM risk WINDOW steps AS (PARTITION BY segment ORDER BY days) ORDER BY segment, days
            """;

    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    static DuckDb of(Invoices invoices) throws SQLException {
        DuckDb database = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
        database.execute("CREATE TABLE numbers (client INTEGER, day INTEGER, cents BIGINT)");
        try (DuckDBAppender appender = database.appender("numbers")) {
            for (int i = 0; i < invoices.rows(); i++) {
                appender.beginRow();
                appender.append(invoices.client[i]);
                appender.append(invoices.day[i]);
                appender.append(invoices.cents[i]);
                appender.endRow();
            }
        }
        database.execute("CREATE TABLE invoices AS SELECT client, DATE '1970-01-01' + day AS day, cents FROM numbers");
        database.execute("DROP TABLE numbers");
        return database;
    }

    static DuckDb of(Lifetimes lifetimes) throws SQLException {
        DuckDb database = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
        database.execute("CREATE TABLE lifetimes (segment INTEGER, days INTEGER, ended INTEGER)");
        try (DuckDBAppender appender = database.appender("lifetimes")) {
            for (int i = 0; i < lifetimes.rows(); i++) {
                appender.beginRow();
                appender.append(lifetimes.group[i]);
                appender.append(lifetimes.days[i]);
                appender.append(lifetimes.ended[i] ? 1 : 0);
                appender.endRow();
            }
        }
        return database;
    }

    /** Sets how many threads a question may use. */
    void useThreads(int threads) throws SQLException {
        execute("SET threads = " + threads);
    }

    /** Returns rows of cohort, age, clients and cents. */
    long[][] cohorts() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(COHORTS)) {
            List<long[]> cells = new ArrayList<>();
            while (rows.next()) {
                cells.add(new long[] {rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)});
            }
            return cells.toArray(new long[0][]);
        }
    }

    /** Returns rows of client, repeat purchases, days to the last one and days to the end. */
    long[][] histories(LocalDate end) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(HISTORIES)) {
            statement.setObject(1, end);
            try (ResultSet rows = statement.executeQuery()) {
                List<long[]> histories = new ArrayList<>();
                while (rows.next()) {
                    histories.add(new long[] {rows.getLong(1), rows.getLong(2), rows.getLong(3), rows.getLong(4)});
                }
                return histories.toArray(new long[0][]);
            }
        }
    }

    /** Returns rows of group, days, share and Greenwood's sum, which is 0 once no one is left. */
    double[][] survival() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SURVIVAL)) {
            List<double[]> steps = new ArrayList<>();
            while (rows.next()) {
                steps.add(new double[] {rows.getInt(1), rows.getInt(2), rows.getDouble(3), rows.getDouble(4)});
            }
            return steps.toArray(new double[0][]);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private DuckDBAppender appender(String table) throws SQLException {
        return connection.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
