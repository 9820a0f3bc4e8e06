#!/usr/bin/env python3
"""Computes from the agency's files which show, creator and channel sold what on TikTok.

    Tests/Independent/agency_credits.py > Tests/Independent/agency_credits.json

It shares no code with the program, and follows docs/credits.md and docs/exports.md alone. A test
compares its answers with those of a book that make-book made, without a credit rule.
"""

import csv
import json
import re
import zipfile
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "examples/agency"
HOSTS = {"UK": {"mia.glow": "Mia", "tomsdeals": "Tom"}, "DE": {"lena.live": "Lena", "jonas.kocht": "Jonas"}}
SUMMER_ENDS = datetime(2026, 10, 25, 2)
QUARTER = timedelta(minutes=15)


def utc(local, market):
    summer = local < SUMMER_ENDS + timedelta(hours=market == "DE")
    return local - timedelta(hours=summer + (market == "DE"))


def rows(name):
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield {key: (value or "").strip() for key, value in row.items()}


def sheet(name):
    """The cells of the only sheet of a workbook, by row."""
    text = zipfile.ZipFile(FOLDER / name).read("xl/worksheets/sheet1.xml").decode()
    for row in re.findall(r"<row [^>]*>(.*?)</row>", text):
        cells = {}
        for column, body in re.findall(r'<c r="([A-Z]+)\d+"[^>]*>(.*?)</c>', row):
            value = re.search(r"<(?:t|v)>(.*?)</(?:t|v)>", body)
            cells[column] = value.group(1).replace("&amp;", "&") if value else ""
        yield cells


def shows(market):
    """The creators' shows: when they began, in UTC, the key that an import makes, and the host."""
    for handle, host in HOSTS[market].items():
        for cells in list(sheet(f"Creator-Live-Performance_{handle}.xlsx"))[3:]:
            start = utc(datetime.strptime(cells["B"], "%Y/%m/%d %H:%M"), market)
            words = f"tiktok {host} {start:%Y-%m-%dt%H-%M-%Sz} {cells['A']}".lower()
            key = "-".join("".join(c if c.isalnum() else " " for c in words).split())
            yield start, key, host


def orders(market):
    for row in rows(f"All order-2026-11-01-09_00-{market}.csv"):
        if row["Order ID"].isdigit() and row["Order Status"] != "Unpaid":
            yield (row["Order ID"], row["SKU ID"]), Decimal(row["SKU Subtotal After Discount"].split()[1]), (
                row["Order Status"] == "Canceled")


def text(amount):
    return f"{amount:.2f}"


def answers(market):
    all_shows = list(shows(market))
    rooms = {}  # the room's show is the one that began within a quarter of an hour of it
    reported = {}
    for row in rows(f"LIVE rooms-{market}.csv"):
        start = utc(datetime.strptime(row["Start Time"], "%Y-%m-%d %H:%M:%S"), market)
        [(key, host)] = [(k, h) for at, k, h in all_shows if abs(at - start) <= QUARTER]
        rooms[row["Room ID"]] = (key, host)
        reported[key] = Decimal(row["Attributed GMV"].lstrip("£€").replace(",", ""))
    credits = {}
    for row in rows(f"Affiliate orders-{market}.csv"):
        credits[row["Order ID"], row["SKU ID"]] = (row["Content Type"], row["Content ID"])
    by_show, by_host, by_channel = {}, {}, {}
    for (order, sku), amount, cancelled in orders(market):
        kind, content = credits.get((order, sku), (None, None))
        if kind is None:
            continue
        channel = {"LIVE": "live", "Video": "video"}[kind]
        groups = [(by_channel, channel)]
        if channel == "live":
            key, host = rooms[content]
            groups += [(by_show, key), (by_host, host)]
        for groups_by, name in groups:
            group = groups_by.setdefault(name, {"orders": set(), "gross": Decimal(0), "cancelled": Decimal(0)})
            group["orders"].add(order)
            group["gross"] += amount
            group["cancelled"] += amount if cancelled else 0

    def shown(groups):
        return {
            name: {"orders": len(group["orders"]), "gross": text(group["gross"])}
            for name, group in sorted(groups.items())}

    reconciled = {}
    for key, value in sorted(reported.items()):
        group = by_show.get(key)
        if group:
            left = value - group["gross"] + group["cancelled"]
            reconciled[key] = {
                "reported": text(value), "order_lines": text(group["gross"]),
                "cancelled": text(-group["cancelled"]), "unexplained": text(left)}
    return {"shows": shown(by_show), "creators": shown(by_host), "channels": shown(by_channel),
            "reconciled": reconciled}


print(json.dumps({market: answers(market) for market in HOSTS}, indent=1, ensure_ascii=False))
