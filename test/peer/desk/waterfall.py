"""From gross to amount: closed lines, discounts, the deal, the agency."""

from desk.card import Card, Discount
from desk.exact import allocate
from desk.line import Line
from desk.text import Refused, rate


def close_lines(lines: list[Line]) -> None:
    """Bonus lines go to nothing, fixed ones to their price."""
    for line in lines:
        if line.bonus:
            line.adjust("bonus", -line.gross)
        elif line.closed == "fixed":
            line.adjust("fixed", line.closed_at - line.gross)


def card_discounts(card: Card, lines: list[Line], as_of) -> None:
    """The card's discounts in its order; of a group only the largest, where the group first gives any."""
    settled_groups = set()
    for rule in card.discounts:
        if rule.group in settled_groups:
            continue
        best = rule
        if rule.group is not None:
            if _worth(card, rule, lines, as_of) == 0:
                continue
            settled_groups.add(rule.group)
            rivals = [rival for rival in card.discounts if rival.group == rule.group]
            best = max(rivals, key=lambda rival: _worth(card, rival, lines, as_of))
        _share(best.id, _worth(card, best, lines, as_of), _eligible(best, lines, as_of))


def line_discounts(card: Card, lines: list[Line]) -> None:
    """Each line's own `discount`."""
    for line in lines:
        line.adjust("line", -card.currency.times(line.running, line.discount))


def deal(card: Card, lines: list[Line], terms: dict) -> None:
    """`discount`, `off`, `target`, in this order, over the open lines."""
    open_lines = [line for line in lines if line.closed is None]
    if "discount" in terms:
        _share("deal.discount", card.currency.times(_running(open_lines), rate(terms["discount"])), open_lines)
    if "off" in terms:
        off = card.currency.whole(terms["off"])
        if off > _running(open_lines):
            raise Refused("off too large")
        _share("deal.off", off, open_lines)
    if "target" in terms:
        difference = _running(lines) - card.currency.whole(terms["target"])
        if difference < 0:
            raise Refused("target above the sum")
        if difference > _running(open_lines):
            raise Refused("target out of reach")
        _share("deal.target", difference, open_lines)
    for line in lines:
        line.settled = line.running


def agency(card: Card, lines: list[Line], terms: dict | None) -> tuple[int, int]:
    """The commission deducted now, and the rebate paid later; one of the two is nothing."""
    if not terms:
        return 0, 0
    lines = [line for line in lines if line.closed in (None, "fixed")]
    commission = card.currency.times(_running(lines), rate(terms["commission"]))
    if terms.get("settle", "net") == "rebate":
        return 0, commission
    _share("agency", commission, lines)
    return commission, 0


def _running(lines: list[Line]) -> int:
    return sum(line.running for line in lines)


def _share(rule: str, amount: int, lines: list[Line]) -> None:
    for line, share in zip(lines, allocate(amount, [line.running for line in lines])):
        line.adjust(rule, -share)


def _eligible(rule: Discount, lines: list[Line], as_of) -> list[Line]:
    return [
        line
        for line in lines
        if line.closed is None
        and rule.when.holds_for_line(line)
        and all(rule.when.holds_for_spot(spot, as_of) for spot in line.spots)
    ]


def _worth(card: Card, rule: Discount, lines: list[Line], as_of) -> int:
    for key, wanted, spots in rule.requires:
        if sum(len(line.spots) for line in lines if not line.bonus and _answers(line, key, wanted)) < spots:
            return 0
    eligible = _eligible(rule, lines, as_of)
    base, running = sum(line.gross for line in eligible), _running(eligible)
    if rule.amount is not None:
        return min(rule.amount, running)
    if rule.rate is not None:
        return card.currency.times(running, rule.rate)
    if rule.mode == "threshold":
        return card.currency.times(running, [share for start, share in rule.tiers if start <= base][-1])
    ends = [start for start, _ in rule.tiers[1:]] + [base]
    slabs = [max(min(end, base) - start, 0) * share for (start, share), end in zip(rule.tiers, ends)]
    return min(card.currency.nearest(sum(slabs)), running)


def _answers(line: Line, key: str, wanted: str) -> bool:
    return {
        "item": line.item.id == wanted,
        "section": line.item.section == wanted,
        "tag": wanted in line.item.tags,
    }[key]
