"""Durable entries a second: one writer, and sixteen, beside C with SQLite's busy_timeout."""

import os
import pathlib
import shutil
import statistics
import subprocess

import harness
from harness import BUILD, HERE


def main() -> None:
    options = harness.arguments(__doc__)
    seconds = 1 if options.quick else 10
    environment = os.environ | {"BENCHMARKS": "1"}
    root = HERE.parent
    subprocess.run(
        ["swift", "build", "--package-path", root, "--configuration", "release",
         "--product", "commits"], env=environment, check=True)
    programs = {
        "ledger's library": root / ".build" / "release" / "commits",
        "C, busy_timeout": harness.compiled("commits.c", "-lsqlite3"),
    }
    ledger = pathlib.Path(options.ledger).resolve()
    lines = []
    for writers in [1, 16]:
        runs = {name: [] for name in programs}
        for number in range(options.rounds):
            order = list(programs.items())
            for name, program in order if number % 2 == 0 else reversed(order):
                runs[name].append(run(ledger, program, writers, seconds))
        medians = {
            name: statistics.median(each["rate"] for each in done) for name, done in runs.items()}
        for name, done in runs.items():
            middle = sorted(done, key=lambda each: each["rate"])[len(done) // 2]
            lines.append([
                str(writers), name, f"{medians[name]:,.0f}",
                f"{medians[name] / medians['C, busy_timeout']:.2f}",
                f"{middle['least']:,} / {middle['median']:,} / {middle['most']:,}",
                f"{middle['longest']:,.0f} ms"])
    print(harness.table(
        ["writers", "program", "entries/s", "of C's", "entries of a writer: least / median / most",
         "longest wait"], lines))


def run(ledger: pathlib.Path, program: pathlib.Path, writers: int, seconds: int) -> dict:
    folder = BUILD / "run"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    harness.run([ledger, "init"], folder)
    harness.run(
        [ledger, "add-event", "--event", "show", "--market", "UK", "--platform", "tiktok",
         "--title", "Show", "--starts", "2021-12-08T17:00:00Z"], folder)
    os.sync()
    processes = [
        subprocess.Popen(
            [program, "ledger.db", str(seconds), str(writer)], cwd=folder,
            stdout=subprocess.PIPE, text=True)
        for writer in range(1, writers + 1)
    ]
    outputs = [process.communicate()[0].split() for process in processes]
    counts = sorted(int(output[0]) for output in outputs)
    found = int(subprocess.run(
        ["sqlite3", folder / "ledger.db", "SELECT count(*) FROM audience_count"],
        capture_output=True, text=True, check=True).stdout)
    if found != sum(counts):
        raise SystemExit(f"{program}: {sum(counts)} counts were recorded, and {found} are there")
    return {
        "rate": sum(counts) / max(float(output[1]) for output in outputs),
        "least": counts[0], "median": counts[len(counts) // 2], "most": counts[-1],
        "longest": max(float(output[2]) for output in outputs),
    }


if __name__ == "__main__":
    main()
