"""Spot prices: list, surcharges, gross."""

from fractions import Fraction

from desk.card import Card, Item
from desk.exact import allocate
from desk.line import Line, Spot
from desk.text import Refused


def price_spots(card: Card, lines: list[Line], as_of) -> None:
    """Fills every line's spots, list and gross."""
    for item in {id(line.item): line.item for line in lines}.values():
        _check_minimum(item, lines)
    for line in lines:
        if line.item.on_request or line.item.pass_through:
            for spot, share in zip(line.spots, allocate(line.closed_at, [1] * len(line.spots))):
                spot.listed = spot.gross = share
        else:
            price = unit_price(line.item, lines)
            for spot in line.spots:
                spot.listed = _list(card, line, spot, price)
                spot.surcharges = _surcharges(card, line, spot, as_of)
                spot.gross = spot.listed + sum(amount for _, amount in spot.surcharges)
        line.listed = sum(spot.listed for spot in line.spots)
        line.gross = line.running = sum(spot.gross for spot in line.spots)


def unit_price(item: Item, lines: list[Line]) -> Fraction:
    """The price of the break that the item's units over the paid lines reach; the same for all its lines."""
    units = _paid_units(item, lines)
    return [price for start, price in item.breaks if start <= units][-1]


def _paid_units(item: Item, lines: list[Line]) -> Fraction:
    return sum((line.units for line in lines if line.item is item and not line.bonus), Fraction(0))


def _check_minimum(item: Item, lines: list[Line]) -> None:
    paid = any(line.item is item and not line.bonus for line in lines)
    if paid and _paid_units(item, lines) < item.minimum:
        raise Refused("under minimum")


def _list(card: Card, line: Line, spot: Spot, price: Fraction) -> int:
    amount = card.currency.round(price * spot.units * line.quantity)
    item = line.item
    if item.included is not None and spot.time and spot.time[1] - spot.time[0] > item.included:
        overtime, per = item.overtime
        begun = -((item.included - (spot.time[1] - spot.time[0])) // per)
        amount += card.currency.round(begun * overtime * line.quantity)
    return amount


def _surcharges(card: Card, line: Line, spot: Spot, as_of) -> list[tuple[str, int]]:
    applying = [
        rule
        for rule in card.surcharges
        if rule.when.holds_for_line(line) and rule.when.holds_for_spot(spot, as_of)
    ]
    entries, settled_groups = [], set()
    for rule in applying:
        if rule.group in settled_groups:
            continue
        running = spot.listed + sum(amount for _, amount in entries)
        rivals = [rule]
        if rule.group is not None:
            settled_groups.add(rule.group)
            rivals = [rival for rival in applying if rival.group == rule.group]
        amounts = [(rival.id, _surcharge(card, line, rival, spot.listed, running)) for rival in rivals]
        entries.append(max(amounts, key=lambda entry: entry[1]))
    return [entry for entry in entries if entry[1]]


def _surcharge(card: Card, line: Line, rule, list_amount: int, running: int) -> int:
    if rule.amount is not None:
        return rule.amount * line.quantity
    return card.currency.times(running if rule.on_running else list_amount, rule.rate)
