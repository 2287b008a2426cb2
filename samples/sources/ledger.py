# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sample says, kept beside how it is printed.

Every number is printed through a Ledger, so samples/expected/ and samples/planted.tsv cannot drift
from the made files. Amounts are Decimal in yuan from end to end.
"""
from decimal import Decimal, ROUND_HALF_UP
from html import escape

FACT_COLUMNS = ("sample", "indicator", "period", "measure", "fund", "function", "economic",
                "subject", "value", "unit", "raw", "place")
PLANTED_COLUMNS = ("sample", "mistake", "place", "expect", "raw", "indicator", "note")

WAN = Decimal(10000)


def yuan(text):
    """Yuan out of an amount in 万元 as text: yuan("12.34") is 123400."""
    return Decimal(text) * WAN


def in_wan(amount):
    """The amount in 万元 with two decimals, as a form prints it: 1234.56."""
    return str((amount / WAN).quantize(Decimal("0.01"), ROUND_HALF_UP))


def in_yuan(amount):
    """The amount in yuan with separators: 1,234,567.80."""
    return f"{amount:,.2f}"


def percent(part, whole, places=2):
    """100 * part / whole, rounded half up, as text without the sign."""
    return str((100 * part / whole).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


def plain(value):
    """Plain decimal without exponent and without zeros at its end."""
    text = f"{Decimal(value):f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


class Ledger:
    """The facts and the planted mistakes of one sample."""

    def __init__(self, sample, year):
        self.sample = sample
        self.year = str(year)
        self.facts = []
        self.planted = []

    def fact(self, indicator, value, raw, place, **dimensions):
        """Notes a printed number; an equal one printed elsewhere is noted once. Gives back @raw."""
        row = {"sample": self.sample, "indicator": indicator, "period": self.year,
               "measure": "actual", "fund": "", "function": "", "economic": "", "subject": "",
               "value": plain(value), "unit": "CNY", "raw": raw, "place": place}
        row.update(dimensions)
        key = [row[name] for name in FACT_COLUMNS[:-1]]
        if key not in [[other[name] for name in FACT_COLUMNS[:-1]] for other in self.facts]:
            self.facts.append(row)
        return raw

    def wan(self, indicator, amount, place, **dimensions):
        """Prints @amount in 万元 and notes what is printed: the rounded amount."""
        raw = in_wan(amount)
        self.fact(indicator, Decimal(raw) * WAN, raw, place, **dimensions)
        return raw

    def yuan(self, indicator, amount, place, **dimensions):
        """Prints @amount in yuan with separators."""
        return self.fact(indicator, amount, in_yuan(amount), place, **dimensions)

    def rate(self, indicator, text, place, **dimensions):
        """Notes a printed percentage."""
        return self.fact(indicator, Decimal(text), text, place, unit="%", **dimensions)

    def count(self, indicator, number, unit, place, **dimensions):
        """Notes a printed count with its classifier."""
        return self.fact(indicator, Decimal(number), str(number), place, unit=unit, **dimensions)

    def plant(self, mistake, place, expect, raw, indicator, note):
        """Notes a mistake that is in the sample on purpose. Gives back @raw."""
        self.planted.append((self.sample, mistake, place, expect, raw, indicator, note))
        return raw


def write_rows(path, columns, rows):
    """Writes a tab-separated file with a head line."""
    with open(path, "w", encoding="utf-8", newline="\n") as out:
        out.write("\t".join(columns) + "\n")
        for row in rows:
            values = [row[name] for name in columns] if isinstance(row, dict) else row
            out.write("\t".join(values) + "\n")


def cell(text="", colspan=1, rowspan=1, kind="td", css=""):
    """One HTML table cell."""
    spans = (f' colspan="{colspan}"' if colspan > 1 else "") + \
            (f' rowspan="{rowspan}"' if rowspan > 1 else "")
    style = f' class="{css}"' if css else ""
    return f"<{kind}{spans}{style}>{escape(text)}</{kind}>"


def head(text, colspan=1, rowspan=1):
    return cell(text, colspan, rowspan, "th")


def number(text):
    return cell(text, css="n")


def row(*cells):
    return "<tr>" + "".join(cells) + "</tr>\n"


def table(head_rows, body_rows, widths=(), css=""):
    """A ruled HTML table; the head is repeated on every page that it runs over."""
    columns = "".join(f'<col style="width:{width}">' for width in widths)
    return (f'<table class="{css}"><colgroup>{columns}</colgroup>\n<thead>{"".join(head_rows)}'
            f'</thead>\n<tbody>{"".join(body_rows)}</tbody></table>\n')


def roll_up(items):
    """Items by 7-digit code plus their sums by 5 and 3 digits, in code order: a list of
    (code, list of sums)."""
    sums = {}
    for code, amounts in items.items():
        for length in (3, 5, 7):
            prefix = code[:length]
            before = sums.get(prefix, [Decimal(0)] * len(amounts))
            sums[prefix] = [a + b for a, b in zip(before, amounts)]
    return sorted(sums.items())
