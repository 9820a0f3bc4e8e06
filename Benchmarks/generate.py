"""Writes the inputs of the benchmarks, the same ones for the same seed and size."""

import datetime
import pathlib
import random

SEED = 20211208
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


def sales(folder: pathlib.Path, events: int, count: int) -> pathlib.Path:
    """Orders in the order of their numbers, of one to four lines of the thirty products that a show
    has; some lines come back.
    """
    path = folder / f"sales-{events}-{count}.csv"
    if path.exists():
        return path
    draw = random.Random(SEED)
    with open(path, "w") as file:
        file.write("order,line,product,quantity,amount,currency,at,event,kind\n")
        written = 0
        order = 576_300_000_000_000_000
        while written < count:
            order += draw.randrange(1, 2_000_000)
            event = min(events - 1, written * events // count)
            at = START + datetime.timedelta(hours=event, seconds=draw.randrange(7200))
            for line in range(1, min(draw.randrange(1, 5), count - written) + 1):
                product = (event * 7 + draw.randrange(30)) % 500
                quantity = draw.randrange(1, 4)
                cents = quantity * (199 + product * 7)
                moves = [("sale", 1, at)]
                if draw.random() < 0.05 and written + 1 < count:
                    kind = draw.choice(["cancellation", "refund"])
                    moves.append((kind, -1, at + datetime.timedelta(days=draw.randrange(1, 20))))
                for kind, sign, when in moves:
                    sum = f"{'-' if sign < 0 else ''}{cents // 100}.{cents % 100:02}"
                    file.write(
                        f"{order},{line},SKU-{product:04},{sign * quantity},{sum},GBP,"
                        f"{text(when)},{key(event)},{kind}\n")
                    written += 1
    return path


def key(number: int) -> str:
    return f"show-{number + 1:04}"


def text(at: datetime.datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")
