#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of reports, damaged as the world damages them, for bench/confidence-fit.

What the reader saw of a report (`extract --stage extract`) is written again as a web page, or the
lines of recognised text are taken as they are, and then
  transcription  digits are exchanged, points lost, cells split or run together, words renamed;
  structure      header rows, unit lines and titles go missing, columns change places, a row slips.
A document of digital origin suffers the second only, recognised text both."""
import html
import random
import re

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
DIGITS = {"0": "86", "1": "74", "2": "7", "3": "85", "4": "19", "5": "36", "6": "58", "7": "12",
          "8": "36", "9": "04"}
CHARACTERS = {"支": "文", "款": "拔", "出": "山", "费": "贵", "合": "台", "项": "顷", "预": "顶",
              "算": "箅", "拨": "拔", "收": "牧", "元": "无", "公": "么"}


def misread(text, rate, chance):
    """@text with numbers misread, each with probability @rate."""
    def number(match):
        digits = match.group(0)
        if len(digits) < 2 or chance.random() >= rate or re.fullmatch(r"(19|20)\d\d", digits):
            return digits
        way = chance.randrange(6)
        places = [i for i, c in enumerate(digits) if c.isdigit()]
        place = chance.choice(places)
        if way <= 2:
            return digits[:place] + chance.choice(DIGITS[digits[place]]) + digits[place + 1:]
        if way == 3:
            return digits[:place] + digits[place + 1:]
        if way == 4:
            return digits.replace(".", "", 1)
        return digits[:place] + "." + digits[place:] if "." not in digits else digits.replace(".", ",")

    text = NUMBER.sub(number, text)
    return "".join(chance.choice(CHARACTERS[c]) if c in CHARACTERS and chance.random() < rate / 6
                   else c for c in text)


def damage_lines(text, rate, chance):
    """Recognised text: its lines misread, a few lost, its unit lines sometimes lost."""
    lines = []
    for line in text.split("\n"):
        if "单位" in line and len(line) < 40 and chance.random() < rate * 4:
            continue
        if chance.random() < rate / 4:
            continue
        lines.append(misread(line, rate, chance))
        if "|" in line and chance.random() < rate / 2:
            cells = lines[-1].split("|")
            place = chance.randrange(len(cells) - 1)
            cells[place:place + 2] = [cells[place] + cells[place + 1]]
            lines[-1] = "|".join(cells)
    return "\n".join(lines)


def grid_of(table):
    grid = [[""] * table["cols"] for _ in range(table["rows"])]
    for cell in table["cells"]:
        for row in range(cell["row"], cell["row"] + cell["rowspan"]):
            for col in range(cell["col"], cell["col"] + cell["colspan"]):
                grid[row][col] = (cell, row == cell["row"] and col == cell["col"])
    return grid


def damage_structure(grid, header, chance, severity):
    """One mistake of a reader of tables: of its columns, rows or header."""
    rows, cols = len(grid), len(grid[0])
    if chance.random() >= severity or rows <= header + 1 or cols < 3:
        return grid
    way = chance.randrange(4)
    single = [col for col in range(1, cols - 1)
              if all(grid[row][k][0]["colspan"] == 1 and grid[row][k][0]["rowspan"] == 1
                     for row in range(header, rows) for k in (col, col + 1))]
    if way == 0 and single:           # the values of two columns change places
        col = chance.choice(single)
        for row in range(header, rows):
            grid[row][col], grid[row][col + 1] = grid[row][col + 1], grid[row][col]
    elif way == 1 and single:         # one column slips by a row
        col = chance.choice(single)
        start = chance.randrange(header, rows - 1)
        cells = [grid[row][col] for row in range(start, rows)]
        for row, cell in zip(range(start, rows), cells[-1:] + cells[:-1]):
            grid[row][col] = cell
    elif way == 2 and single:         # one row slips by a column
        row = chance.randrange(header, rows)
        col = chance.choice(single)
        grid[row][col], grid[row][col + 1] = grid[row][col + 1], grid[row][col]
    elif way == 3 and header > 0:     # a header row is lost
        drop = chance.randrange(header)
        if all(cell[0]["rowspan"] == 1 for cell in grid[drop]):
            del grid[drop]
    return grid


def page_of(blocks, chance, severity, rate):
    """The blocks of a report as a web page; severity of structure, rate of misreading."""
    out = ["<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>"]
    for block in blocks:
        if block["kind"] == "table":
            grid = damage_structure(grid_of(block), block["header_rows"], chance, severity)
            out.append("<table border=1>")
            for row in grid:
                out.append("<tr>" + "".join(
                    f"<td rowspan={cell['rowspan']} colspan={cell['colspan']}>"
                    f"{html.escape(misread(cell['text'], rate, chance))}</td>"
                    for cell, first in row if first) + "</tr>")
            out.append("</table>")
            continue
        if block["kind"] not in ("heading", "paragraph") or block["role"] == "contents":
            continue
        text = block["text"]
        if block["role"] == "caption":
            if chance.random() < severity / 3:
                continue
            if chance.random() < severity / 3:
                text = re.sub("单位[:：].*", "", text)
        tag = f"h{min(block['level'] or 1, 6)}" if block["kind"] == "heading" else "p"
        out.append(f"<{tag}>{html.escape(misread(text, rate, chance))}</{tag}>")
    return "\n".join(out + ["</body></html>"])


def copies_of(blocks, count, seed):
    """(what was done, page) of @count damaged copies and one that is whole."""
    for number in range(count + 1):
        chance = random.Random(f"{seed}/{number}")
        yield ("whole copy" if number == 0 else "structure",
               page_of(blocks, chance, 0 if number == 0 else 0.25, 0))
