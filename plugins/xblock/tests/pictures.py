"""Makes the pictures of docs/xblock.md from the running workbench: ``python plugins/xblock/tests/pictures.py``."""

from __future__ import annotations

import base64
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]
sys.path[:0] = [str(Path(__file__).parent), str(ROOT / "tests" / "reports")]

from acts import Acts  # noqa: E402
from bench import HOST, workbench  # noqa: E402
from browser import browser  # noqa: E402
from essays import FIRST, PROMPT, SECOND  # noqa: E402
from platform_double import TEACHER  # noqa: E402

FOLDER = ROOT / "docs" / "images"
CLASS = {"Ben Ode": FIRST, "Carla Ruiz": SECOND, "Dee Park": FIRST + "\n\n" + SECOND, "Eli Moss": FIRST[:400]}


def picture(acts: Acts, name: str, width: int, height: int, top: str = ".essay-scorer") -> None:
    """The page from an element on, without what the workbench puts around it."""
    acts.browser.command(
        "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1.5, mobile=False
    )
    acts.browser.run(
        "document.querySelectorAll('.debug, .banner').forEach((part) => part.remove());"
        "document.querySelector('.wrapper-workbench').style.cssText = 'padding: 0; margin: 0; max-width: none';"
        "document.querySelector('.essay-scorer').style.padding = '1.2em';"
        "document.querySelector(arguments[0]).scrollIntoView(); document.activeElement.blur();",
        top,
    )
    shot = acts.browser.command("Page.captureScreenshot", format="webp", quality=50)
    (FOLDER / f"{name}.webp").write_bytes(base64.b64decode(shot["data"]))


def main() -> None:
    """Play a small class, and look at it."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with workbench() as bench, browser(HOST) as window:
        acts = Acts(window, bench)
        acts.open(TEACHER, "studio_view")
        acts.fill("[name=display_name]", "Evenings in the library")
        acts.fill("[name=prompt]", PROMPT)
        acts.click(".save-button")
        acts.said("Saved.")
        picture(acts, "xblock-studio", 900, 1000)
        acts.open("Ann Lee")
        acts.hand_in(FIRST)
        acts.hand_in(SECOND)
        for student, text in CLASS.items():
            acts.open(student)
            acts.hand_in(text)
        acts.open("Ann Lee")
        picture(acts, "xblock-student", 1100, 1150)
        picture(acts, "xblock-student-phone", 390, 844, ".es-progress")
        acts.open(TEACHER)
        acts.browser.run("document.querySelector('tr[data-student=\"Ben Ode\"] [data-open]').click()")
        acts.until("[data-release=yes]")
        acts.click("[data-release=yes]")
        acts.said("Released.")
        acts.browser.run("document.querySelector('tr[data-student=\"Ann Lee\"] [data-open]').click()")
        acts.said("Ann Lee", ".es-one h3")
        picture(acts, "xblock-staff", 1100, 1150)
        picture(acts, "xblock-staff-phone", 390, 844)


if __name__ == "__main__":
    main()
