"""Open edX ORA2 XML: ``<openassessment>`` with its ``<rubric>``, or a ``<rubric>`` alone.

The rubric's elements become the dictionary of ``ora2``; what stands around the rubric, and what in it ORA2 itself would
not read, is kept as XML under ``XML_ONLY``. Documents with a DOCTYPE are refused: a rubric has none.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as Xml
from xml.parsers import expat

from pydantic import JsonValue

from scorer.rubric.exchange import ora2
from scorer.rubric.exchange.ora2 import XML_ONLY
from scorer.rubric.exchange.records import MisfitError, Record
from scorer.rubric.extra import unpacked
from scorer.rubric.model import Rubric

DEEPEST, MOST_ELEMENTS = 60, 20_000
"""Elements inside elements, and in all, above which a document is no rubric."""
RUBRIC_TEXTS = ("feedbackprompt", "feedback_default_text")
CRITERION_TEXTS = ("name", "label", "prompt")
OPTION_TEXTS = ("name", "label", "explanation")
DISABLED = "disabled"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_FRESH = (
    "<openassessment><title/><assessments>"
    '<assessment name="staff-assessment" required="True"/></assessments><prompts/><rubric/></openassessment>'
)


def read(content: bytes, name: str) -> Rubric:
    """The rubric of a document. Raises ``MisfitError``."""
    root = _parsed(content)
    rubric = root if root.tag == "rubric" else root.find("rubric")
    if rubric is None:
        raise MisfitError("there is no <rubric> in it")
    record, kept = _split(rubric, RUBRIC_TEXTS, "criterion", "the rubric")
    record["criteria"] = [
        _criterion(place, criterion) for place, criterion in enumerate(rubric.findall("criterion"), start=1)
    ]
    prompts: list[JsonValue] = [
        {"description": description.text or ""}
        for prompt in root.findall("prompts/prompt")
        for description in prompt.findall("description")
    ]
    if prompts:
        record["prompts"] = prompts
    title = root.find("title")
    if root is not rubric and title is not None:
        record[ora2.TITLE] = title.text or ""
    del rubric[:]
    rubric.attrib.clear()
    rubric.text = None
    kept["document"] = Xml.tostring(root, encoding="unicode")
    record[XML_ONLY] = kept
    return ora2.read(record, name)


def write(rubric: Rubric) -> bytes:
    """The document of a rubric. Raises ``MisfitError`` where Open edX cannot have it."""
    record = ora2.write(rubric)
    own = _own(record)
    root = _document(own, rubric, record)
    element = root if root.tag == "rubric" else root.find("rubric")
    if element is None:
        raise MisfitError("what the rubric keeps under 'extra' was changed: take that table out")
    late: list[tuple[Xml.Element, list[str]]] = [(element, _texts(own.get("elements")))]
    element.attrib.update(_attributes(own))
    for criterion in _list(record["criteria"]):
        made = Xml.SubElement(element, "criterion", _attributes(_own(criterion)))
        if criterion.get(ora2.FEEDBACK) in (ora2.OPTIONAL, ora2.REQUIRED):
            made.set(ora2.FEEDBACK, str(criterion[ora2.FEEDBACK]))
        _write_texts(made, criterion, CRITERION_TEXTS)
        late.append((made, _texts(_own(criterion).get("elements"))))
        for option in _list(criterion["options"]):
            attributes = {"points": str(option.get("points", 0))} | _attributes(_own(option))
            answer = Xml.SubElement(made, "option", attributes)
            _write_texts(answer, option, OPTION_TEXTS)
            late.append((answer, _texts(_own(option).get("elements"))))
    _write_texts(element, record, RUBRIC_TEXTS)
    Xml.indent(element, level=0 if element is root else 1)
    for parent, elements in late:
        parent.extend(_parsed(text.encode()) for text in elements)
    document = Xml.tostring(root, encoding="unicode").replace("\r", "&#13;")
    if _NOT_XML.search(document):
        raise MisfitError("it holds a control character, which XML cannot hold: take it out of the texts")
    return (document + "\n").encode()


def _parsed(content: bytes) -> Xml.Element:
    _refuse_odd(content)
    try:
        return Xml.fromstring(content)
    except (Xml.ParseError, ValueError, LookupError) as error:
        raise MisfitError(f"it is not valid XML: {error}") from error


def _refuse_odd(content: bytes) -> None:
    """Raise ``MisfitError`` for a DOCTYPE, whose entities grow without end, and for too many or too deep elements."""
    depth = count = 0

    def opened(name: str, attributes: object) -> None:
        nonlocal depth, count
        depth += 1
        count += 1
        if depth > DEEPEST or count > MOST_ELEMENTS:
            raise MisfitError("its elements are too many, or nested too deeply, for a rubric")

    def closed(name: str) -> None:
        nonlocal depth
        depth -= 1

    def doctype(*_: object) -> None:
        raise MisfitError("it has a DOCTYPE, which a rubric needs not: take that line out")

    parser = expat.ParserCreate()
    parser.StartElementHandler = opened
    parser.EndElementHandler = closed
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise MisfitError(f"it is not valid XML: {error}") from error


def _criterion(place: int, element: Xml.Element) -> Record:
    where = f"criterion {place}"
    record, kept = _split(element, CRITERION_TEXTS, "option", where, (ora2.FEEDBACK,))
    record[ora2.NUMBER] = place - 1
    record[ora2.FEEDBACK] = element.get(ora2.FEEDBACK, DISABLED)
    record["options"] = [_option(number, where, option) for number, option in enumerate(element.findall("option"), 1)]
    return record | ({XML_ONLY: kept} if kept else {})


def _option(number: int, where: str, element: Xml.Element) -> Record:
    record, kept = _split(element, OPTION_TEXTS, "", f"option {number} of {where}", ("points",))
    record[ora2.NUMBER] = number - 1
    try:
        record["points"] = int(element.get("points", ""))
    except ValueError as error:
        raise MisfitError(f"'points' of option {number} of {where} must be a whole number from 0 up") from error
    return record | ({XML_ONLY: kept} if kept else {})


def _split(
    element: Xml.Element, texts: tuple[str, ...], parts: str, where: str, known: tuple[str, ...] = ()
) -> tuple[Record, Record]:
    """The texts of an element by their tags, and its other attributes and children as they are."""
    record: Record = {}
    others: list[JsonValue] = []
    if any(stray and stray.strip() for stray in (element.text, *(child.tail for child in element))):
        raise MisfitError(f"there is text between the elements of {where}: put it into one of them or take it out")
    for child in element:
        if child.tag == parts:
            continue
        if child.tag not in texts or child.tag in record:
            child.tail = None
            others.append(Xml.tostring(child, encoding="unicode"))
        elif len(child) or child.attrib:
            raise MisfitError(f"<{child.tag}> of {where} holds more than text: write it as text alone")
        else:
            record[child.tag] = child.text or ""
    kept: Record = {"elements": others} if others else {}
    attributes: dict[str, JsonValue] = {key: value for key, value in element.attrib.items() if key not in known}
    return record, kept | ({"attributes": attributes} if attributes else {})


def _document(own: Mapping[str, JsonValue], rubric: Rubric, record: Record) -> Xml.Element:
    """What stands around the rubric: as it was, else a problem that a teacher grades."""
    document = own.get("document")
    root = _parsed((document if isinstance(document, str) else _FRESH).encode())
    title = root.find("title")
    if title is not None and (title.text or "").strip() != rubric.title:
        title.text = rubric.title
    prompts = root.find("prompts")
    if not isinstance(document, str) and prompts is not None:
        for prompt in _list(record.get("prompts")):
            description = Xml.SubElement(Xml.SubElement(prompts, "prompt"), "description")
            description.text = str(prompt.get("description", ""))
        Xml.indent(root)
    return root


def _write_texts(parent: Xml.Element, record: Mapping[str, JsonValue], names: tuple[str, ...]) -> None:
    for name in names:
        value = record.get(name)
        if isinstance(value, str):
            Xml.SubElement(parent, name).text = value


def _own(record: JsonValue) -> dict[str, JsonValue]:
    found = unpacked(record.get(XML_ONLY)) if isinstance(record, dict) else None
    return found if isinstance(found, dict) else {}


def _attributes(own: Mapping[str, JsonValue]) -> dict[str, str]:
    found = own.get("attributes")
    return {str(key): str(value) for key, value in found.items()} if isinstance(found, dict) else {}


def _texts(value: JsonValue) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _list(value: JsonValue) -> list[Record]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
