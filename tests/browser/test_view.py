"""The HTML view in Chromium: text that looks like markup stays text, wherever it stands.

Each view is loaded with everything watched: scripts, dialogs, requests, errors on the console.
"""

import csv
import json
import re
import shutil
import subprocess
import sys

import pytest
from playwright.sync_api import sync_playwright

import notaverbale as nv

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on the path")

#: Where one of them works, it calls `hit`, asks for something by the network, or swallows what follows.
HOSTILE = [
    "<script>hit()</script>",
    "</style><script>hit()</script>",
    "</title></head></article></body></html><script>hit()</script>",
    "</script>",
    "<img src=x onerror=hit()>",
    "\"><img src=http://host.invalid/1 onerror='hit()'>",
    '" onmouseover="hit()" autofocus tabindex=0 onfocus="hit()',
    "' onmouseover='hit()' style='position:fixed;inset:0",
    "<svg/onload=hit()>",
    "<iframe srcdoc='<script>parent.hit()</script>'></iframe>",
    "<a href='javascript:hit()'>",
    "javascript:hit()",
    "<base href=http://host.invalid/>",
    "<meta http-equiv=refresh content=0;url=http://host.invalid/2>",
    "<link rel=stylesheet href=http://host.invalid/3>",
    "<style>@import url(http://host.invalid/4); * { display: none }",
    "<!--",
    "--><!DOCTYPE x [<!ENTITY",
    "<![CDATA[",
    "<?xml",
    "<plaintext>",
    "<textarea>",
    "<noscript>",
    "&lt;script&gt;hit()&lt;/script&gt;",
    "&#60;script&#62;hit()",
    "&amp;amp;&nbsp;&notit;",
    r"\u003cscript\u003ehit()",
    "+ADw-script+AD4-hit()",
    "nul \0, escape \x1b[2J, bell \a, \x85, delete \x7f",
    "lines \u2028 and \u2029, \r, \r\n, \t",
    "turned \u202e about \u2066, \u200b nothing, \ufeff mark, \ufffe none",
    "中 é e\u0301 🕊",
]
ELEMENTS = """
    html head meta title style body article h2 time ul li span sup div p table caption thead tbody tr th td
""".split()
#: Of the articles, and of the page around them.
ATTRIBUTES = {"class", "title", "scope"} | {"lang", "charset", "name", "content", "http-equiv"}

#: The paragraphs of each text, without the labels that the view adds.
TEXTS = """() => {
    const words = paragraph => {
        const copy = paragraph.cloneNode(true);
        copy.querySelectorAll("sup").forEach(label => label.remove());
        return copy.textContent;
    };
    return [...document.querySelectorAll(".text")].map(text => [...text.querySelectorAll("p")].map(words));
}"""
PARTS = "() => [...document.querySelectorAll('*')].map(part => [part.localName, part.getAttributeNames()])"
HEADS = "() => [...document.querySelectorAll('h2')].map(head => head.textContent)"


def text_of(hostile):
    """A text in which it stands alone, and in a source, a content, a target and an addressee."""
    return (
        f"{hostile}\n\nForeign Minister Luis Rojas of Peru said that Peru rejects {hostile} and the plan. "
        f"“{hostile} is our answer. We thank Chile for {hostile},” Rojas said.\n\n"
        f"Minister {hostile} told EAM that Peru supports the talks.\n  {hostile}\n\n{hostile}"
    )


def replaced(text):
    """The control characters that HTML forbids are not shown."""
    return re.sub(r"(?![\t\n\r])[\x00-\x1f\x7f-\x9f]", "\ufffd", text)


def shown(text):
    return [paragraph.rstrip() for paragraph in replaced(text).split("\n\n")]


OPTIONS = {
    "aliases": {"EAM": "<img src=x onerror=hit()>"},
    "parties": {"Rojas": '"><script>hit()</script>', "Peru": "Peru</style><!--"},
}
HEADERS = {"aliases": ["alias", "name"], "parties": ["name", "party"]}
ALL = "\n\n".join(map(text_of, HOSTILE))


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium, tmp_path):
    """Opens a page of this HTML; returns it with a list of all that is said and asked for there."""
    contexts = []

    def open_page(html, **options):
        file, seen = tmp_path / "page.html", []
        file.write_text(html, encoding="utf-8", newline="")
        contexts.append(chromium.new_context(**options))
        page = contexts[-1].new_page()
        page.add_init_script("window.hits = 0; window.hit = () => { window.hits += 1; };")
        page.on("dialog", lambda dialog: (seen.append(dialog.message), dialog.dismiss()))
        page.on("console", lambda message: seen.append(message.text))
        page.on("pageerror", lambda error: seen.append(str(error)))
        page.on("request", lambda request: request.url == file.as_uri() or seen.append(request.url))
        page.goto(file.as_uri())
        return page, seen

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def view(open_page):
    """Opens a page in which nothing may run or be asked for, and no part be that the view does not make."""

    def view(html, inner=None, **options):
        page, seen = open_page(html, **options)
        if inner is not None:
            page.evaluate("html => { document.body.innerHTML = html; }", inner)
        # Attributes would come to life under the pointer and with the focus.
        for part in page.query_selector_all("h2, .text span, td")[:40]:
            part.hover(force=True)
        page.keyboard.press("Tab")
        assert page.evaluate("window.hits") == 0
        assert seen == []
        parts = page.evaluate(PARTS)
        assert {name for name, _ in parts} <= set(ELEMENTS)
        assert {name for _, names in parts for name in names} <= ATTRIBUTES
        return page

    return view


def command_line(*arguments, folder):
    command = [sys.executable, "-m", "notaverbale", "analyze", "--format", "html", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, check=True).stdout.decode()


@pytest.mark.parametrize("bypass_csp", [True, False], ids=["by escaping alone", "with its policy"])
def test_records(view, tmp_path, bypass_csp):
    with open(tmp_path / "archive.jsonl", "w", encoding="utf-8") as lines:
        for hostile in HOSTILE:
            record = {key: hostile for key in ("id", "author", "date")} | {"text": text_of(hostile)}
            lines.write(json.dumps(record) + "\n")
    names = []
    for option, pairs in OPTIONS.items():
        with open(tmp_path / option, "w", encoding="utf-8", newline="") as table:
            csv.writer(table).writerows([HEADERS[option], *pairs.items()])
        names += [f"--{option}", option]
    page = view(command_line("archive.jsonl", *names, folder=tmp_path), bypass_csp=bypass_csp)
    assert page.evaluate(TEXTS) == [shown(text_of(hostile)) for hostile in HOSTILE]
    assert page.evaluate(HEADS) == [replaced(hostile + hostile) for hostile in HOSTILE]


def test_names_of_files(view, tmp_path):
    names = [hostile for hostile in HOSTILE if not {"/", "\0"} & set(hostile)]
    for name in names:
        (tmp_path / name).write_text(text_of(name), encoding="utf-8", newline="")
    page = view(command_line("--", *names, folder=tmp_path))
    assert page.evaluate(HEADS) == [replaced(name) for name in names]


@pytest.mark.parametrize("bypass_csp", [True, False], ids=["by escaping alone", "with its policy"])
def test_page_of_a_document(view, tmp_path, bypass_csp):
    name = " ".join(HOSTILE)
    document = nv.analyze(ALL, id=name, author=name, date=name, **OPTIONS)
    held = {value for stance in document.stances for value in (stance.holder, stance.target_text)}
    assert any("<" in value for value in held if value), "the view has something to escape"
    document.show(tmp_path / "shown.html")
    page = view((tmp_path / "shown.html").read_text(encoding="utf-8"), bypass_csp=bypass_csp)
    assert page.evaluate(TEXTS) == [shown(ALL)]
    assert page.title().split() == replaced(name).split()


@pytest.mark.parametrize("by_script", [False, True], ids=["as the page comes", "put in by a script"])
def test_notebook(view, by_script):
    document = nv.analyze(ALL, **OPTIONS)
    corpus = nv.analyze_many(map(text_of, HOSTILE), ids=HOSTILE, **OPTIONS)
    for html, texts in ((document._repr_html_(), [shown(ALL)]), (corpus._repr_html_(), [])):
        page = view("<!DOCTYPE html>", inner=html) if by_script else view(f"<!DOCTYPE html>{html}")
        assert page.evaluate(TEXTS) == texts
        assert page.locator("article.notaverbale table").count() > 0


@pytest.mark.parametrize("bypass_csp", [True, False], ids=["without policy", "with policy"])
def test_policy(open_page, tmp_path, bypass_csp):
    """Were something not escaped, the policy of the page would keep it from running."""
    nv.analyze("It rained.").show(tmp_path / "shown.html")
    html = (tmp_path / "shown.html").read_text(encoding="utf-8")
    page, seen = open_page(html.replace("</body>", "<script>hit()</script></body>"), bypass_csp=bypass_csp)
    assert page.evaluate("window.hits") == (1 if bypass_csp else 0)
    assert any("Content Security Policy" in message for message in seen) == (not bypass_csp)
