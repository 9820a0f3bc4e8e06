"""Verifying a book, beside what SQLite's own checks of it take, and a program without digests."""

import os
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
    shows = generate.events(inputs, events)
    files = {"audience": ["--metric", "concurrent", generate.audience(inputs, events, counts)],
             "sales": [generate.sales(inputs, events, sales)]}
    book = inputs / f"book-{events}-{counts}-{sales}-digests.db"
    if not book.exists():
        partial = book.with_suffix(".partial")
        partial.unlink(missing_ok=True)
        for words in [["init"], ["import", "events", shows],
                      *(["import", kind, *words] for kind, words in files.items())]:
            harness.run([program, *words, "--db", partial], inputs)
        partial.rename(book)
    ask = "PRAGMA integrity_check; PRAGMA foreign_key_check"
    # 2: all is sound, and the audit finds shows without an end.
    sound = f"'{program}' verify --db '{book}' || test $? = 2"
    verify = [
        Competitor("`ledger verify`", lambda _: ["sh", "-c", sound], same),
        Competitor("`integrity_check` and `foreign_key_check`",
                   lambda _: ["sqlite3", "-readonly", book, ask], same),
    ]
    harness.alternate(verify, options.rounds)
    print(f"{counts + sales:,} facts.\n")
    print(harness.table(
        ["program", "seconds", "million facts a second"],
        [[each.name, f"{each.median():.2f}", f"{(counts + sales) / 1e6 / each.median():.2f}"]
         for each in verify]))

    # What the digests cost an import: a program of before them, where one is named.
    before = os.environ.get("LEDGER_BEFORE")
    if not before:
        print("\nLEDGER_BEFORE=path of a program without digests: what they cost an import.")
        return
    rows = []
    for kind, words in files.items():
        both = [
            Competitor(
                name, lambda _, path=path: [path, "import", kind, *words, "--quiet"],
                answer(kind), lambda folder, path=path: prepare(folder, path, shows))
            for name, path in [("with", program), ("without", pathlib.Path(before).resolve())]
        ]
        harness.alternate(both, options.rounds)
        cost = both[0].median() / both[1].median() - 1
        rows.append([kind, f"{both[0].median():.2f}", f"{both[1].median():.2f}", f"{cost:+.1%}"])
    print("\n" + harness.table(["import", "with digests", "without", "cost"], rows))


def same(_: pathlib.Path) -> tuple:
    return ()


def prepare(folder: pathlib.Path, program: pathlib.Path, shows: pathlib.Path) -> None:
    for words in [["init"], ["import", "events", shows]]:
        subprocess.run([program, *words], cwd=folder, check=True, capture_output=True)


def answer(kind: str):
    table = {"audience": "audience_count", "sales": "sale"}[kind]

    def count(folder: pathlib.Path) -> tuple:
        return tuple(subprocess.run(
            ["sqlite3", folder / "ledger.db", f"SELECT count(*), sum(at) FROM {table}"],
            capture_output=True, text=True, check=True).stdout.split("|"))
    return count


if __name__ == "__main__":
    main()
