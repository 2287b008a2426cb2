# SPDX-License-Identifier: GPL-3.0-or-later
"""zhibiao fetch against a local server that misbehaves in every way that sites do."""
import http.server
import pathlib
import sqlite3
import threading
import time
import unittest
import urllib.parse

from program import REPORT, ProgramTest

PAUSE = 0.05
PDF = b"%PDF-1.4\n" + b"% no page, but as long as a short report\n" * 2000


class Site(http.server.ThreadingHTTPServer):
    """Pages by path: bytes, or a function of the handler. Every request is noted with its times."""
    daemon_threads = True

    def __init__(self, pages):
        super().__init__(("127.0.0.1", 0), Handler)
        self.pages, self.log, self.headers_seen = pages, [], []
        self.address = f"http://127.0.0.1:{self.server_port}"
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()

    def count(self, path):
        return sum(asked == path for asked, _, _ in self.log)

    def handle_error(self, request, client_address):
        """A client that gives up is what is tested."""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        start = time.monotonic()
        self.server.headers_seen.append(dict(self.headers))
        path = urllib.parse.unquote(self.path)
        answer = self.server.pages.get(path, self.server.pages.get("*"))
        if answer is None:
            self.reply(b"nothing", status=404)
        elif callable(answer):
            answer(self)
        else:
            self.reply(answer)
        self.server.log.append((path, start, time.monotonic()))

    def reply(self, body, status=200, **headers):
        self.send_response(status)
        kind = "application/pdf" if body.startswith(b"%PDF") else "text/html"
        for name, value in {"content-type": kind, "content-length": len(body), **headers}.items():
            self.send_header(name.replace("_", "-"), str(value))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


def page(*links, encoding="utf-8"):
    items = "".join(f'<li><a href="{address}">{text}</a></li>' for address, text in links)
    return (f'<html><head><meta charset="{encoding}"><title>公开</title></head><body>'
            f"<ul>{items}</ul></body></html>").encode(encoding)


class FetchTest(ProgramTest):
    def site(self, pages):
        site = Site(pages)
        self.addCleanup(site.server_close)
        self.addCleanup(site.shutdown)
        return site

    def sources(self, site, *lines, general=()):
        self.write("sources.conf", "\n".join(
            ["[fetch]", "contact = archive@example.org", f"pause = {PAUSE}", "timeout = 2", "retries = 1",
             *general, "", "[县财政局]", f"index = {site.address}/", "link = 预算|决算|report",
             *lines, ""]))

    def fetch(self, status=0):
        found, output, messages = self.run_program("fetch", "sources.conf", "--store", "store")
        self.assertEqual((found, output), (status, ""), messages)
        return messages

    def files(self):
        root = self.folder / "store" / "files" / "县财政局"
        return {path.name: path.read_bytes() for path in root.iterdir()} if root.exists() else {}

    def rows(self, columns, where="1"):
        with sqlite3.connect(self.folder / "store" / "store.sqlite") as database:
            return database.execute(f"SELECT {columns} FROM fetches WHERE {where} ORDER BY fetch").fetchall()

    def test_documents_are_named_by_their_links(self):
        site = self.site({
            "/": page(("a/1.pdf", "甲局2024年部门预算"), ("a/1.pdf#top", "again"), ("/b/2.pdf?x=1", "下载"),
                      ("down.jsp?id=3", "乙局2024年部门决算.pdf"), ("4.pdf", "甲局2024年部门预算"),
                      ("report%201.pdf", ""), ("mailto:a@b.c", "预算"), ("/about.html", "关于"),
                      ('5.pdf" title="丙局2024年度部门决算公开', "丙局2024年度部门决…"), encoding="gbk"),
            "/a/1.pdf": PDF, "/b/2.pdf?x=1": PDF + b"2", "/down.jsp?id=3": PDF + b"3", "/4.pdf": PDF + b"4",
            "/report 1.pdf": PDF + b"5", "/5.pdf": PDF + b"6"})
        self.sources(site)
        messages = self.fetch()
        self.assertIn("1 pages, 5 documents stored", messages)
        self.assertEqual(sorted(self.files()),
                         sorted(["甲局2024年部门预算.pdf", "甲局2024年部门预算-2.pdf", "乙局2024年部门决算.pdf",
                                 "report 1.pdf", "丙局2024年度部门决算公开.pdf"]))
        self.assertEqual(site.count("/a/1.pdf"), 1)
        self.assertEqual(site.count("/b/2.pdf?x=1"), 0, "neither address nor text match")
        self.assertIn("zhibiao/", site.headers_seen[0]["User-Agent"])
        self.assertIn("archive@example.org", site.headers_seen[0]["User-Agent"])
        row, = self.rows("outcome, status, media_type, link_text, page_url, bytes, length(sha256), path",
                         f"url = '{site.address}/a/1.pdf'")
        self.assertEqual(row, ("stored", 200, "application/pdf", "甲局2024年部门预算", f"{site.address}/",
                               len(PDF), 64, "files/县财政局/甲局2024年部门预算.pdf"))
        status, _, messages = self.run_program("batch", "store/files", "-s", "store")
        self.assertEqual(status, 3, messages)
        self.assertIn("5 files, 0 unchanged, 0 read, 0 mapped anew, 5 unreadable", messages)

    def test_robots_and_pauses(self):
        site = self.site({
            "/robots.txt": b"User-agent: *\nDisallow: /\n\nUser-agent: zhibiao\nDisallow: /closed/\n"
                           b"Allow: /closed/open*.pdf$\nCrawl-delay: 0.2\n",
            "/": page(("closed/a.pdf", "预算一"), ("closed/open.pdf", "预算二"), ("c.pdf", "预算三")),
            "/closed/a.pdf": PDF, "/closed/open.pdf": PDF, "/c.pdf": PDF})
        self.sources(site)
        messages = self.fetch()
        self.assertIn("1 refused by robots.txt", messages)
        self.assertEqual(site.count("/closed/a.pdf"), 0)
        self.assertEqual(len(self.files()), 2)
        times = [(start, end) for _, start, end in site.log]
        gaps = [later[0] - earlier[1] for earlier, later in zip(times, times[1:])]
        self.assertGreater(min(gaps), 0.19, "the delay that the site asks for, and no two at a time")

    def test_robots_that_cannot_be_had(self):
        site = self.site({"/robots.txt": lambda handler: handler.reply(b"", status=500),
                          "/": page(("a.pdf", "预算"))})
        self.sources(site)
        self.fetch(status=3)
        self.assertEqual(site.count("/"), 0)

    def test_only_what_changed(self):
        body = [PDF]

        def tagged(handler):
            tag = f'"{len(body[0])}"'
            if handler.headers.get("If-None-Match") == tag:
                handler.reply(b"", status=304, ETag=tag)
            else:
                handler.reply(body[0], ETag=tag)

        site = self.site({"/": page(("a.pdf", "预算甲"), ("b.pdf", "预算乙")), "/a.pdf": tagged,
                          "/b.pdf": lambda handler: handler.reply(body[0])})
        self.sources(site)
        self.fetch()
        self.assertIn("0 documents stored, 2 unchanged", self.fetch())
        self.assertIn(304, [row[0] for row in self.rows("status")])
        body[0] = PDF + b"new"
        self.assertIn("2 documents stored, 0 unchanged", self.fetch())
        self.assertEqual(self.files()["预算甲.pdf"], body[0])
        (self.folder / "store/files/县财政局/预算甲.pdf").unlink()
        self.assertIn("1 documents stored, 1 unchanged", self.fetch())

    def test_misbehaviour(self):
        turns = {"cut": 0, "busy": 0}

        def cut(handler):
            turns["cut"] += 1
            if turns["cut"] > 1:
                return handler.reply(PDF)
            handler.send_response(200)
            handler.send_header("content-length", str(len(PDF)))
            handler.end_headers()
            handler.wfile.write(PDF[:1000])
            handler.close_connection = True

        def busy(handler):
            turns["busy"] += 1
            if turns["busy"] > 1:
                return handler.reply(PDF)
            handler.reply(b"", status=429, Retry_After=1)

        def slow(handler):
            handler.send_response(200)
            handler.send_header("content-length", "100000")
            handler.end_headers()
            for _ in range(40):
                handler.wfile.write(b"x")
                time.sleep(0.1)

        def loop(handler):
            handler.reply(b"", status=302, Location="/loop.pdf")

        def away(handler):
            handler.reply(b"", status=301, Location="file:///etc/passwd")

        def endless(handler):
            handler.send_response(200)
            handler.end_headers()
            for _ in range(300):
                handler.wfile.write(b"%PDF" * 2500)
            handler.close_connection = True

        site = self.site({
            "/": page(("cut.pdf", "预算断"), ("busy.pdf", "预算忙"), ("slow.pdf", "预算慢"), ("loop.pdf", "预算环"),
                      ("away.pdf", "预算外"), ("error.pdf", "预算错"), ("gone.pdf", "预算无"), ("big.pdf", "预算大"),
                      ("empty.pdf", "预算空"), ("moved.pdf", "预算移"), ("fine.pdf", "预算好")),
            "/cut.pdf": cut, "/busy.pdf": busy, "/slow.pdf": slow, "/loop.pdf": loop, "/away.pdf": away,
            "/error.pdf": page(("/", "页面不存在")), "/big.pdf": endless, "/empty.pdf": b"",
            "/moved.pdf": lambda handler: handler.reply(b"", status=302, Location="/fine.pdf"),
            "/fine.pdf": PDF})
        self.sources(site, general=["max_mib = 1"])
        self.fetch(status=1)
        self.assertEqual(sorted(self.files()), ["预算好.pdf", "预算忙.pdf", "预算断.pdf", "预算移.pdf"])
        self.assertEqual(set(self.files().values()), {PDF})
        outcomes = {pathlib.PurePosixPath(url).stem: (outcome, message) for url, outcome, message in
                    self.rows("url, outcome, message", "link_text IS NOT NULL")}
        for name, outcome, says in (("slow", "failed", "Timeout"), ("loop", "failed", "5 redirections"),
                                    ("away", "failed", "no http"), ("error", "error_page", "web page"),
                                    ("gone", "failed", "404"), ("big", "failed", "larger than 1 MiB"),
                                    ("empty", "error_page", "empty")):
            with self.subTest(name):
                self.assertEqual(outcomes[name][0], outcome)
                self.assertIn(says, outcomes[name][1])
        self.assertEqual(site.count("/loop.pdf"), 6)
        asked = [start for path, start, _ in site.log if path == "/busy.pdf"]
        self.assertGreater(asked[1] - asked[0], 0.95, "Retry-After")
        self.assertLess(len(site.log), 30)

    def test_a_host_that_wants_to_be_left_alone(self):
        site = self.site({"/": page(("a.pdf", "预算一"), ("b.pdf", "预算二")),
                          "/a.pdf": lambda handler: handler.reply(b"", status=503, Retry_After=7200),
                          "/b.pdf": PDF})
        self.sources(site)
        messages = self.fetch(status=1)
        self.assertIn("2 for a later run", messages)
        self.assertEqual((site.count("/a.pdf"), site.count("/b.pdf")), (1, 0))

    def test_a_host_that_breaks_down(self):
        def drop(handler):
            handler.close_connection = True

        site = self.site({"/": page(*((f"{number}.pdf", f"预算{number:02}") for number in range(12))),
                          **{f"/{number}.pdf": drop for number in range(12)}})
        self.sources(site)
        messages = self.fetch(status=1)
        self.assertIn("5 failed, 7 for a later run", messages)
        self.assertLessEqual(len(site.log), 2 + 5 * 2 + 5, "the client may ask again on a broken connection")

    def test_lists_without_end(self):
        def endless(handler):
            number = int(handler.path.strip("/p") or 0)
            handler.reply(page((f"/r{number}.pdf", f"预算{number:03}"), (f"/p{number + 1}", "下一页"),
                               ("/", "首页"), (f"/deep{number}", "详情")))

        site = self.site({"*": endless, "/robots.txt": lambda handler: handler.reply(b"", status=404),
                          **{f"/r{number}.pdf": PDF for number in range(9)}})
        self.sources(site, "next = 下一页", "max_pages = 4", "depth = 0")
        messages = self.fetch()
        self.assertIn("max_pages is reached", messages)
        self.assertEqual(len(self.files()), 4)
        self.assertEqual(len(site.log), 1 + 4 + 4)

    def test_following(self):
        site = self.site({"/list_1.html": page(("/d/1.html", "甲局2024年部门预算公开")),
                          "/list_2.html": page(("/d/2.html", "乙局2024年部门决算公开")),
                          "/d/1.html": page(("x.pdf", "附件1：甲局2024年部门预算.pdf"), ("/d/3.html", "公开三")),
                          "/d/2.html": page(("y.pdf", "附件2：乙局2024年部门决算.pdf")),
                          "/d/x.pdf": PDF, "/d/y.pdf": PDF + b"2"})
        self.write("sources.conf", f"[fetch]\ncontact=a@b.c\npause=0\n[县财政局]\nindex={site.address}/list_{{1-2}}.html\n"
                                   "link=\\.pdf$\nfollow=公开\n")
        self.fetch()
        self.assertEqual(sorted(self.files()), ["附件1：甲局2024年部门预算.pdf", "附件2：乙局2024年部门决算.pdf"])
        self.assertEqual(site.count("/d/3.html"), 0, "deeper than depth")

    def test_wrong_sources(self):
        good = ["[fetch]", "contact=a@b.c", "[s]", "index=http://127.0.0.1:1/", "link=x"]
        for lines, says in ((good[2:], "contact"), (good[:2], "no source"), (good[:3] + good[4:], "index"),
                            (good[:4], "link"), (good + ["depth=far"], "depth"), (good + ["links=x"], "links"),
                            (good[:4] + ["link=("], "link"), (["no section"], "sources.conf"),
                            (good[:2] + ["[a/b]"] + good[3:], "folder"),
                            (good[:3] + ["index=ftp://a/", "link=x"], "index"),
                            (good[:3] + ["index=http://a/{5-1}", "link=x"], "range")):
            with self.subTest(lines):
                self.write("sources.conf", "\n".join(lines) + "\n")
                self.assertIn(says, self.fetch(status=2))
        self.assertEqual(self.run_program("fetch", "-s", "store")[0], 2)
        self.assertEqual(self.run_program("fetch", "missing.conf", "-s", "store")[0], 2)

    def test_another_run(self):
        site = self.site({"/": page()})
        self.sources(site)
        with self.held("store/fetch.lock"):
            self.assertIn("another fetch", self.fetch(status=5))

    def test_text_pages_are_documents(self):
        site = self.site({"/": page(("text.html", "丁县图书馆2024年度部门决算")),
                          "/text.html": f"<html><body><p>{REPORT}</p></body></html>".encode()})
        self.sources(site)
        self.fetch()
        self.assertEqual(list(self.files()), ["丁县图书馆2024年度部门决算.html"])


if __name__ == "__main__":
    unittest.main()
