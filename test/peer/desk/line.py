"""A line of a package, and what a sales desk refuses to price."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from desk.card import Card, Item
from desk.text import Refused, count, days, rate, window


@dataclass(eq=False)
class Spot:
    date: date
    time: tuple[int, int] | None
    units: Fraction
    listed: int = 0
    surcharges: list[tuple[str, int]] = field(default_factory=list)
    gross: int = 0
    amount: int = 0


@dataclass(eq=False)
class Line:
    """`running` moves down the waterfall; `settled` is where it stood before the agency's commission."""

    item: Item
    quantity: int
    format: str | None
    options: list[str]
    category: str | None
    closed: str | None
    closed_at: int
    discount: Fraction
    spots: list[Spot]
    listed: int = 0
    gross: int = 0
    running: int = 0
    settled: int = 0
    net: int = 0
    tax: int = 0
    payable: int = 0
    adjustments: list[tuple[str, int, int]] = field(default_factory=list)

    @property
    def bonus(self) -> bool:
        return self.closed == "bonus"

    @property
    def units(self) -> Fraction:
        return sum(spot.units for spot in self.spots) * self.quantity

    def adjust(self, rule: str, amount: int) -> None:
        """Moves the running amount; a zero step leaves no entry."""
        if amount:
            self.running += amount
            self.adjustments.append((rule, amount, self.running))


def read_line(card: Card, package: dict, document: dict) -> Line:
    """One line, checked against the card; the reasons to refuse are those a desk may meet."""
    item = card.items.get(document["item"])
    if item is None:
        raise Refused("unknown item")
    closed, closed_at = _closing(card, item, document)
    if "discount" in document and closed:
        raise Refused("discount on a closed line")
    if document.get("format") is not None and document["format"] not in item.formats:
        raise Refused("format not offered")
    return Line(
        item=item,
        quantity=count(document.get("quantity", "1")),
        format=document.get("format"),
        options=document.get("options", []),
        category=document.get("category", package["client"].get("category")),
        closed=closed,
        closed_at=closed_at,
        discount=rate(document.get("discount", "0%")),
        spots=_spots(card, item, date.fromisoformat(package["asOf"]), document),
    )


def _closing(card: Card, item: Item, document: dict) -> tuple[str | None, int]:
    bonus = document.get("bonus", False)
    if item.pass_through != ("amount" in document):
        raise Refused("amount and pass-through belong together")
    if item.pass_through:
        if bonus or "fixed" in document:
            raise Refused("a pass-through line is neither bonus nor fixed")
        return "pass-through", card.currency.whole(document["amount"])
    if item.on_request and "fixed" not in document:
        raise Refused("on-request needs fixed")
    if bonus and "fixed" in document and not item.on_request:
        raise Refused("bonus beside fixed")
    fixed = card.currency.whole(document["fixed"]) if "fixed" in document else 0
    return ("bonus" if bonus else "fixed" if "fixed" in document else None), fixed


def _spots(card: Card, item: Item, as_of: date, document: dict) -> list[Spot]:
    dates = days(document["dates"])
    if len(set(dates)) < len(dates):
        raise Refused("same date twice")
    spots = []
    for day in dates:
        if day not in card.valid:
            raise Refused("date outside valid")
        if day < as_of:
            raise Refused("date before asOf")
        text = document.get("times", {}).get(day.isoformat(), document.get("time"))
        time = window(text) if text else None
        if time and not (item.open[0] <= time[0] and time[1] <= item.open[1]):
            raise Refused("time outside open")
        spots.append(Spot(day, time, _units(item, time, document)))
    return spots


def _units(item: Item, time: tuple[int, int] | None, document: dict) -> Fraction:
    if item.per == "hour":
        if time is None:
            raise Refused("an hour needs its time")
        return Fraction(time[1] - time[0], 60)
    if item.per == "mille":
        return Fraction(count(document.get("impressions", "")), 1000)
    return Fraction(1)
