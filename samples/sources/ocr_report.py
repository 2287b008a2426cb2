# SPDX-License-Identifier: GPL-3.0-or-later
"""samples/ocr-report.txt: what a character recogniser leaves of a printed self-evaluation report.

A blank line follows every printed line, lines end in the middle of sentences and units, page
numbers stand alone, one table is rows of tabs that a page break cuts, one has lost its columns."""
import re

from ledger import Ledger

ENTITY = "岚江市渔港管理服务中心"
YEAR = 2022
SAMPLE = "ocr-report.txt"
WIDTH = 52  # of a printed line, in halves of a Chinese character

OPENING = (
    "附件", "2022年度部门整体支出绩效自评报告", f"部门（单位）名称：{ENTITY}", "一、单位基本情况",
    "1．主要职能。承担全市渔港和停泊点的日常管理，组织渔船进出港登记、港区消防和防台避风工作，维护航标和锚泊设施，"
    "为渔民办事提供服务。",
    "2．机构设置情况：中心内设综合科、港务科、安全科3个科室。",
    "3．人员情况。本单位编制24人，实有在职人员22人，退休人员9人。",
    "二、预算收支情况",
    "2022年预算收入648.30万元，其中年初预算612.75万元，调整追加35.55万元。",
    "2022年支出631.84万元，其中基本支出455.62万元，项目支出176.22万元。",
)
MIDDLE = (
    "三、资金使用及绩效情况", "（一）整体支出绩效情况",
    "2022年，中心共办理渔船进出港登记3860艘次，组织避风转移12次，清理港池淤泥1.8万方，全年未发生港区火灾。",
    "（二）收入支出预算执行情况。",
    "（1）预、决算差异情况。年初财政拨款预算收入612.75成元、决算收入648.30万元，增加35.55万元。其中："
    "工资福利支出338.46万元；商品和服务支出98.71万元；对个人和家庭的补助18.45万元。",
    "（2）“三公”经费支出情况：“三公”经费支出9.42万元，比上年10.36万元减少0.94万元，下降9.07%，其中公务接待费支出"
    "1.26万元，车辆运行维护费支出8.16万元。",
    "（3）会议费支出情况：当年开支1.05万元，比上年1.40万元减少0.35万元。",
    "（三）存在的问题。部分锚泊设施老化，维护资金较为紧张。",
)

# "\f" is a page break, and so is a page number that stands alone.
TAB_ROWS = (
    ("经费控制情况（万元）", "2021年决算数", "2022年预算数", "2022年决算数"),
    ("三公经费", "10.36", "11.00", "9.42"), ("1、公务用车购置和维护经费", "8.95", "9.00", "8.16"),
    ("其中：公车购置", "0", "0", "0"), ("公车运行维护", "8.95", "9.00", "8.16"),
    ("2、出国经费", "0", "0", "0"), ("3、公务接待", "1.41", "2.00", "1.26"),
    ("项目支出：", "168.40", "185.00", "176.22"), ("1、业务工作经费", "92.15", "101.00", "95.80"),
)
CUT_ROW = (("2、运行维护", "76.25", "84.00", "80.42"), ("经费", "", "", ""))
MORE_TAB_ROWS = (
    ("公用经费", "101.33", "104.00", "98.71"), ("政府采购金额", "——", "88.00", "82.60"),
)

FLATTENED = """2022年度部门整体支出绩效自评表
部门名称 岚江市渔港管理服务中心
资金情况
（万元）
年度资金总额 年初预算数
全年预算
数
全年执行数 分值
执行
率
得分
合计 612.75 648.30
631.84 10 97.46% 9.75
其中：当年财政拨款 612.75 648.30 631.84
上年结转资金
其他资金
年度总
体目标
预期目标 实际完成情况
保障渔港安全有序运行，完
成航标维护和港池清淤。
渔港运行平稳，航标完好，
清淤任务按期完成。
绩
效
指
标
一级指标 二级指标 三级指标
年度
指标值
实际
完成值
分值 得分
偏差原因
分析及
改进措施
产出
指标
(50分)
数量指标
进出港登记艘次 3600艘次 3860艘次 10 10
组织避风转移 10次 12次 10 10
航标维
护座数
36座 33座 10 9 备件未到
质量指标 航标正常率 ≥97% 98% 10 10
时效指标 清淤完成时间 2022年10月 2022年10月 10 10
效益
指标
（30分）
社会效益
指标
港区火灾
事故起数
0起 0起 15 15
可持续影
响
锚泊设施完好率 ≥90% 91% 15 15
满意度
指标
（10分）
服务对象
满意度指
标
渔民满意度 ≥92% 95% 10 10
总分 100 98.75"""


def printed_lines(paragraph):
    """A paragraph as the printer broke it: a number stays whole, and no line starts with a stop."""
    lines, width = [""], 0
    spaced = re.sub(r"(?<=[^\W\d])(?=\d)|(?<=[\d%])(?=[^\W\d])", " ", paragraph)
    for token in re.findall(r"[0-9A-Za-z.%-]+|.", spaced):
        size = sum(1 if character.isascii() else 2 for character in token)
        if width + size > WIDTH and token not in "，。；、）”：":
            lines.append("")
            width = 0
        lines[-1] += token
        width += size
    return [line.strip() for line in lines]


def build():
    """The text, and its ledger."""
    ledger = Ledger(SAMPLE, YEAR)
    ledger.plant("misread unit", "text 三（二）（1）", "ocr_repaired", "612.75", "income.fiscal",
                 "成元 for 万元; 648.30万元 - 35.55万元 gives 612.75万元")
    lines = [line for paragraph in OPENING for line in printed_lines(paragraph)] + ["1", "\f"]
    lines += [line for paragraph in MIDDLE for line in printed_lines(paragraph)] + ["2", "\f"]
    lines += ["附件1", "2022年度部门整体支出绩效评价基础数据表", "\t".join(("财政供养人员情况（人）", "编制数",
                                                          "2022年实际在职人数", "控制率")),
              "\t".join(("", "24", "22", "91.67%"))]
    lines += ["\t".join(row) for row in TAB_ROWS] + ["\t".join(CUT_ROW[0]), "3"]
    lines += ["\t".join(row) for row in (CUT_ROW[1], *MORE_TAB_ROWS)]
    lines += ["附件2"] + FLATTENED.split("\n") + ["4"]
    return "\n\n".join(lines).replace("\n\n\f\n\n", "\n\n\f") + "\n", ledger
