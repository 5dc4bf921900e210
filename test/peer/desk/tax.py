"""Tax per rate, and a line's final amount over its spots."""

from fractions import Fraction

from desk.card import Card
from desk.exact import allocate
from desk.line import Line


def tax_lines(card: Card, lines: list[Line]) -> None:
    """One rounding per rate, shared by the lines of that rate; net and payable follow line by line."""
    for rate in {line.item.tax: None for line in lines}:
        group = [line for line in lines if line.item.tax == rate]
        total = sum(line.running for line in group)
        if card.tax_included:
            tax = total - card.currency.nearest(Fraction(total) / (1 + rate))
        else:
            tax = card.currency.times(total, rate)
        for line, share in zip(group, allocate(tax, [line.running for line in group])):
            line.tax = share
            line.net = line.running - share if card.tax_included else line.running
            line.payable = line.net + share


def spread_over_spots(lines: list[Line]) -> None:
    """By the spots' gross; evenly where they have none."""
    for line in lines:
        weights = [spot.gross for spot in line.spots] if line.gross else [1] * len(line.spots)
        for spot, share in zip(line.spots, allocate(line.running, weights)):
            spot.amount = share
