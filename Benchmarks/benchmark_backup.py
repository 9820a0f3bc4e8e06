"""A backup of a book, beside `cp`, with and without waiting for the disk, and beside VACUUM INTO."""

import pathlib
import subprocess

import generate
import harness
from harness import BUILD, Competitor


def main() -> None:
    options = harness.arguments(__doc__)
    inputs = BUILD / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    events, counts, sales = (40, 100_000, 20_000) if options.quick else (2000, 5_000_000, 1_000_000)
    program = pathlib.Path(options.ledger).resolve()
    book = inputs / f"book-{events}-{counts}-{sales}.db"
    if not book.exists():
        partial = book.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        for words in [
            ["init"], ["import", "events", generate.events(inputs, events)],
            ["import", "audience", "--metric", "concurrent",
             generate.audience(inputs, events, counts)],
            ["import", "sales", generate.sales(inputs, events, sales)],
        ]:
            harness.run([program, *words, "--db", partial], inputs)
        partial.rename(book)
    competitors = [
        Competitor("`ledger backup`", lambda _: [program, "backup", "--db", book, "b.db"], answer),
        Competitor("`cp`", lambda _: ["cp", book, "b.db"], answer),
        Competitor("`cp` and `sync`", lambda _: ["sh", "-c", f"cp '{book}' b.db; sync b.db"], answer),
        Competitor(
            "`cp`, `sync` and `PRAGMA integrity_check`",
            lambda _: ["sh", "-c", f"cp '{book}' b.db; sync b.db; "
                       "sqlite3 'file:b.db?immutable=1' 'PRAGMA integrity_check'"], answer),
        Competitor(
            "`VACUUM INTO`", lambda _: ["sqlite3", book, "VACUUM INTO 'b.db'"], answer),
    ]
    harness.alternate(competitors, options.rounds)
    base = next(each.median() for each in competitors if each.name == "`cp`")
    size = book.stat().st_size
    print(f"A book of {size / 1e6:,.0f} MB.\n")
    print(harness.table(
        ["program", "seconds", "MB/s", "times `cp`"],
        [[each.name, f"{each.median():.2f}", f"{size / 1e6 / each.median():,.0f}",
          f"{each.median() / base:.2f}"] for each in competitors]))


def answer(folder: pathlib.Path) -> tuple:
    sql = "SELECT (SELECT count(*) FROM audience_count), (SELECT sum(quantity) FROM sale)"
    return tuple(subprocess.run(
        ["sqlite3", folder / "b.db", sql], capture_output=True, text=True, check=True
    ).stdout.split("|"))


if __name__ == "__main__":
    main()
