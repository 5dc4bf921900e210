"""The whole journey of a package."""

from datetime import date

from desk.card import Card
from desk.exact import allocate, show_rate
from desk.figures import Figures, totals
from desk.line import Line, read_line
from desk.spots import price_spots
from desk.tax import spread_over_spots, tax_lines
from desk.text import Refused, rate
from desk.verdict import approval, policy_breaches
from desk.waterfall import agency, card_discounts, close_lines, deal, line_discounts


def answer(card: Card, package: dict) -> dict:
    """The figures of the quote, or `{"refused": reason}`; both with the package's id."""
    try:
        return {**price(card, package), "id": package["id"]}
    except Refused as refusal:
        return {"refused": str(refusal), "id": package["id"]}


def price(card: Card, package: dict) -> dict:
    """Raises Refused where the rules refuse."""
    if package["card"] != card.id:
        raise Refused("another card")
    lines = [read_line(card, package, line) for line in package["lines"]]
    as_of = date.fromisoformat(package["asOf"])
    price_spots(card, lines, as_of)
    close_lines(lines)
    card_discounts(card, lines, as_of)
    line_discounts(card, lines)
    deal(card, lines, package.get("deal", {}))
    commission, rebate = agency(card, lines, package.get("agency"))
    tax_lines(card, lines)
    spread_over_spots(lines)
    sums = totals(lines, commission, rebate)
    figures = Figures(card, lines, sums)
    breaches = policy_breaches(card, figures, sums["media"], package.get("agency"))
    role, reasons = approval(card, figures, lines)
    terms = {**card.terms, **package.get("terms", {})}
    shares = [rate(part["share"]) for part in terms.get("instalments", [])]
    show = card.currency.show
    return {
        "currency": card.currency.code,
        "lines": [_line(line, show) for line in lines],
        "totals": {name: show(amount) for name, amount in sums.items()},
        "figures": _figures(figures, show),
        **({"instalments": [show(part) for part in allocate(sums["payable"], shares)]} if shares else {}),
        **({"approval": role} if card.has_approvals else {}),
        "policyBreaches": breaches,
        **({"approvalReasons": reasons} if card.has_approvals else {}),
    }


def _figures(figures: Figures, show) -> dict:
    shown = {}
    for name in figures.ratios:
        if name == "viewerBenefitShare":
            shown["viewerBenefit"] = show(figures.viewer_benefit)
        exact = figures.exact(name)
        shown[name] = None if exact is None else show_rate(exact)
    return shown


def _line(line: Line, show) -> dict:
    return {
        "item": line.item.id,
        "list": show(line.listed),
        "gross": show(line.gross),
        "amount": show(line.running),
        "net": show(line.net),
        "tax": show(line.tax),
        "payable": show(line.payable),
        "spots": [
            {
                "date": spot.date.isoformat(),
                "list": show(spot.listed),
                "surcharges": [{"rule": rule, "amount": show(amount)} for rule, amount in spot.surcharges],
                "gross": show(spot.gross),
                "amount": show(spot.amount),
            }
            for spot in line.spots
        ],
        "adjustments": [
            {"rule": rule, "amount": show(amount), "after": show(after)} for rule, amount, after in line.adjustments
        ],
    }
