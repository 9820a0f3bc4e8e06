"""Runs the Python of docs/cookbook.md, and compares what it prints: `check_cookbook.py BOOK`.

With RECORD=1 in the environment, what was printed is written into the page instead.
"""
import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import sys

import duckdb

PAGE = pathlib.Path(__file__).parents[2] / "docs/cookbook.md"
BLOCK = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```\n", re.DOTALL)


def install_extension(home):
    """Puts DuckDB's extension where `INSTALL` would, if PyPI has it for this version."""
    package = importlib.util.find_spec("duckdb_extension_sqlite_scanner")
    if not package:
        return False
    for file in pathlib.Path(package.origin).parent.glob("extensions/*/*.duckdb_extension"):
        version = file.parent.name
        if version == f"v{duckdb.__version__}":
            platform = duckdb.sql("PRAGMA platform").fetchone()[0]
            folder = home / ".duckdb/extensions" / version / platform
            folder.mkdir(parents=True)
            shutil.copy(file, folder / "sqlite_scanner.duckdb_extension")
            return True
    return False


def main(book):
    home = pathlib.Path(book).parent / "cookbook"
    home.mkdir()
    shutil.copy(book, home / "ledger.db")
    extension = install_extension(home)
    page = PAGE.read_text()
    failed = 0

    def run(block):
        nonlocal failed
        program, wanted = block.groups()
        name = re.findall(r"^import (\w+)", program, re.MULTILINE)[-1]
        if "INSTALL sqlite" in program and not extension:
            print("cookbook: DuckDB's sqlite extension is not there: skipped", file=sys.stderr)
            return block[0]
        run = subprocess.run(
            [sys.executable, "-c", program], cwd=home, env=os.environ | {"HOME": str(home)},
            capture_output=True, text=True)
        printed = re.sub(" +$", "", run.stdout, flags=re.MULTILINE)
        if run.returncode != 0 or printed != wanted:
            failed += os.environ.get("RECORD") != "1" or run.returncode != 0
            print(f"cookbook: {name} printed\n{printed}{run.stderr}", file=sys.stderr)
        return f"```python\n{program}```\n\n```text\n{printed}```\n"

    recorded = BLOCK.sub(run, page)
    count = len(BLOCK.findall(page))
    if os.environ.get("RECORD") == "1" and not failed:
        PAGE.write_text(recorded)
    print(f"cookbook: {count} programs, {failed} failed", file=sys.stderr)
    return 1 if failed or count < 3 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
