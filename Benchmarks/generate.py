"""Writes the inputs of the benchmarks, the same ones for the same seed and size."""

import datetime
import pathlib
import random

SEED = 20211208
HEADER = "order,line,product,quantity,amount,currency,at,event,kind\n"
FIRST_ORDER = 576_300_000_000_000_000
START = datetime.datetime(2021, 12, 8, 17, tzinfo=datetime.timezone.utc)


def events(folder: pathlib.Path, count: int) -> pathlib.Path:
    """Shows of one market, one an hour."""
    path = folder / f"events-{count}.csv"
    if path.exists():
        return path
    with open(path, "w") as file:
        file.write("event,market,platform,title,starts_at\n")
        for number in range(count):
            start = START + datetime.timedelta(hours=number)
            file.write(f"{key(number)},UK,tiktok,Show {number + 1},{text(start)}\n")
    return path


def audience(folder: pathlib.Path, events: int, count: int) -> pathlib.Path:
    """Viewers of each show in turn, every second: a curve that rises, and falls again."""
    path = folder / f"audience-{events}-{count}.csv"
    if path.exists():
        return path
    draw = random.Random(SEED)
    each = count // events
    with open(path, "w") as file:
        file.write("event,at,count\n")
        for number in range(events):
            start = START + datetime.timedelta(hours=number)
            name = key(number)
            viewers = draw.randrange(20, 200)
            day = None
            for second in range(each):
                if second % 60 == 0:
                    minute = (start + datetime.timedelta(seconds=second)).strftime("%Y-%m-%dT%H:%M:")
                viewers = max(0, viewers + draw.randrange(-10, 11 if second * 2 < each else 10))
                file.write(f"{name},{minute}{second % 60:02}Z,{viewers}\n")
    return path


def interleaved(folder: pathlib.Path, events: int, count: int) -> pathlib.Path:
    """Viewers of 250 shows at once, every second, by time: as a collector of many shows writes
    them.
    """
    path = folder / f"audience-interleaved-{events}-{count}.csv"
    if path.exists():
        return path
    draw = random.Random(SEED)
    each = count // events
    with open(path, "w") as file:
        file.write("event,at,count\n")
        for first in range(0, events, 250):
            shows = range(first, min(first + 250, events))
            names = [key(number) for number in shows]
            viewers = [draw.randrange(20, 200) for _ in shows]
            start = START + datetime.timedelta(hours=first)
            for second in range(each):
                at = text(start + datetime.timedelta(seconds=second))
                for place, name in enumerate(names):
                    step = draw.randrange(-10, 11 if second * 2 < each else 10)
                    viewers[place] = max(0, viewers[place] + step)
                    file.write(f"{name},{at},{viewers[place]}\n")
    return path


def sales(folder: pathlib.Path, events: int, count: int) -> pathlib.Path:
    """Orders in the order of their numbers, of one to four lines of the thirty products that a show
    has, show after show; some lines come back.
    """
    path = folder / f"sales-{events}-{count}.csv"
    if path.exists():
        return path
    draw = random.Random(SEED)
    with open(path, "w") as file:
        file.write(HEADER)
        written = 0
        number = FIRST_ORDER
        while written < count:
            number += draw.randrange(1, 2_000_000)
            event = min(events - 1, written * events // count)
            at = START + datetime.timedelta(hours=event, seconds=draw.randrange(7200))
            products = [(event * 7 + draw.randrange(30)) % 500 for _ in range(draw.randrange(1, 5))]
            lines = order(draw, number, at, event, products)[: count - written]
            file.writelines(lines)
            written += len(lines)
    return path


def newest_first(folder: pathlib.Path, count: int, grow: bool, part: int = 0) -> pathlib.Path:
    """Orders of 1,000 shows of forty products each, the newest first: the numbers of orders grow
    with time, or they have no order. Each part has other orders, of later numbers than those
    before.
    """
    suffix = f"{count}-{part}" if part else f"{count}"
    path = folder / f"sales-newest-{'growing' if grow else 'unordered'}-{suffix}.csv"
    if path.exists():
        return path
    draw = random.Random(SEED + part)
    lines = []
    number = FIRST_ORDER + part * 10**13
    while len(lines) < count:
        number += draw.randrange(1, 2_000_000)
        event = draw.randrange(1000)
        at = START + datetime.timedelta(hours=event, seconds=draw.randrange(7200))
        products = [(event * 7 + draw.randrange(40)) % 500 for _ in range(draw.randrange(1, 5))]
        own = number if grow else draw.randrange(10**17, 10**18)
        lines += reversed(order(draw, own, at, event, products))
    write(path, lines[:count][::-1])
    return path


def unordered(folder: pathlib.Path, count: int) -> pathlib.Path:
    """Sale lines in no order, of any of 3,000 products in any of 1,000 shows."""
    path = folder / f"sales-unordered-{count}.csv"
    if path.exists():
        return path
    draw = random.Random(SEED)
    lines = []
    while len(lines) < count:
        event = draw.randrange(1000)
        at = START + datetime.timedelta(hours=event, seconds=draw.randrange(7200))
        products = [draw.randrange(3000) for _ in range(draw.randrange(1, 5))]
        lines += order(draw, draw.randrange(10**17, 10**18), at, event, products)
    lines = lines[:count]
    draw.shuffle(lines)
    write(path, lines)
    return path


def order(
    draw: random.Random, number: int, at: datetime.datetime, event: int, products: list[int]
) -> list[str]:
    """The lines of one order, some of which come back days later."""
    lines = []
    for line, product in enumerate(products, 1):
        quantity = draw.randrange(1, 4)
        cents = quantity * (199 + product * 7)
        moves = [("sale", 1, at)]
        if draw.random() < 0.05:
            kind = draw.choice(["cancellation", "refund"])
            moves.append((kind, -1, at + datetime.timedelta(days=draw.randrange(1, 20))))
        for kind, sign, when in moves:
            sum = f"{'-' if sign < 0 else ''}{cents // 100}.{cents % 100:02}"
            lines.append(
                f"{number},{line},SKU-{product:04},{sign * quantity},{sum},GBP,"
                f"{text(when)},{key(event)},{kind}\n")
    return lines


def write(path: pathlib.Path, lines: list[str]) -> None:
    with open(path, "w") as file:
        file.write(HEADER)
        file.writelines(lines)


def key(number: int) -> str:
    return f"show-{number + 1:04}"


def text(at: datetime.datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
