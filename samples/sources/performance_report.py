# SPDX-License-Identifier: GPL-3.0-or-later
"""samples/performance-report.docx: the self-evaluation of an invented unit, as a Word file.

The headings carry no printed number: Word counts them (一、 and （一）)."""
import datetime
from decimal import Decimal

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from ledger import Ledger, percent

ENTITY = "青屿市水文数据中心"
YEAR = 2024
SAMPLE = "performance-report.docx"
PROJECT = "水文测站自动化改造"

NUMBERING = """
<w:abstractNum {ns} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:suff w:val="nothing"/><w:lvlText w:val="%1、"/><w:lvlJc w:val="left"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>
<w:suff w:val="nothing"/><w:lvlText w:val="（%2）"/><w:lvlJc w:val="left"/></w:lvl>
</w:abstractNum>"""

# 三级指标: level 1 with its weight, level 2, name, target, outcome, weight, score, reason.
DEPARTMENT_ROWS = (
    ("产出指标（40分）", "数量指标", "水文监测数据入库量", "≥860万条", "892万条", "8", "8", ""),
    ("产出指标（40分）", "数量指标", "发布水情预报", "120期", "126期", "8", "8", ""),
    ("产出指标（40分）", "数量指标", "测站巡检次数", "48次", "44次", "6", "5.5", "汛期两条道路中断"),
    ("产出指标（40分）", "质量指标", "数据到报率", "≥98%", "98.6%", "8", "8", ""),
    ("产出指标（40分）", "质量指标", "洪水预报合格率", "≥85%", "88%", "5", "6", ""),
    ("产出指标（40分）", "时效指标", "预警信息发布时限", "30分钟以内", "22分钟", "5", "5", ""),
    ("效益指标（30分）", "社会效益指标", "因预报失误造成的险情", "0起", "0起", "15", "15", ""),
    ("效益指标（30分）", "生态效益指标", "为生态补水调度提供数据", "持续提供", "已持续提供", "15", "14", "部分断面数据有缺测"),
    ("满意度指标（10分）", "服务对象满意度指标", "防汛部门满意度", "≥95%", "97%", "10", "10", ""),
    ("成本指标（10分）", "经济成本指标", "单站年运行成本", "≤2.6万元", "2.5万元", "10", "10", ""),
)
PROJECT_ROWS = (
    ("产出指标（50分）", "数量指标", "改造测站数量", "16座", "14座", "20", "17.5", "两座测站待征地"),
    ("产出指标（50分）", "质量指标", "设备验收合格率", "100%", "100%", "20", "20", ""),
    ("产出指标（50分）", "时效指标", "完成时间", "2024年11月", "2024年12月", "10", "8", "设备到货推迟"),
    ("效益指标（30分）", "社会效益指标", "水情信息自动测报比例", "≥80%", "86%", "30", "30", ""),
    ("满意度指标（10分）", "服务对象满意度指标", "使用单位满意度", "≥90%", "93%", "10", "10", ""),
)
BASE_DATA = (
    ("三公经费", "7.95", "8.00", "6.84"), ("1、公务用车购置和维护经费", "6.30", "6.50", "5.76"),
    ("其中：公车购置", "0", "0", "0"), ("公车运行维护", "6.30", "6.50", "5.76"),
    ("2、出国经费", "0", "0", "0"), ("3、公务接待", "1.65", "1.50", "1.08"),
    ("项目支出：", "241.50", "268.00", "262.20"), ("1、业务工作经费", "96.40", "108.00", "104.90"),
    ("2、运行维护经费", "35.10", "32.00", "45.30"), ("3、市级专项资金（一个专项一行）", "110.00", "128.00", "112.00"),
    ("公用经费", "128.77", "136.00", "133.64"), ("其中：办公费", "18.20", "19.00", "17.95"),
    ("水费、电费、差旅费", "33.46", "34.00", "35.12"), ("会议费、培训费", "6.80", "7.20", "6.15"),
    ("政府采购金额", "——", "186.00", "179.42"), ("部门基本支出预算调整", "——", "", "22.60"),
)


def merge(table, first, last, text=None):
    """Merges a block of cells, which Word writes as gridSpan and vMerge."""
    cell = table.cell(*first).merge(table.cell(*last))
    if text is not None:
        cell.text = text
    return cell


def fill(table, row, texts):
    for column, text in enumerate(texts):
        if text is not None:
            table.cell(row, column).text = text


def link_numbering(document):
    """Heading 1 and Heading 2 are numbered by Word."""
    numbering = document.part.numbering_part.element
    first = numbering.find(qn("w:num"))
    first.addprevious(parse_xml(NUMBERING.format(ns=nsdecls("w"))))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level in (0, 1):
        link = document.styles[f"Heading {level + 1}"].element.get_or_add_pPr().get_or_add_numPr()
        link.get_or_add_ilvl().val = level
        link.get_or_add_numId().val = 90


def centred(document, text, size):
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.bold, run.font.size = True, Pt(size)


def narrative(document):
    """The numbered sections; every amount agrees with the tables."""
    def section(title, *paragraphs):
        document.add_heading(title, 1)
        for text in paragraphs:
            document.add_paragraph(text)

    def part(title, *paragraphs):
        document.add_heading(title, 2)
        for text in paragraphs:
            document.add_paragraph(text)

    section("单位基本情况")
    part("主要职能", "负责全市水文监测站网的运行，采集、整编和发布水文数据，为防汛抗旱和水资源调度提供预报。")
    part("机构设置", "中心设有综合部、站网部、数据部、预报部4个内设机构。")
    part("人员情况", "2024年末编制人数46人，实有在职人数43人，退休人员19人。")
    section("一般公共预算支出情况")
    part("基本支出情况", "2024年基本支出846.12万元，其中：人员经费712.48万元，较上年增加16.35万元；"
         "公用经费133.64万元，较上年增加4.87万元。")
    part("项目支出情况", f"2024年项目支出262.20万元，其中：{PROJECT}专项112.00万元，业务工作经费104.90万元，"
         "运行维护经费45.30万元。")
    section("政府性基金预算支出情况", "本单位无政府性基金预算支出。")
    section("国有资本经营预算支出情况", "本单位无国有资本经营预算支出。")
    section("社会保险基金预算支出情况", "本单位无社会保险基金预算支出。")
    section("资金使用及绩效情况")
    part("资金使用情况", "2024年度支出总计1108.32万元，全年预算数1142.60万元，预算执行率97.00%，年末结转34.28万元。",
         "2024年“三公”经费支出6.84万元，比上年减少1.11万元，下降13.96%。")
    part("绩效目标完成情况", "全年入库水文数据892万条，发布水情预报126期，各项监测任务基本完成。")
    section("存在的问题", "部分山区测站通信条件较差，汛期数据有缺测。")
    section("改进措施", "增设备用通信线路，完善设备巡检台账。")
    section("自评结果应用和公开情况", "自评结果将作为编制下年度预算的依据，并按要求公开。")


def base_data(document):
    """附件1: head counts, the control of expenses, and buildings."""
    document.add_page_break()
    document.add_paragraph("附件1")
    centred(document, "2024年度部门整体支出绩效评价基础数据表", 15)
    rows = 3 + len(BASE_DATA) + 3
    table = document.add_table(rows, 7, style="Table Grid")
    merge(table, (0, 0), (1, 0), "财政供养人员情况（人）")
    for row, texts in ((0, ("编制数", "2024年实际在职人数", "控制率")), (1, ("46", "43", "93.48%")),
                       (2, ("2023年决算数", "2024年预算数", "2024年决算数"))):
        for i, text in enumerate(texts):
            merge(table, (row, 1 + 2 * i), (row, 2 + 2 * i), text)
    table.cell(2, 0).text = "经费控制情况（万元）"
    for i, (label, *amounts) in enumerate(BASE_DATA):
        table.cell(3 + i, 0).text = label
        for j, amount in enumerate(amounts):
            merge(table, (3 + i, 1 + 2 * j), (3 + i, 2 + 2 * j), amount)
    last = 3 + len(BASE_DATA)
    merge(table, (last, 0), (last + 1, 0), "楼堂馆所控制情况（2024年完工项目）")
    fill(table, last, (None, "批复规模（㎡）", "实际规模（㎡）", "规模控制率", "预算投资（万元）",
                       "实际投资（万元）", "投资概算控制率"))
    fill(table, last + 1, (None, "620", "608", "98.06%", "145.00", "141.30", "97.45%"))
    table.cell(last + 2, 0).text = "厉行节约保障措施"
    merge(table, (last + 2, 1), (last + 2, 6), "实行公务用车定点维修，压缩纸质材料印制。")
    document.add_paragraph("说明：“项目支出”填报基本支出以外的全部支出，“公用经费”填报基本支出中的商品和服务支出。")


def indicator_rows(table, start, rows):
    """Fills 一级 to 三级指标 and merges equal neighbours of the first two columns."""
    for i, row in enumerate(rows):
        fill(table, start + i, (None, None, None, *row[2:]))
    for column in (1, 2):
        first = 0
        for i in range(1, len(rows) + 1):
            if i == len(rows) or rows[i][:column] != rows[first][:column]:
                merge(table, (start + first, column), (start + i - 1, column), rows[first][column - 1])
                first = i


def heads_of_indicators(table, row):
    fill(table, row, (None, "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分",
                      "偏差原因分析及改进措施"))


def total_row(table, row, weight, score):
    merge(table, (row, 0), (row, 5), "总分")
    fill(table, row, (None,) * 6 + (weight, score, ""))


def scores(rows, funds):
    return str(sum(Decimal(row[6]) for row in rows) + Decimal(funds))


def department_form(document, ledger):
    """附件2: one score lies above its weight; the total adds up what is printed."""
    document.add_page_break()
    document.add_paragraph("附件2")
    centred(document, "2024年度部门整体支出绩效自评表", 15)
    count = len(DEPARTMENT_ROWS)
    table = document.add_table(10 + count, 9, style="Table Grid")
    merge(table, (0, 0), (0, 2), "预算单位名称")
    merge(table, (0, 3), (0, 8), ENTITY)
    merge(table, (1, 0), (5, 0), "年度预算申请（万元）")
    merge(table, (1, 1), (1, 2), "")
    fill(table, 1, (None, None, None, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"))
    merge(table, (2, 1), (2, 2), "年度资金总额")
    fill(table, 2, (None, None, None, "1085.00", "1142.60", "1108.32", "10", "97.00%", "9.70"))
    for row, (left, right) in enumerate((("按收入性质分：", "按支出性质分："),
                                         ("其中：一般公共预算：1108.32", "其中：基本支出：846.12"),
                                         ("政府性基金拨款：0", "项目支出：262.20")), 3):
        merge(table, (row, 1), (row, 4), left)
        merge(table, (row, 5), (row, 8), right)
    goals(table, 6, "保障全市水文站网稳定运行，按时发布水情预报，完成测站自动化改造。",
          "站网运行稳定，预报发布及时，测站改造完成14座。")
    start = 8
    merge(table, (start, 0), (start + count, 0), "绩效指标")
    heads_of_indicators(table, start)
    indicator_rows(table, start + 1, DEPARTMENT_ROWS)
    total_row(table, start + 1 + count, "100", scores(DEPARTMENT_ROWS, "9.70"))
    ledger.plant("score above its weight", "eval.department 洪水预报合格率", "out_of_range", "6", "",
                 "weight 5, score 6")


def goals(table, row, expected, actual):
    merge(table, (row, 0), (row + 1, 0), "年度总体目标")
    merge(table, (row, 1), (row, 4), "预期目标")
    merge(table, (row, 5), (row, 8), "实际完成情况")
    merge(table, (row + 1, 1), (row + 1, 4), expected)
    merge(table, (row + 1, 5), (row + 1, 8), actual)


def project_form(document, title, values, rows, funds, total):
    """附件3: one 项目支出绩效自评表; blank where @values and @rows hold nothing."""
    document.add_page_break()
    document.add_paragraph("附件3")
    centred(document, title, 15)
    count = len(rows)
    table = document.add_table(11 + count, 9, style="Table Grid")
    merge(table, (0, 0), (0, 2), "项目支出名称")
    merge(table, (0, 3), (0, 8), values["name"])
    merge(table, (1, 0), (1, 2), "主管部门")
    merge(table, (1, 3), (1, 5), values["supervisor"])
    table.cell(1, 6).text = "实施单位"
    merge(table, (1, 7), (1, 8), values["implementer"])
    merge(table, (2, 0), (6, 0), "项目资金（万元）")
    lines = (("", ("年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分")),
             ("年度资金总额", funds["total"]), ("其中：当年财政拨款", funds["fiscal"]),
             ("上年结转资金", funds["carryover"]), ("其他资金", funds["other"]))
    for i, (label, texts) in enumerate(lines):
        merge(table, (2 + i, 1), (2 + i, 2), label)
        fill(table, 2 + i, (None, None, None, *texts))
    goals(table, 7, *values["goals"])
    merge(table, (9, 0), (9 + count, 0), "绩效指标")
    heads_of_indicators(table, 9)
    indicator_rows(table, 10, rows)
    total_row(table, 10 + count, *total)


def projects(document, ledger):
    """One form that is filled in, whose rate does not follow, and one that is blank."""
    blank = ("",) * 6
    spent, planned = Decimal("112.00"), Decimal("128.00")
    assert percent(spent, planned) == "87.50"
    rate = ledger.plant("rate that does not follow", f"eval.project {PROJECT}", "rate_mismatch",
                        "96.80", "funds.total", "112.00 / 128.00 is 87.50 %, as the score 8.75 says")
    money = {"total": ("120.00", "128.00", "112.00", "10", f"{rate}%", "8.75"),
             "fiscal": ("120.00", "120.00", "104.00", "", "", ""),
             "carryover": ("", "8.00", "8.00", "", "", ""), "other": blank}
    values = {"name": PROJECT, "supervisor": "青屿市水利事务局", "implementer": ENTITY,
              "goals": ("完成16座测站的自动化改造，水情信息自动测报比例达到80%以上。",
                        "完成14座测站的自动化改造，自动测报比例为86%。")}
    project_form(document, "2024年度项目支出绩效自评表", values, PROJECT_ROWS, money,
                 ("100", scores(PROJECT_ROWS, "8.75")))
    levels = (("产出指标", "数量指标"), ("产出指标", "质量指标"), ("效益指标", "社会效益指标"),
              ("满意度指标", "服务对象满意度指标"))
    project_form(document, "2024年度项目支出绩效自评表",
                 {"name": "", "supervisor": "", "implementer": "", "goals": ("", "")},
                 [(*level, "", "", "", "", "", "") for level in levels],
                 {"total": blank, "fiscal": blank, "carryover": blank, "other": blank}, ("100", ""))


def build(path):
    """Writes the file at @path; gives back its ledger."""
    ledger, document = Ledger(SAMPLE, YEAR), Document()
    document.core_properties.author = ""
    document.core_properties.created = document.core_properties.modified = datetime.datetime(2025, 1, 1)
    link_numbering(document)
    centred(document, "2024年度部门整体支出绩效自评报告", 20)
    document.add_paragraph(f"部门（单位）名称：{ENTITY}（盖章）")
    document.add_paragraph("2025年4月18日")
    document.add_page_break()
    centred(document, f"2024年度{ENTITY}整体支出绩效自评报告", 16)
    narrative(document)
    base_data(document)
    department_form(document, ledger)
    projects(document, ledger)
    document.save(path)
    return ledger
