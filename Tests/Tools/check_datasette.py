"""Opens a book with Datasette, and looks at what it serves: `check_datasette.py BOOK`.

`ledger` and `sqlite3` have to be in the path, and Datasette in the environment of this Python.
"""
import contextlib
import hashlib
import html
import json
import pathlib
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

# What a parameter is given that has no default.
GIVEN = {"event": "uk-launch", "day": "2100-01-01"}
SHOWN_TABLES = {"currency", "market", "metric"}

checks = 0
faults = []


def check(holds, what):
    global checks
    checks += 1
    if not holds:
        faults.append(what)


def ledger(*arguments, statuses=(0,)):
    run = subprocess.run(["ledger", *arguments], capture_output=True, text=True)
    if run.returncode not in statuses:
        sys.exit(f"ledger {' '.join(arguments)}: status {run.returncode}\n{run.stderr}")
    return run.stdout


@contextlib.contextmanager
def datasette(*arguments):
    """Serves on a free port of loopback, and gives the address."""
    server = subprocess.Popen(
        [str(pathlib.Path(sys.executable).parent / "datasette"), "serve", "--port", "0", *arguments],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        said = ""
        for line in server.stderr:
            said += line
            if found := re.search(r"running on (http://127\.0\.0\.1:\d+)", line):
                yield found[1]
                break
        else:
            sys.exit(f"datasette did not start:\n{said}")
    finally:
        server.terminate()
        server.communicate(timeout=30)


def get(address, path, **parameters):
    """The status and the body of a page."""
    url = f"{address}{path}?{urllib.parse.urlencode(parameters)}"
    try:
        with urllib.request.urlopen(url, timeout=30) as page:
            return page.status, page.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def look_at_pages(address, name, schema):
    status, index = get(address, "/")
    check(status == 200 and "A book of live shopping" in index and f"/{name}" in index, "the index")

    status, text = get(address, f"/{name}.json")
    tables = json.loads(text)["tables"]
    shown = {table["name"] for table in tables if not table["hidden"]}
    check(shown == SHOWN_TABLES, f"tables that are shown: {sorted(shown)}")
    check(len(tables) > 20, f"{len(tables)} tables")

    for relation in schema:
        status, page = get(address, f"/{name}/{relation['name']}", _size=5)
        check(status == 200, f"{relation['name']}: status {status}")
        text = html.unescape(page)
        check(relation["row"] in text, f"{relation['name']}: what a row is")
        said = dict(re.findall(r"<dt>(.*?)</dt>\s*<dd>(.*?)</dd>", page, re.DOTALL))
        for column in relation["columns"]:
            words = html.unescape(said.get(column["name"], ""))
            check(column["meaning"] in words, f"{relation['name']}.{column['name']}: {words!r}")
            check((column["unit"] or "") in words, f"{relation['name']}.{column['name']}: unit")
        if relation["type"] == "view":
            column = relation["columns"][-1]["name"]
            status, _ = get(address, f"/{name}/{relation['name']}.json", _sort_desc=column)
            check(status == 200, f"{relation['name']}: sorted, status {status}")


def ask_questions(address, name, book, schema):
    """Asks each question as it is, and compares the rows with those that the program prints."""
    questions = json.loads(ledger("queries", "--format", "json", "--db", book))
    check(len(questions) > 12, f"{len(questions)} questions, none of which is the book's")
    status, page = get(address, f"/{name}")
    names = {relation["name"] for relation in schema}
    for question in questions:
        key = question["name"]
        # A question would take the address of a view of its name.
        path = f"/{name}/{key}-question.json" if key in names else f"/{name}/{key}.json"
        check(question["description"] in html.unescape(page), f"{key}: its title")
        wanted = re.findall(r":(\w+)(?:,|$)", question["parameters"] or "")
        given = {parameter: GIVEN[parameter] for parameter in wanted}
        rows = compare(address, path, book, key, given)
        check(rows, f"{key}: no rows")
    # One of the book itself, whose parameter is money.
    counts = {
        len(compare(address, f"/{name}/blenders.json", book, "blenders", {"least": price}))
        for price in ("6", "79.98", "1000")
    }
    check(len(counts) == 3, f"blenders: as many rows at any price: {counts}")


def compare(address, path, book, key, given):
    """The rows that Datasette answers, which have to be those that the program prints."""
    status, text = get(address, path, _shape="objects", **given)
    answer = json.loads(text)
    check(status == 200 and answer["ok"] and not answer.get("error"), f"{key}: {text[:200]}")
    parameters = [f"--param={parameter}={value}" for parameter, value in given.items()]
    rows = ledger("sql", "--run", key, "--format", "json", "--db", book, *parameters)
    check(answer["rows"] == json.loads(rows), f"{key}: other rows than `ledger sql --run`")
    return answer["rows"]


def digest(book):
    return hashlib.sha256(pathlib.Path(book).read_bytes()).hexdigest()


def main(book):
    folder = pathlib.Path(book).parent
    name = pathlib.Path(book).stem
    metadata = str(folder / "metadata.json")
    ledger("datasette-metadata", "--db", book, "--output", metadata)
    schema = json.loads(ledger("schema", "--format", "json"))

    before = digest(book)
    with datasette(book, "--metadata", metadata) as address:
        look_at_pages(address, name, schema)
        ask_questions(address, name, book, schema)
        check(digest(book) == before, "the book's bytes changed")

        # A book in use: what is recorded meanwhile is seen, though it stands in the log at first.
        question = {"sql": "SELECT count(*) AS n FROM sales", "_shape": "array"}
        _, text = get(address, f"/{name}.json", **question)
        ledger(
            "add-sale", "--db", book, "--market", "UK", "--order", "9001", "--line", "1",
            "--product", "MUG", "--quantity", "1", "--amount", "6.00", "--currency", "GBP",
            "--at", "2022-03-01T10:00:00Z")
        _, later = get(address, f"/{name}.json", **question)
        check(json.loads(later)[0]["n"] == json.loads(text)[0]["n"] + 1, "a sale that came meanwhile")
        status, _ = get(address, f"/{name}.json", sql="DELETE FROM sale")
        check(status == 400, f"a statement that writes: status {status}")
    # A show without an end is found, and nothing that is wrong.
    ledger("verify", "--db", book, statuses=(0, 2))

    # A copy that nobody writes to may be told to be one.
    copy = str(folder / f"copy/{name}.db")
    pathlib.Path(copy).parent.mkdir()
    ledger("backup", "--db", book, copy)
    before = digest(copy)
    with datasette("--immutable", copy, "--metadata", metadata) as address:
        status, _ = get(address, f"/{name}/event_summary")
        check(status == 200, f"an immutable copy: status {status}")
    check(digest(copy) == before, "the copy's bytes changed")
    beside = sorted(path.name for path in pathlib.Path(copy).parent.iterdir())
    check(beside == [f"{name}.db"], f"beside the copy: {beside}")

    for fault in faults:
        print(f"datasette: {fault}", file=sys.stderr)
    print(f"datasette: {checks} checks, {len(faults)} failed", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
