"""Answers of `ledger sql` as CSV, beside `sqlite3 -csv` asking the same of the same file."""

import hashlib
import pathlib

import generate
import harness
from harness import BUILD, Competitor

QUESTIONS = {
    "all counts": "SELECT * FROM audience_count",
    "all sales": "SELECT * FROM sale",
    "counts with dates": "SELECT event, strftime('%Y-%m-%dT%H:%M:%SZ', at / 1000, 'unixepoch'), "
                         "count FROM audience_count",
    "a sum": "SELECT event, count(*), sum(amount_micros) FROM sale GROUP BY event",
}


def main() -> None:
    options = harness.arguments(__doc__)
    inputs = BUILD / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    events, counts, sales = (40, 100_000, 20_000) if options.quick else (2000, 5_000_000, 1_000_000)
    program = pathlib.Path(options.ledger).resolve()
    book = inputs / f"book-{events}-{counts}-{sales}-sql.db"
    if not book.exists():
        partial = book.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        for words in [["init"], ["import", "events", generate.events(inputs, events)],
                      ["import", "audience", "--metric", "concurrent",
                       generate.audience(inputs, events, counts)],
                      ["import", "sales", generate.sales(inputs, events, sales)]]:
            harness.run([program, *words, "--db", partial], inputs)
        partial.rename(book)
    rows = []
    for name, sql in QUESTIONS.items():
        asked = [
            Competitor("`ledger sql`", lambda _, sql=sql: shell(
                f'"{program}" sql --db "{book}" --format csv --timeout 5m "{sql}"'), answer),
            Competitor("`sqlite3 -csv`", lambda _, sql=sql: shell(
                f'sqlite3 -readonly -csv -header "{book}" "{sql}"'), answer),
        ]
        harness.alternate(asked, options.rounds)
        ours, theirs = (min(run.processor for run in each.runs) for each in asked)
        rows.append([name, f"{asked[0].median():.2f}", f"{asked[1].median():.2f}", f"{ours:.2f}",
                     f"{theirs:.2f}", f"{ours / theirs:.2f}", f"{asked[0].memory() >> 20}"])
    print(harness.table(
        ["question", "`ledger sql`, s", "`sqlite3 -csv`, s", "processor, s", "processor, s",
         "ratio of these", "peak memory of `ledger`, MiB"], rows))


def shell(command: str) -> list:
    return ["bash", "-c", f"{command} > answer.csv"]


def answer(folder: pathlib.Path) -> tuple:
    """The rows, whatever ends a line (sqlite3 follows RFC 4180, with CR and LF)."""
    digest = hashlib.sha256()
    with open(folder / "answer.csv", "rb") as file:
        for line in file:
            digest.update(line.rstrip(b"\r\n") + b"\n")
    return (digest.hexdigest(),)


if __name__ == "__main__":
    main()
