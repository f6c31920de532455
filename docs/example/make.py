"""The reports of the seed essay in every format, and pictures of them, into this folder.

    python docs/example/make.py

Pictures are made where Chromium and its driver are installed; without them the old ones stay.
Their letters are those of the machine; these had Debian's fonts-inter and fonts-sil-charis.
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

from PIL import Image
from rich.console import Console

from scorer.assessment import Assessment
from scorer.engine import load
from scorer.reading import read_path
from scorer.reports import data
from scorer.reports.audience import Audience
from scorer.reports.pages import page
from scorer.reports.text import print_report

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
ESSAY = "seeds/collective-security.txt"
NAME = Path(ESSAY).stem
COLUMNS, COLORS = 80, 200


def files(assessment: Assessment) -> dict[str, bytes]:
    """The content of every file by its name."""
    criteria = [criterion.id for criterion in assessment.criteria]
    bare = assessment.model_copy(update={"text": None})
    table = data.csv_line(data.csv_header(criteria)) + data.csv_line(data.to_csv_row(bare, criteria))
    return {
        f"{NAME}.html": page(assessment, "html", Audience.teacher),
        f"{NAME}-for-student.html": page(assessment, "html", Audience.student),
        f"{NAME}.docx": page(assessment, "docx", Audience.teacher),
        f"{NAME}.txt": text(assessment).encode(),
        f"{NAME}.csv": table.encode(),
        f"{NAME}.json": data.to_json([bare]).encode(),
    }


def text(assessment: Assessment) -> str:
    """The terminal report."""
    stream = io.StringIO()
    print_report(assessment, Console(file=stream, width=COLUMNS, no_color=True, highlight=False))
    return stream.getvalue()


def pictures(folder: Path) -> None:
    """Screenshots of the page: light, dark with an open note, and on a phone."""
    sys.path.insert(0, str(ROOT / "tests" / "reports"))
    from browser import browser, missing

    if missing():
        print(f"No pictures: there is no {missing()}.", file=sys.stderr)
        return
    html = folder / f"{NAME}.html"
    evidence = 'document.querySelectorAll(".m.reason")[2].scrollIntoView({block: "center"});'
    with browser() as chromium:
        chromium.open(html, (1280, 900))
        save(folder / "light.png", chromium.screenshot(whole=True, height=1900))
        chromium.open(html, (1280, 900), dark=True)
        chromium.run(evidence + 'document.querySelectorAll(".m.reason > .ref")[2].focus()')
        save(folder / "dark.png", chromium.screenshot())
        chromium.open(html, (390, 844), scale=2)
        chromium.run(evidence + 'document.querySelectorAll(".m.reason")[2].click()')
        save(folder / "phone.png", chromium.screenshot())


def save(path: Path, picture: bytes) -> None:
    """Write a picture with few colours, which takes a third of the room."""
    Image.open(io.BytesIO(picture)).convert("RGB").quantize(COLORS, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    """Score the essay once and write all files."""
    os.chdir(ROOT)
    assessment = load().assess(read_path(ESSAY), include_text=True)
    for name, content in files(assessment).items():
        (HERE / name).write_bytes(content)
    pictures(HERE)


if __name__ == "__main__":
    main()
