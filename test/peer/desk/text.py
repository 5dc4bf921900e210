"""From the words of a document to exact values. No binary float on the way."""

import json
import re
from datetime import date, timedelta
from fractions import Fraction

MONEY = re.compile(r"([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(\.[0-9]+)?(万|亿)?")
RATE = re.compile(r"([0-9]+(?:\.[0-9]+)?)%")
DURATION = re.compile(r"(?:[0-9]+(?:min|h|d))+")
SCALE = {None: 1, "万": 10**4, "亿": 10**8}
MINUTES = {"min": 1, "h": 60, "d": 1440}


class Refused(Exception):
    """The rules refuse this package; the message is the reason."""


def read(text: str):
    """JSON with every number left as its text."""
    return json.loads(text, parse_float=str, parse_int=str)


def money(text: str) -> Fraction:
    """`120000.50`, `1,200,000`, `12万` or `1.5亿` as a fraction of the currency's main unit."""
    found = MONEY.fullmatch(text)
    if not found:
        raise Refused(f"money {text}")
    whole, decimals, unit = found.groups()
    return Fraction(whole.replace(",", "") + (decimals or "")) * SCALE[unit]


def rate(text: str) -> Fraction:
    """`12.5%` as one eighth."""
    found = RATE.fullmatch(text)
    if not found:
        raise Refused(f"rate {text}")
    return Fraction(found.group(1)) / 100


def count(text: str) -> int:
    """A positive whole number, written in any form money may be written in."""
    value = money(text)
    if value < 1 or value.denominator != 1:
        raise Refused(f"count {text}")
    return value.numerator


def minutes(text: str) -> int:
    """A duration such as `1h30min` in minutes."""
    if not DURATION.fullmatch(text):
        raise Refused(f"duration {text}")
    return sum(int(n) * MINUTES[unit] for n, unit in re.findall(r"([0-9]+)(min|h|d)", text))


def window(text: str) -> tuple[int, int]:
    """`22:30-25:00` as minutes of the broadcast clock, start and end."""
    start, end = (int(h) * 60 + int(m) for h, m in (t.split(":") for t in text.split("-")))
    if not 0 <= start < end <= 30 * 60:
        raise Refused(f"time {text}")
    return start, end


def days(value) -> list[date]:
    """A date, an interval with both ends, or a list of them, in the order of the calendar."""
    found = []
    for part in value if isinstance(value, list) else [value]:
        first, _, last = part.partition("/")
        day, end = date.fromisoformat(first), date.fromisoformat(last or first)
        while day <= end:
            found.append(day)
            day += timedelta(days=1)
    return sorted(found)
