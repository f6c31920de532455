"""What people do on the block's pages, in a browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench import Workbench
from browser import Browser
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

WAIT = 60
"""Seconds: the first essay waits for the engine to load."""


class Acts:
    """One browser in one workbench."""

    def __init__(self, browser: Browser, bench: Workbench) -> None:
        self.browser = browser
        self.driver = browser.driver
        self.bench = bench

    def open(self, student: str, view: str = "student_view", **window: Any) -> None:
        """A page as a user, when the block is there: a busy workbench sends it late."""
        self.browser.open(self.bench.page(student, view), **window)
        self.until(".essay-scorer")

    def all(self, css: str) -> list[Any]:
        return list(self.driver.find_elements(By.CSS_SELECTOR, css))

    def one(self, css: str) -> Any:
        return self.driver.find_element(By.CSS_SELECTOR, css)

    def until(self, css: str, count: int = 1) -> Any:
        """Wait until so many elements are there; the last of them."""
        return self._wait().until(lambda _: len(found := self.all(css)) >= count and found[-1])

    def said(self, words: str, css: str = ".es-status") -> None:
        """Wait until the page says it."""
        self._wait().until(lambda _: any(words in element.text for element in self.all(css)))

    def text(self) -> str:
        return str(self.one(".essay-scorer").text)

    def fill(self, css: str, value: str) -> None:
        """Set a field as typing does, without the time that it takes."""
        self.browser.run(
            "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('input', {bubbles: true}));"
            "arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
            self.one(css),
            value,
        )

    def click(self, css: str) -> None:
        self._wait().until(lambda _: self._clicked(css))

    def hand_in(self, text: str = "", file: Path | None = None) -> None:
        """Hand in as the student whose page is open, and wait for the answer."""
        attempts = len(self.all(".es-progress thead th"))
        self.fill(".es-writing textarea", text)
        if file:
            self.one(".es-writing input[type=file]").send_keys(str(file))
        self.click(".es-writing [type=submit]")
        self.until(".es-progress thead th", max(attempts + 1, 2))

    def _clicked(self, css: str) -> bool:
        element = self.one(css)
        self.browser.run("arguments[0].scrollIntoView({block: 'center'})", element)
        element.click()
        return True

    def _wait(self) -> WebDriverWait:
        """Waits, and looks again where the page put a new element in an old one's place meanwhile."""
        return WebDriverWait(self.driver, WAIT, ignored_exceptions=[StaleElementReferenceException])
