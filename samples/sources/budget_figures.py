# SPDX-License-Identifier: GPL-3.0-or-later
"""The base figures of samples/budget-yuan.pdf, in yuan."""
from decimal import Decimal

from ledger import roll_up

ENTITY = "澄湖区群众文化服务局"
YEAR = 2025

# Code: basic expenditure, project expenditure out of 一般公共预算, and out of other money.
ITEMS = {
    "2050803": ("0.00", "96000.00", "0"), "2070101": ("6214380.40", "0.00", "0"),
    "2070102": ("0.00", "486000.00", "0"), "2070104": ("3105627.18", "2240000.00", "0"),
    "2070108": ("0.00", "1875300.00", "0"), "2070109": ("4018955.26", "3360500.00", "420500.00"),
    "2070111": ("0.00", "642000.00", "0"), "2070204": ("0.00", "915480.00", "0"),
    "2070205": ("1204716.90", "780000.00", "0"), "2079999": ("0.00", "356000.00", "0"),
    "2080501": ("312640.00", "0.00", "0"), "2080502": ("148220.00", "0.00", "0"),
    "2080505": ("1286304.64", "0.00", "0"), "2080506": ("643152.32", "0.00", "0"),
    "2101101": ("402118.50", "0.00", "0"), "2101102": ("361577.20", "0.00", "0"),
    "2101103": ("188430.00", "0.00", "0"), "2210201": ("1024866.00", "0.00", "0"),
    "2210203": ("577200.00", "0.00", "0"),
}

# 基本支出 by economic category. 30199 takes what is left of the whole.
ECONOMIC_ITEMS = {
    "30101": "2864316.00", "30102": "3927540.00", "30103": "1748200.00", "30107": "1986420.00",
    "30108": "1286304.64", "30109": "643152.32", "30110": "763695.70", "30111": "188430.00",
    "30112": "96420.18", "30113": "1024866.00", "30199": "0",
    "30201": "312000.00", "30202": "48600.00", "30205": "36200.00", "30206": "214300.00",
    "30207": "95800.00", "30209": "286400.00", "30211": "124000.00", "30213": "97500.00",
    "30215": "28000.00", "30216": "64200.00", "30217": "12600.00", "30226": "86000.00",
    "30227": "118000.00", "30228": "263480.50", "30229": "208760.00", "30231": "66000.00",
    "30239": "403200.00", "30299": "173420.00", "30302": "460860.00", "30309": "5400.00",
    "31002": "74500.00", "31007": "38000.00",
}
PERSONNEL = ("301", "303")

BUSINESS_INCOME = Decimal("300000.00")
OTHER_INCOME = Decimal("120500.00")

THREE_PUBLIC = {
    "total": Decimal("108600.00"), "overseas": Decimal("30000.00"),
    "reception": Decimal("12600.00"), "vehicle": Decimal("66000.00"),
    "vehicle_purchase": Decimal("0.00"), "vehicle_operation": Decimal("66000.00"),
}
AGENCY_OPERATING = Decimal("1486320.50")
LAST_YEAR_TOTAL = Decimal("28936400.00")


class BudgetFigures:
    """Everything that the tables and the sentences print."""

    def __init__(self):
        self.items = {code: [Decimal(v) for v in values] for code, values in ITEMS.items()}
        self.lines = roll_up(self.items)
        self.sums = dict(self.lines)
        self.basic, self.project, self.other = (sum(c) for c in zip(*self.items.values()))
        assert self.other == BUSINESS_INCOME + OTHER_INCOME
        self.general = self.basic + self.project
        self.total = self.general + self.other
        self._economics()

    def _economics(self):
        items = {code: Decimal(v) for code, v in ECONOMIC_ITEMS.items()}
        items["30199"] = self.basic - sum(items.values())
        assert items["30199"] > 0
        self.economics = {}
        for code, amount in items.items():
            self.economics[code] = amount
            self.economics[code[:3]] = self.economics.get(code[:3], Decimal(0)) + amount
        self.personnel = sum(self.economics[code] for code in PERSONNEL)
        self.operating = self.basic - self.personnel
