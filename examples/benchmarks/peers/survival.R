# Rscript survival.R <directory of WriteColumns> [repetitions]: processor seconds of the median repetition, data already in memory.
arguments <- commandArgs(TRUE)
directory <- arguments[1]
repetitions <- if (length(arguments) > 1) as.integer(arguments[2]) else 5L
suppressMessages({library(survival); library(prodlim); library(cmprsk)})

ints <- function(name, rows) readBin(file.path(directory, name), "integer", rows, size = 4, endian = "big")
doubles <- function(name, rows) readBin(file.path(directory, name), "double", rows, size = 8, endian = "big")
timed <- function(question, ask) {
  spent <- sapply(seq_len(repetitions), function(i) { gc(FALSE); t <- system.time(answer <<- ask()); t[["user.self"]] + t[["sys.self"]] })
  cat(sprintf("| %s | %.3f s | %.3f - %.3f |\n", question, median(spent), min(spent), max(spent)))
  answer
}

cat(sprintf("R %s, survival %s, prodlim %s, cmprsk %s\n", getRversion(), packageVersion("survival"), packageVersion("prodlim"), packageVersion("cmprsk")))
for (rows in c(1e5, 1e6, 1e7)) {
  days <- ints("days", rows); ended <- ints("ended", rows); group <- ints("group", rows)
  invisible(timed(sprintf("survfit, five groups, %d", rows), function() survfit(Surv(days, ended) ~ group)))
  answer <- timed(sprintf("survdiff, five groups, %d", rows), function() survdiff(Surv(days, ended) ~ group))
  cat(sprintf("  chi-square %.10f\n", answer$chisq))
}
fractions <- doubles("fractions", 1e6); ended <- ints("ended", 1e6); group <- ints("group", 1e6)
invisible(timed("survfit, fractions of a day, five groups, 1e6", function() survfit(Surv(fractions, ended) ~ group)))
for (rows in c(1e5, 1e6)) {
  days <- ints("days", rows); cause <- ints("cause", rows); frame <- data.frame(days, cause)
  answer <- timed(sprintf("prodlim, three causes with errors, %d", rows), function() prodlim(Hist(days, cause) ~ 1, data = frame))
  cat("  incidence at the end", sprintf("%.12f", sapply(answer$cuminc, function(x) tail(x, 1))), "\n")
  invisible(timed(sprintf("cuminc, three causes with errors, %d", rows), function() cuminc(days, cause)))
}
rows <- 1e5
days <- ints("cox-days", rows); ended <- ints("cox-ended", rows)
covariates <- sapply(c("nps", "breaches", "meetings", "referred", "discount"), function(name) doubles(paste0("cox-", name), rows))
answer <- timed("coxph, Efron, 1e5 x 5", function() coxph(Surv(days, ended) ~ covariates))
cat("  coefficients", sprintf("%.12f", coef(answer)), "\n")
invisible(timed("coxph.fit, Efron, 1e5 x 5, the fit alone", function() survival:::coxph.fit(covariates, Surv(days, ended), NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, resid = FALSE)))
answer <- timed("concordance, 1e5", function() concordance(Surv(days, ended) ~ covariates[, 3]))
cat(sprintf("  concordance %.12f\n", answer$concordance))
