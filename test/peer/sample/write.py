"""Values as people write them in a card."""

import json
from datetime import date
from fractions import Fraction

from sample.dice import Dice


class Number(str):
    """Text that stands in JSON as a bare number, digit for digit."""


def plain(value: Fraction, least_digits: int = 0) -> str:
    """An exact decimal with at least so many decimals."""
    digits = least_digits
    while (value * 10**digits).denominator != 1:
        digits += 1
    units = int(value * 10**digits)
    return f"{units // 10**digits}.{units % 10**digits:0{digits}d}" if digits else str(units)


def money(dice: Dice, value: Fraction) -> str:
    """One of the written forms: plain, padded, grouped, 万, 亿, a JSON number."""
    forms = [plain(value), plain(value), Number(plain(value)), _grouped(value)]
    if value.denominator in (2, 5, 10):
        forms += [plain(value, 2), Number(plain(value, 2))]
    if value >= 1000:
        forms += [plain(value / 10**4) + "万"] * 2
    if value >= 10**6:
        forms.append(plain(value / 10**8) + "亿")
    return dice.pick(forms)


def count(dice: Dice, value: int) -> str:
    """A whole number of things: a JSON number, text, or grouped text."""
    return dice.pick([Number(value), Number(value), str(value), f"{value:,}"])


def rate(value: Fraction) -> str:
    """0.125 as `12.5%`."""
    return plain(value * 100) + "%"


def clock(start: int, end: int) -> str:
    """Minutes of the broadcast clock as `22:30-25:00`."""
    return "-".join(f"{minute // 60:02d}:{minute % 60:02d}" for minute in (start, end))


def interval(first: date, last: date) -> str:
    return f"{first.isoformat()}/{last.isoformat()}"


def dump(value, open_levels: int = 0) -> str:
    """JSON with the outer levels one entry a line and the rest compact."""
    if isinstance(value, Number):
        return str(value)
    if not isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False)
    inner = [dump(part, open_levels - 1) for part in (value.values() if isinstance(value, dict) else value)]
    if isinstance(value, dict):
        inner = [f"{json.dumps(key, ensure_ascii=False)}: {text}" for key, text in zip(value, inner)]
    left, right = "{}" if isinstance(value, dict) else "[]"
    if open_levels > 0 and inner:
        return f"{left}\n" + ",\n".join(inner) + f"\n{right}"
    return left + ", ".join(inner) + right


def _grouped(value: Fraction) -> str:
    whole, dot, decimals = plain(value).partition(".")
    return f"{int(whole):,}{dot}{decimals}"
