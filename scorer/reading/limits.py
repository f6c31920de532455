"""How large a submission, or a zip of them, may be before it is refused with ``too_large``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Settings of the reader. The defaults are far above any essay and far below what stalls a laptop.

    ``file_bytes``: size of the file (an essay with photographs is 1 to 10 MB).
    ``inflated_bytes``: sum of the text parts of a zipped format (.docx, .odt) once unpacked; pictures are
    never unpacked. A 20,000-word .docx unpacks to about 4 MB.
    ``inflation_ratio``: unpacked size of those parts over their packed size (word processors reach about 20).
    ``inflated_tags``: opening and closing XML tags in them (about 150,000 for 20,000 words).
    ``pdf_pages``: pages of a PDF. ``pdf_drawing_bytes``: drawing commands of all pages (a page of text has 10
    to 50 kB).
    ``markup_characters`` and ``markup_tags``: of .html and .rtf, pictures left out (20,000 words saved by Word are
    about 1,000,000 and 30,000); RTF groups count as tags.
    ``words``: white-space separated words.
    ``word_characters``: the longest of them (a long address has 500).
    ``characters``: code points of the text as read.
    """

    file_bytes: int = 20_000_000
    inflated_bytes: int = 30_000_000
    inflation_ratio: int = 200
    inflated_tags: int = 500_000
    pdf_pages: int = 200
    pdf_drawing_bytes: int = 10_000_000
    markup_characters: int = 2_000_000
    markup_tags: int = 60_000
    words: int = 20_000
    word_characters: int = 5_000
    characters: int = 500_000


@dataclass(frozen=True)
class ArchiveLimits:
    """Settings for zips of submissions. Members are held to :class:`Limits` one by one when they are read.

    ``members``: files in the zip (a state's exam has some 15,000). ``directory_bytes``: the zip's own table of
    contents, which is read into memory. ``inflated_bytes``: what all members say they unpack to.
    ``inflation_ratio``: unpacked over packed size of a member above ``small_bytes`` (text reaches about 10).
    """

    members: int = 20_000
    directory_bytes: int = 20_000_000
    inflated_bytes: int = 8_000_000_000
    inflation_ratio: int = 200
    small_bytes: int = 1_000_000
