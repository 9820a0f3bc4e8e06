"""Loading sales into a book that has many, against loading them into an empty one."""

import pathlib
import shutil

import generate
import harness
from harness import BUILD, Competitor

ROWS = 1_000_000


def main() -> None:
    options = harness.arguments(__doc__)
    inputs = BUILD / "inputs"
    inputs.mkdir(parents=True, exist_ok=True)
    rows, times = (20_000, 3) if options.quick else (ROWS, 20)
    program = pathlib.Path(options.ledger).resolve()
    shows = generate.events(inputs, 1000)
    for grow in [True, False]:
        name = "numbers that grow" if grow else "numbers in no order"
        if options.only and not any(word in name for word in options.only):
            continue
        # Each file has other orders, of later numbers where they grow.
        files = [generate.newest_first(inputs, rows, grow, part) for part in range(times + 1)]
        full = book(program, shows, files[:-1], f"book-{'growing' if grow else 'unordered'}-{rows}")
        last = files[-1]
        competitors = [
            Competitor(
                f"into a book of {rows * times:,}",
                lambda folder: [program, "import", "sales", last], lambda folder: (),
                lambda folder: shutil.copy(full, folder / "ledger.db")),
            Competitor(
                "into an empty book", lambda folder: [program, "import", "sales", last],
                lambda folder: (), lambda folder: prepare(program, shows, folder)),
        ]
        harness.alternate(competitors, options.rounds)
        print(f"\n{rows:,} sales, newest first, {name}\n")
        print(harness.table(
            ["", "median", "least–most", "peak memory", "its time / an empty book's"],
            [[
                one.name, f"{one.median():.2f} s",
                f"{min(r.seconds for r in one.runs):.2f}–{max(r.seconds for r in one.runs):.2f}",
                f"{one.memory() / 2**20:.0f} MiB", f"{one.median() / competitors[1].median():.2f}",
            ] for one in competitors]))


def prepare(program: pathlib.Path, shows: pathlib.Path, folder: pathlib.Path) -> None:
    harness.run([program, "init"], folder)
    harness.run([program, "import", "events", shows], folder)


def book(
    program: pathlib.Path, shows: pathlib.Path, files: list[pathlib.Path], name: str
) -> pathlib.Path:
    """A book of all the files, which is kept."""
    folder = BUILD / name
    if not (folder / "complete").exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        prepare(program, shows, folder)
        for file in files:
            harness.run([program, "import", "sales", file], folder)
        (folder / "complete").touch()
    return folder / "ledger.db"


main()
