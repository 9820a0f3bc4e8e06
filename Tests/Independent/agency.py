#!/usr/bin/env python3
"""Computes the sums of the agency's quarter from its files, by other means than the program.

    python3 Tests/Independent/agency.py examples/agency > Tests/Independent/agency.json

Written from docs/exports.md and docs/metrics.md. All arithmetic is exact.
"""

import csv
import gzip
import json
import re
import sys
import zipfile
from collections import defaultdict
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def cells(file):
    """The rows of the first sheet of a workbook, as texts."""
    with zipfile.ZipFile(file) as archive:
        root = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    for row in root.iter(SHEET + "row"):
        result = {}
        for cell in row.iter(SHEET + "c"):
            column = 0
            for letter in re.match("[A-Z]+", cell.get("r"))[0]:
                column = column * 26 + ord(letter) - ord("A") + 1
            texts = [text.text or "" for text in cell.iter(SHEET + "t")]
            value = cell.find(SHEET + "v")
            result[column - 1] = texts[0] if texts else value.text if value is not None else ""
        yield [result.get(place, "") for place in range(max(result, default=-1) + 1)]


def table(rows, first):
    """Rows below the one that begins with a name, by the names of their columns."""
    rows = iter(rows)
    header = next(row for row in rows if row and row[0] == first)
    for row in rows:
        yield dict(zip(header, row + [""] * (len(header) - len(row))))


def lines(file):
    with file.open(encoding="utf-8-sig", newline="") as text:
        yield from csv.DictReader(text)


def money(text):
    """The number of `GBP 1,234.50`; nothing is 0."""
    number = re.sub("[^0-9.-]", "", text)
    return Decimal(number) if number else Decimal(0)


def tiktok(file, sums):
    refunds, orders = {}, set()
    for row in lines(file):
        order = row["Order ID"].strip()
        if not order.isdigit() or row["Order Status"] == "Unpaid":
            continue
        amount, units = money(row["SKU Subtotal After Discount"]), int(row["Quantity"])
        orders.add(order)
        sums["gmv_gross"] += amount
        sums["units"] += units
        if row["Cancelled Time"].strip():
            sums["cancelled"] += amount
        else:
            # The order's refund stands in each of its rows.
            refunds[order] = money(row["Order Refund Amount"])
    sums["refunded"] += sum(refunds.values())
    sums["orders"] += len(orders)


def shopify(file, sums):
    orders = defaultdict(list)
    for row in lines(file):
        orders[row["Name"]].append(row)
    for rows in orders.values():
        first = rows[0]
        discount = money(first["Discount Amount"])
        gross = Decimal(0)
        for row in rows:
            gross += money(row["Lineitem price"]) * int(row["Lineitem quantity"])
            if discount == 0:
                gross -= money(row["Lineitem discount"])
            sums["units"] += int(row["Lineitem quantity"])
        sums["gmv_gross"] += gross
        sums["orders"] += 1
        if first["Cancelled at"]:
            # Its lines are cancelled, and the discount comes back.
            sums["cancelled"] += gross
        else:
            sums["refunded"] += money(first["Refunded Amount"])
            sums["adjusted"] -= discount


def live(file, sums):
    for row in table(cells(file), "Livestream"):
        sums["shows"] += 1
        sums["hours_live"] += Decimal(row["Duration"]) / 3600
        sums["views"] += int(row["Views"])


def main(folder):
    markets = defaultdict(lambda: defaultdict(Decimal))
    for market in ("UK", "DE"):
        tiktok(next(folder.glob(f"All order-*-{market}.csv")), markets[market])
        shopify(folder / f"shop-{market.lower()}" / "orders_export.csv", markets[market])
    for creator, market in [("mia.glow", "UK"), ("tomsdeals", "UK"), ("lena.live", "DE"),
                            ("jonas.kocht", "DE")]:
        live(folder / f"Creator-Live-Performance_{creator}.xlsx", markets[market])
    for row in lines(folder / "Table data.csv"):
        if row["Content"] != "Total":
            markets["UK"]["shows"] += 1
            markets["UK"]["views"] += int(row["Views"])
    for row in table(cells(folder / "shows-2026.xlsx"), "Date"):
        sums = markets["UK" if row["Country"] == "UK" else "DE"]
        start, end = (datetime.strptime(row[name], "%H:%M") for name in ("Start", "End"))
        sums["shows"] += 1
        sums["hours_live"] += Decimal((end - start) // timedelta(minutes=1)) / 60
    with gzip.open(folder / "minutes.csv.gz", "rt", encoding="utf-8", newline="") as text:
        peaks = defaultdict(int)
        for row in csv.DictReader(text):
            peaks[row["event"]] = max(peaks[row["event"]], int(row["count"]))
    for sums in markets.values():
        sums["gmv_net"] = (
            sums["gmv_gross"] - sums["cancelled"] - sums["refunded"] + sums["adjusted"])
    answers = {
        "markets": {
            market: {name: format(value.normalize(), "f") for name, value in sorted(sums.items())}
            for market, sums in markets.items()
        },
        "peak_concurrent": {event: str(peak) for event, peak in sorted(peaks.items())},
    }
    print(json.dumps(answers, indent=1, sort_keys=True))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
