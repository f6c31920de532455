"""The workbench of xblock-sdk with our block, for tests and for a look: everything that it writes is under ``var/``.

Settings for Django, in the tests' own environment: the workbench is under the AGPL, and no part of the package.
"""

from __future__ import annotations

import os
from pathlib import Path

from workbench.settings import *  # noqa: F403

VAR = Path(os.environ.get("WORKBENCH_VAR", "var")).resolve()
VAR.mkdir(parents=True, exist_ok=True)
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": str(VAR / "workbench.db")}}
DJFS = {"type": "osfs", "directory_root": str(VAR / "files"), "url_root": "/static/djpyfs"}
EXCLUDED_XBLOCKS: set[str] = set()
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"file": {"class": "logging.FileHandler", "filename": str(VAR / "workbench.log")}},
    "loggers": {name: {"handlers": ["file"], "level": "INFO"} for name in ("workbench", "essay_scorer_xblock")},
}
XBLOCK_SETTINGS = {
    "essay_scorer": {"staff": ["teacher"], "executor": os.environ.get("ESSAY_SCORER_EXECUTOR", "inline")}
}
