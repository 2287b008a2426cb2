# SPDX-License-Identifier: GPL-3.0-or-later
"""samples/final-accounts.pdf: the final accounts of an invented department."""
from final_figures import ENTITY, YEAR, FinalFigures
from final_narrative import explanations
from final_tables import all_forms
from ledger import Ledger

CONTENTS = (
    ("第一部分  部门概况", "part1"), ("一、主要职责", "part1"), ("二、机构设置", "part1"),
    ("第二部分  2023年度部门决算表", "part2"), ("第三部分  2023年度部门决算情况说明", "part3"),
    ("第四部分  名词解释", "part4"),
)

DUTIES = f"""
<h2>一、主要职责</h2>
<p>（一）拟订全市档案服务工作规划，推动档案资源的接收、整理和利用。</p>
<p>（二）承担馆藏档案的保管、修复和数字化加工，维护档案库房安全。</p>
<p>（三）面向社会提供查档服务，举办档案展览和科普活动。</p>
<p>（四）完成上级交付的其他工作。</p>
<h2>二、机构设置</h2>
<p>{ENTITY}设有综合科、接收整理科、保管利用科、信息技术科4个内设机构，下属单位为云溪市档案馆。
纳入本次决算编制范围的包括局本级和上述下属单位。</p>
"""

TERMS = """
<p>一、财政拨款收入：由本级财政部门当年拨付的资金。</p>
<p>二、事业收入：事业单位开展业务活动及辅助活动取得的收入。</p>
<p>三、年初结转和结余：以前年度未用完、转到本年按规定继续使用的资金。</p>
<p>四、基本支出：用于人员和日常公用方面、维持机构运转的支出。</p>
<p>五、项目支出：为完成特定任务，在基本支出以外发生的支出。</p>
<p>六、“三公”经费：用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。</p>
<p>七、机关运行经费：保障行政单位运转、用于购买货物和服务的资金。</p>
"""


def contents():
    lines = "".join(f'<p class="contents"><a href="#{target}">{text}</a></p>'
                    for text, target in CONTENTS)
    return f'<section class="page"><h1>目　录</h1>{lines}</section>\n'


def part(anchor, title, body=""):
    return f'<section class="part" id="{anchor}"><h1>{title}</h1></section>\n{body}'


def build():
    """The page as HTML, and the ledger of what it says."""
    ledger, figures = Ledger("final-accounts.pdf", YEAR), FinalFigures()
    forms = all_forms(figures, ledger)
    cover = (f'<section class="cover"><p>{YEAR}年度</p><p>{ENTITY}</p><p>部门决算</p>'
             '<p class="date">2024年8月</p></section>\n')
    html = (cover + contents() + part("part1", "第一部分<br>部门概况") +
            f'<section class="page">{DUTIES}</section>' +
            part("part2", f"第二部分<br>{YEAR}年度部门决算表", forms) +
            part("part3", f"第三部分<br>{YEAR}年度部门决算情况说明") +
            f'<section class="page">{explanations(figures, ledger)}</section>' +
            part("part4", "第四部分<br>名词解释") + f'<section class="page">{TERMS}</section>')
    return html, f"{YEAR}年度{ENTITY}部门决算", ledger
