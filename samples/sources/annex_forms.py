# SPDX-License-Identifier: GPL-3.0-or-later
"""One annex of a department's final accounts as a workbook, as a saved web page and as hOCR."""
import html
import zipfile

TITLE = "财政拨款“三公”经费支出决算表"
DEPARTMENT = "部门：青屿市地方志编纂室"
HEADING = "青屿市地方志编纂室2023年度部门决算公开"
DATE = "发布时间：2024-09-12"
UNIT = "单位：万元"
NOTE = "注：本表反映部门本年度“三公”经费支出预决算情况。"
HEADER = ("项目", "预算数", "决算数")
ROWS = (("合计", "6.30", "5.12"), ("因公出国（境）费", "0.00", "0.00"),
        ("公务用车购置及运行维护费", "4.20", "3.87"), ("其中：公务用车购置费", "0.00", "0.00"),
        ("公务用车运行维护费", "4.20", "3.87"), ("公务接待费", "2.10", "1.25"))

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def text_cell(place, text, style=0):
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t>{html.escape(text)}</t></is></c>'


def sheet():
    rows = [text_cell("A1", HEADING, 3), text_cell("A2", TITLE, 3),
            text_cell("A3", DEPARTMENT) + text_cell("C3", UNIT),
            "".join(text_cell(f"{'ABC'[i]}4", text, 1) for i, text in enumerate(HEADER))]
    for number, (name, *values) in enumerate(ROWS, 5):
        cells = "".join(f'<c r="{"BC"[i]}{number}" s="2"><v>{value}</v></c>'
                        for i, value in enumerate(values))
        rows.append(text_cell(f"A{number}", name, 1) + cells)
    rows.append(text_cell(f"A{len(ROWS) + 5}", NOTE))
    body = "".join(f'<row r="{i}">{cells}</row>' for i, cells in enumerate(rows, 1))
    return (f'<worksheet {MAIN}><sheetData>{body}</sheetData><mergeCells>'
            '<mergeCell ref="A1:C1"/><mergeCell ref="A2:C2"/></mergeCells></worksheet>')


STYLES = (f'<styleSheet {MAIN}><numFmts><numFmt numFmtId="176" formatCode="#,##0.00"/></numFmts>'
          '<fonts><font><sz val="11"/></font><font><b/><sz val="18"/></font></fonts>'
          '<fills><fill/></fills><borders><border/><border><left style="thin"/><right style="thin"/>'
          '</border></borders><cellXfs><xf/><xf borderId="1"/><xf numFmtId="176" borderId="1"/>'
          '<xf fontId="1"><alignment horizontal="center"/></xf></cellXfs></styleSheet>')


def write_workbook(path):
    parts = {
        "[Content_Types].xml":
            f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
            '</Types>',
        "_rels/.rels":
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{LINK}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml":
            f'<workbook {MAIN} xmlns:r="{LINK}"><sheets>'
            '<sheet name="表九" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels":
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="r1" Type="{LINK}/worksheet" Target="worksheets/sheet1.xml"/>'
            f'<Relationship Id="r2" Type="{LINK}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": STYLES,
        "xl/worksheets/sheet1.xml": sheet(),
    }
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)


def page():
    """In GBK, around a table that only arranges it, as site software writes pages."""
    rows = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>\n"
                   for row in (HEADER, *ROWS))
    return (f'<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">\n'
            f'<title>{HEADING}-青屿市政府网</title><script>var page = 1;</script></head><body>\n'
            '<div class="nav"><a href="/">首页</a> <a href="/zwgk">政务公开</a></div>\n'
            f'<table width="100%"><tr><td><h1>{HEADING}</h1><p>{DATE}</p>\n'
            f'<p align="center">{TITLE}</p><p>{DEPARTMENT}　{UNIT}</p>\n'
            f'<table border="1">{rows}</table><p>{NOTE}</p></td></tr></table></body></html>\n')


def ocr_line(top, *words):
    """Words with their left edges; a dot is 1/200 inch and a Chinese character 40 dots wide."""
    spans = []
    for left, text in words:
        width = sum(40 if ord(character) > 0x2000 else 20 for character in text)
        spans.append(f"<span class='ocrx_word' title='bbox {left} {top} {left + width} {top + 40}; "
                     f"x_wconf 94'>{text}</span>")
    return f"<span class='ocr_line'>{' '.join(spans)}</span>\n"


def separators(tops, lefts):
    boxes = [(lefts[0], top, lefts[-1], top + 2) for top in tops]
    boxes += [(left, tops[0], left + 2, tops[-1]) for left in lefts]
    return "".join(f"<div class='ocr_separator' title='bbox {a} {b} {c} {d}'></div>\n"
                   for a, b, c, d in boxes)


def recognised():
    lefts = (200, 900, 1180, 1460)
    tops = [480 + 80 * i for i in range(len(ROWS) + 2)]
    lines = [ocr_line(200, (380, HEADING)), ocr_line(300, (500, TITLE)),
             ocr_line(400, (200, DEPARTMENT), (1200, UNIT))]
    lines += [ocr_line(top + 20, *zip((220, 960, 1240), row)) for top, row in zip(tops, (HEADER, *ROWS))]
    lines.append(ocr_line(tops[-1] + 40, (200, NOTE)))
    return ("<!DOCTYPE html><html><head><meta name='ocr-system' content='sample'></head><body>\n"
            "<div class='ocr_page' title='bbox 0 0 1654 2339; scan_res 200 200'>\n"
            f"{separators(tops, lefts)}{''.join(lines)}</div></body></html>\n")


def make(folder):
    """Writes annex.xlsx, annex.html and annex.hocr; the first has still to be made still."""
    write_workbook(folder / "annex.xlsx")
    (folder / "annex.html").write_bytes(page().encode("gbk"))
    (folder / "annex.hocr").write_text(recognised(), encoding="utf-8", newline="\n")
