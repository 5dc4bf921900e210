"""A contestant of the bulk benchmark: kanli's waterfall by Python's decimal, written plainly.

    python3 bench/bulk/python_decimal.py CARD.json REQUESTS.ndjson OUT.ndjson

One package a line in, one quote a line out, in the same order. The card's texts are read once, as anybody would; nothing
else is done for speed. Standard library only, Python 3.11 or later.

It knows the rules that the card of workload.mjs uses and looks for no mistakes in what it reads: policies, reasons of an
approval and other diagnostics are left out, and so is the card's digest.
"""

import hashlib
import json
import re
import sys
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, getcontext

# Products of amounts and rates stay exact; quotients have so many digits that cutting or rounding them to cents is safe.
getcontext().prec = 60

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
FOUR_PLACES = Decimal("0.0001")
SECTIONS = ("slots", "celebrities", "placements")
LINE_CONDITIONS = ("items", "sections", "tiers", "formats", "options", "categories", "tags")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES = {"min": 1, "h": 60, "d": 1440}


# ---- texts and numbers


def rounded(amount):
    return amount.quantize(CENT, ROUND_HALF_UP)


def money(written):
    """A whole amount. All amounts carry their two decimals, so that str() writes both."""
    return Decimal(written).quantize(CENT)


def rate(written):
    return Decimal(written.removesuffix("%")) / 100


def plain(number):
    """Without trailing zeros, never in scientific notation."""
    return format(number.normalize(), "f")


def four_places(number):
    return plain(number.quantize(FOUR_PLACES, ROUND_HALF_UP))


def figure(part, of):
    return four_places(part / of) if of else None


def minutes(duration):
    return sum(int(number) * MINUTES[unit] for number, unit in re.findall(r"(\d+)(min|h|d)", duration))


def window(written):
    """`22:00-26:00` as minutes of the broadcast day; a spot may have none."""
    if written is None:
        return None
    start, end = (int(clock[:2]) * 60 + int(clock[3:]) for clock in written.split("-"))
    return start, end


def interval(written):
    first, _, last = written.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def allocate(total, weights):
    """Cut down to cents; the cents left over go to the largest cut-off parts, ties to the earlier."""
    if total == 0:
        return [ZERO] * len(weights)
    whole = sum(weights)
    shares = [(total * weight / whole).quantize(CENT, ROUND_DOWN) for weight in weights]
    cut_off = [total * weight - share * whole for weight, share in zip(weights, shares)]
    left_over = int((total - sum(shares)) / CENT)
    # The sort is stable, in reverse too: equal parts keep their order.
    largest = sorted(range(len(weights)), key=cut_off.__getitem__, reverse=True)
    for at in largest[:left_over]:
        shares[at] += CENT
    return shares


# ---- the card, read once


class When:
    def __init__(self, document):
        self.line = [(key, set(document[key])) for key in LINE_CONDITIONS if key in document]
        dates = document.get("dates", [])
        self.dates = [interval(each) for each in ([dates] if isinstance(dates, str) else dates)]
        self.weekdays = {WEEKDAYS.index(name) for name in document.get("weekdays", [])}
        self.times = window(document.get("times"))
        self.under = document.get("leadDaysUnder")
        self.over = document.get("leadDaysOver")

    def holds_for_line(self, facts):
        return all(not wanted.isdisjoint(facts[key]) for key, wanted in self.line)

    def holds_for_spot(self, spot, as_of):
        if self.dates and not any(first <= spot.day <= last for first, last in self.dates):
            return False
        if self.weekdays and spot.day.weekday() not in self.weekdays:
            return False
        if self.times and not (spot.window and self.times[0] <= spot.window[0] < self.times[1]):
            return False
        lead = (spot.day - as_of).days
        return (self.under is None or lead < self.under) and (self.over is None or lead > self.over)


class Rule:
    """A surcharge or a discount."""

    def __init__(self, document):
        self.id = document["id"]
        self.rate = rate(document["rate"]) if "rate" in document else None
        self.amount = money(document["amount"]) if "amount" in document else None
        self.on_running = document.get("on") == "running"
        self.group = document.get("group")
        self.tiers = [(Decimal(tier["from"]), rate(tier["rate"])) for tier in document.get("tiers", [])]
        self.graduated = document.get("mode") == "graduated"
        self.requires = document.get("requires", [])
        self.when = When(document.get("when", {}))


class Item:
    def __init__(self, item_id, section, document, card_tax):
        self.id = item_id
        self.section = section
        self.document = document
        self.tags = document.get("tags", [])
        self.per = document["per"]
        # Units are counted in minutes, impressions or pieces and divided last, so that a third of an hour is exact.
        self.unit = {"hour": 60, "mille": 1000}.get(self.per, 1)
        price = document.get("price")
        self.pass_through = document.get("passThrough", False)
        self.priced = not self.pass_through and price != "on-request"
        breaks = document.get("breaks") or [{"from": "0", "price": price}]
        self.breaks = [(Decimal(step["from"]), Decimal(step["price"])) for step in breaks] if self.priced else []
        self.included = minutes(document["included"]) if "included" in document else None
        self.overtime = document.get("overtime") and (
            Decimal(document["overtime"]["price"]),
            minutes(document["overtime"]["per"]),
        )
        self.floor = Decimal(document["floor"]) if "floor" in document else None
        self.tax = rate(document.get("tax", card_tax))
        self.viewer_benefit = rate(document.get("viewerBenefit", "0%"))
        self.nature = document.get("nature", "content")
        self.approval = document.get("approval")


class Card:
    def __init__(self, document):
        self.document = document
        self.items = {
            item_id: Item(item_id, section, item, document["tax"])
            for section in SECTIONS
            for item_id, item in document.get(section, {}).items()
        }
        self.surcharges = [Rule(each) for each in document.get("surcharges", [])]
        self.discounts = [Rule(each) for each in document.get("discounts", [])]
        self.bands = [(rate(band["upTo"]), band["by"]) for band in document.get("approvals", [])]


# ---- a package on its way to a price


@dataclass
class Spot:
    date: str
    day: date
    time: str | None
    window: tuple[int, int] | None
    count: int
    list: Decimal = ZERO
    overtime: Decimal = ZERO
    surcharges: list = field(default_factory=list)
    gross: Decimal = ZERO


class Line:
    def __init__(self, document, item, client):
        self.document = document
        self.item = item
        self.quantity = document.get("quantity", 1)
        self.closed = closing(document, item)
        self.facts = {
            "items": [item.id],
            "sections": [item.section],
            "tiers": [item.document.get("tier")],
            "formats": [document.get("format")],
            "options": document.get("options", []),
            "categories": [document.get("category", client.get("category"))],
            "tags": item.tags,
        }
        self.spots = [self.spot(each) for each in document["dates"]]
        self.count = sum(spot.count for spot in self.spots) * self.quantity
        self.unit_price = None
        self.list = self.gross = self.running = self.after_deal = ZERO
        self.tax = self.net = self.payable = self.viewer_benefit = ZERO
        self.adjustments = []

    def spot(self, written):
        time = self.document.get("times", {}).get(written, self.document.get("time"))
        span = window(time)
        if self.item.per == "hour":
            count = span[1] - span[0]
        else:
            count = self.document["impressions"] if self.item.per == "mille" else 1
        return Spot(written, date.fromisoformat(written), time, span, count)

    def take(self, reduction, rule, kind):
        if reduction == 0:
            return
        self.running -= reduction
        self.adjustments.append(
            {"rule": rule, "kind": kind, "amount": str(-reduction), "after": str(self.running)}
        )


def closing(document, item):
    if item.pass_through:
        return "pass-through"
    if document.get("bonus"):
        return "bonus"
    return "fixed" if "fixed" in document else None


def running_of(lines):
    return sum((line.running for line in lines), ZERO)


def reduce(lines, reduction, rule, kind):
    """The one way an amount is spread over lines: by their running amounts."""
    for line, share in zip(lines, allocate(reduction, [line.running for line in lines])):
        line.take(share, rule, kind)


# ---- spots


def price_lines(card, lines, as_of):
    bought = {}
    for line in lines:
        if line.closed != "bonus":
            bought[line.item.id] = bought.get(line.item.id, 0) + line.count
    for line in lines:
        if line.item.priced:
            price_spots(card, line, bought.get(line.item.id, 0), as_of)
        else:
            spread_own_amount(line)
        line.list = sum((spot.list for spot in line.spots), ZERO)
        line.gross = line.running = sum((spot.gross for spot in line.spots), ZERO)


def spread_own_amount(line):
    amount = money(line.document["amount"] if line.item.pass_through else line.document["fixed"])
    for spot, share in zip(line.spots, allocate(amount, [1] * len(line.spots))):
        spot.list = spot.gross = share


def price_spots(card, line, bought, as_of):
    item = line.item
    line.unit_price = [price for start, price in item.breaks if start * item.unit <= bought][-1]
    rules = [rule for rule in card.surcharges if rule.when.holds_for_line(line.facts)]
    for spot in line.spots:
        spot.overtime = overtime(line, spot)
        spot.list = rounded(line.unit_price * spot.count * line.quantity / item.unit) + spot.overtime
        applying = [rule for rule in rules if rule.when.holds_for_spot(spot, as_of)]
        spot.gross = spot.list + add_surcharges(spot, applying, line.quantity)


def overtime(line, spot):
    item = line.item
    if not item.overtime or spot.window is None:
        return ZERO
    beyond = spot.window[1] - spot.window[0] - item.included
    price, period = item.overtime
    return rounded(-(-beyond // period) * price * line.quantity) if beyond > 0 else ZERO


def add_surcharges(spot, applying, quantity):
    """Of a group only the largest applies, at the place of the group's first."""
    total = ZERO
    groups_done = set()
    for rule in applying:
        if rule.group in groups_done:
            continue
        rivals = [rule]
        if rule.group is not None:
            groups_done.add(rule.group)
            rivals = [other for other in applying if other.group == rule.group]
        # max() keeps the first of equals.
        amount, winner = max(
            ((surcharge(rival, spot.list, total, quantity), rival) for rival in rivals),
            key=lambda offer: offer[0],
        )
        if amount == 0:
            continue
        total += amount
        entry = {"rule": winner.id}
        if winner.rate is not None:
            entry["rate"] = plain(winner.rate)
        spot.surcharges.append(entry | {"amount": str(amount)})
    return total


def surcharge(rule, list_amount, so_far, quantity):
    if rule.rate is None:
        return rule.amount * quantity
    return rounded(rule.rate * (list_amount + so_far if rule.on_running else list_amount))


# ---- discounts, deal, agency, tax


def close_lines(lines):
    for line in lines:
        if line.closed == "bonus":
            line.take(line.gross, "bonus", "bonus")
        elif line.closed == "fixed":
            line.take(line.gross - money(line.document["fixed"]), "fixed", "fixed")


def discount_by_card(card, lines, as_of):
    groups_done = set()
    for rule in card.discounts:
        if rule.group in groups_done:
            continue
        best = offer(rule, lines, as_of)
        if best[0] == 0:
            continue
        if rule.group is not None:
            groups_done.add(rule.group)
            rivals = [other for other in card.discounts if other.group == rule.group]
            best = max((offer(rival, lines, as_of) for rival in rivals), key=lambda each: each[0])
        reduction, winner, eligible = best
        reduce(eligible, reduction, winner.id, "discount")


def offer(rule, lines, as_of):
    """What a discount would take off as the amounts stand, and of which lines."""
    if not all(required(each, lines) for each in rule.requires):
        return ZERO, rule, []
    eligible = [
        line
        for line in lines
        if line.closed is None
        and rule.when.holds_for_line(line.facts)
        and all(rule.when.holds_for_spot(spot, as_of) for spot in line.spots)
    ]
    base = sum((line.gross for line in eligible), ZERO)
    return reduction_of(rule, base, running_of(eligible)), rule, eligible


def required(entry, lines):
    spots = 0
    for line in lines:
        named = (
            line.item.id == entry.get("item")
            or line.item.section == entry.get("section")
            or entry.get("tag") in line.item.tags
        )
        if named and line.closed != "bonus":
            spots += len(line.spots)
    return spots >= entry["spots"]


def reduction_of(rule, base, running):
    if rule.amount is not None:
        return min(rule.amount, running)
    if rule.graduated:
        ends = [start for start, _ in rule.tiers[1:]] + [base]
        slabs = (
            (min(end, base) - start) * share for (start, share), end in zip(rule.tiers, ends) if base > start
        )
        return min(rounded(sum(slabs, ZERO)), running)
    share = [share for start, share in rule.tiers if start <= base][-1] if rule.tiers else rule.rate
    return rounded(running * share)


def strike_deal(pack, lines):
    opened = [line for line in lines if line.closed is None]
    for line in opened:
        if "discount" in line.document:
            line.take(rounded(line.running * rate(line.document["discount"])), "line", "line")
    deal = pack.get("deal", {})
    if "discount" in deal:
        reduce(opened, rounded(running_of(opened) * rate(deal["discount"])), "deal.discount", "deal")
    if "off" in deal:
        reduce(opened, money(deal["off"]), "deal.off", "deal")


def pay_agency(pack, lines):
    """Deducts the commission, or tells what is to be paid back later."""
    agency = pack.get("agency")
    if agency is None:
        return ZERO
    concerned = [line for line in lines if line.closed in (None, "fixed")]
    commission = rounded(running_of(concerned) * rate(agency["commission"]))
    if agency.get("settle") == "rebate":
        return commission
    reduce(concerned, commission, "agency", "commission")
    return ZERO


def add_tax(lines):
    for tax_rate in {line.item.tax for line in lines}:
        group = [line for line in lines if line.item.tax == tax_rate]
        total = running_of(group)
        tax = total - rounded(total / (1 + tax_rate))
        for line, share in zip(group, allocate(tax, [line.running for line in group])):
            line.tax = share
            line.payable = line.running
            line.net = line.running - share
            line.viewer_benefit = rounded(line.payable * line.item.viewer_benefit)


# ---- the quote


def quote(card, pack):
    as_of = date.fromisoformat(pack["asOf"])
    lines = [Line(each, card.items[each["item"]], pack["client"]) for each in pack["lines"]]
    price_lines(card, lines, as_of)
    close_lines(lines)
    discount_by_card(card, lines, as_of)
    strike_deal(pack, lines)
    for line in lines:
        line.after_deal = line.running
    rebate = pay_agency(pack, lines)
    add_tax(lines)
    return with_digest(write_quote(card, pack, as_of, lines, totals_of(lines, rebate)))


def totals_of(lines, rebate):
    def total(of, closed=None):
        return sum((getattr(line, of) for line in lines if closed in (None, line.closed)), ZERO)

    gross, after_deal, payable = total("gross"), total("after_deal"), total("payable")
    return {
        "list": total("list"),
        "surcharges": gross - total("list"),
        "gross": gross,
        "discounts": gross - after_deal,
        "commission": after_deal - total("running"),
        "net": total("net"),
        "tax": total("tax"),
        "payable": payable,
        "passThrough": total("running", "pass-through"),
        "media": payable - total("payable", "pass-through"),
        "bonusValue": total("gross", "bonus"),
        "rebate": rebate,
    }


def discount_parts(lines):
    """Gross of the priced lines and what is left of it; a mark-up hides no discount."""
    priced = [line for line in lines if line.item.priced]
    gross = sum((line.gross for line in priced), ZERO)
    return gross, sum((min(line.after_deal, line.gross) for line in priced), ZERO)


def figures_of(lines, totals):
    shown = [line for line in lines if not line.item.pass_through]
    gross, kept = discount_parts(lines)
    benefit = sum((line.viewer_benefit for line in lines), ZERO)
    hard = sum(line.gross for line in shown if line.item.nature == "hard")
    return {
        "trueDiscount": figure(gross - kept, gross),
        "listMultiple": figure(gross, kept),
        "bonusRatio": figure(totals["bonusValue"], sum(line.after_deal for line in shown)),
        "hardAdShare": figure(Decimal(hard), sum(line.gross for line in shown)),
        "viewerBenefit": str(benefit),
        "viewerBenefitShare": figure(benefit, totals["payable"]),
    }


def approver(card, lines):
    """The band of the true discount, raised by lines below their floor and by items that name their own."""
    roles = [role for _, role in card.bands]
    needed = [roles.index(line.item.approval) for line in lines if line.item.approval]
    needed += [len(roles) - 1 for line in lines if below_floor(line)]
    if any(line.item.priced for line in lines):
        gross, kept = discount_parts(lines)
        # Multiplied out, because the rounded figure must not decide.
        needed += [at for at, (up_to, _) in enumerate(card.bands) if gross - kept <= up_to * gross][:1]
    return roles[max(needed)] if needed else None


def below_floor(line):
    if line.item.floor is None or not line.unit_price or line.closed == "bonus":
        return False
    least = (line.gross * line.item.floor / line.unit_price).quantize(CENT, ROUND_DOWN)
    return line.after_deal < least


def instalments_of(terms, payable, lines):
    days = [spot.day for line in lines for spot in line.spots]
    events = {"first-air": min(days), "last-air": max(days)}
    plan = terms.get("instalments", [])
    shares = [rate(each["share"]) for each in plan]
    written = []
    for each, share, amount in zip(plan, shares, allocate(payable, shares)):
        event, offset = re.fullmatch(r"(signing|first-air|last-air)(?:([+-]\d+)d)?", each["due"]).groups("0")
        entry = {"share": plain(share), "due": each["due"]}
        if event in events:
            entry["date"] = str(events[event] + timedelta(days=int(offset)))
        written.append(entry | {"amount": str(amount)})
    return written


def given(document, *keys):
    return {key: document[key] for key in keys if key in document}


def write_quote(card, pack, as_of, lines, totals):
    terms = card.document.get("terms", {}) | pack.get("terms", {})
    of_card = given(card.document, "title", "title_en", "platform", "timezone", "prices")
    return {
        "apiVersion": "kanli/v1",
        "kind": "Quote",
        "id": pack["id"],
        "package": pack,
        "rateCard": given(card.document, "id", "version") | {"digest": ""} | of_card,
        "currency": card.document["currency"],
        "asOf": pack["asOf"],
        "validUntil": str(as_of + timedelta(minutes=minutes(terms["quoteValid"]))),
        "lines": [write_line(number, line) for number, line in enumerate(lines, 1)],
        "totals": {key: str(amount) for key, amount in totals.items()},
        "figures": figures_of(lines, totals),
        "instalments": instalments_of(terms, totals["payable"], lines),
        "approval": {"required": approver(card, lines)},
        "terms": terms,
    }


def write_line(number, line):
    item = line.item
    weights = [spot.gross for spot in line.spots] if line.gross else [1] * len(line.spots)
    amounts = allocate(line.running, weights)
    written = {"line": number, "item": item.id}
    written |= given(item.document, "title", "title_en") | {"section": item.section}
    written |= given(line.document, "brand", "category", "format", "options")
    written |= {
        "units": four_places(Decimal(line.count) / item.unit),
        "quantity": line.quantity,
        "list": str(line.list),
        "gross": str(line.gross),
        "amount": str(line.running),
        "net": str(line.net),
        "tax": str(line.tax),
        "payable": str(line.payable),
        "taxRate": plain(item.tax),
        "nature": item.nature,
    }
    if line.viewer_benefit:
        written["viewerBenefit"] = str(line.viewer_benefit)
    if line.closed:
        written["closed"] = line.closed
    written["spots"] = [write_spot(line, spot, amount) for spot, amount in zip(line.spots, amounts)]
    written["adjustments"] = line.adjustments
    return written


def write_spot(line, spot, amount):
    written = {"date": spot.date} | ({"time": spot.time} if spot.time else {})
    written |= {
        "units": four_places(Decimal(spot.count) / line.item.unit),
        "quantity": line.quantity,
        "list": str(spot.list),
    }
    if spot.overtime:
        written["overtime"] = str(spot.overtime)
    return written | {"surcharges": spot.surcharges, "gross": str(spot.gross), "amount": str(amount)}


def with_digest(document):
    canonical = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return document | {"digest": "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()}


def main(card_file, requests_file, out_file):
    with open(card_file, encoding="utf-8") as file:
        card = Card(json.load(file))
    with (
        open(requests_file, encoding="utf-8") as requests,
        open(out_file, "w", encoding="utf-8", newline="\n") as out,
    ):
        for request in requests:
            out.write(json.dumps(quote(card, json.loads(request)), separators=(",", ":"), ensure_ascii=False))
            out.write("\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
