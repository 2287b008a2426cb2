# SPDX-License-Identifier: GPL-3.0-or-later
"""The base figures of samples/final-accounts.pdf; every sum is computed from them."""
from decimal import Decimal

from ledger import roll_up, yuan

ENTITY = "云溪市档案服务局"
YEAR = 2023

# Code: basic and project expenditure out of 一般公共预算, expenditure out of other money, and the
# initial budget, all in 万元.
ITEMS = {
    "2012601": ("1246.83", "0", "0", "1230.40"),
    "2012602": ("0", "186.20", "0", "200.00"),
    "2012604": ("318.46", "402.75", "0", "690.00"),
    "2012699": ("0", "158.90", "41.36", "120.00"),
    "2050803": ("0", "12.48", "0", "15.00"),
    "2060702": ("0", "8.60", "0", "0"),
    "2070204": ("0", "64.00", "0", "64.00"),
    "2080501": ("88.37", "0", "0", "80.00"),
    "2080502": ("21.05", "0", "0", "20.00"),
    "2080505": ("142.60", "0", "0", "148.00"),
    "2080506": ("71.30", "0", "0", "74.00"),
    "2080801": ("23.92", "0", "0", "0"),
    "2101101": ("58.14", "0", "0", "60.00"),
    "2101102": ("17.33", "0", "0", "18.00"),
    "2101103": ("29.40", "0", "0", "30.00"),
    "2210201": ("118.26", "0", "0", "121.50"),
    "2210203": ("36.54", "0", "0", "36.00"),
}

# 基本支出 by economic category, 万元.
ECONOMIC_ITEMS = {
    "30101": "312.40", "30102": "288.75", "30103": "341.20", "30107": "186.33", "30108": "142.60",
    "30109": "71.30", "30110": "75.47", "30111": "29.40", "30112": "14.86", "30113": "118.26",
    "30199": "21.50", "30201": "42.18", "30202": "6.90", "30205": "3.24", "30206": "18.77",
    "30207": "11.05", "30209": "46.00", "30211": "24.36", "30213": "19.52", "30215": "5.18",
    "30216": "7.42", "30217": "1.88", "30226": "14.30", "30227": "32.00", "30228": "28.91",
    "30229": "25.64", "30231": "9.60", "30239": "78.20", "30299": "32.40", "30302": "109.42",
    "30304": "23.92", "30305": "12.60", "30307": "6.48", "30309": "0.36", "31002": "9.80",
}

BUSINESS_INCOME = yuan("25.00")
OTHER_INCOME = yuan("18.90")
OPENING = yuan("40.18")   # all of it 一般公共预算
CLOSING_FISCAL = yuan("33.80")

LAST_YEAR_TOTAL = yuan("2931.45")
LAST_YEAR_FISCAL_TOTAL = yuan("2894.02")
LAST_YEAR_GENERAL = yuan("2853.84")

# “三公”经费: 全年预算数 and 决算数.
THREE_PUBLIC = {
    "total": (yuan("17.50"), yuan("15.24")), "overseas": (yuan("4.00"), yuan("3.76")),
    "vehicle": (yuan("11.00"), yuan("9.60")), "vehicle_purchase": (yuan("0"), yuan("0")),
    "vehicle_operation": (yuan("11.00"), yuan("9.60")), "reception": (yuan("2.50"), yuan("1.88")),
}
THREE_PUBLIC_LAST_YEAR = yuan("14.02")


class FinalFigures:
    """Everything that the tables and the sentences print, in yuan."""

    def __init__(self):
        items = {code: [yuan(v) for v in values] for code, values in ITEMS.items()}
        self.items = items
        self.lines = roll_up(items)
        self.sums = dict(self.lines)
        totals = [sum(column) for column in zip(*items.values())]
        self.basic, self.project, self.other_spent, self.initial = totals
        self.general = self.basic + self.project
        self.expenditure = self.general + self.other_spent
        self.income_general = self.general + CLOSING_FISCAL - OPENING
        self.income = self.income_general + BUSINESS_INCOME + OTHER_INCOME
        self.total = self.income + OPENING
        self.closing = self.total - self.expenditure
        self.fiscal_total = self.income_general + OPENING
        self.income_items = self._income_by_function()
        self._economics()
        assert self.fiscal_total == self.general + CLOSING_FISCAL
        assert self.personnel + self.operating == self.basic

    def _income_by_function(self):
        """Code: 财政拨款, 事业, 其他; what was carried over belongs to 2012604."""
        lines = {code: [basic + project, Decimal(0), Decimal(0)]
                 for code, (basic, project, _, _) in self.items.items()}
        lines["2012604"][0] += CLOSING_FISCAL - OPENING
        lines["2012699"][1:] = [BUSINESS_INCOME, OTHER_INCOME]
        return roll_up(lines)

    def _economics(self):
        self.economics = {}
        for code, amount in ECONOMIC_ITEMS.items():
            self.economics[code] = yuan(amount)
            self.economics[code[:3]] = self.economics.get(code[:3], Decimal(0)) + yuan(amount)
        self.personnel = self.economics["301"] + self.economics["303"]
        self.operating = self.economics["302"] + self.economics["310"]
