# SPDX-License-Identifier: GPL-3.0-or-later
"""The nine public forms of samples/final-accounts.pdf."""
from classification import CHINESE, CLASSES, ECONOMICS, FUNCTIONS
from final_figures import BUSINESS_INCOME, CLOSING_FISCAL, ENTITY, OPENING, OTHER_INCOME, \
    THREE_PUBLIC
from ledger import cell, head, number, row, table

THREE_PUBLIC_ORDER = ("total", "overseas", "vehicle", "vehicle_purchase", "vehicle_operation",
                      "reception")


def form(number_text, title, body, notes, css=""):
    """A form with its caption lines; each starts a page."""
    below = "".join(f'<p class="note">{note}</p>' for note in notes)
    return (f'<section class="form {css}"><h2 class="title">{title}</h2>\n'
            f'<p class="caption right">公开{number_text}表</p>\n'
            f'<p class="caption pair"><span>部门：{ENTITY}</span><span>单位：万元</span></p>\n'
            f"{body}{below}</section>\n")


def numbered_row(left, left_line, left_amount, right, right_line, right_amounts):
    """A row of a two-sided form; @left_line and @right_line are the 行次."""
    return row(cell(left), cell(str(left_line), css="c"), number(left_amount), cell(right),
               cell(str(right_line), css="c"), *(number(amount) for amount in right_amounts))


def two_sided(figures, left, right, head_rows, widths):
    """Pairs the lines of both sides; 行次 runs down the left side, then down the right one."""
    rows = [numbered_row(left[i][0], i + 1, left[i][1], right[i][0], len(left) + i + 1, right[i][1])
            for i in range(len(left))]
    return table(head_rows, rows, widths, "small")


def form_01(figures, ledger):
    place, fund = "final.01", {"fund": "all"}
    wan = ledger.wan
    left = [("一、一般公共预算财政拨款收入",
             wan("income.fiscal", figures.income_general, place, fund="general")),
            ("二、政府性基金预算财政拨款收入", ""), ("三、国有资本经营预算财政拨款收入", ""),
            ("四、上级补助收入", ""), ("五、事业收入", wan("income.business", BUSINESS_INCOME, place, **fund)),
            ("六、经营收入", ""), ("七、附属单位上缴收入", ""),
            ("八、其他收入", wan("income.other", OTHER_INCOME, place, **fund))]
    right = []
    for i, (code, name) in enumerate(CLASSES):
        amount = figures.sums.get(code)
        text = "" if amount is None else wan("expenditure.total", sum(amount[:3]), place,
                                             function=code, **fund)
        right.append((f"{CHINESE[i]}、{name}", [text]))
    left += [("", "")] * (len(right) - len(left))
    left += [("本年收入合计", wan("income.total", figures.income, place, **fund)),
             ("使用非财政拨款结余", ""),
             ("年初结转和结余", wan("balance.opening", OPENING, place, **fund)),
             ("总计", wan("income.grand_total", figures.total, place, **fund))]
    right += [("本年支出合计", [wan("expenditure.total", figures.expenditure, place, **fund)]),
              ("结余分配", [""]),
              ("年末结转和结余", [wan("balance.closing", figures.closing, place, **fund)]),
              ("总计", [wan("expenditure.grand_total", figures.total, place, **fund)])]
    heads = [row(head("收入", 3), head("支出", 3)),
             row(head("项目"), head("行次"), head("决算数"), head("项目"), head("行次"), head("决算数")),
             row(head("栏次"), head(""), head("1"), head("栏次"), head(""), head("2"))]
    body = two_sided(figures, left, right, heads, ("31%", "6%", "13%", "31%", "6%", "13%"))
    return form("01", "收入支出决算总表", body,
                ["注：1.本表列示本部门全年的全部收支以及年末结转结余。", "2.以万元列示时尾数可能略有出入。"])


def form_02(figures):
    heads = [row(head("项目", 2), head("本年收入合计", 1, 2), head("财政拨款收入", 1, 2),
                 head("上级补助收入", 1, 2), head("事业收入", 1, 2), head("经营收入", 1, 2),
                 head("附属单位上缴收入", 1, 2), head("其他收入", 1, 2)),
             row(head("功能分类科目编码"), head("科目名称")),
             row(head("栏次", 2), *(head(str(i)) for i in range(1, 8)))]

    def line(label, sums):
        fiscal, business, other = (f"{v / 10000:.2f}" if v else "" for v in sums)
        total = f"{sum(sums) / 10000:.2f}"
        return row(*label, *(number(v) for v in (total, fiscal, "", business, "", "", other)))

    totals = [figures.income_general, BUSINESS_INCOME, OTHER_INCOME]
    body = [line([cell("合计", 2, css="c")], totals)]
    body += [line([cell(code), cell(FUNCTIONS[code])], sums) for code, sums in figures.income_items]
    widths = ("10%", "22%", "11%", "11%", "10%", "9%", "8%", "10%", "9%")
    return form("02", "收入决算表", table(heads, body, widths, "codes"),
                ["注：本表列示本部门全年取得的各类收入。"], "wide")


def expenditure_line(ledger, place, label, dimensions, basic, project):
    """合计, 基本支出 and 项目支出 of one line; a zero is left blank."""
    total = number(ledger.wan("expenditure.total", basic + project, place, **dimensions))
    parts = [number(ledger.wan(indicator, amount, place, **dimensions) if amount else "")
             for indicator, amount in (("expenditure.basic", basic), ("expenditure.project", project))]
    return [*label, total, *parts]


def form_03(figures, ledger):
    heads = [row(head("项目", 2), head("本年支出合计", 1, 2), head("基本支出", 1, 2),
                 head("项目支出", 1, 2), head("上缴上级支出", 1, 2), head("经营支出", 1, 2),
                 head("对附属单位补助支出", 1, 2)),
             row(head("功能分类科目编码"), head("科目名称")),
             row(head("栏次", 2), *(head(str(i)) for i in range(1, 7)))]
    blank = [number("")] * 3
    body = [row(*expenditure_line(ledger, "final.03", [cell("合计", 2, css="c")], {"fund": "all"},
                                  figures.basic, figures.project + figures.other_spent), *blank)]
    for code, (basic, project, other, _) in figures.lines:
        body.append(row(*expenditure_line(ledger, "final.03", [cell(code), cell(FUNCTIONS[code])],
                                          {"fund": "all", "function": code}, basic,
                                          project + other), *blank))
    widths = ("11%", "27%", "12%", "12%", "12%", "9%", "8%", "9%")
    return form("03", "支出决算表", table(heads, body, widths, "codes tall"),
                ["注：本表列示本部门全年的各项支出。"], "wide")


def form_04(figures):
    def wan(amount):
        return f"{amount / 10000:.2f}"

    left = [("一、一般公共预算财政拨款", wan(figures.income_general)), ("二、政府性基金预算财政拨款", ""),
            ("三、国有资本经营预算财政拨款", "")]
    right = []
    for i, (code, name) in enumerate(CLASSES):
        sums = figures.sums.get(code)
        text = "" if sums is None else wan(sum(sums[:2]))
        right.append((f"{CHINESE[i]}、{name}", [text, text, "", ""]))
    left += [("", "")] * (len(right) - len(left))
    opening, general, total = wan(OPENING), wan(figures.general), wan(figures.fiscal_total)
    closing = wan(CLOSING_FISCAL)
    left += [("本年收入合计", wan(figures.income_general)), ("年初财政拨款结转和结余", opening),
             ("一般公共预算财政拨款", opening), ("政府性基金预算财政拨款", ""),
             ("国有资本经营预算财政拨款", ""), ("总计", total)]
    right += [("本年支出合计", [general, general, "", ""]),
              ("年末财政拨款结转和结余", [closing, closing, "", ""]), ("", [""] * 4),
              ("", [""] * 4), ("", [""] * 4), ("总计", [total, total, "", ""])]
    heads = [row(head("收入", 3), head("支出", 6)),
             row(head("项目"), head("行次"), head("决算数"), head("项目"), head("行次"), head("合计"),
                 head("一般公共预算财政拨款"), head("政府性基金预算财政拨款"), head("国有资本经营预算财政拨款")),
             row(head("栏次"), head(""), head("1"), head("栏次"), head(""),
                 *(head(str(i)) for i in range(2, 6)))]
    widths = ("20%", "5%", "10%", "22%", "5%", "10%", "10%", "9%", "9%")
    return form("04", "财政拨款收入支出决算总表", two_sided(figures, left, right, heads, widths),
                ["注：本表列示本部门三类财政拨款的总收支以及结转结余。"])


def form_05(figures, ledger):
    heads = [row(head("项目", 2), head("本年支出", 3)),
             row(head("功能分类科目编码"), head("科目名称"), head("小计"), head("基本支出"), head("项目支出")),
             row(head("栏次", 2), head("1"), head("2"), head("3"))]
    body = [row(*expenditure_line(ledger, "final.05", [cell("合计", 2, css="c")],
                                  {"fund": "general"}, figures.basic, figures.project))]
    for code, (basic, project, _, _) in figures.lines:
        body.append(row(*expenditure_line(ledger, "final.05", [cell(code), cell(FUNCTIONS[code])],
                                          {"fund": "general", "function": code}, basic, project)))
    widths = ("16%", "36%", "16%", "16%", "16%")
    return form("05", "一般公共预算财政拨款支出决算表", table(heads, body, widths, "codes"),
                ["注：本表列示本部门全年一般公共预算财政拨款支出。"])


def form_06(figures, ledger):
    """Three panels side by side: 301 and 303, 302, then 307, 310 and 399."""
    def panel(*prefixes):
        return [code for prefix in prefixes for code in sorted(ECONOMICS) if code[:3] == prefix]

    def amount(code):
        value = figures.economics.get(code)
        if value is None:
            return ""
        if code == "30307":
            raw = ledger.fact("expenditure.basic", 84600, "8.46", "final.06", fund="general",
                              economic=code)
            return ledger.plant("broken sum in a table", "final.06 30307", "sum_mismatch", raw,
                                "expenditure.basic",
                                "6.48 with its digits exchanged: the items of 303 give 154.76, not 152.78")
        return ledger.wan("expenditure.basic", value, "final.06", fund="general", economic=code)

    panels = [panel("301", "303"), panel("302"), panel("307", "310", "399")]
    body = []
    for i in range(max(map(len, panels))):
        cells = []
        for codes in panels:
            code = codes[i] if i < len(codes) else None
            cells += [cell(code or ""), cell(ECONOMICS[code] if code else ""),
                      number(amount(code) if code else "")]
        body.append(row(*cells))
    body.append(row(cell("人员经费合计", 2, css="c"),
                    number(ledger.wan("expenditure.basic.personnel", figures.personnel, "final.06",
                                      fund="general")),
                    cell("公用经费合计", 5, css="c"),
                    number(ledger.wan("expenditure.basic.operating", figures.operating, "final.06",
                                      fund="general"))))
    names = (head("经济分类科目编码"), head("科目名称"), head("决算数"))
    heads = [row(head("人员经费", 3), head("公用经费", 6)), row(*names * 3)]
    return form("06", "一般公共预算财政拨款基本支出决算明细表",
                table(heads, body, ("9%", "15%", "10%", "9%", "14%", "10%", "9%", "14%", "10%"),
                      "codes small"),
                ["注：本表列示本部门全年一般公共预算财政拨款基本支出的明细。"])


def form_07():
    heads = [row(head("项目", 2), head("年初结转和结余", 1, 2), head("本年收入", 1, 2),
                 head("本年支出", 3), head("年末结转和结余", 1, 2)),
             row(head("功能分类科目编码"), head("科目名称"), head("小计"), head("基本支出"), head("项目支出")),
             row(head("栏次", 2), *(head(str(i)) for i in range(1, 7)))]
    body = [row(cell("合计", 2, css="c"), *[number("")] * 6), row(*[cell("")] * 8)]
    return form("07", "政府性基金预算财政拨款收入支出决算表", table(heads, body),
                ["注：本表列示本部门政府性基金预算财政拨款的收支以及结转结余。",
                 f"说明：{ENTITY}本年度既无政府性基金收入，也无此类支出，本表无数据。"])


def form_08():
    heads = [row(head("项目", 2), head("本年支出", 3)),
             row(head("功能分类科目编码"), head("科目名称"), head("合计"), head("基本支出"), head("项目支出")),
             row(head("栏次", 2), head("1"), head("2"), head("3"))]
    body = [row(cell("合计", 2, css="c"), *[number("")] * 3), row(*[cell("")] * 5)]
    return form("08", "国有资本经营预算财政拨款支出决算表", table(heads, body),
                ["注：本表列示本部门国有资本经营预算财政拨款支出。",
                 f"说明：{ENTITY}本年度未安排国有资本经营预算支出，本表无数据。"])


def form_09(ledger):
    half = (head("合计", 1, 2), head("因公出国（境）费", 1, 2), head("公务用车购置及运行维护费", 3),
            head("公务接待费", 1, 2))
    third = (head("小计"), head("公务用车购置费"), head("公务用车运行维护费"))
    heads = [row(head("预算数", 6), head("决算数", 6)), row(*half * 2), row(*third * 2),
             row(*(head(str(i)) for i in range(1, 13)))]
    cells = [number(ledger.wan(f"three_public.{name}", THREE_PUBLIC[name][side], "final.09",
                               measure=measure))
             for side, measure in enumerate(("budget", "actual")) for name in THREE_PUBLIC_ORDER]
    return form("09", "财政拨款“三公”经费支出决算表", table(heads, [row(*cells)], (), "small"),
                ["注：预算数为调整后的全年预算数；决算数含当年财政拨款和以前年度结转资金安排的实际支出。"], "wide")


def all_forms(figures, ledger):
    """The nine forms in the order of their numbers."""
    return "".join((form_01(figures, ledger), form_02(figures), form_03(figures, ledger),
                    form_04(figures), form_05(figures, ledger), form_06(figures, ledger),
                    form_07(), form_08(), form_09(ledger)))
