# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of Word packages from which something is taken out, so that programs that do not show it
can be compared in what they do show."""

import collections
import re
import xml.dom.minidom
import zipfile

TEXT = ("w:t", "m:t", "a:t", "w:delText")
# What pandoc, LibreOffice's text export or both leave out though Word displays it.
UNEVEN = {
    "w:drawing": "text box", "w:pict": "text box", "mc:AlternateContent": "text box",
    "w:object": "text box",
    "m:oMathPara": "formula", "m:oMath": "formula",
    "w:footnoteReference": "note", "w:endnoteReference": "note",
    "w:checkBox": "check box",
}
# What is displayed only until the changes are accepted, or never, or on every page.
NOT_IN_THE_TEXT = {
    "w:del": "deleted text", "w:moveFrom": "deleted text",
    "w:headerReference": "header", "w:footerReference": "footer",
}


def elements(node, name):
    return [found for found in node.getElementsByTagName(name) if found.parentNode is not None]


def glyphs(node):
    """The non-space characters below, those of alternatives once."""
    if node.nodeName == "mc:AlternateContent":
        return glyphs(next(child for child in node.childNodes if child.nodeType == child.ELEMENT_NODE))
    return sum(len("".join("".join(child.data for child in found.childNodes
                                   if child.nodeType == child.TEXT_NODE).split()))
               for name in TEXT for found in node.getElementsByTagName(name))


def remove(node):
    node.parentNode.removeChild(node)
    node.parentNode = None


def is_on(node):
    return node.getAttribute("w:val") not in ("0", "false", "off")


def accept_changes_to_tables(document, taken):
    for row in elements(document, "w:tr"):
        properties = [child for child in row.childNodes if child.nodeName == "w:trPr"]
        if properties and elements(properties[0], "w:del"):
            taken["deleted row"] += 1
            remove(row)
    for merge in elements(document, "w:cellMerge"):
        taken["tracked merge"] += 1
        accepted = document.createElement("w:vMerge")
        if merge.getAttribute("w:vMerge").startswith("rest"):
            accepted.setAttribute("w:val", "restart")
        merge.parentNode.replaceChild(accepted, merge)


def remove_hidden(document, taken):
    for hidden in elements(document, "w:vanish"):
        run = hidden.parentNode.parentNode
        if is_on(hidden) and run is not None and run.nodeName == "w:r" and run.parentNode is not None:
            taken["hidden text"] += glyphs(run)
            remove(run)


def remove_tables_in_text(document, taken):
    for table in elements(document, "w:tbl"):
        above = table.parentNode
        while above is not None and above.nodeName not in ("w:p", "w:tc", "w:body"):
            above = above.parentNode
        if above is not None and above.nodeName == "w:p":
            taken["table in a line"] += glyphs(table)
            remove(table)


def simplify(document, taken):
    accept_changes_to_tables(document, taken)
    remove_hidden(document, taken)
    remove_tables_in_text(document, taken)
    for name, kind in (UNEVEN | NOT_IN_THE_TEXT).items():
        for node in elements(document, name):
            taken[kind] += max(glyphs(node), 1)
            remove(node)


def copy(source, target, edit):
    """Writes @source to @target with every XML part changed by @edit, from bytes to bytes."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            contents = old.read(entry)
            if re.fullmatch(r"word[/\\].*\.xml", entry.filename):
                contents = edit(contents)
            new.writestr(entry.filename, contents)


def numberless(contents):
    """A part without automatic numbering, which pandoc renders in a manner of its own."""
    return re.sub(rb"<w:numPr\s*/>|<w:numPr\b[^>]*>.*?</w:numPr>", b"", contents, flags=re.DOTALL)


def copy_numberless(source, target):
    copy(source, target, numberless)


def copy_with_marked_numbers(source, target, before, after):
    """A copy whose automatic numbers, bullets apart, stand between two marks; says whether any does."""
    marked = 0

    def edit(contents):
        nonlocal marked
        if b"<w:numbering" not in contents:
            return contents
        document = xml.dom.minidom.parseString(contents)
        for level in elements(document, "w:lvl"):
            text = level.getElementsByTagName("w:lvlText")
            form = level.getElementsByTagName("w:numFmt")
            if text and text[0].getAttribute("w:val") and not (
                    form and form[0].getAttribute("w:val") == "bullet"):
                text[0].setAttribute("w:val", before + text[0].getAttribute("w:val") + after)
                marked += 1
        return document.toxml(encoding="utf-8")

    copy(source, target, edit)
    return marked > 0


def copy_simplified(source, target):
    """A copy without numbers and without what the others do not show; says how much of what."""
    taken = collections.Counter()

    def edit(contents):
        document = xml.dom.minidom.parseString(numberless(contents))
        simplify(document, taken)
        return document.toxml(encoding="utf-8")

    copy(source, target, edit)
    return taken
