"""Loading audience counts and sales, against what else loads such files."""

import functools
import pathlib
import shutil
import sqlite3
import subprocess
import sys

import generate
import harness
from harness import BUILD, HERE, Competitor

# As many as the ledger records in one entry.
ROWS_PER_COMMIT = {"audience": 100_000, "sales": 32_000}

TABLE = {
    "audience": """CREATE TABLE audience (
        event TEXT, at TEXT, count INTEGER, PRIMARY KEY (event, at)) WITHOUT ROWID""",
    "sales": """CREATE TABLE sales (
        "order" TEXT, line INTEGER, product TEXT, quantity INTEGER, amount TEXT, currency TEXT,
        at TEXT, event TEXT, kind TEXT, PRIMARY KEY ("order", line, kind)) WITHOUT ROWID""",
}
# The number of rows, and a sum that each of them changes.
ANSWER = {
    "audience": "SELECT count(*), sum(count) FROM {}",
    "sales": "SELECT count(*), sum(quantity) FROM {}",
}
LEDGER_TABLE = {"audience": "audience_count", "sales": "sale"}


def main() -> None:
    options = harness.arguments(__doc__)
    inputs = BUILD / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    events, counts, sales = (40, 100_000, 20_000) if options.quick else (2000, 5_000_000, 1_000_000)
    shows = generate.events(inputs, max(events, 1000))
    for name, kind, rows, make in [
        ("counts, show after show", "audience", counts,
         lambda: generate.audience(inputs, events, counts)),
        ("counts of 250 shows at once, by time", "audience", counts,
         lambda: generate.interleaved(inputs, events, counts)),
        ("sales, show after show, numbers that grow", "sales", sales,
         lambda: generate.sales(inputs, events, sales)),
        ("sales, newest first, numbers that grow", "sales", sales,
         lambda: generate.newest_first(inputs, sales, grow=True)),
        ("sales, newest first, numbers in no order", "sales", sales,
         lambda: generate.newest_first(inputs, sales, grow=False)),
        ("sales, no order at all, 3 million products of shows", "sales", sales,
         lambda: generate.unordered(inputs, sales)),
    ]:
        if options.only and not any(word in name for word in options.only):
            continue
        file = make()
        own = ledger(options.ledger, kind, shows, file)
        competitors = [own, again(options.ledger, kind, shows, file), sqlite_import(kind, file)]
        if not options.few:
            competitors += [
                duckdb(kind, file), insert(kind, file), grdb(kind, file), sqlite_utils(kind, file)]
        harness.alternate(competitors, options.rounds)
        report(name, file, rows, competitors)


def ledger(program: str, kind: str, shows: pathlib.Path, file: pathlib.Path) -> Competitor:
    program = pathlib.Path(program).resolve()

    def prepare(folder: pathlib.Path) -> None:
        harness.run([program, "init"], folder)
        harness.run([program, "import", "events", shows], folder)

    def size(folder: pathlib.Path) -> int:
        """Without what is there before: the schema, the reference tables and the events."""
        bytes = (folder / "ledger.db").stat().st_size
        shutil.rmtree(folder)
        folder.mkdir()
        prepare(folder)
        return bytes - (folder / "ledger.db").stat().st_size

    metric = ["--metric", "concurrent"] if kind == "audience" else []
    return Competitor(
        f"ledger import {kind}", lambda folder: [program, "import", kind, file, *metric],
        functools.partial(answer, "ledger.db", kind, LEDGER_TABLE[kind]), prepare, size)


def again(program: str, kind: str, shows: pathlib.Path, file: pathlib.Path) -> Competitor:
    """The same file once more, of which nothing is new."""
    first = ledger(program, kind, shows, file)

    def prepare(folder: pathlib.Path) -> None:
        first.prepare(folder)
        harness.run(first.command(folder), folder)

    return Competitor("the same file again", first.command, first.answer, prepare)


def sqlite_import(kind: str, file: pathlib.Path) -> Competitor:
    def prepare(folder: pathlib.Path) -> None:
        database = sqlite3.connect(folder / "test.db")
        database.execute(TABLE[kind])
        database.close()

    return Competitor(
        "`sqlite3 .import`",
        lambda folder: ["sqlite3", "test.db", f".import --csv --skip 1 {file} {kind}"],
        functools.partial(answer, "test.db", kind, kind), prepare)


def duckdb(kind: str, file: pathlib.Path) -> Competitor:
    script = f"""
import time, duckdb
start = time.perf_counter()
database = duckdb.connect("test.duckdb")
database.execute("CREATE TABLE {kind} AS SELECT * FROM read_csv('{file}')")
database.close()
print(f"seconds={{time.perf_counter() - start:.3f}}")
"""

    def counted(folder: pathlib.Path) -> tuple:
        # In a process of its own: what it starts is charged with the memory of the one that starts it.
        question = f"""
import duckdb
print(*duckdb.connect("test.duckdb").execute("{ANSWER[kind].format(kind)}").fetchone())
"""
        printed = subprocess.run(
            [sys.executable, "-c", question], cwd=folder, capture_output=True, check=True, text=True)
        return tuple(int(value) for value in printed.stdout.split())

    return Competitor("DuckDB `read_csv`", lambda folder: [sys.executable, "-c", script], counted)


def insert(kind: str, file: pathlib.Path) -> Competitor:
    program = harness.compiled("insert.c", "-lsqlite3")
    return Competitor(
        "C, a statement a row",
        lambda folder: [program, kind, file, "test.db", ROWS_PER_COMMIT[kind]],
        functools.partial(answer, "test.db", kind, LEDGER_TABLE[kind]))


def grdb(kind: str, file: pathlib.Path) -> Competitor:
    package = HERE / "grdb"
    subprocess.run(
        ["swift", "build", "-c", "release", "--package-path", package], check=True,
        stdout=sys.stderr)
    return Competitor(
        "GRDB, a statement a row",
        lambda folder: [
            package / ".build/release/grdb-insert", kind, file, "test.db", ROWS_PER_COMMIT[kind]],
        functools.partial(answer, "test.db", kind, kind))


def sqlite_utils(kind: str, file: pathlib.Path) -> Competitor:
    program = pathlib.Path(sys.executable).parent / "sqlite-utils"
    keys = ["--pk", "event", "--pk", "at"] if kind == "audience" else [
        "--pk", "order", "--pk", "line", "--pk", "kind"]
    return Competitor(
        "`sqlite-utils insert`",
        lambda folder: [program, "insert", "test.db", kind, file, "--csv", *keys],
        functools.partial(answer, "test.db", kind, kind), once=True)


def answer(name: str, kind: str, table: str, folder: pathlib.Path) -> tuple:
    database = sqlite3.connect(folder / name)
    row = database.execute(ANSWER[kind].format(table)).fetchone()
    database.close()
    return tuple(int(value) for value in row)


def report(name: str, file: pathlib.Path, rows: int, competitors: list[Competitor]) -> None:
    own = competitors[0]
    megabytes = file.stat().st_size / 1e6
    print(f"\n{rows:,} {name}; {megabytes:.0f} MB of CSV\n")
    lines = []
    for competitor in competitors:
        seconds = [run.seconds for run in competitor.runs]
        lines.append([
            competitor.name, f"{competitor.median():.2f} s", f"{min(seconds):.2f}–{max(seconds):.2f}",
            f"{rows / competitor.median() / 1e6:.2f} M", f"{competitor.memory() / 2**20:.0f} MiB",
            f"{own.median() / competitor.median():.2f}"])
    print(harness.table(
        ["", "median", "least–most", "rows/s", "peak memory", "ledger's time / its"], lines))
    if own.sizes:
        print(f"\nBytes in the book per row: {own.sizes[0] / rows:.1f}")


main()
