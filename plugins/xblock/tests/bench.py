"""The real workbench of xblock-sdk with our block, on this machine's loopback, and a browser that reaches nothing else.

The workbench tells nobody's grade: it writes what a block publishes to its log, which is read here.
"""

from __future__ import annotations

import ast
import importlib.util
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

HERE = Path(__file__).parent
HOST = "127.0.0.1"
_EVENT = re.compile(r"XBlock event (\w+) for essay_scorer .*:\n(\{.*\})")


def missing() -> str | None:
    """What is not there to run the workbench in a browser, or None."""
    for name, package in (("workbench", "xblock-sdk"), ("selenium", "selenium")):
        if importlib.util.find_spec(name) is None:
            return f"{name} (pip install {package})"
    from browser import missing as no_browser

    return no_browser()


@dataclass(frozen=True)
class Workbench:
    """A running workbench."""

    address: str
    log: Path

    def page(self, student: str, view: str = "student_view") -> str:
        """The address of a view as a user."""
        return f"{self.address}/scenario/essay_scorer.0/{view}/?student={student}"

    def handler(self, name: str, student: str) -> str:
        """The address of a handler as a user."""
        return f"{self.address}/handler/essay-scorer.essay_scorer.d0.u0/{name}/?student={student}"

    def events(self, kind: str) -> list[dict[str, Any]]:
        """What the block published, from the log."""
        found = _EVENT.findall(self.log.read_text(encoding="utf-8"))
        return [ast.literal_eval(data) for name, data in found if name == kind]


@contextmanager
def workbench() -> Iterator[Workbench]:
    """Start one with an empty database, and end it."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder, socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
        free.close()
        paths = [str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])]
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "workbench_settings",
            "PYTHONPATH": os.pathsep.join(paths),
            "WORKBENCH_VAR": folder,
        }
        django = [sys.executable, "-m", "django"]
        subprocess.run([*django, "migrate", "--run-syncdb", "-v", "0"], cwd=folder, env=environment, check=True)
        with (Path(folder) / "server.log").open("w") as output:
            command = [*django, "runserver", "--noreload", f"{HOST}:{port}"]
            server = subprocess.Popen(command, cwd=folder, env=environment, stdout=output, stderr=output)
            try:
                address = f"http://{HOST}:{port}"
                _wait(f"{address}/scenario/essay_scorer.0/", server)
                yield Workbench(address, Path(folder) / "workbench.log")
            finally:
                server.terminate()
                server.wait(20)


def _wait(address: str, server: subprocess.Popen[bytes], seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end and server.poll() is None:
        try:
            with urllib.request.urlopen(address, timeout=30):
                return
        except urllib.error.HTTPError:
            raise
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the workbench did not start")
