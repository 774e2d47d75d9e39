"""python3 purchases.py <directory of WriteColumns> [repetitions]: processor seconds of the median repetition, data already in memory.

The likelihoods of the papers over whole columns, equal customers as one row with a weight, searched by SciPy's BFGS with the analytic gradient (BG/NBD) and by its
Nelder-Mead (Pareto/NBD), as packages for Python do."""
import statistics
import sys
import time
from pathlib import Path

import numpy
import scipy
from scipy.optimize import minimize
from scipy.special import betaln, digamma, gammaln, hyp2f1

directory = Path(sys.argv[1])
repetitions = int(sys.argv[2]) if len(sys.argv) > 2 else 5


def doubles(name, rows):
    return numpy.fromfile(directory / name, dtype=">f8", count=rows).astype("f8")


def collapsed(repeats, recency, age):
    rows, weights = numpy.unique(numpy.column_stack([repeats, recency, age]), axis=0, return_counts=True)
    return rows[:, 0], rows[:, 1] / 7, rows[:, 2] / 7, weights


def bg_nbd(repeats, recency, age):
    x, t, T, w = collapsed(repeats, recency, age)
    n = w.sum()
    scale = T.max()
    again = x > 0

    def objective(logs):
        r, alpha, a, b = numpy.exp(logs)
        alpha *= scale
        stays = -(r + x) * numpy.log(alpha + T)
        leaves = numpy.where(again, numpy.log(a) - numpy.log(numpy.maximum(b + x - 1, 1e-300)) - (r + x) * numpy.log(alpha + t), -numpy.inf)
        both = numpy.logaddexp(stays, leaves)
        p = numpy.exp(leaves - both)
        value = gammaln(r + x) - gammaln(r) + r * numpy.log(alpha) + betaln(a, b + x) - betaln(a, b) + both
        d_r = digamma(r + x) - digamma(r) + numpy.log(alpha) - (1 - p) * numpy.log(alpha + T) - p * numpy.log(alpha + t)
        d_alpha = r / alpha - (r + x) * ((1 - p) / (alpha + T) + p / (alpha + t))
        d_a = -digamma(a + b + x) + digamma(a + b) + p / a
        d_b = digamma(b + x) - digamma(a + b + x) - digamma(b) + digamma(a + b) - numpy.where(again, p / numpy.maximum(b + x - 1, 1e-300), 0)
        gradient = numpy.array([r * (w @ d_r), alpha * (w @ d_alpha), a * (w @ d_a), b * (w @ d_b)])
        return -(w @ value) / n, -gradient / n

    found = minimize(objective, numpy.full(4, 0.1), jac=True, method="BFGS")
    return numpy.exp(found.x) * [1, scale, 1, 1], -found.fun * n


def pareto_nbd(repeats, recency, age):
    x, t, T, w = collapsed(repeats, recency, age)
    n = w.sum()
    scale = T.max()

    def objective(logs):
        r, alpha, s, beta = numpy.exp(logs)
        alpha *= scale
        beta *= scale
        large, small = max(alpha, beta), min(alpha, beta)
        c = s + 1 if alpha >= beta else r + x
        q = r + s + x
        left = -q * numpy.log(large + t) + numpy.log(hyp2f1(q, c, q + 1, (large - small) / (large + t)))
        right = -q * numpy.log(large + T) + numpy.log(hyp2f1(q, c, q + 1, (large - small) / (large + T)))
        gone = numpy.log(s) - numpy.log(q) + left + numpy.log1p(-numpy.exp(numpy.minimum(right - left, -1e-300)))
        alive = -(r + x) * numpy.log(alpha + T) - s * numpy.log(beta + T)
        value = gammaln(r + x) - gammaln(r) + r * numpy.log(alpha) + s * numpy.log(beta) + numpy.logaddexp(alive, gone)
        value = -(w @ value) / n
        return value if numpy.isfinite(value) else 1e10

    found = minimize(objective, numpy.zeros(4), method="Nelder-Mead", options={"maxiter": 2000})
    return numpy.exp(found.x) * [1, scale, 1, scale], -found.fun * n


print("numpy", numpy.__version__, "scipy", scipy.__version__)
numpy.seterr(all="ignore")
for name, question, sizes in (("BG/NBD", bg_nbd, (2_357, 100_000, 1_000_000)), ("Pareto/NBD", pareto_nbd, (2_357, 100_000))):
    for size in sizes:
        columns = [doubles(column, size) for column in ("repeats", "recency", "age")]
        spent = []
        for _ in range(repetitions):
            before = time.process_time()
            parameters, log_likelihood = question(*columns)
            spent.append(time.process_time() - before)
        print(f"| {name}, {size} | {statistics.median(spent):.3f} s | {min(spent):.3f} - {max(spent):.3f} |", parameters, log_likelihood, flush=True)
