"""On which line of a TOML file each table, key and array element stands.

``tomllib`` says so for faults of syntax alone. This walks a text that ``tomllib`` has accepted, so it may take
well-formedness for granted and only has to tell keys from values.
"""

from __future__ import annotations

import re

Path = tuple[str | int, ...]
"""Keys and indices from the top of the document, as in pydantic's ``loc``."""

_BLANK = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SPACES = re.compile(r"[ \t]*")
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_STRING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}'
    r"|'''(?:[^']|'(?!''))*'{3,5}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'",
    re.DOTALL,
)
_PLAIN_VALUE = re.compile(r"[^,\]}#\n]*")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_SHORT_ESCAPES = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}


def lines_of(text: str) -> dict[Path, int]:
    """Path -> line, counted from 1. Every table, key and element of an array has one."""
    walker = _Walker(text)
    walker.document()
    return walker.lines


def line_of(lines: dict[Path, int], path: Path) -> int:
    """The line of a path, or of what is nearest around it; 1 where nothing of it was written."""
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


class _Walker:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self._tables: dict[Path, int] = {}  # arrays of tables -> how many they have
        self._counted = (0, 1)  # a place in the text and its line

    def document(self) -> None:
        table: Path = ()
        while self._skip(_BLANK) < len(self.text):
            line = self._line()
            if self._take("[["):
                table = self._header(line, repeated=True)
            elif self._take("["):
                table = self._header(line, repeated=False)
            else:
                self._pair(table)

    def _header(self, line: int, repeated: bool) -> Path:
        keys = self._keys()
        self.at += 2 if repeated else 1
        *parents, last = keys
        path: Path = ()
        for key in parents:
            path = self._noted((*path, key), line)
            if path in self._tables:
                path = (*path, self._tables[path] - 1)
        path = self._noted((*path, last), line)
        if repeated:
            self._tables[path] = self._tables.get(path, 0) + 1
            path = (*path, self._tables[path] - 1)
        self.lines[path] = line
        return path

    def _pair(self, table: Path) -> None:
        line = self._line()
        for key in self._keys():
            table = self._noted((*table, key), line)
        self._take("=")
        self._skip(_SPACES)
        self._value(table)

    def _value(self, path: Path) -> None:
        string = _STRING.match(self.text, self.at)
        if string:
            self.at = string.end()
        elif self._take("["):
            index = 0
            while not self._closed("]"):
                self.lines[(*path, index)] = self._line()
                self._value((*path, index))
                index += 1
        elif self._take("{"):
            while not self._closed("}"):
                self._pair(path)
        else:
            self._skip(_PLAIN_VALUE)

    def _closed(self, bracket: str) -> bool:
        """Whether the bracket comes next, after a comma or none."""
        self._skip(_BLANK)
        self._take(",")
        self._skip(_BLANK)
        return self._take(bracket)

    def _keys(self) -> list[str]:
        """A dotted key, and the white space after it."""
        keys = []
        while True:
            self._skip(_SPACES)
            string = _STRING.match(self.text, self.at)
            if string:
                keys.append(_unquoted(string.group()))
                self.at = string.end()
            else:
                start = self.at
                keys.append(self.text[start : self._skip(_BARE_KEY)])
            self._skip(_SPACES)
            if not self._take("."):
                return keys

    def _noted(self, path: Path, line: int) -> Path:
        self.lines.setdefault(path, line)
        return path

    def _line(self) -> int:
        place, line = self._counted
        self._counted = (self.at, line + self.text.count("\n", place, self.at))
        return self._counted[1]

    def _take(self, mark: str) -> bool:
        found = self.text.startswith(mark, self.at)
        self.at += len(mark) if found else 0
        return found

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.at)
        self.at = match.end() if match else self.at
        return self.at


def _unquoted(key: str) -> str:
    if key[0] == "'":
        return key[1:-1]
    return _ESCAPE.sub(_character, key[1:-1])


def _character(match: re.Match[str]) -> str:
    code = match.group(1) or match.group(2)
    return chr(int(code, 16)) if code else _SHORT_ESCAPES.get(match.group(3), match.group(3))
