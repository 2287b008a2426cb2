# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of Word packages from which something is taken out, so that programs that do not show it
can be compared in what they do show."""

import collections
import re
import xml.dom.minidom
import zipfile

# What is no body, table or note, though Word displays it.
BOXES = ("mc:AlternateContent", "w:drawing", "w:pict", "w:object")
# What is both, and pandoc, LibreOffice's text export or each of them leaves out.
UNEVEN = {
    "m:oMathPara": "formula", "m:oMath": "formula",
    "w:footnoteReference": "note", "w:endnoteReference": "note",
    "w:checkBox": "check box",
}
# What is displayed only until the changes are accepted, or on every page.
NOT_IN_THE_TEXT = {
    "w:del": "deleted text", "w:moveFrom": "deleted text",
    "w:headerReference": "header", "w:footerReference": "footer",
}


def elements(node, name):
    """The elements below that are no part of one that was taken out meanwhile."""
    for found in node.getElementsByTagName(name):
        above = found
        while above is not None and above is not node:
            above = above.parentNode
        if above is node:
            yield found


def children(node):
    return [child for child in node.childNodes if child.nodeType == child.ELEMENT_NODE]


def is_on(node):
    return node is not None and node.getAttribute("w:val") not in ("0", "false", "off")


def first(node, name):
    found = node.getElementsByTagName(name)
    return found[0] if found else None


def is_hidden(run):
    properties = [child for child in run.childNodes if child.nodeName == "w:rPr"]
    return bool(properties) and is_on(first(properties[0], "w:vanish"))


def own_text(node):
    return "".join(child.data for child in node.childNodes if child.nodeType == child.TEXT_NODE)


def letters(node):
    """What Word displays of a part with all changes accepted, of alternatives the first; not the
    numbers that it counts by itself. Says nothing of where it stands."""
    name = node.nodeName
    if name in ("w:t", "m:t", "a:t"):
        return own_text(node)
    if name in ("w:del", "w:moveFrom") or (name == "w:r" and is_hidden(node)):
        return ""
    if name == "w:noBreakHyphen":
        return "\u2011"
    if name == "v:textpath":
        return node.getAttribute("string")
    if name == "w:checkBox":
        return "☑" if is_on(first(node, "w:checked") or first(node, "w:default")) else "☐"
    inside = children(node)
    if name == "mc:AlternateContent":
        with_text = [child for child in inside if letters(child)]
        return letters(with_text[0]) if with_text else ""
    text = "".join(map(letters, inside))
    if name == "m:nary":
        return sign(node, "m:naryPr", "m:chr", "∫") + text
    if name == "m:d":
        members = sum(child.nodeName == "m:e" for child in inside)
        return (sign(node, "m:dPr", "m:begChr", "(") + text + sign(node, "m:dPr", "m:endChr", ")")
                + sign(node, "m:dPr", "m:sepChr", "|") * (members - 1))
    return text


def sign(node, properties, name, fallback):
    for child in children(node):
        said = first(child, name) if child.nodeName == properties else None
        if said is not None:
            return said.getAttribute("m:val")
    return fallback


class Taken:
    """What was taken out of a package: how much of each kind, and the characters Word shows of it."""

    def __init__(self):
        self.kinds, self.boxes, self.rest = collections.Counter(), [], []
        self.references = []

    def box(self, node):
        text = letters(node)
        self.kinds["text box"] += len("".join(text.split()))
        self.boxes.append(text)
        remove(node)

    def uneven(self, node, kind):
        text = letters(node)
        self.kinds[kind] += max(len("".join(text.split())), 1)
        self.rest.append(text)
        if kind == "note":
            self.references.append((node.nodeName, node.getAttribute("w:id")))
        remove(node)

    def note_texts(self, part):
        """Adds the texts of the notes whose references were taken."""
        for kind in ("w:footnote", "w:endnote"):
            for note in elements(part, kind):
                if (kind + "Reference", note.getAttribute("w:id")) in self.references:
                    self.rest.append(letters(note))


def remove(node):
    node.parentNode.removeChild(node)
    node.parentNode = None


def accept_changes(document, taken):
    for row in elements(document, "w:tr"):
        properties = [child for child in row.childNodes if child.nodeName == "w:trPr"]
        if properties and any(elements(properties[0], "w:del")):
            taken.kinds["deleted row"] += 1
            remove(row)
    for merge in elements(document, "w:cellMerge"):
        taken.kinds["tracked merge"] += 1
        accepted = document.createElement("w:vMerge")
        if merge.getAttribute("w:vMerge").startswith("rest"):
            accepted.setAttribute("w:val", "restart")
        merge.parentNode.replaceChild(accepted, merge)
    for name, kind in NOT_IN_THE_TEXT.items():
        for node in elements(document, name):
            taken.kinds[kind] += 1
            remove(node)


def remove_hidden(document, taken):
    for run in elements(document, "w:r"):
        if is_hidden(run):
            taken.kinds["hidden text"] += len("".join("".join(map(own_text, elements(run, "w:t"))).split()))
            remove(run)


def remove_tables_in_text(document, taken):
    for table in elements(document, "w:tbl"):
        above = table.parentNode
        while above is not None and above.nodeName not in ("w:p", "w:tc", "w:body"):
            above = above.parentNode
        if above is not None and above.nodeName == "w:p":
            taken.uneven(table, "table in a line")


def remove_boxes(document, taken):
    for name in BOXES:
        for node in elements(document, name):
            taken.box(node)


def remove_uneven(document, taken):
    remove_tables_in_text(document, taken)
    for name, kind in UNEVEN.items():
        for node in elements(document, name):
            taken.uneven(node, kind)


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


def copy_without(source, target, *removals):
    """A copy with @removals made in every part; gives what they took, the notes of references last."""
    taken, notes = Taken(), []

    def edit(contents):
        document = xml.dom.minidom.parseString(contents)
        is_text = document.documentElement.nodeName not in ("w:hdr", "w:ftr")
        for removal in removals:
            removal(document, taken if is_text else Taken())
        if document.documentElement.nodeName in ("w:footnotes", "w:endnotes"):
            notes.append(document)
        return document.toxml(encoding="utf-8")

    copy(source, target, edit)
    for part in notes:
        taken.note_texts(part)
    return taken
