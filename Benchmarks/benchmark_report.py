"""Reports of a market from a large book, against DuckDB on its own copy of the facts.

--only 5000000 takes the book of so many audience counts alone.
"""

import functools
import json
import pathlib
import statistics
import subprocess
import sys
import time

import harness
from harness import BUILD, Competitor

MARKETS = [("UK", "GBP"), ("DE", "EUR"), ("FR", "EUR"), ("IT", "EUR"), ("ES", "EUR"), ("US", "USD")]
# Audience counts and sale lines; the events stay the same.
SIZES = [(50_000_000, 10_000_000), (5_000_000, 1_000_000), (500_000, 100_000)]
EVENTS = 10_000
LIMITS = {"market": 0.05, "by month": 0.08, "by product": 1.5, "reconcile": 0.3}

# `i` is a number from 0 on; hash() draws the same for the same numbers.
SHOWS = """
SELECT i, 'show-' || lpad(i::VARCHAR, 5, '0') AS event, {market} AS market, 'tiktok' AS platform,
  'Show ' || i AS title, TIMESTAMP '2023-01-01' + INTERVAL 105 MINUTE * i AS starts_at,
  TIMESTAMP '2023-01-01' + INTERVAL 105 MINUTE * i + INTERVAL 90 MINUTE AS ends_at,
  'Brand ' || hash(i) % 40 AS brands, 'Creator ' || hash(i, 1) % 300 AS creators
FROM range({events}) AS shows(i)
"""
AUDIENCE = """
SELECT event, starts_at + INTERVAL 1 SECOND * (row % {each} * 5400 // {each}) AS at,
  50 + hash(i) % 150 + least(row % {each}, {each} - row % {each}) * 100 // {each}
  + hash(row) % 21 AS count
FROM range({counts}) AS counts(row) JOIN shows ON i = row // {each}
"""
SALES = """
SELECT 576300000000000000 + row // 2 AS "order", row % 2 + 1 AS line,
  'SKU-' || lpad(((i * 7 + hash(row) % 30) % 5000)::VARCHAR, 4, '0') AS product,
  sign * (1 + hash(row, 1) % 3)::BIGINT AS quantity,
  (sign * (1 + hash(row, 1) % 3)::BIGINT * (199 + hash(row, 2) % 3000)::BIGINT / 100)::DECIMAL(18, 2)
    AS amount,
  {currency} AS currency,
  starts_at + INTERVAL 1 SECOND * (hash(row // 2, 3) % 7200)::BIGINT
    + INTERVAL 1 DAY * CASE WHEN sign < 0 THEN 1 + hash(row, 4) % 20 ELSE 0 END::BIGINT AS at,
  event, CASE WHEN sign > 0 THEN 'sale' ELSE 'refund' END AS kind
FROM range({sales}) AS sales(row) JOIN shows ON i = row * {events} // {sales}
  CROSS JOIN (VALUES (1), (-1)) AS moves(sign)
WHERE sign > 0 OR hash(row, 5) % 20 = 0
"""
# What a platform reports of each show: its order lines, or a pound less.
REPORTED = """
SELECT shows.* EXCLUDE (i), any_value(currency) || ' '
  || (sum(amount) FILTER (kind = 'sale') - max(CASE WHEN i % 10 = 0 THEN 1 ELSE 0 END)) AS gmv
FROM sales JOIN shows USING (event) GROUP BY ALL ORDER BY event
"""
PROFILE = """
records = "shows"
source = "platform"
[columns]
event = "event"
market = "market"
platform = "platform"
title = "title"
starts_at = "starts_at"
ends_at = "ends_at"
brands = "brands"
creators = "creators"
[totals]
gmv_attributed = "gmv"
"""
# What a report of the UK says of its audience and its sales.
ASKED = {
    "market": """
WITH curves AS (
  SELECT event, count, epoch_ms("at") AS instant,
    lag(count) OVER curve AS before, lag(epoch_ms("at")) OVER curve AS since
  FROM audience JOIN shows USING (event) WHERE market = 'UK'
  WINDOW curve AS (PARTITION BY event ORDER BY "at")),
watched AS (
  SELECT max(count) AS peak, round(
    sum((count + before) / 2 * (instant - since)) / sum(instant - since), 3) AS average
  FROM curves)
SELECT peak, average, {sold} FROM watched,
  (SELECT {sums} FROM sales JOIN shows USING (event) WHERE market = 'UK')""",
    "by month": """
SELECT strftime("at", '%Y-%m') AS month, {sums} FROM sales JOIN shows USING (event)
WHERE market = 'UK' GROUP BY month HAVING gross > 0 ORDER BY month""",
    "by product": """
SELECT product, {sums} FROM sales JOIN shows USING (event)
WHERE market = 'UK' GROUP BY product HAVING gross > 0 ORDER BY product""",
}
SUMS = """sum(amount) FILTER (kind = 'sale') AS gross, sum(quantity) FILTER (kind = 'sale') AS units,
  count(DISTINCT "order") FILTER (kind = 'sale') AS orders"""
OPTIONS = {
    "market": [], "by month": ["--by", "month"], "by product": ["--by", "product"],
    "as of": ["--as-of"], "reconcile": [],
}


def main() -> None:
    options = harness.arguments(__doc__)
    program = pathlib.Path(options.ledger).resolve()
    books = []
    sizes = [
        (counts, sales) for counts, sales in SIZES
        if not options.only or any(word == str(counts) for word in options.only)]
    for counts, sales in [(100_000, 20_000)] if options.quick else sizes:
        books.append((counts, sales, *made(program, 200 if options.quick else EVENTS, counts, sales)))
    rows = []
    for counts, sales, book, copy in books:
        for name in OPTIONS:
            asked = name if name in ASKED else "market"
            own = ledger(program, book, name, asked)
            other = duckdb(copy, asked)
            competitors = [own] + ([other] if name == asked else [])
            harness.alternate(competitors, options.rounds)
            seconds = [run.seconds for run in own.runs]
            limit = f"{LIMITS[name] * 1000:.0f} ms" if name in LIMITS else "–"
            rows.append([
                f"{counts:,}", f"{sales:,}", name, f"{own.median() * 1000:.0f} ms",
                f"{min(seconds) * 1000:.0f}–{max(seconds) * 1000:.0f}",
                f"{statistics.median(run.processor for run in own.runs) * 1000:.0f} ms", limit,
                f"{other.median() * 1000:.0f} ms" if other.runs else "–",
                f"{own.median() / other.median():.3f}" if other.runs else "–"])
    print(harness.table(
        ["counts", "sale lines", "report --market UK, or reconcile", "ledger", "least–most", "processors",
         "limit", "DuckDB", "ledger's time / its"], rows))


def made(program: pathlib.Path, events: int, counts: int, sales: int) -> tuple:
    """A book and DuckDB's copy of the same facts, made once."""
    import duckdb

    folder = BUILD / "report" / f"{events}-{counts}-{sales}"
    book, copy = folder / "ledger.db", folder / "copy.duckdb"
    if (folder / "done").exists():
        return book, copy
    folder.mkdir(parents=True, exist_ok=True)
    for file in folder.iterdir():
        file.unlink()
    numbers = {
        "events": events, "counts": counts, "each": counts // events, "sales": sales,
        "market": choice([market for market, _ in MARKETS]),
        "currency": choice([currency for _, currency in MARKETS])}
    with duckdb.connect(copy) as database:
        for table, question in [("shows", SHOWS), ("audience", AUDIENCE), ("sales", SALES)]:
            database.execute(f"CREATE TABLE {table} AS {question.format(**numbers)}")
            columns = "* EXCLUDE (i)" if table == "shows" else "*"
            database.execute(
                f"COPY (SELECT {columns} FROM {table}) TO '{folder / table}.csv' "
                "(HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%SZ')")
        database.execute(
            f"COPY ({REPORTED.format(**numbers)}) TO '{folder / 'reported'}.csv' "
            "(HEADER, TIMESTAMPFORMAT '%Y-%m-%dT%H:%M:%SZ')")
    (folder / "reported.toml").write_text(PROFILE)
    for arguments in [
        ["init"], ["import", "events", "shows.csv"],
        ["import", "audience", "--metric", "concurrent", "audience.csv"],
        ["import", "sales", "sales.csv"],
        ["import", "totals", "--profile", "reported.toml", "--observed-at", "2030-01-01T00:00Z",
         "reported.csv"],
    ]:
        start = time.perf_counter()
        subprocess.run([program, *arguments, "--db", book], cwd=folder, check=True)
        print(f"{arguments}: {time.perf_counter() - start:.1f} s", file=sys.stderr)
    for file in folder.glob("*.csv"):
        file.unlink()
    (folder / "done").touch()
    return book, copy


def choice(words: list[str]) -> str:
    return f"[{', '.join(repr(word) for word in words)}][(hash(i, 6) % {len(words)} + 1)::BIGINT]"


def ledger(program: pathlib.Path, book: pathlib.Path, name: str, asked: str) -> Competitor:
    command = [program, "report", "--market", "UK", "--tz", "UTC", "--db", book, *OPTIONS[name]]
    if name == "reconcile":
        # It finds what is missing, and says so with its status.
        command = ["bash", "-c", '"$0" reconcile --market UK --db "$1" || [ $? = 2 ]', program, book]
        return Competitor("ledger, reconcile", lambda folder: command, lambda folder: ("",))
    if name == "as of":
        # All but nothing: the last entry, so that the answer is the same.
        newest = subprocess.run(
            [program, "sql", "--db", book, "--format", "csv", "SELECT max(number) FROM entry"],
            check=True, capture_output=True, text=True).stdout.split()[-1]
        command.append(newest)

    @functools.cache
    def answer() -> str:
        text = subprocess.run(
            [*command, "--format", "json", "--limit", "1000000"], check=True, capture_output=True,
            text=True).stdout
        report = json.loads(text)["markets"][0]
        return spoken([
            [group["key"], *sums(group["figures"])] for group in report["groups"]
        ] if report["groups"] else [[
            report["audience"]["peak_concurrent"],
            round(report["audience"]["average_concurrent"], 3), *sums(report["figures"])]])

    return Competitor(f"ledger, {name}", lambda folder: command, lambda folder: (answer(),))


def sums(figures: list[dict]) -> list:
    values = {figure["metric"]: figure["value"] for figure in figures}
    return [values.get("gmv_gross"), values.get("units"), values.get("orders")]


def spoken(rows: list) -> str:
    """Rows as text, without the months in which nothing is sold."""
    return json.dumps([
        [str(cell) for cell in row] for row in rows if row[-3] not in (None, "0.00")])


def duckdb(copy: pathlib.Path, asked: str) -> Competitor:
    question = ASKED[asked].format(sums=SUMS, sold="gross, units, orders")
    script = f"""
import json, time, duckdb
start = time.perf_counter()
with duckdb.connect({str(copy)!r}, read_only=True) as database:
    rows = database.execute({question!r}).fetchall()
seconds = time.perf_counter() - start
print(f"seconds={{seconds:.4f}}")
print(json.dumps([[str(cell) for cell in row] for row in rows]))
"""
    return Competitor(
        f"DuckDB, {asked}", lambda folder: [sys.executable, "-c", script],
        lambda folder: ((folder / "output").read_text().splitlines()[-1],))


main()
