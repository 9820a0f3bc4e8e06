"""What all benchmarks share: fresh folders, alternating runs, medians, ratios and a table."""

import argparse
import dataclasses
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE / ".build"


@dataclasses.dataclass
class Run:
    """One run: wall-clock and processor seconds, peak memory in bytes, and what it printed."""

    seconds: float
    processor: float
    memory: int
    output: str


@dataclasses.dataclass
class Competitor:
    """A program that does the work.

    `command` is given an empty folder and returns what to run. Where the program prints
    `seconds=1.23`, that is its time: what comes before, such as reading rows into memory, is not
    the work. `prepare` runs before, and `answer` after, neither timed; all competitors must give
    the same answer. One that is much slower and only shown beside the others runs `once`.
    """

    name: str
    command: Callable[[pathlib.Path], list]
    answer: Callable[[pathlib.Path], tuple]
    prepare: Callable[[pathlib.Path], None] = lambda folder: None
    size: Callable[[pathlib.Path], int] | None = None
    once: bool = False
    runs: list[Run] = dataclasses.field(default_factory=list)
    sizes: list[int] = dataclasses.field(default_factory=list)

    def median(self) -> float:
        return statistics.median(run.seconds for run in self.runs)

    def memory(self) -> int:
        return max(run.memory for run in self.runs)


def arguments(description: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--quick", action="store_true", help="a fiftieth of the work, once")
    parser.add_argument("--rounds", type=int, help="how often each runs (default 5)")
    parser.add_argument("--only", action="append", help="run only those with this in their name")
    parser.add_argument("--few", action="store_true", help="only the competitors that matter most")
    parser.add_argument("--ledger", help="the program (default: built for release)")
    options = parser.parse_args()
    options.rounds = options.rounds or (1 if options.quick else 5)
    if not options.ledger:
        subprocess.run([HERE.parent / "scripts" / "build"], check=True)
        options.ledger = HERE.parent / ".build" / "release" / "ledger"
    return options


def run(command: list, folder: pathlib.Path) -> Run:
    """Runs a command and waits for it; anything but success ends the benchmark."""
    with open(folder / "output", "w+") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            [str(word) for word in command], cwd=folder, stdout=output, stderr=output)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read()
    if process.returncode != 0:
        sys.exit(f"{command[0]} ended with {process.returncode}:\n{text}")
    if stated := re.search(r"^seconds=([0-9.]+)", text, re.MULTILINE):
        seconds = float(stated[1])
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, text)


def alternate(competitors: list[Competitor], rounds: int) -> None:
    """Runs each competitor once a round, and compares their answers."""
    for number in range(rounds):
        # Another goes first each time, so that none always follows the same one.
        shift = number % len(competitors)
        answers = {}
        for competitor in competitors[shift:] + competitors[:shift]:
            if competitor.once and competitor.runs:
                continue
            folder = BUILD / "run"
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            competitor.prepare(folder)
            # What others have left to write is not this one's work.
            os.sync()
            done = run(competitor.command(folder), folder)
            competitor.runs.append(done)
            answers[competitor.name] = competitor.answer(folder)
            if competitor.size:
                competitor.sizes.append(competitor.size(folder))
            print(
                f"round {number + 1}: {competitor.name}: {done.seconds:.2f} s, of processors "
                f"{done.processor:.2f} s, {done.memory >> 20} MiB", file=sys.stderr)
        if len(set(answers.values())) > 1:
            sys.exit(f"the results differ: {answers}")
    shutil.rmtree(BUILD / "run", ignore_errors=True)


def table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head)] + rows
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def compiled(source: str, *flags: str) -> pathlib.Path:
    """Compiles a C program of this folder."""
    program = BUILD / pathlib.Path(source).stem
    BUILD.mkdir(exist_ok=True)
    if not program.exists() or program.stat().st_mtime < (HERE / source).stat().st_mtime:
        subprocess.run(
            ["gcc", "-O2", "-Wall", "-Werror", "-o", program, HERE / source, *flags], check=True)
    return program
