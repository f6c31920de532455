"""Files at addresses such as ``s3://...``, by way of fsspec (the extra ``cloud``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from scorer.errors import ReadingError
from scorer.reading.failures import reading_error

_ADDRESS = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")


def is_remote(path: str) -> bool:
    """Whether it is an address rather than a path of this machine."""
    return _ADDRESS.match(path) is not None


def remote_bytes(address: str, limit: int) -> bytes:
    """The bytes of a file, one more than ``limit`` at most. Raises ``ReadingError``."""
    with _errors(address):
        store, path = _store(address)
        with store.open(path, "rb") as stream:
            return bytes(stream.read(limit + 1))


def remote_files(address: str) -> list[str] | None:
    """The addresses of all files below a folder, sorted; None where it is a file. Raises ``ReadingError``."""
    with _errors(address):
        store, path = _store(address)
        if store.isfile(path):
            return None
        found = [store.unstrip_protocol(name) for name in sorted(store.find(path))]
        if not found:
            raise FileNotFoundError(address)
        start = store.unstrip_protocol(path)
        return [address.rstrip("/") + name.removeprefix(start.rstrip("/")) for name in found]


def _store(address: str) -> tuple[Any, str]:
    from fsspec.core import url_to_fs  # an extra

    store, path = url_to_fs(address)
    return store, path


@contextmanager
def _errors(address: str) -> Iterator[None]:
    """Whatever a store raises says that the file cannot be had; their libraries promise no family of exceptions."""
    try:
        yield
    except ReadingError:
        raise
    except FileNotFoundError as error:
        raise reading_error("missing", address) from error
    except PermissionError as error:
        raise reading_error("permission", address) from error
    except Exception as error:
        raise reading_error("system", address, type(error).__name__) from error
