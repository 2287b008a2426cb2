# SPDX-License-Identifier: GPL-3.0-or-later
"""samples/budget-yuan.pdf: the budget of an invented department, in yuan with separators."""
from decimal import Decimal

from budget_figures import AGENCY_OPERATING, BUSINESS_INCOME, ENTITY, LAST_YEAR_TOTAL, \
    OTHER_INCOME, PERSONNEL, THREE_PUBLIC, YEAR, BudgetFigures
from classification import CHINESE, ECONOMICS, FUNCTIONS
from ledger import Ledger, cell, head, in_yuan, number, percent, row, table, yuan

BUDGET = {"measure": "budget"}
CODE_WIDTHS = ("6%", "5%", "5%")


def form(title, body, note="", css="wide"):
    """A table with its caption lines; each starts a page."""
    below = f'<p class="note">{note}</p>' if note else ""
    return (f'<section class="form {css}"><h2 class="title">{YEAR}年部门{title}</h2>\n'
            f'<p class="caption pair"><span>编制部门：{ENTITY}</span><span>单位：元</span></p>\n'
            f"{body}{below}</section>\n")


def codes(code, lengths=(3, 5, 7)):
    """The code in 类, 款 and 项 columns; 类 stands in every row."""
    starts = (0, *lengths)
    return [cell(code[starts[i]:end] if len(code) >= end else "", css="c")
            for i, end in enumerate(lengths)]


def code_heads(columns, group):
    """The three head rows of a table with 类, 款, 项 columns."""
    return [row(head("项目", 4), head(group, len(columns))),
            row(head("功能分类科目编码", 3), head("功能分类科目名称", 1, 2),
                *(head(text, 1, 2) for text in columns)),
            row(head("类"), head("款"), head("项"))]


def income_and_expenditure(figures, ledger):
    place, fund = "budget.income_expenditure", {"fund": "all", **BUDGET}
    money = ledger.yuan
    left = [("一、财政拨款收入", money("income.fiscal", figures.general, place, fund="all|fiscal", **BUDGET)),
            ("1. 一般公共预算", money("income.fiscal", figures.general, place, fund="general", **BUDGET)),
            ("2. 政府性基金预算", money("income.fiscal", Decimal(0), place, fund="government_fund", **BUDGET)),
            ("3. 国有资本经营预算", money("income.fiscal", Decimal(0), place, fund="state_capital", **BUDGET)),
            ("二、事业收入", money("income.business", BUSINESS_INCOME, place, **fund)),
            ("三、事业单位经营收入", money("income.operating", Decimal(0), place, **fund)),
            ("四、其他收入", money("income.other", OTHER_INCOME, place, **fund))]
    right = [(f"{CHINESE[i]}、{FUNCTIONS[code]}",
              money("expenditure.total", sum(figures.sums[code]), place, function=code, **fund))
             for i, code in enumerate(c for c, _ in figures.lines if len(c) == 3)]
    right += [("", "")] * (len(left) - len(right))
    left.append(("收入总计", money("income.grand_total", figures.total, place, **fund)))
    right.append(("支出总计", money("expenditure.grand_total", figures.total, place, **fund)))
    body = [row(cell(a), number(b), cell(c), number(d)) for (a, b), (c, d) in zip(left, right)]
    heads = [row(head("本年收入", 2), head("本年支出", 2)),
             row(head("项目"), head("预算数"), head("项目"), head("预算数"))]
    return form("财务收支预算总表", table(heads, body, ("28%", "22%", "28%", "22%")))


def income(figures):
    body = []
    for code, (basic, project, other) in figures.lines:
        business, rest = (BUSINESS_INCOME, OTHER_INCOME) if other else (Decimal(0), Decimal(0))
        amounts = (basic + project + other, basic + project, business, Decimal(0), rest)
        body.append(row(*codes(code), cell(FUNCTIONS[code]), *(number(in_yuan(a)) for a in amounts)))
    totals = (figures.total, figures.general, BUSINESS_INCOME, Decimal(0), OTHER_INCOME)
    body.append(row(cell("合计", 4, css="c"), *(number(in_yuan(a)) for a in totals)))
    heads = code_heads(("合计", "财政拨款收入", "事业收入", "事业单位经营收入", "其他收入"), "收入预算")
    return form("收入预算总表", table(heads, body, (*CODE_WIDTHS, "19%", "14%", "14%", "12%", "13%", "12%")))


def by_function(title, group, kind, fund, figures, ledger):
    """合计, 基本支出 and 项目支出 by function; a zero is printed."""
    body = []
    lines = [(code, basic, project + (other if fund == "all" else 0))
             for code, (basic, project, other) in figures.lines]
    for code, basic, project in lines:
        cells = [number(ledger.yuan(name, amount, kind, fund=fund, function=code, **BUDGET))
                 for name, amount in (("expenditure.total", basic + project),
                                      ("expenditure.basic", basic), ("expenditure.project", project))]
        body.append(row(*codes(code), cell(FUNCTIONS[code]), *cells))
    project = figures.project + (figures.other if fund == "all" else 0)
    cells = [number(ledger.yuan(name, amount, kind, fund=fund, **BUDGET))
             for name, amount in (("expenditure.total", figures.basic + project),
                                  ("expenditure.basic", figures.basic),
                                  ("expenditure.project", project))]
    body.append(row(cell("合计", 4, css="c"), *cells))
    heads = code_heads(("合计", "基本支出", "项目支出"), group)
    widths = (*CODE_WIDTHS, "18%", "22%", "22%", "22%")
    return form(title, table(heads, body, widths, "tall"))


def fiscal(figures, ledger):
    """The two totals differ: 支出总计 has two digits exchanged."""
    place = "budget.fiscal"
    digits = in_yuan(figures.general)
    wrong = digits[:3] + digits[4] + digits[3] + digits[5:]
    assert wrong != digits
    ledger.plant("income and expenditure totals differ", place, "sum_mismatch", wrong,
                 "expenditure.grand_total",
                 f"收入总计 and the functions give {digits}; 支出总计 has two digits exchanged")
    left = [("一、一般公共预算", digits), ("二、政府性基金预算", "0.00"), ("三、国有资本经营预算", "0.00")]
    right = [(f"{CHINESE[i]}、{FUNCTIONS[code]}", in_yuan(sum(figures.sums[code][:2])))
             for i, code in enumerate(c for c, _ in figures.lines if len(c) == 3)]
    left += [("", "")] * (len(right) - len(left))
    body = [row(cell(a), number(b), cell(c), number(d), number(d), number(""), number(""))
            for (a, b), (c, d) in zip(left, right)]
    body.append(row(cell("收入总计", css="c"), number(digits), cell("支出总计", css="c"), number(wrong),
                    number(digits), number(""), number("")))
    heads = [row(head("财政拨款收入", 2), head("财政拨款支出", 5)),
             row(head("项目"), head("预算数"), head("项目"), head("合计"), head("一般公共预算"),
                 head("政府性基金预算"), head("国有资本经营预算"))]
    return form("财政拨款收支预算总表", table(heads, body, ("18%", "14%", "22%", "14%", "14%", "9%", "9%")))


def empty(title, group, fund):
    body = [row(cell("无", css="c"), *[cell("")] * 6), row(cell("合计", 4, css="c"), *[cell("")] * 3)]
    return form(title, table(code_heads(("合计", "基本支出", "项目支出"), group), body,
                             (*CODE_WIDTHS, "30%", "18%", "18%", "18%")),
                f"注：本部门{YEAR}年未安排{fund}支出，本表为空表。", "")


def economic(figures, ledger):
    """The grand total of 公用经费 is cut off behind its decimal point."""
    place, general = "budget.basic_economic", {"fund": "general", **BUDGET}
    body = []
    for code, amount in sorted(figures.economics.items()):
        side = "personnel" if code[:3] in PERSONNEL else "operating"
        whole = number(ledger.yuan("expenditure.basic", amount, place, economic=code, **general))
        part = number(ledger.yuan(f"expenditure.basic.{side}", amount, place, economic=code, **general))
        parts = [part, number("")] if side == "personnel" else [number(""), part]
        body.append(row(*codes(code, (3, 5)), cell(ECONOMICS[code]), whole, *parts))
    printed = in_yuan(figures.operating)
    cut = printed[:-2]
    assert not printed.endswith("00")
    ledger.fact("expenditure.basic.operating", cut.replace(",", "").rstrip("."), cut, place, **general)
    ledger.plant("number cut off", f"{place} 合计", "truncated", cut, "expenditure.basic.operating",
                 f"{printed} without its last digits; the categories give them back")
    body.append(row(cell("合计", 3, css="c"),
                    number(ledger.yuan("expenditure.basic", figures.basic, place, **general)),
                    number(ledger.yuan("expenditure.basic.personnel", figures.personnel, place, **general)),
                    number(cut)))
    heads = [row(head("项目", 3), head("一般公共预算基本支出", 3)),
             row(head("部门预算经济分类科目编码", 2), head("经济分类科目名称", 1, 2), head("合计", 1, 2),
                 head("人员经费", 1, 2), head("公用经费", 1, 2)), row(head("类"), head("款"))]
    return form("一般公共预算基本支出部门预算经济分类预算表",
                table(heads, body, ("10%", "9%", "24%", "19%", "19%", "19%")), css="")


def three_public(ledger):
    place = "budget.three_public"
    order = ("total", "overseas", "reception", "vehicle", "vehicle_purchase", "vehicle_operation")
    cells = [number(ledger.yuan(f"three_public.{name}", THREE_PUBLIC[name], place, **BUDGET))
             for name in order]
    cells.append(number(ledger.yuan("agency_operating", AGENCY_OPERATING, place, **BUDGET)))
    heads = [row(head("“三公”经费预算数", 6), head("机关运行经费预算数", 1, 3)),
             row(head("合计", 1, 2), head("因公出国（境）费", 1, 2), head("公务接待费", 1, 2),
                 head("公务用车购置及运行费", 3)),
             row(head("小计"), head("购置费"), head("运行费"))]
    return form("“三公”经费和机关运行经费预算表", table(heads, [row(*cells)]))


def explanation(figures, ledger):
    """The 编制说明: amounts in 万元, rounded from the yuan of the tables."""
    place = "text 编制说明"
    change = figures.total - LAST_YEAR_TOTAL
    grown = percent(change, LAST_YEAR_TOTAL)

    def wan(name, amount, **dimensions):
        return ledger.wan(name, amount, place, **{"fund": "all", **BUDGET, **dimensions})

    text = (f"<p>{YEAR}年，{ENTITY}收入预算{wan('income.total|income.grand_total', figures.total)}万元，其中："
            f"财政拨款收入{wan('income.fiscal', figures.general, fund='all|fiscal')}万元，"
            f"事业收入{wan('income.business', BUSINESS_INCOME)}万元，其他收入{wan('income.other', OTHER_INCOME)}万元。"
            f"收入预算比上年增加{wan('income.total|income.grand_total', change, measure='change')}万元，增长"
            f"{ledger.rate('income.total|income.grand_total', grown, place, fund='all', measure='change_rate')}%。</p>\n"
            f"<p>支出预算{wan('expenditure.total|expenditure.grand_total', figures.total)}万元，其中："
            f"基本支出{wan('expenditure.basic', figures.basic)}万元，"
            f"项目支出{wan('expenditure.project', figures.project + figures.other)}万元。</p>\n"
            "<p>一般公共预算支出的主要内容如下：</p>\n")
    purposes = {"2070101": "保障机关人员和日常运转", "2070104": "区图书馆的运转和图书购置",
                "2070108": "举办全民阅读、戏曲下乡等活动", "2070109": "文化馆站的运转和辅导",
                "2210201": "为职工缴存住房公积金"}
    for order, (code, purpose) in enumerate(purposes.items(), 1):
        amount = sum(figures.items[code][:2])
        text += (f"<p>{order}．{FUNCTIONS[code[:3]]}（{code[:3]}类）{FUNCTIONS[code[:5]]}（{code[3:5]}款）"
                 f"{FUNCTIONS[code]}（{code[5:]}项）"
                 f"{wan('expenditure.total', amount, function=code, fund='fiscal|general')}万元，用于{purpose}。</p>\n")
    return f'<section class="page"><h1>{YEAR}年部门预算编制说明</h1>{text}</section>\n'


def other_matters(ledger):
    """The statements behind the tables."""
    place = "text 其他相关情况说明"

    def wan(name, amount):
        return ledger.wan(name, amount, place, fund="", **BUDGET)

    names = ("overseas", "vehicle", "vehicle_purchase", "vehicle_operation", "reception")
    amounts = {name: wan(f"three_public.{name}", THREE_PUBLIC[name]) for name in names}
    goods, works, services = (yuan(v) for v in ("112.45", "26.00", "318.62"))
    total, small = goods + works + services, yuan("390.00")
    return (f'<section class="page"><h1>其他相关情况说明</h1>\n<h2>一、“三公”经费预算</h2>\n'
            f"<p>{YEAR}年“三公”经费预算{wan('three_public.total', THREE_PUBLIC['total'])}万元。其中："
            f"因公出国（境）费{amounts['overseas']}万元；公务用车购置及运行费{amounts['vehicle']}万元，含购置费"
            f"{amounts['vehicle_purchase']}万元、运行费{amounts['vehicle_operation']}万元；"
            f"公务接待费{amounts['reception']}万元。</p>\n<h2>二、机关运行经费预算</h2>\n"
            f"<p>{YEAR}年机关运行经费预算{wan('agency_operating', AGENCY_OPERATING)}万元。</p>\n"
            f"<h2>三、政府采购预算</h2>\n<p>{YEAR}年政府采购预算{wan('procurement.total', total)}万元，其中："
            f"货物{wan('procurement.goods', goods)}万元、工程{wan('procurement.works', works)}万元、"
            f"服务{wan('procurement.services', services)}万元；预留给中小企业{wan('procurement.sme', small)}万元。</p>\n"
            "</section>\n")


def build():
    """The page as HTML, and the ledger of what it says."""
    ledger, figures = Ledger("budget-yuan.pdf", YEAR), BudgetFigures()
    forms = "".join((
        income_and_expenditure(figures, ledger), income(figures),
        by_function("支出预算总表", "支出预算", "budget.expenditure", "all", figures, ledger),
        fiscal(figures, ledger),
        by_function("一般公共预算支出功能分类预算表", "一般公共预算支出", "budget.general_function",
                    "general", figures, ledger),
        empty("政府性基金预算支出功能分类预算表", "政府性基金预算支出", "政府性基金预算"),
        empty("国有资本经营预算支出功能分类预算表", "国有资本经营预算支出", "国有资本经营预算"),
        economic(figures, ledger), three_public(ledger)))
    cover = (f'<section class="cover"><p>{ENTITY}</p><p>{YEAR}年部门预算</p>'
             '<p class="date">2025年2月</p></section>\n')
    html = cover + explanation(figures, ledger) + forms + other_matters(ledger)
    return html, f"{ENTITY}{YEAR}年部门预算", ledger
