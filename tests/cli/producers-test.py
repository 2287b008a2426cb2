# SPDX-License-Identifier: GPL-3.0-or-later
"""One form with merged heads, in the shapes in which different programs write it, gives the same facts."""
import io
import json
import re
import unittest
import zipfile

from program import ProgramTest

TITLE, FORM, CAPTION = "2023年度云岭市水文站部门决算", "财政拨款“三公”经费支出决算表", "单位：万元"
VALUES = "12.60 0 8.10 0 8.10 4.50 11.20 0 7.70 0 7.70 3.50".split()
BESIDE = ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "公务接待费"]
BELOW = ["小计", "公务用车购置费", "公务用车运行维护费"]
INDICATORS = ["three_public.total", "three_public.overseas", "three_public.vehicle",
              "three_public.vehicle_purchase", "three_public.vehicle_operation", "three_public.reception"]
WANTED = sorted((name, measure, value) for measure, values in (("budget", VALUES[:6]), ("actual", VALUES[6:]))
                for name, value in zip(INDICATORS, values))

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
NAMESPACES = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
              'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
              'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"')


def package(body, chunks=()):
    """A Word document; @chunks are files that it takes in, as chunk0, chunk1 …"""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}content-types"><Override '
                         f'PartName="/word/document.xml" ContentType="{WORD}"/></Types>')
        archive.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="r" '
                         f'Type="{OFFICE}" Target="word/document.xml"/></Relationships>')
        archive.writestr("word/_rels/document.xml.rels", f'<Relationships xmlns="{PACKAGE}relationships">' + "".join(
            f'<Relationship Id="chunk{i}" Type="{OFFICE}" Target="{name}"/>' for i, (name, _) in enumerate(chunks))
            + "</Relationships>")
        for name, content in chunks:
            archive.writestr(f"word/{name}", content)
        archive.writestr("word/document.xml",
                         f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>")
    return out.getvalue()


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def cell(text, span=1, merge=""):
    return (f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merge}</w:tcPr>{paragraph(text)}</w:tc>')


def row(*cells):
    return f"<w:tr>{''.join(cells)}</w:tr>"


def controlled(content):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def rows():
    first, below = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    beside = [cell(text, 3) if "车" in text else cell(text, 1, first) for text in BESIDE]
    under = [cell("", 1, below)] * 2 + [cell(text) for text in BELOW] + [cell("", 1, below)]
    return [row(cell("预算数", 6), cell("决算数", 6)), row(*beside * 2), row(*under * 2),
            row(*map(cell, VALUES))]


def table(lines, properties=""):
    grid = '<w:gridCol w:w="700"/>' * 12
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(lines)}</w:tbl>"


def page_rows():
    beside = "".join(f"<td colspan=3>{text}</td>" if "车" in text else f"<td rowspan=2>{text}</td>" for text in BESIDE)
    below = "".join(f"<td>{text}</td>" for text in BELOW)
    return ("<tr><td colspan=6>预算数</td><td colspan=6>决算数</td></tr>"
            f"<tr>{beside * 2}</tr><tr>{below * 2}</tr><tr>{''.join(f'<td>{value}</td>' for value in VALUES)}</tr>")


CAPTIONS = "".join(map(paragraph, (TITLE, FORM, f"公开09表　部门：云岭市水文站　{CAPTION}")))


class ProducersTest(ProgramTest):
    def check(self, name, content):
        output, _ = self.extract("--format", "json", self.write(name, content))
        facts = [(fact["indicator"], fact["measure"], fact["raw"]) for fact in json.loads(output)["facts"]]
        self.assertEqual(sorted(facts), WANTED)

    def test_content_controls_in_one_another(self):
        self.check("a.docx", package(CAPTIONS + controlled(controlled(table(map(controlled, rows()))))))

    def test_content_control_around_a_cell(self):
        inner = [line.replace(cell(VALUES[0]), controlled(cell(VALUES[0]))) for line in rows()]
        self.check("a.docx", package(CAPTIONS + table(inner)))

    def test_floating(self):
        self.check("a.docx", package(CAPTIONS + table(rows(), '<w:tblpPr w:tblpX="1000" w:tblpY="2000"/>')
                                     + paragraph("后面的文字")))

    def test_in_a_text_box_with_a_fallback(self):
        box = f"<w:txbxContent>{table(rows())}{paragraph('')}</w:txbxContent>"
        self.check("a.docx", package(
            CAPTIONS + "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:wsp><wps:txbx>"
            f"{box}</wps:txbx></wps:wsp></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r></w:p>"))

    def test_taken_in_as_another_document_and_a_page(self):
        chunk = '<w:altChunk w:id="chunk{}"/>'
        inner = package(CAPTIONS + table(rows()))
        self.check("a.docx", package(chunk.format(0), [("inner.docx", inner)]))
        self.check("b.docx", package(paragraph(TITLE) + chunk.format(0), [
            ("inner.html", f"<p>{FORM}</p><p>{CAPTION}</p><table border=1>{page_rows()}</table>")]))

    def test_no_third_document_is_taken_in(self):
        chunk = '<w:altChunk w:id="chunk0"/>'
        third = package(chunk, [("a.docx", package(chunk, [("a.docx", package(paragraph("丙")))]))])
        output, _ = self.extract("--format", "json", self.write("a.docx", third))
        self.assertIn("object_skipped", [entry["code"] for entry in json.loads(output)["diagnostics"]])

    def test_captions_as_rows(self):
        above = [row(cell(FORM, 12)), row(cell("部门：云岭市水文站", 10), cell(CAPTION, 2))]
        self.check("a.docx", package(paragraph(TITLE) + table(above + rows())))

    def test_markdown_with_a_page_around_the_table(self):
        self.check("a.md", f"# {TITLE}\n\n# {FORM}\n\n公开09表\n\n部门：云岭市水文站 {CAPTION}\n\n"
                   f"<html><body><table>{page_rows()}</table></body></html>\n")

    def test_markdown_with_divisions(self):
        self.check("a.md", f'## {TITLE}\n\n<div style="text-align: center;">{FORM}</div>\n\n{CAPTION}\n\n'
                   f'<div style="text-align: center;"><table border=1>{page_rows()}</table></div>\n')

    def test_page_laid_out_with_tables(self):
        page = (f"<html><head><meta http-equiv=Content-Type content='text/html; charset=gbk'><title>{TITLE}</title>"
                "</head><body><table><tr><td><table><tr><td>首页</td><td>信息公开</td></tr></table></td></tr>"
                f"<tr><td><p>{TITLE}</p><p>{FORM}</p><p>{CAPTION}</p><table border=1>{page_rows()}</table></td></tr>"
                "</table></body></html>")
        self.check("a.html", page.encode("gbk"))

    def test_page_saved_by_a_word_processor(self):
        cells = re.sub(r"<td([^>]*)>([^<]*)</td>",
                       r"<td\1 valign=center><p class=MsoNormal><span>\2</span><o:p></o:p></p></td>", page_rows())
        self.check("a.html", "<html xmlns:v='urn:schemas-microsoft-com:vml'><head><meta charset=utf-8>"
                   "<meta name=ProgId content=Word.Document></head><body><!--StartFragment-->"
                   f"<p class=MsoNormal><b>{TITLE}</b></p><p>{FORM}<o:p></o:p></p><p>{CAPTION}<o:p></o:p></p>"
                   f"<table class=MsoTableGrid border=1>{cells}</table><!--EndFragment--></body></html>")


if __name__ == "__main__":
    unittest.main()
