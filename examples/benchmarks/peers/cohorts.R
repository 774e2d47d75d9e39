# Rscript cohorts.R <directory of WriteColumns> [repetitions]: processor seconds of the median repetition, data already in memory.
arguments <- commandArgs(TRUE)
directory <- arguments[1]
repetitions <- if (length(arguments) > 1) as.integer(arguments[2]) else 5L
suppressMessages(library(data.table))

ints <- function(name, rows) readBin(file.path(directory, name), "integer", rows, size = 4, endian = "big")
cat(sprintf("R %s, data.table %s, %d threads\n", getRversion(), packageVersion("data.table"), getDTthreads()))
for (rows in c(1e5, 1e6, 1e7)) {
  invoices <- data.table(client = ints("client", rows), day = as.IDate(ints("day", rows), origin = "1970-01-01"), cents = as.numeric(ints("cents", rows)))
  ask <- function() {
    months <- invoices[, .(cents = sum(cents)), by = .(client, month = year(day) * 12L + month(day))]
    months[, cohort := min(month), by = client]
    months[, .(clients = .N, cents = sum(cents)), by = .(cohort, age = month - cohort)]
  }
  spent <- sapply(seq_len(repetitions), function(i) { gc(FALSE); t <- system.time(answer <<- ask()); t[["user.self"]] + t[["sys.self"]] })
  cat(sprintf("| data.table, %d | %.3f s | %.3f - %.3f |\n", rows, median(spent), min(spent), max(spent)))
}
