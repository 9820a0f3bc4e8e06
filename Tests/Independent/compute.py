#!/usr/bin/env python3
"""Computes figures of real data from their files, by other means than the program.

    python3 Tests/Independent/compute.py ../shared/data > Tests/Independent/answers.json

All arithmetic is exact (integers and fractions) and rounds once, half to even, to six decimals. The
files: order lines of UCI Online Retail (D. Chen, 2015), and viewers per minute of Games Done Quick
marathons (Alligator/agdq-stats), which are charity giving and not shopping.
"""

import csv
import json
import sys
from collections import defaultdict
from datetime import datetime, timezone
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def text(number):
    """Six decimals, a half to even, without zeros at the end."""
    micros = round(Fraction(number) * 1_000_000)
    sign, micros = ("-" if micros < 0 else ""), abs(micros)
    whole, rest = divmod(micros, 1_000_000)
    return f"{sign}{whole}.{rest:06d}".rstrip("0").rstrip(".")


def retail(folder):
    """Sums of the orders of the United Kingdom, by month of London."""
    months = defaultdict(lambda: defaultdict(Fraction))
    orders = defaultdict(lambda: [None, Fraction(0)])
    for file in sorted(folder.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                if row["Country"] != "United Kingdom":
                    continue
                invoice = row["InvoiceNo"]
                quantity = Fraction(Decimal(row["Quantity"]))
                amount = quantity * Fraction(Decimal(row["UnitPrice"]))
                at = datetime.fromisoformat(row["InvoiceDate"]).replace(tzinfo=LONDON)
                month = months[at.astimezone(LONDON).strftime("%Y-%m")]
                if invoice.startswith("C"):
                    month["cancelled"] -= amount
                    month["units_cancelled"] -= quantity
                elif invoice.startswith("A"):
                    month["adjusted"] += amount
                elif quantity < 0 and amount == 0:
                    continue  # a stock write-off
                else:
                    month["gmv_gross"] += amount
                    month["units"] += quantity
                    order = orders[invoice]
                    order[0] = min(order[0] or at, at)
                    order[1] += amount
    for at, amount in orders.values():
        month = months[at.strftime("%Y-%m")]
        month["orders"] += 1
        month["paid_orders"] += amount > 0
    answers = {}
    for name, month in sorted(months.items()):
        gross = month["gmv_gross"]
        figures = {
            key: month[key]
            for key in ("gmv_gross", "cancelled", "adjusted", "orders", "paid_orders", "units")
        }
        figures["refunded"] = Fraction(0)
        figures["gmv_net"] = gross - month["cancelled"] + month["adjusted"]
        figures["average_order_value"] = gross / month["paid_orders"]
        figures["average_price"] = gross / month["units"]
        figures["units_per_order"] = month["units"] / month["orders"]
        figures["refund_rate_by_value"] = Fraction(0)
        figures["cancellation_rate_by_value"] = month["cancelled"] / gross
        figures["cancellation_rate_by_units"] = month["units_cancelled"] / month["units"]
        answers[name] = {key: text(value) for key, value in figures.items()}
    return answers


def milliseconds(stamp):
    at = datetime.strptime(stamp, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)
    return int(at.timestamp()) * 1000


def height(points, at):
    """The height of the curve at an instant, or None outside of it."""
    before = [point for point in points if point[0] <= at]
    after = [point for point in points if point[0] >= at]
    if not before or not after:
        return None
    (left, low), (right, high) = before[-1], after[0]
    if left == right:
        return Fraction(low)
    return low + Fraction((high - low) * (at - left), right - left)


def longest_step(points):
    """The longest step from count to count that is no gap: three times the usual one, or two minutes.

    The usual step is the upper edge of the class that has the median, the shorter one of two.
    """
    steps = sorted(right - left for (left, _), (right, _) in zip(points, points[1:]))
    median = steps[(len(steps) - 1) // 2]
    edges = [Fraction(1, 2)] + [one * 10 ** tens for tens in range(6) for one in (1, 2, 5)]
    usual = next(edge for edge in (66_000 * part for part in edges) if median <= edge)
    return max(3 * usual, 120_000)


def marathons(folder):
    """Peak, average and retained viewers of each marathon."""
    curves = defaultdict(dict)
    with (folder / "audience.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["concurrent_viewers"]:  # empty is unknown, 0 a dropped stream
                curves[row["event"]][milliseconds(row["at"])] = int(row["concurrent_viewers"])
    answers = {}
    with (folder / "events.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            points = sorted(curves[row["event"]].items())
            if not points:
                continue
            peak = max(count for _, count in points)
            figures = {"peak_concurrent": peak}
            longest = longest_step(points)
            observed = [
                (left, right) for left, right in zip(points, points[1:])
                if right[0] - left[0] <= longest
            ]
            area = sum(
                Fraction((low + high) * (right - left), 2) for (left, low), (right, high) in observed
            )
            time = sum(right[0] - left[0] for left, right in observed)
            figures["average_concurrent"] = area / time
            start, end = milliseconds(row["starts_at"]), milliseconds(row["ends_at"])
            figures["hours_live"] = Fraction(end - start, 3_600_000)
            for mark in (25, 50, 75):
                at = start + (end - start) * mark // 100
                found = height(points, at)
                in_gap = any(
                    left[0] < at < right[0] and right[0] - left[0] > longest
                    for left, right in zip(points, points[1:])
                )
                if found is not None and not in_gap:
                    figures[f"retained_at_{mark}"] = found / peak
            answers[row["event"]] = {key: text(value) for key, value in figures.items()}
    return answers


def main():
    data = Path(sys.argv[1])
    answers = {
        "online_retail_uk_by_month": retail(data / "sales" / "online-retail"),
        "gdq_minutes_by_event": marathons(data / "audience" / "gdq-minutes"),
    }
    json.dump(answers, sys.stdout, indent=1, sort_keys=True)
    print()


main()
