# SPDX-License-Identifier: GPL-3.0-or-later
"""What LibreOffice and poppler-utils make of documents, for the comparisons of this folder."""

import pathlib
import subprocess

TEXT = "txt:Text (encoded):UTF8"
HTML = "html:HTML (StarWriter)"
PDF = "pdf"
DOCX = "docx:MS Word 2007 XML"
FLAT = "fodt"


def suffix_of(target):
    return target.split(":", maxsplit=1)[0]


def run(argv, seconds=300, given=None):
    try:
        return subprocess.run(argv, input=given, capture_output=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return None


def convert(paths, target, folder, *options):
    """Converts the files into @folder; gives for each path what came out, None where nothing did.

    LibreOffice starts once for all of them, and once more for each that this left over."""
    made = {path: folder / f"{path.stem}.{suffix_of(target)}" for path in paths}
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", *options,
               "--convert-to", target, "--outdir", str(folder)]
    if made:
        run([*command, *map(str, paths)], 60 + 10 * len(made))
    for path, out in made.items():
        if len(made) > 1 and not out.exists():
            run([*command, str(path)], 120)
    return {path: out if out.exists() else None for path, out in made.items()}


def text_of(path):
    return path.read_text(encoding="utf-8-sig", errors="replace") if path is not None else None


def text_of_pdf(path, *options):
    result = run(["pdftotext", *options, str(path), "-"]) if path is not None else None
    return result.stdout.decode("utf-8", "replace") if result is not None else None
