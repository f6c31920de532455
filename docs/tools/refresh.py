"""Bring the documents up to date: ``python docs/tools/refresh.py``.

Writes the generated pages, and the outputs that the README and the tutorials show.
"""

from __future__ import annotations

import generated

if __name__ == "__main__":
    generated.write()
