"""A contestant of the bulk benchmark: the same waterfall by Python's decimal, written plainly.

    python3 bench/bulk/python_decimal.py CARD.json REQUESTS.ndjson OUT.ndjson

One package a line in, one quote a line out, in the same order. The card is read once, as anybody would; nothing else is
done for speed. Standard library only, Python 3.11 or later.

It knows the rules that the card of workload.mjs uses and looks for no mistakes in what it reads: policies, the reasons of
an approval and other diagnostics are left out, and so is the card's digest.
"""

import hashlib
import json
import re
import sys
from collections import Counter
from datetime import date, timedelta
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, getcontext

# Sums and products stay exact, and quotients have so many digits that rounding them again to cents is safe.
getcontext().prec = 60

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
SECTIONS = ("slots", "celebrities", "placements")
LINE_CONDITIONS = ("items", "sections", "tiers", "formats", "options", "categories", "tags")
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MINUTES = {"min": 1, "h": 60, "d": 1440}
DUE = re.compile(r"(signing|first-air|last-air)(?:([+-]\d+)d)?")


def rounded(amount):
    return amount.quantize(CENT, ROUND_HALF_UP)


def money(written):
    """Amounts always carry their two decimals, so that str() writes them."""
    return Decimal(written).quantize(CENT)


def rate(written):
    return Decimal(written.removesuffix("%")) / 100


def plain(number):
    return format(number.normalize(), "f")


def four_places(number):
    return plain(number.quantize(Decimal("0.0001"), ROUND_HALF_UP))


def figure(part, whole):
    return four_places(part / whole) if whole else None


def total(lines, key):
    return sum((getattr(line, key) for line in lines), ZERO)


def minutes(duration):
    return sum(int(number) * MINUTES[unit] for number, unit in re.findall(r"(\d+)(min|h|d)", duration))


def window(written):
    """`22:00-26:00` in minutes of the broadcast day; not every spot has one."""
    return written and tuple(int(clock[:2]) * 60 + int(clock[3:]) for clock in written.split("-"))


def interval(written):
    first, _, last = written.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last or first)


def given(document, *keys):
    return {key: document[key] for key in keys if key in document}


def allocate(amount, weights):
    """Shares are cut down to cents; the cents left over go to the largest cut-off parts, ties to the earlier."""
    if amount == 0:
        return [ZERO] * len(weights)
    whole = sum(weights)
    shares = [(amount * weight / whole).quantize(CENT, ROUND_DOWN) for weight in weights]
    cut_off = [amount * weight - share * whole for weight, share in zip(weights, shares)]
    left_over = int((amount - sum(shares)) / CENT)
    # A stable sort, in reverse too: equal parts keep their order.
    for at in sorted(range(len(weights)), key=cut_off.__getitem__, reverse=True)[:left_over]:
        shares[at] += CENT
    return shares


class When:
    def __init__(self, document):
        self.line = {key: set(document[key]) for key in LINE_CONDITIONS if key in document}
        self.dates = interval(document["dates"]) if "dates" in document else None
        self.weekdays = {WEEKDAYS.index(name) for name in document.get("weekdays", [])}
        self.times = window(document.get("times"))
        self.under, self.over = document.get("leadDaysUnder"), document.get("leadDaysOver")

    def holds_for_line(self, facts):
        return all(not wanted.isdisjoint(facts[key]) for key, wanted in self.line.items())

    def holds_for_spot(self, spot, as_of):
        if self.dates and not self.dates[0] <= spot.day <= self.dates[1]:
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
        self.id, self.group = document["id"], document.get("group")
        self.rate = rate(document["rate"]) if "rate" in document else None
        self.amount = money(document["amount"]) if "amount" in document else None
        self.on_running = document.get("on") == "running"
        self.tiers = [(Decimal(tier["from"]), rate(tier["rate"])) for tier in document.get("tiers", [])]
        self.graduated = document.get("mode") == "graduated"
        self.requires = document.get("requires", [])
        self.when = When(document.get("when", {}))


class Item:
    def __init__(self, name, section, document, card_tax):
        self.id, self.section, self.document = name, section, document
        self.per, self.tags = document["per"], document.get("tags", [])
        # Minutes and impressions are counted and divided last, so that a third of an hour is exact.
        self.unit = {"hour": 60, "mille": 1000}.get(self.per, 1)
        self.pass_through = document.get("passThrough", False)
        self.priced = not self.pass_through and document.get("price") != "on-request"
        breaks = document.get("breaks", [{"from": "0", "price": document.get("price")}]) if self.priced else []
        self.breaks = [(Decimal(step["from"]), Decimal(step["price"])) for step in breaks]
        self.overtime = None
        if "overtime" in document:
            price, per = document["overtime"]["price"], document["overtime"]["per"]
            self.overtime = minutes(document["included"]), minutes(per), Decimal(price)
        self.floor = Decimal(document["floor"]) if "floor" in document else None
        self.tax = rate(document.get("tax", card_tax))
        self.benefit = rate(document.get("viewerBenefit", "0%"))
        self.nature = document.get("nature", "content")


class Card:
    def __init__(self, document):
        self.document = document
        entries = [(section, entry) for section in SECTIONS for entry in document[section].items()]
        self.items = {name: Item(name, section, item, document["tax"]) for section, (name, item) in entries}
        self.surcharges = [Rule(rule) for rule in document["surcharges"]]
        self.discounts = [Rule(rule) for rule in document["discounts"]]
        self.bands = [(rate(band["upTo"]), band["by"]) for band in document["approvals"]]


class Spot:
    def __init__(self, day, document, item):
        self.date, self.day = day, date.fromisoformat(day)
        self.time = document.get("times", {}).get(day, document.get("time"))
        self.window = window(self.time)
        self.length = self.window[1] - self.window[0] if self.window else None
        self.count = {"hour": self.length, "mille": document.get("impressions")}.get(item.per, 1)
        self.overtime, self.surcharges = ZERO, []


class Line:
    def __init__(self, document, item, client):
        self.document, self.item = document, item
        self.quantity = document.get("quantity", 1)
        self.closed = "pass-through" if item.pass_through else "bonus" if document.get("bonus") else None
        if self.closed is None and "fixed" in document:
            self.closed = "fixed"
        self.facts = {
            "items": [item.id],
            "sections": [item.section],
            "tiers": [item.document.get("tier")],
            "formats": [document.get("format")],
            "options": document.get("options", []),
            "categories": [document.get("category", client.get("category"))],
            "tags": item.tags,
        }
        self.spots = [Spot(day, document, item) for day in document["dates"]]
        self.count = sum(spot.count for spot in self.spots) * self.quantity
        self.unit_price, self.adjustments = None, []

    def take(self, reduction, rule, kind):
        if reduction != 0:
            self.amount -= reduction
            entry = {"rule": rule, "kind": kind, "amount": str(-reduction), "after": str(self.amount)}
            self.adjustments.append(entry)


def reduce(lines, reduction, rule, kind):
    """The one way an amount is spread over lines: by what they cost so far."""
    for line, share in zip(lines, allocate(reduction, [line.amount for line in lines])):
        line.take(share, rule, kind)


def price_line(card, line, bought, as_of):
    if line.item.priced:
        price_spots(card, line, bought, as_of)
    else:
        own = money(line.document["amount" if line.item.pass_through else "fixed"])
        for spot, share in zip(line.spots, allocate(own, [1] * len(line.spots))):
            spot.list = spot.gross = share
    line.list = total(line.spots, "list")
    line.gross = line.amount = total(line.spots, "gross")


def price_spots(card, line, bought, as_of):
    item = line.item
    line.unit_price = [price for start, price in item.breaks if start * item.unit <= bought][-1]
    rules = [rule for rule in card.surcharges if rule.when.holds_for_line(line.facts)]
    for spot in line.spots:
        if item.overtime and spot.window:
            included, per, price = item.overtime
            # Twice negated, the division that cuts down counts every begun period.
            begun = -(min(included - spot.length, 0) // per)
            spot.overtime = rounded(begun * price * line.quantity)
        spot.list = rounded(line.unit_price * spot.count * line.quantity / item.unit) + spot.overtime
        spot.gross = spot.list
        add_surcharges(spot, [rule for rule in rules if rule.when.holds_for_spot(spot, as_of)], line.quantity)


def largest_of_groups(rules, offer):
    """What rules offer (amount first), in order; of a group only the largest, in place of its first that gives any.

    A generator, because every offer is judged on the amounts that the one before has left.
    """
    groups_done = set()
    for rule in rules:
        best = offer(rule) if rule.group not in groups_done else (ZERO,)
        if best[0] == 0:
            continue
        if rule.group is not None:
            groups_done.add(rule.group)
            rivals = [offer(rival) for rival in rules if rival.group == rule.group]
            # max() keeps the first of equals.
            best = max(rivals, key=lambda offered: offered[0])
        yield best


def add_surcharges(spot, rules, quantity):
    def offer(rule):
        if rule.rate is None:
            return rule.amount * quantity, rule
        return rounded(rule.rate * (spot.gross if rule.on_running else spot.list)), rule

    for amount, rule in largest_of_groups(rules, offer):
        spot.gross += amount
        rate_text = {} if rule.rate is None else {"rate": plain(rule.rate)}
        spot.surcharges.append({"rule": rule.id} | rate_text | {"amount": str(amount)})


def close_lines(lines):
    for line in lines:
        if line.closed == "bonus":
            line.take(line.gross, "bonus", "bonus")
        elif line.closed == "fixed":
            line.take(line.gross - money(line.document["fixed"]), "fixed", "fixed")


def discount_by_card(card, lines, as_of):
    def offer(rule):
        eligible = [line for line in lines if is_eligible(line, rule, as_of)]
        if not all(has_spots(lines, required) for required in rule.requires):
            eligible = []
        return reduction_of(rule, total(eligible, "gross"), total(eligible, "amount")), rule, eligible

    for reduction, rule, eligible in largest_of_groups(card.discounts, offer):
        reduce(eligible, reduction, rule.id, "discount")


def is_eligible(line, rule, as_of):
    fits = line.closed is None and rule.when.holds_for_line(line.facts)
    return fits and all(rule.when.holds_for_spot(spot, as_of) for spot in line.spots)


def has_spots(lines, required):
    found = 0
    for line in lines:
        by_section = line.item.section == required.get("section")
        named = by_section or line.item.id == required.get("item") or required.get("tag") in line.item.tags
        if named and line.closed != "bonus":
            found += len(line.spots)
    return found >= required["spots"]


def reduction_of(rule, base, running):
    if rule.amount is not None:
        return min(rule.amount, running)
    if not rule.tiers:
        return rounded(running * rule.rate)
    if not rule.graduated:
        return rounded(running * [share for start, share in rule.tiers if start <= base][-1])
    ends = [min(start, base) for start, _ in rule.tiers[1:]] + [base]
    parts = [max(end - start, ZERO) * share for (start, share), end in zip(rule.tiers, ends)]
    return min(rounded(sum(parts)), running)


def strike_deal(pack, lines):
    opened = [line for line in lines if line.closed is None]
    for line in opened:
        line.take(rounded(line.amount * rate(line.document.get("discount", "0%"))), "line", "line")
    deal = pack.get("deal", {})
    if "discount" in deal:
        reduce(opened, rounded(total(opened, "amount") * rate(deal["discount"])), "deal.discount", "deal")
    if "off" in deal:
        reduce(opened, money(deal["off"]), "deal.off", "deal")


def pay_agency(pack, lines):
    """Deducts the commission, or gives back what is to be paid later."""
    agency = pack.get("agency", {"commission": "0%"})
    concerned = [line for line in lines if line.closed in (None, "fixed")]
    commission = rounded(total(concerned, "amount") * rate(agency["commission"]))
    if agency.get("settle") == "rebate":
        return commission
    reduce(concerned, commission, "agency", "commission")
    return ZERO


def add_tax(lines):
    for tax_rate in {line.item.tax for line in lines}:
        group = [line for line in lines if line.item.tax == tax_rate]
        included = total(group, "amount")
        tax = included - rounded(included / (1 + tax_rate))
        for line, share in zip(group, allocate(tax, [line.amount for line in group])):
            line.tax, line.net, line.payable = share, line.amount - share, line.amount
            line.benefit = rounded(line.payable * line.item.benefit)


def totals_of(lines, rebate):
    passing = [line for line in lines if line.closed == "pass-through"]
    sums = {key: total(lines, key) for key in ("list", "gross", "net", "tax", "payable")}
    after_deal = total(lines, "after_deal")
    return {
        "list": sums["list"],
        "surcharges": sums["gross"] - sums["list"],
        "gross": sums["gross"],
        "discounts": sums["gross"] - after_deal,
        "commission": after_deal - total(lines, "amount"),
        "net": sums["net"],
        "tax": sums["tax"],
        "payable": sums["payable"],
        "passThrough": total(passing, "amount"),
        "media": sums["payable"] - total(passing, "payable"),
        "bonusValue": total([line for line in lines if line.closed == "bonus"], "gross"),
        "rebate": rebate,
    }


def gross_and_kept(lines):
    """What the priced lines would cost, and what they do; a mark-up on one hides no discount on another."""
    priced = [line for line in lines if line.item.priced]
    return total(priced, "gross"), sum((min(line.after_deal, line.gross) for line in priced), ZERO)


def figures_of(lines, totals):
    gross, kept = gross_and_kept(lines)
    shown = [line for line in lines if not line.item.pass_through]
    hard = [line for line in shown if line.item.nature == "hard"]
    benefit = total(lines, "benefit")
    return {
        "trueDiscount": figure(gross - kept, gross),
        "listMultiple": figure(gross, kept),
        "bonusRatio": figure(totals["bonusValue"], total(shown, "after_deal")),
        "hardAdShare": figure(total(hard, "gross"), total(shown, "gross")),
        "viewerBenefit": str(benefit),
        "viewerBenefitShare": figure(benefit, totals["payable"]),
    }


def approver(card, lines):
    """The band of the true discount; the last one when a line falls below its floor."""
    gross, kept = gross_and_kept(lines)
    if any(is_below_floor(line) for line in lines):
        return card.bands[-1][1]
    if not any(line.item.priced for line in lines):
        return None
    # Multiplied out: the rounded figure must not decide.
    return next(role for up_to, role in card.bands if gross - kept <= up_to * gross)


def is_below_floor(line):
    if line.item.floor is None or not line.unit_price or line.closed == "bonus":
        return False
    return line.after_deal < (line.gross * line.item.floor / line.unit_price).quantize(CENT, ROUND_DOWN)


def instalments_of(plan, payable, lines):
    days = [spot.day for line in lines for spot in line.spots]
    events = {"first-air": min(days), "last-air": max(days)}
    shares = [rate(instalment["share"]) for instalment in plan]
    written = []
    for instalment, share, amount in zip(plan, shares, allocate(payable, shares)):
        event, offset = DUE.fullmatch(instalment["due"]).groups("0")
        dated = {"date": str(events[event] + timedelta(int(offset)))} if event in events else {}
        written.append({"share": plain(share), "due": instalment["due"]} | dated | {"amount": str(amount)})
    return written


def write_line(number, line):
    item, document = line.item, line.document
    amounts = allocate(line.amount, [spot.gross if line.gross else 1 for spot in line.spots])
    return (
        {"line": number, "item": item.id}
        | given(item.document, "title", "title_en")
        | {"section": item.section}
        | given(document, "brand", "category", "format", "options")
        | {"units": four_places(Decimal(line.count) / item.unit), "quantity": line.quantity}
        | {key: str(getattr(line, key)) for key in ("list", "gross", "amount", "net", "tax", "payable")}
        | {"taxRate": plain(item.tax), "nature": item.nature}
        | ({"viewerBenefit": str(line.benefit)} if line.benefit else {})
        | ({"closed": line.closed} if line.closed else {})
        | {"spots": [write_spot(line, spot, amount) for spot, amount in zip(line.spots, amounts)]}
        | {"adjustments": line.adjustments}
    )


def write_spot(line, spot, amount):
    units = four_places(Decimal(spot.count) / line.item.unit)
    return (
        {"date": spot.date}
        | ({"time": spot.time} if spot.time else {})
        | {"units": units, "quantity": line.quantity, "list": str(spot.list)}
        | ({"overtime": str(spot.overtime)} if spot.overtime else {})
        | {"surcharges": spot.surcharges, "gross": str(spot.gross), "amount": str(amount)}
    )


def write_quote(card, pack, lines, rebate):
    terms = card.document["terms"] | pack.get("terms", {})
    valid_until = date.fromisoformat(pack["asOf"]) + timedelta(minutes=minutes(terms["quoteValid"]))
    totals = totals_of(lines, rebate)
    return {
        "apiVersion": "kanli/v1",
        "kind": "Quote",
        "id": pack["id"],
        "package": pack,
        "rateCard": given(card.document, "id", "version")
        | {"digest": ""}
        | given(card.document, "title", "title_en", "platform", "timezone", "prices"),
        "currency": card.document["currency"],
        "asOf": pack["asOf"],
        "validUntil": str(valid_until),
        "lines": [write_line(number, line) for number, line in enumerate(lines, 1)],
        "totals": {key: str(amount) for key, amount in totals.items()},
        "figures": figures_of(lines, totals),
        "instalments": instalments_of(terms["instalments"], totals["payable"], lines),
        "approval": {"required": approver(card, lines)},
        "terms": terms,
    }


def quote(card, pack):
    as_of = date.fromisoformat(pack["asOf"])
    lines = [Line(line, card.items[line["item"]], pack["client"]) for line in pack["lines"]]
    bought = Counter()
    for line in lines:
        bought[line.item.id] += 0 if line.closed == "bonus" else line.count
    for line in lines:
        price_line(card, line, bought[line.item.id], as_of)
    close_lines(lines)
    discount_by_card(card, lines, as_of)
    strike_deal(pack, lines)
    for line in lines:
        line.after_deal = line.amount
    rebate = pay_agency(pack, lines)
    add_tax(lines)
    return write_quote(card, pack, lines, rebate)


def to_json(document, **options):
    return json.dumps(document, separators=(",", ":"), ensure_ascii=False, **options)


def main(card_file, requests_file, out_file):
    with open(card_file, encoding="utf-8") as file:
        card = Card(json.load(file))
    with open(requests_file, encoding="utf-8") as requests, open(out_file, "w", encoding="utf-8") as out:
        for request in requests:
            document = quote(card, json.loads(request))
            canonical = to_json(document, sort_keys=True)
            document["digest"] = "sha256:" + hashlib.sha256(canonical.encode()).hexdigest()
            out.write(to_json(document) + "\n")


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
