"""A headless Chromium that can reach nothing but files and, where a test asks for it, one host; for tests of pages."""

from __future__ import annotations

import base64
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
DRIVER = shutil.which("chromedriver")
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--hide-scrollbars",
)  # fmt: skip


def missing() -> str | None:
    """Why there is no browser, or None."""
    return None if CHROMIUM and DRIVER else "Chromium with its driver (apt-get install chromium chromium-driver)"


class Browser:
    """One window. ``requests`` are the addresses asked for since the last page was opened."""

    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def open(
        self,
        page: Path | str,
        size: tuple[int, int] = (1280, 900),
        dark: bool = False,
        motion: bool = False,
        scale: float = 1,
    ) -> None:
        """Show a page in a window of so many CSS pixels; without ``motion``, it is asked not to move anything."""
        width, height = size
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=scale,
            mobile=width < 500,
        )
        features = {
            "prefers-color-scheme": "dark" if dark else "light",
            "prefers-reduced-motion": "no-preference" if motion else "reduce",
        }
        self.command(
            "Emulation.setEmulatedMedia",
            media="",
            features=[{"name": name, "value": value} for name, value in features.items()],
        )
        self.driver.get_log("browser"), self.driver.get_log("performance")
        self.driver.get(page.as_uri() if isinstance(page, Path) else page)

    def command(self, name: str, **arguments: object) -> Any:
        """A command of the DevTools protocol."""
        return self.driver.execute_cdp_cmd(name, arguments)

    def run(self, script: str, *arguments: object) -> Any:
        """What a function body in JavaScript returns."""
        return self.driver.execute_script(script, *arguments)

    def console(self) -> list[str]:
        """What the page wrote to the console."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """Addresses that were asked for, but for what the browser's own first tab asks for, which may still load."""
        events = (json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance"))
        asked = (event["params"] for event in events if event["method"] == "Network.requestWillBeSent")
        return [one["request"]["url"] for one in asked if not one["documentURL"].startswith("chrome:")]

    def screenshot(self, whole: bool = False, height: int = 0) -> bytes:
        """A PNG of the window; with ``whole`` of the page, to ``height`` pixels at most if given."""
        more: dict[str, object] = {}
        if whole:
            size = self.command("Page.getLayoutMetrics")["cssContentSize"]
            tall = min(size["height"], height or size["height"])
            more = {
                "captureBeyondViewport": True,
                "clip": {"x": 0, "y": 0, "width": size["width"], "height": tall, "scale": 1},
            }
        return base64.b64decode(self.command("Page.captureScreenshot", format="png", **more)["data"])

    def printed(self) -> bytes:
        """The page as PDF."""
        return base64.b64decode(self.command("Page.printToPDF", printBackground=True, preferCSSPageSize=True)["data"])


@contextmanager
def browser(host: str = "") -> Iterator[Browser]:
    """Start Chromium with a profile of its own, and end it; ``host`` is the only one that it can reach."""
    from selenium import webdriver
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service

    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        options = Options()
        options.binary_location = str(CHROMIUM)
        reach = f"--host-resolver-rules=MAP * ~NOTFOUND{f', EXCLUDE {host}' if host else ''}"
        for flag in (*FLAGS, reach, f"--user-data-dir={profile}"):
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        driver = webdriver.Chrome(options=options, service=Service(DRIVER))
        try:
            driver.get("about:blank")  # leaves the first tab's own page, which goes on loading
            yield Browser(driver)
        finally:
            driver.quit()
