package dev.tenure.retention.projection;

import dev.tenure.retention.cohort.ClientActivity;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Invoices of clients who pay each month until they leave. */
final class Books {

    private final List<ClientActivity> invoices = new ArrayList<>();
    private int clients;

    /** Adds a cohort by how many of it paid in each month from the first on. */
    Books cohort(YearMonth first, int... paying) {
        for (int i = 0; i < paying[0]; i++) {
            for (int age = 0; age < paying.length && i < paying[age]; age++) {
                pays(clients, first.plusMonths(age));
            }
            clients++;
        }
        return this;
    }

    /** Adds a cohort of clients whose probabilities of leaving each month are drawn from a beta law with parameters 1 and {@code beta}. */
    Books drawn(YearMonth first, int months, int size, double beta, SplittableRandom random) {
        for (int i = 0; i < size; i++) {
            double leaving = 1 - Math.pow(random.nextDouble(), 1 / beta);
            int age = 0;
            do {
                pays(clients, first.plusMonths(age++));
            } while (age < months && random.nextDouble() >= leaving);
            clients++;
        }
        return this;
    }

    private void pays(int client, YearMonth month) {
        invoices.add(ClientActivity.of(client, month.atDay(10), 100));
    }

    List<ClientActivity> invoices() {
        return invoices;
    }

    static LocalDate endOf(int year, int month) {
        return YearMonth.of(year, month).atEndOfMonth();
    }
}
