# SPDX-License-Identifier: GPL-3.0-or-later
"""samples/bad/: files that are not what they seem, or are damaged, locked or empty."""
import pathlib
import struct
import subprocess

SECTOR = 512
FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
CUTOFF = 4096  # a shorter stream would need a mini stream, so every stream is padded to this

POEM = """渡口

潮水退到石阶下面，
一只旧船侧着身子，
听见岸上的钟响了三声。

卖灯的人还没有来，
雾先把对岸收走，
再把这一岸慢慢还回。

我数过的帆都叫不出名字，
只记得风向，和一句没说完的话。
"""

PLAIN_REPORT = """溪口镇公用设施管护站2024年度部门决算

单位：万元

本年收入合计86.40万元，其中：财政拨款收入86.40万元。
本年支出合计86.40万元，其中：基本支出61.15万元，项目支出25.25万元。
"""


def entry(name, kind, start=END, size=0, child=FREE, right=FREE):
    """A directory entry: 128 bytes."""
    encoded = (name + "\0").encode("utf-16-le") if name else b""
    return (encoded.ljust(64, b"\0") + struct.pack("<HBBIII", len(encoded), kind, 1, FREE, right, child)
            + bytes(36) + struct.pack("<IQ", start, size))


def compound_file(streams):
    """A minimal OLE compound file: header, one FAT sector, one directory sector, the streams.

    @streams: up to three pairs of name and bytes, in the order of the directory tree (shorter
    names first, then by upper-case name). Each hangs to the right of the one before."""
    fat, body, entries = [FAT, END], b"", []
    for i, (name, data) in enumerate(streams):
        size = max(len(data), CUTOFF)
        count = -(-size // SECTOR)
        start = len(fat)
        fat += [*range(start + 1, start + count), END]
        body += data.ljust(count * SECTOR, b"\0")
        right = i + 2 if i + 1 < len(streams) else FREE
        entries.append(entry(name, 2, start, size, right=right))
    directory = (entry("Root Entry", 5, END, 0, child=1) + b"".join(entries)).ljust(SECTOR, b"\0")
    header = struct.pack("<8s16sHHHHH6sIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E,
                         3, 0xFFFE, 9, 6, bytes(6), 0, 1, 1, 0, CUTOFF, END, 0, END, 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    table = struct.pack(f"<{SECTOR // 4}I", *fat, *[FREE] * (SECTOR // 4 - len(fat)))
    return header + table + directory + body


def word_document_stream():
    """The head of a Word 97 main stream, and text that nobody is asked to read."""
    return (struct.pack("<HHHHHH", 0xA5EC, 0xC1, 0, 0x0804, 0, 0).ljust(512, b"\0") +
            "溪口镇公用设施管护站工作简报\r".encode("utf-16-le"))


def image_page():
    """A page whose only content is a grey picture."""
    pixels = bytes(200 - (x * y) % 90 for y in range(40) for x in range(30))
    content = b"q 595 0 0 842 0 0 cm /Im0 Do Q"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /XObject << /Im0 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /XObject /Subtype /Image /Width 30 /Height 40 /ColorSpace /DeviceGray"
        b" /BitsPerComponent 8 /Length %d >>\nstream\n%s\nendstream" % (len(pixels), pixels),
    )
    out, offsets = b"%PDF-1.4\n", []
    for i, text in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (i, text)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    return out + (b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
                  % (len(objects) + 1, table, len(objects) + 1, len(out)))


def lock(source, target):
    """A PDF that opens with a password only. RC4, for AES puts random bytes into the file."""
    subprocess.run(["qpdf", "--allow-weak-crypto", "--static-id", "--encrypt", "yunxi", "owner", "128",
                    "--use-aes=n", "--", str(source), str(target)], check=True)


def make(samples):
    """Writes every bad file under @samples/bad, out of the good ones beside it."""
    folder = pathlib.Path(samples) / "bad"
    report = (samples / "budget-yuan.pdf").read_bytes()
    word = (samples / "performance-report.docx").read_bytes()
    picture = image_page()
    files = {
        "empty.pdf": b"",
        "truncated.pdf": report[:len(report) // 12],
        "image-only.pdf": picture,
        "text-named.pdf": PLAIN_REPORT.encode(),
        "pdf-named.docx": picture,
        "truncated.docx": word[:len(word) * 2 // 3],
        "no-known-form.txt": POEM.encode(),
        "password.docx": compound_file((("EncryptionInfo", struct.pack("<HHI", 4, 4, 0x40)),
                                        ("EncryptedPackage", struct.pack("<Q", 5000) + bytes(5000)))),
        "legacy.doc": compound_file((("WordDocument", word_document_stream()),)),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    lock(folder / "image-only.pdf", folder / "password.pdf")
