"""A long answer as CSV, beside `sqlite3 -csv` with the same query, and to a pipe."""

import hashlib
import pathlib

import generate
import harness
from harness import BUILD, Competitor

QUERIES = {
    "numbers": "SELECT event, metric, at, count FROM audience_count",
    "texts": "SELECT order_number, kind, market, product, currency, at FROM sale",
    "the view of sales": "SELECT * FROM sales",
}


def main() -> None:
    options = harness.arguments(__doc__)
    inputs = BUILD / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    events, counts, sales = (40, 100_000, 20_000) if options.quick else (2000, 5_000_000, 1_000_000)
    program = pathlib.Path(options.ledger).resolve()
    book = made_book(program, inputs, events, counts, sales)
    rows = []
    for name, query in QUERIES.items():
        competitors = [
            Competitor("`ledger sql`", lambda _, q=query: shell(
                f"'{program}' sql --db '{book}' --timeout 1h --format csv", q), answer),
            Competitor("`ledger sql`, to a pipe", lambda _, q=query: shell(
                f"'{program}' sql --db '{book}' --timeout 1h --format csv", q, "| cat"), answer),
            Competitor("`sqlite3 -csv`", lambda _, q=query: shell(
                f"sqlite3 -readonly -csv -header '{book}'", q), answer),
        ]
        harness.alternate(competitors, options.rounds)
        base = competitors[-1].median()
        rows += [
            [name, each.name, f"{each.median():.2f}", f"{each.memory() >> 20}",
             f"{each.median() / base:.2f}"] for each in competitors]
    print(f"{counts:,} counts, {sales:,} sales.\n")
    print(harness.table(["rows of", "program", "seconds", "MiB", "times `sqlite3`"], rows))


def made_book(program, inputs, events: int, counts: int, sales: int) -> pathlib.Path:
    # As that of the benchmark of backups, but of this program's version.
    book = inputs / f"book-sql-{events}-{counts}-{sales}.db"
    if book.exists():
        return book
    partial = book.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    for words in [
        ["init"], ["import", "events", generate.events(inputs, events)],
        ["import", "audience", "--metric", "concurrent", generate.audience(inputs, events, counts)],
        ["import", "sales", generate.sales(inputs, events, sales)],
    ]:
        harness.run([program, *words, "--db", partial], inputs)
    partial.rename(book)
    return book


def shell(command: str, query: str, rest: str = "") -> list:
    return ["sh", "-c", f"{command} \"{query}\" {rest} > answer.csv"]


def answer(folder: pathlib.Path) -> tuple:
    """How many lines, and a digest of them without what the programs quote differently."""
    text = (folder / "answer.csv").read_bytes().replace(b"\r\n", b"\n").replace(b'"', b"")
    return text.count(b"\n"), hashlib.sha256(text).hexdigest()


if __name__ == "__main__":
    main()
