"""Runs a notebook in JupyterLab in a real Chromium and keeps its views in `docs/images`: `make screenshots`.

The pictures are for people to look at, in the light and the dark theme. Without Chromium on the path it says
so.
"""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

DOCS = Path(__file__).parent
NOTEBOOK = "first-table.ipynb"
#: What each picture is named, and where its view stands among those of the notebook.
VIEWS = {"document": 0, "corpus": 1}
THEMES = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}


def main():
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        print("skipped: no Chromium on the path")
        return
    for theme in THEMES:
        with tempfile.TemporaryDirectory() as folder:
            shutil.copytree(DOCS / "notebooks", Path(folder, "notebooks"))
            take(browser, theme, Path(folder))


def take(browser, theme, folder):
    """Starts JupyterLab in this theme, runs the notebook and writes a picture of each view."""
    settings = folder / "settings" / "@jupyterlab" / "apputils-extension"
    settings.mkdir(parents=True)
    for name, values in {"themes": {"theme": THEMES[theme]}, "notification": {"fetchNews": "false"}}.items():
        path = settings / f"{name}.jupyterlab-settings"
        path.write_text(json.dumps(values), encoding="utf-8")
    places = {"JUPYTERLAB_SETTINGS_DIR": folder / "settings", "JUPYTER_CONFIG_DIR": folder / "config"}
    port = free_port()
    options = ["--no-browser", f"--port={port}", "--IdentityProvider.token=", "--allow-root"]
    lab = subprocess.Popen(
        [sys.executable, "-m", "jupyterlab", *options, f"--ServerApp.root_dir={folder / 'notebooks'}"],
        env={**os.environ, **{name: str(place) for name, place in places.items()}},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://localhost:{port}"
        wait_for(f"{address}/api")
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
            page = chromium.new_page(viewport={"width": 1100, "height": 1000}, color_scheme=theme)
            page.goto(f"{address}/doc/tree/{NOTEBOOK}")
            page.get_by_text("(ipykernel) | Idle").wait_for(timeout=120_000)
            page.get_by_role("menuitem", name="Run", exact=True).click()
            page.get_by_text("Run All Cells", exact=True).click()
            views = page.locator("article.notaverbale")
            page.locator(".jp-OutputArea-output img").wait_for(state="attached", timeout=120_000)
            for name, place in VIEWS.items():
                views.nth(place).evaluate("view => view.scrollIntoView()")
                page.mouse.move(0, 0)
                page.wait_for_timeout(500)
                page.screenshot(path=DOCS / "images" / f"{name}-{theme}.png")
            chromium.close()
    finally:
        lab.terminate()
        lab.wait(30)


def free_port():
    with socket.socket() as found:
        found.bind(("localhost", 0))
        return found.getsockname()[1]


def wait_for(address):
    """Waits until the server answers, for a minute at most."""
    for _ in range(120):
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.5)
        else:
            return
    raise TimeoutError(f"no answer from {address}")


if __name__ == "__main__":
    main()
