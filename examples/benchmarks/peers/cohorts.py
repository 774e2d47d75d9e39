"""python3 cohorts.py <directory of WriteColumns> [repetitions]: processor seconds of the median repetition, data already in memory."""
import statistics
import sys
import time
from pathlib import Path

import numpy
import pandas

directory = Path(sys.argv[1])
repetitions = int(sys.argv[2]) if len(sys.argv) > 2 else 5


def ints(name, rows):
    return numpy.fromfile(directory / name, dtype=">i4", count=rows).astype("i4")


def cohorts(invoices):
    month = invoices["day"].dt.year * 12 + invoices["day"].dt.month
    months = invoices.assign(month=month).groupby(["client", "month"], sort=False)["cents"].sum().reset_index()
    months["cohort"] = months.groupby("client")["month"].transform("min")
    months["age"] = months["month"] - months["cohort"]
    return months.groupby(["cohort", "age"])["cents"].agg(["size", "sum"])


print("pandas", pandas.__version__, "numpy", numpy.__version__)
for rows in (100_000, 1_000_000, 10_000_000):
    table = pandas.DataFrame({
        "client": ints("client", rows),
        "day": ints("day", rows).astype("datetime64[D]").astype("datetime64[ns]"),
        "cents": ints("cents", rows).astype("i8"),
    })
    spent = []
    for _ in range(repetitions):
        before = time.process_time()
        answer = cohorts(table)
        spent.append(time.process_time() - before)
    print(f"| pandas, {rows} | {statistics.median(spent):.3f} s | {min(spent):.3f} - {max(spent):.3f} |", len(answer), int(answer["size"].sum()))
