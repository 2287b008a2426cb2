# SPDX-License-Identifier: GPL-3.0-or-later
"""The explanations of samples/final-accounts.pdf: 第三部分 and what stands before and after it."""
from decimal import Decimal

from classification import FUNCTIONS
from final_figures import BUSINESS_INCOME, ENTITY, LAST_YEAR_FISCAL_TOTAL, LAST_YEAR_GENERAL, \
    LAST_YEAR_TOTAL, OTHER_INCOME, THREE_PUBLIC, THREE_PUBLIC_LAST_YEAR
from ledger import in_wan, percent, yuan

SHORT = {"201": "一般公共服务", "205": "教育", "206": "科学技术", "207": "文化旅游体育与传媒",
         "208": "社会保障和就业", "210": "卫生健康", "221": "住房保障"}
REASONS = {"2012601": "年内新增在编人员，相应追加了人员经费。", "2012602": "部分印制任务延至下一年办理。",
           "2012604": "新库房温湿度设备按合同进度付款。", "2012699": "年内增加了民生档案数字化任务。",
           "2050803": "两期业务培训改为线上举办。", "2060702": "年内下达了档案科普活动资金。",
           "2080501": "退休人员待遇按政策调整。", "2080502": "退休人员待遇按政策调整。",
           "2080505": "缴费人数较预计减少。", "2080506": "缴费人数较预计减少。",
           "2080801": "年内按规定支付一次性抚恤。", "2101101": "缴费人数较预计减少。",
           "2101102": "缴费人数较预计减少。", "2101103": "缴费人数较预计减少。",
           "2210201": "缴存人数较预计减少。", "2210203": "符合条件的人员增加。"}


def heading(level, text):
    return f"<h{level}>{text}</h{level}>\n"


def paragraph(text):
    return f"<p>{text}</p>\n"


def totals(figures, ledger, section, fund, total, last, year):
    """The 收、支总计 sentence: one number, two facts."""
    place, change = f"text {section}", total - last
    dimensions = {"fund": fund, "period": year}
    for side in ("income", "expenditure"):
        name = f"{side}.grand_total"
        ledger.wan(name, total, place, **dimensions)
        ledger.wan(name, change, place, measure="change", **dimensions)
        ledger.rate(name, percent(change, last), place, measure="change_rate", **dimensions)
    return f"{in_wan(total)}万元。与上年度相比增加{in_wan(change)}万元，增长{percent(change, last)}%"


def overview(figures, ledger):
    """一 to 四."""
    wan, rate = ledger.wan, ledger.rate
    text = heading(2, "一、收入支出决算总体情况说明")
    text += paragraph(f"{ENTITY}2023年度收、支总计" +
                      totals(figures, ledger, "一", "all", figures.total, LAST_YEAR_TOTAL, "2023") +
                      "，主要是档案数字化和馆库维护的投入有所扩大。")
    text += heading(2, "二、收入决算情况说明")
    share = percent(figures.income_general, figures.income)
    text += paragraph(
        f"本年收入合计{wan('income.total', figures.income, 'text 二', fund='all')}万元，其中："
        f"财政拨款收入{wan('income.fiscal', figures.income_general, 'text 二', fund='all|fiscal')}万元，"
        f"占{rate('income.fiscal', share, 'text 二', measure='share', fund='all|fiscal')}%；"
        f"事业收入{wan('income.business', BUSINESS_INCOME, 'text 二', fund='all')}万元，"
        f"占{rate('income.business', percent(BUSINESS_INCOME, figures.income), 'text 二', measure='share', fund='all')}%；"
        f"其他收入{wan('income.other', OTHER_INCOME, 'text 二', fund='all')}万元，"
        f"占{rate('income.other', percent(OTHER_INCOME, figures.income), 'text 二', measure='share', fund='all')}%。")
    text += heading(2, "三、支出决算情况说明")
    project = figures.project + figures.other_spent
    parts = "；".join(
        f"{label}{wan(name, amount, 'text 三', fund='all')}万元，占"
        f"{rate(name, percent(amount, figures.expenditure), 'text 三', measure='share', fund='all')}%"
        for label, name, amount in (("基本支出", "expenditure.basic", figures.basic),
                                    ("项目支出", "expenditure.project", project)))
    text += paragraph(f"本年支出合计{wan('expenditure.total', figures.expenditure, 'text 三', fund='all')}"
                      f"万元，其中：{parts}。")
    text += heading(2, "四、财政拨款收入支出决算总体情况说明")
    text += paragraph("2022年度财政拨款收、支总计" +
                      totals(figures, ledger, "四", "fiscal", figures.fiscal_total,
                             LAST_YEAR_FISCAL_TOTAL, "2022|2023") +
                      "，主要是项目经费安排增加。")
    ledger.plant("last year's year in a heading sentence", "text 四", "year_suspect",
                 in_wan(figures.fiscal_total), "income.grand_total",
                 "printed 2022年度, but the amount is that of 2023 in final.04")
    return text


def general_budget(figures, ledger):
    """五（一）（二）."""
    wan, rate, general = ledger.wan, ledger.rate, {"fund": "general"}
    change = figures.general - LAST_YEAR_GENERAL
    text = heading(2, "五、一般公共预算财政拨款支出决算情况说明")
    text += heading(3, "（一）总体情况")
    text += paragraph(
        f"2023年度一般公共预算财政拨款支出{wan('expenditure.total', figures.general, 'text 五（一）', **general)}"
        f"万元，占本年支出合计的"
        f"{rate('expenditure.total', percent(figures.general, figures.expenditure), 'text 五（一）', measure='share', **general)}%。"
        f"与上年度相比，一般公共预算财政拨款支出增加"
        f"{wan('expenditure.total', change, 'text 五（一）', measure='change', **general)}万元，增长"
        f"{rate('expenditure.total', percent(change, LAST_YEAR_GENERAL), 'text 五（一）', measure='change_rate', **general)}%。")
    text += heading(3, "（二）结构情况")
    parts = []
    for code, sums in figures.lines:
        if len(code) != 3:
            continue
        amount = sum(sums[:2])
        printed = wan("expenditure.total", amount, "text 五（二）", function=code, **general)
        share = rate("expenditure.total", percent(amount, figures.general), "text 五（二）",
                     measure="share", function=code, **general)
        parts.append(f"{SHORT[code]}（类）支出{printed}万元，占{share}%")
    text += paragraph(f"2023年度一般公共预算财政拨款支出{in_wan(figures.general)}万元，用于下列方面："
                      f"{'；'.join(parts)}。")
    return text


def one_item(order, code, sums, ledger):
    """One 类款项 of 五（三）: the path as a heading, then its amounts."""
    dimensions = {"fund": "general", "function": code}
    actual, initial = sum(sums[:2]), sums[3]
    place = f"text 五（三）{order}"
    path = f"{order}．{FUNCTIONS[code[:3]]}（类）{FUNCTIONS[code[:5]]}（款）{FUNCTIONS[code]}（项）。"
    spent = ledger.wan("expenditure.total", actual, place, **dimensions)
    unit = "万元"
    if code == "2210201":
        unit = "元"
        planned = ledger.fact("expenditure.total", initial, in_wan(initial), place,
                              measure="budget_initial", **dimensions)
        ledger.plant("wrong unit in prose", place, "unit_corrected", planned, "expenditure.total",
                     "元 printed for 万元; 118.26万元 / 97.33 % gives 121.50万元")
    elif initial:
        planned = ledger.wan("expenditure.total", initial, place, measure="budget_initial",
                             **dimensions)
    else:
        planned = ledger.fact("expenditure.total", 0, "0", place, measure="budget_initial",
                              **dimensions)
    sentence = f"年初预算为{planned}{unit}，支出决算为{spent}万元"
    if initial:
        done = ledger.rate("expenditure.total", percent(actual, initial), place,
                           measure="execution_rate", **dimensions)
        sentence += f"，完成年初预算的{done}%"
    if actual == initial:
        return heading(4, path) + paragraph(f"{sentence}，决算数与年初预算数一致。")
    relation = "大于" if actual > initial else "小于"
    return heading(4, path) + paragraph(f"{sentence}，决算数{relation}年初预算数，原因是：{REASONS[code]}")


def items(figures, ledger):
    """五（三）."""
    general = {"fund": "general"}
    initial = ledger.wan("expenditure.total", figures.initial, "text 五（三）",
                         measure="budget_initial", **general)
    done = ledger.rate("expenditure.total", percent(figures.general, figures.initial),
                       "text 五（三）", measure="execution_rate", **general)
    text = heading(3, "（三）具体情况")
    text += paragraph(f"2023年度一般公共预算财政拨款支出年初预算为{initial}万元，支出决算为"
                      f"{in_wan(figures.general)}万元，完成年初预算的{done}%。其中：")
    for order, (code, sums) in enumerate(sorted(figures.items.items()), 1):
        text += one_item(order, code, sums, ledger)
    return text


def basic(figures, ledger):
    """六."""
    general = {"fund": "general"}
    rate, place = ledger.rate, "text 六"
    ledger.wan("expenditure.basic", figures.basic, place, **general)
    parts = []
    for label, name, amount, uses in (
            ("人员经费", "personnel", figures.personnel, "基本工资、津贴补贴、奖金、绩效工资、社会保障缴费、住房公积金、退休费、抚恤金"),
            ("公用经费", "operating", figures.operating, "办公费、电费、物业管理费、差旅费、劳务费、工会经费、其他交通费用、办公设备购置")):
        indicator = f"expenditure.basic.{name}"
        printed = ledger.wan(indicator, amount, place, **general)
        share = rate(indicator, percent(amount, figures.basic), place, measure="share", **general)
        parts.append(f"{label}{printed}万元，占基本支出的{share}%，包括{uses}等")
    return (heading(2, "六、一般公共预算财政拨款基本支出决算情况说明") +
            paragraph(f"2023年度一般公共预算财政拨款基本支出{in_wan(figures.basic)}万元。其中：{'；'.join(parts)}。"))


def three_public(ledger):
    """七（一）: the totals, then（二）: each of the three with its counts."""
    def amounts(name):
        return tuple(ledger.wan(f"three_public.{name}", amount, "text 七", measure=measure)
                     for measure, amount in zip(("budget", "actual"), THREE_PUBLIC[name]))

    planned, spent = amounts("total")
    budget, actual = THREE_PUBLIC["total"]
    change = actual - THREE_PUBLIC_LAST_YEAR
    done = ledger.rate("three_public.total", percent(actual, budget), "text 七（一）",
                       measure="execution_rate")
    ledger.wan("three_public.total", change, "text 七（一）", measure="change")
    grown = ledger.rate("three_public.total", percent(change, THREE_PUBLIC_LAST_YEAR), "text 七（一）",
                        measure="change_rate")
    text = heading(2, "七、财政拨款“三公”经费支出决算情况说明") + heading(3, "（一）总体情况")
    text += paragraph(f"2023年度财政拨款“三公”经费支出预算为{planned}万元，支出决算为{spent}万元，"
                      f"完成预算的{done}%；比上年度增加{in_wan(change)}万元，增长{grown}%。")
    text += heading(3, "（二）具体情况") + overseas(ledger, amounts) + vehicles(ledger, amounts)
    return text + reception(ledger)


def overseas(ledger, amounts):
    planned, spent = amounts("overseas")
    done = ledger.rate("three_public.overseas", percent(*reversed(THREE_PUBLIC["overseas"])),
                       "text 七（二）1", measure="execution_rate")
    groups = ledger.count("three_public.overseas_groups", 1, "个", "text 七（二）1")
    people = ledger.count("three_public.overseas_people", 2, "人次", "text 七（二）1")
    return paragraph(f"1．因公出国（境）费支出预算为{planned}万元，支出决算为{spent}万元，完成预算的{done}%。"
                     f"全年参加出国（境）团组{groups}个，累计{people}人次。")


def vehicles(ledger, amounts):
    planned, spent = amounts("vehicle")
    done = ledger.rate("three_public.vehicle", percent(*reversed(THREE_PUBLIC["vehicle"])),
                       "text 七（二）2", measure="execution_rate")
    purchase = ledger.fact("three_public.vehicle_purchase", 0, "0", "text 七（二）2")
    _, running = amounts("vehicle_operation")
    bought = ledger.count("three_public.vehicles_purchased", 0, "辆", "text 七（二）2")
    held = ledger.count("three_public.vehicles_held", 3, "辆", "text 七（二）2")
    return paragraph(f"2．公务用车购置及运行维护费支出预算为{planned}万元，支出决算为{spent}万元，完成预算的{done}%。"
                     f"其中：公务用车购置费{purchase}万元，全年购置公务用车{bought}辆；公务用车运行维护费{running}万元，"
                     f"用于燃油、维修、保险等。2023年末公务用车保有量为{held}辆。")


def reception(ledger):
    """The amount in the text is not that of the form; the rate belongs to the form's."""
    place = "text 七（二）3"
    budget, actual = THREE_PUBLIC["reception"]
    spent = ledger.fact("three_public.reception", yuan("2.18"), "2.18", place)
    ledger.plant("text against table", place, "cross_mismatch", spent, "three_public.reception",
                 "the text says 2.18万元, final.09 and its sum say 1.88万元")
    planned = ledger.wan("three_public.reception", budget, place, measure="budget")
    done = ledger.rate("three_public.reception", percent(actual, budget), place,
                       measure="execution_rate")
    batches = ledger.count("three_public.reception_batches", 14, "批次", place)
    people = ledger.count("three_public.reception_people", 96, "人次", place)
    return paragraph(f"3．公务接待费支出预算为{planned}万元，支出决算为{spent}万元，完成预算的{done}%。"
                     f"全年国内公务接待{batches}批次、{people}人次，用于馆际业务交流。")


def statements(ledger):
    """八 to 十三: funds without money, then the statements of their own."""
    wan, agency = ledger.wan, (yuan("396.12"), yuan("388.00"))
    change = agency[0] - agency[1]
    rate = ledger.rate("agency_operating", percent(change, agency[1]), "text 十", measure="change_rate")
    text = heading(2, "八、政府性基金预算财政拨款收入支出决算情况说明")
    text += paragraph(f"{ENTITY}2023年度既无政府性基金预算财政拨款收入，也无此类支出。")
    text += heading(2, "九、国有资本经营预算财政拨款支出决算情况说明")
    text += paragraph(f"{ENTITY}2023年度未安排国有资本经营预算财政拨款支出。")
    text += heading(2, "十、机关运行经费支出情况说明")
    text += paragraph(f"2023年度机关运行经费支出{wan('agency_operating', agency[0], 'text 十')}万元，"
                      f"比上年度增加{wan('agency_operating', change, 'text 十', measure='change')}万元，增长{rate}%，"
                      "主要是库房电费和物业管理费增加。")
    text += heading(2, "十一、会议费、培训费支出情况说明")
    text += paragraph(f"2023年度会议费支出{wan('meeting', yuan('5.18'), 'text 十一')}万元，召开业务会议6次；"
                      f"培训费支出{wan('training', yuan('19.90'), 'text 十一')}万元，举办培训班4期。")
    return text + procurement(ledger) + assets(ledger)


def procurement(ledger):
    wan, place = ledger.wan, "text 十二"
    total, goods, works, services = (yuan(v) for v in ("486.30", "152.70", "38.20", "295.40"))
    small, micro = yuan("402.65"), yuan("318.44")
    assert goods + works + services == total
    share = ledger.rate("procurement.sme", percent(small, total), place, measure="share")
    micro_share = ledger.rate("procurement.small_micro", percent(micro, small), place, measure="share")
    return heading(2, "十二、政府采购支出情况说明") + paragraph(
        f"2023年度政府采购支出总额{wan('procurement.total', total, place)}万元，其中："
        f"货物支出{wan('procurement.goods', goods, place)}万元、工程支出{wan('procurement.works', works, place)}万元、"
        f"服务支出{wan('procurement.services', services, place)}万元。授予中小企业合同金额"
        f"{wan('procurement.sme', small, place)}万元，占政府采购支出总额的{share}%，其中授予小微企业合同金额"
        f"{wan('procurement.small_micro', micro, place)}万元，占授予中小企业合同金额的{micro_share}%。")


def assets(ledger):
    place, count = "text 十三", ledger.count
    return heading(2, "十三、国有资产占用情况说明") + paragraph(
        f"截至2023年12月31日，{ENTITY}共有车辆{count('assets.vehicles', 3, '辆', place)}辆，其中："
        f"机要通信用车{count('assets.vehicles_confidential', 1, '辆', place)}辆、"
        f"应急保障用车{count('assets.vehicles_emergency', 2, '辆', place)}辆；"
        f"单价50万元以上通用设备{count('assets.general_equipment', 2, '台（套）', place)}台（套），"
        f"单价100万元以上专用设备{count('assets.special_equipment', 1, '台（套）', place)}台（套）。")


def explanations(figures, ledger):
    """第三部分 as a whole."""
    return (overview(figures, ledger) + general_budget(figures, ledger) + items(figures, ledger) +
            basic(figures, ledger) + three_public(ledger) + statements(ledger))
