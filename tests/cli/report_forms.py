# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a report that has been read in other forms: a web page, Markdown, a workbook, recognised words.

`report` is what `extract --stage extract --format json` gives. Automatic numbers stand in the texts."""
import html
import re
import zipfile

SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def parts_of(report):
    """("table", table), or ("heading", text) and ("paragraph", text), in reading order."""
    for block in report["blocks"]:
        if block["kind"] == "table":
            yield "table", block.get("table", block)
        elif block["kind"] != "furniture":
            yield block["kind"], block["text"]


def html_table(table):
    rows = [[] for _ in range(table["rows"])]
    for cell in sorted(table["cells"], key=lambda cell: (cell["row"], cell["col"])):
        spans = "".join(f' {name}="{cell[name]}"' for name in ("rowspan", "colspan") if cell[name] > 1)
        rows[cell["row"]].append(f"<td{spans}>{html.escape(cell['text'])}</td>")
    return "<table border=\"1\">\n" + "".join(f"<tr>{''.join(row)}</tr>\n" for row in rows) + "</table>\n"


def write_page(report, path):
    body = "".join(html_table(part) if kind == "table" else
                   f"<{'h2' if kind == 'heading' else 'p'}>{html.escape(part)}"
                   f"</{'h2' if kind == 'heading' else 'p'}>\n" for kind, part in parts_of(report))
    path.write_text(f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>\n{body}</body></html>\n',
                    encoding="utf-8")


def grid(table, fill):
    """The texts of the grid; the places that a cell covers beside its first hold @fill."""
    places = [[""] * table["cols"] for _ in range(table["rows"])]
    for cell in table["cells"]:
        for row in range(cell["row"], cell["row"] + cell["rowspan"]):
            for col in range(cell["col"], cell["col"] + cell["colspan"]):
                places[row][col] = cell["text"] if fill else ""
        places[cell["row"]][cell["col"]] = cell["text"]
    return places


def pipe_table(table, fill=False):
    rows = ["| " + " | ".join(text.replace("|", "\\|") for text in row) + " |" for row in grid(table, fill)]
    return "\n".join([rows[0], "|" + " --- |" * table["cols"], *rows[1:]]) + "\n"


def write_markdown(report, path, table_text=html_table):
    texts = [table_text(part) if kind == "table" else ("## " if kind == "heading" else "") + part + "\n"
             for kind, part in parts_of(report)]
    path.write_text("\n".join(texts), encoding="utf-8")


def write_pipes(report, path):
    write_markdown(report, path, pipe_table)


def write_repeated_pipes(report, path):
    """A merged cell is written into every place that it covers."""
    write_markdown(report, path, lambda table: pipe_table(table, True))


def write_plain(report, path, table_text):
    texts = [table_text(part) if kind == "table" else part + "\n" for kind, part in parts_of(report)]
    path.write_text("\n".join(texts), encoding="utf-8")


def write_tabs(report, path):
    """Plain text with the cells of a row between tabs, as a recogniser writes it."""
    write_plain(report, path, lambda table: "\n".join("\t".join(row) for row in grid(table, False)) + "\n")


def cells_of_row(table, row):
    return sorted((cell for cell in table["cells"] if cell["row"] == row), key=lambda cell: cell["col"])


def write_once(report, path):
    """Tabs again, but of each row only the cells that begin in it, as a page is copied."""
    write_plain(report, path, lambda table: "\n".join(
        "\t".join(cell["text"] for cell in cells_of_row(table, row)) for row in range(table["rows"])) + "\n")


def line_cells(table, row):
    """The cells that touch a row; one from above is blank."""
    cells = [cell for cell in table["cells"] if cell["row"] <= row < cell["row"] + cell["rowspan"]]
    return [cell["text"] if cell["row"] == row else ""
            for cell in sorted(cells, key=lambda cell: cell["col"])]


def write_cell_lines(report, path):
    """One cell a line behind a tab, an empty line between rows."""
    write_plain(report, path, lambda table: "\n\n".join(
        "\n".join("\t" + text for text in line_cells(table, row)) for row in range(table["rows"])) + "\n\n")


def print_width(text):
    return sum(2 if ord(character) > 0x2000 else 1 for character in text)


def printed_table(table):
    """A fixed-width print: columns as wide as their widest cell of one column."""
    widths = [3 + max([print_width(cell["text"]) for cell in table["cells"]
                       if cell["col"] == col and cell["colspan"] == 1] + [0]) for col in range(table["cols"])]
    lines = []
    for row in range(table["rows"]):
        line = ""
        for cell in cells_of_row(table, row):
            if cell["text"]:
                gap = max(sum(widths[:cell["col"]]) - print_width(line), 2 if line else 0)
                line += " " * gap + cell["text"]
        lines.append(line)
    return "\n".join(lines) + "\n"


def bare_rows(table):
    return [[cell["text"] for cell in cells_of_row(table, row)] for row in range(table["rows"])]


def spaced_table(table):
    """The cells of a row side by side, blank ones lost."""
    return "".join(" ".join(filter(None, row)) + "\n" for row in bare_rows(table))


def bare_cells(table):
    """One cell a line, blank ones lost."""
    return "".join(text + "\n" for row in bare_rows(table) for text in row if text)


def bare_places(table):
    """One place of the grid a line; an empty line where nothing is printed."""
    return "".join(text + "\n" for row in grid(table, False) for text in row)


def write_printed(report, path):
    write_plain(report, path, printed_table)


class Workbook:
    """One sheet; numbers and percentages are stored as such, with formats that show them as printed."""

    def __init__(self):
        self.rows, self.merges, self.formats = [], [], []

    def style(self, code):
        if code not in self.formats:
            self.formats.append(code)
        return self.formats.index(code) + 1

    def cell(self, row, col, text):
        place = f"{chr(ord('A') + col)}{row}"
        number = re.fullmatch(r"(\d{1,9})(\.\d+)?(%?)", text)
        if not number:
            return f'<c r="{place}" t="inlineStr"><is><t>{html.escape(text)}</t></is></c>'
        digits = len(number[2] or ".") - 1
        code = "0" + ("." + "0" * digits if digits else "") + number[3]
        value = text.rstrip("%")
        if number[3]:
            value = f"{float(value) / 100:.{digits + 2}f}"
        return f'<c r="{place}" s="{self.style(code)}"><v>{value}</v></c>'

    def add_row(self, texts):
        self.rows.append("".join(self.cell(len(self.rows) + 1, col, text)
                                 for col, text in enumerate(texts) if text))

    def add_table(self, table):
        top = len(self.rows) + 1
        for row in grid(table, False):
            self.add_row(row)
        for cell in table["cells"]:
            if cell["rowspan"] * cell["colspan"] > 1:
                self.merges.append(
                    f"{chr(ord('A') + cell['col'])}{top + cell['row']}:"
                    f"{chr(ord('A') + cell['col'] + cell['colspan'] - 1)}{top + cell['row'] + cell['rowspan'] - 1}")

    def parts(self):
        body = "".join(f'<row r="{i}">{cells}</row>' for i, cells in enumerate(self.rows, 1))
        merged = "".join(f'<mergeCell ref="{place}"/>' for place in self.merges)
        formats = "".join(f'<numFmt numFmtId="{170 + i}" formatCode="{code}"/>'
                          for i, code in enumerate(self.formats))
        styles = "".join(f'<xf numFmtId="{170 + i}"/>' for i in range(len(self.formats)))
        return {
            "[Content_Types].xml":
                f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType='
                '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
            "_rels/.rels":
                f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
                f'Type="{LINK}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml":
                f'<workbook {SHEET} xmlns:r="{LINK}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/>'
                '</sheets></workbook>',
            "xl/_rels/workbook.xml.rels":
                f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
                f'Type="{LINK}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" '
                f'Type="{LINK}/styles" Target="styles.xml"/></Relationships>',
            "xl/styles.xml": f'<styleSheet {SHEET}><numFmts>{formats}</numFmts><cellXfs><xf/>{styles}'
                             '</cellXfs></styleSheet>',
            "xl/worksheets/sheet1.xml": f'<worksheet {SHEET}><sheetData>{body}</sheetData><mergeCells>'
                                        f'{merged}</mergeCells></worksheet>',
        }


def write_workbook(report, path):
    book = Workbook()
    for kind, part in parts_of(report):
        if kind == "table":
            book.add_table(part)
            book.add_row([])
        else:
            book.add_row([part])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in book.parts().items():
            archive.writestr(name, text)


class RecognisedPages:
    """hOCR at 300 dots an inch: each attachment begins a page, rulings are separators."""

    LEFT, RIGHT, LINE, MARGIN = 200, 3200, 60, 10

    def __init__(self):
        self.pages, self.top = [], 0

    def begin_page(self):
        self.pages.append([])
        self.top = 200

    def line(self, left, text):
        spans = []
        for word in text.split():
            width = self.width(word)
            spans.append(f"<span class='ocrx_word' title='bbox {left} {self.top} {left + width} "
                         f"{self.top + 40}; x_wconf 95'>{html.escape(word)}</span>")
            left += width + 20
        self.pages[-1].append(f"<span class='ocr_line'>{' '.join(spans)}</span>\n")

    @staticmethod
    def width(text):
        return sum(40 if ord(character) > 0x2000 else 20 for character in text)

    def wrap(self, text, width, indent=0):
        lines, room = [""], width - indent
        for character in text:
            if self.width(lines[-1] + character) > room:
                lines.append("")
                room = width
            lines[-1] += character
        return lines

    def add_text(self, kind, text):
        if re.fullmatch(r"附件\d*", text) or not self.pages:
            self.begin_page()
        indent = 80 if kind == "paragraph" and len(text) > 40 else 0
        for number, line in enumerate(self.wrap(text, self.RIGHT - self.LEFT, indent)):
            self.line(self.LEFT + (indent if number == 0 else 0), line)
            self.top += self.LINE
        self.top += 20

    def add_table(self, table):
        width = (self.RIGHT - self.LEFT) // table["cols"]
        texts = {(c["row"], c["col"]): self.wrap(c["text"], width * c["colspan"] - 2 * self.MARGIN)
                 for c in table["cells"]}
        heights = [self.LINE + 2 * self.MARGIN] * table["rows"]
        for cell in table["cells"]:
            need = self.LINE * len(texts[cell["row"], cell["col"]]) + 2 * self.MARGIN
            rows = range(cell["row"], cell["row"] + cell["rowspan"])
            heights[rows[-1]] += max(need - sum(heights[row] for row in rows), 0)
        tops = [self.top + sum(heights[:row]) for row in range(table["rows"] + 1)]
        for cell in table["cells"]:
            left, right = (self.LEFT + width * col for col in (cell["col"], cell["col"] + cell["colspan"]))
            self.box(left, tops[cell["row"]], right, tops[cell["row"] + cell["rowspan"]])
            self.top = tops[cell["row"]] + 2 * self.MARGIN
            for line in texts[cell["row"], cell["col"]]:
                self.line(left + self.MARGIN, line)
                self.top += self.LINE
        self.top = tops[-1] + self.LINE

    def box(self, left, top, right, bottom):
        for sides in ((left, top, right, top + 2), (left, bottom, right, bottom + 2),
                      (left, top, left + 2, bottom), (right, top, right + 2, bottom)):
            corners = " ".join(map(str, sides))
            self.pages[-1].append(f"<div class='ocr_separator' title='bbox {corners}'></div>\n")


def write_recognised(report, path):
    pages = RecognisedPages()
    for kind, part in parts_of(report):
        if kind == "table":
            pages.add_table(part)
        else:
            pages.add_text(kind, part)
    divisions = "".join(f"<div class='ocr_page' title='bbox 0 0 3400 5000; scan_res 300 300'>\n"
                        f"{''.join(lines)}</div>\n" for lines in pages.pages)
    path.write_text("<!DOCTYPE html><html><head><meta name='ocr-system' content='test'></head><body>\n"
                    f"{divisions}</body></html>\n", encoding="utf-8")
