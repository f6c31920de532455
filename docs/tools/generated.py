"""Pages that the program writes about itself, so that none goes stale.

``python docs/tools/refresh.py`` writes them; a test holds them to be what the code says.
"""

from __future__ import annotations

import ast
import inspect
import tomllib
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_type_hints

import typer
from typer.models import ArgumentInfo

from scorer.batch.lost import REASONS as LOST
from scorer.cli.score import app as score_app
from scorer.cli.workbench import app as workbench_app
from scorer.corrections import registry  # importing the package fills it
from scorer.errors import ScorerError
from scorer.features.__main__ import page as features
from scorer.feedback.catalogue import messages
from scorer.feedback.groups import TOPICS
from scorer.feedback.slip_kinds import KINDS
from scorer.reading.downloads.notes import NOTES
from scorer.reading.failures import REASONS
from scorer.rubric import Criterion, builtin_names, load_rubric

DOCS = Path(__file__).parents[1]
PACKAGE = DOCS.parent / "scorer"
COMMAND = "python docs/tools/refresh.py"
MADE = f"This page is generated: `{COMMAND}`."


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> list[str]:
    """Lines of a Markdown table; bars and line breaks in cells do not end them."""
    lines = [list(heads), ["---"] * len(list(heads)), *map(list, rows)]
    return ["| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in line) + " |" for line in lines]


def flags() -> str:
    """Every flag that an essay can get, by what it asks of the teacher."""
    known = tomllib.loads((DOCS / "tools" / "flags.toml").read_text(encoding="utf-8"))
    lines = [
        "# Flags", "",
        "What a teacher should know before she trusts a score. `block`: no score is given; `review`: the status is",
        "`needs_review`; `info`: good to know. In the JSON each has a code, a severity, a sentence, and, where it can, the",
        "places in the text. Students do not see flags. What the program does about text that should not count is told in",
        f"[robustness](../robustness.md). {MADE}", "",
        *table(
            ("flag", "severity", "what was seen", "what you can do"),
            ((f"`{code}`", one["severity"], one["seen"], one["do"]) for code, one in sorted(known.items())),
        ),
        "", "## How a submission was put together", "",
        *table(
            ("flag", "severity", "the sentence"),
            ((f"`{code}`", severity, sentence) for code, (severity, sentence) in sorted(NOTES.items())),
        ),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def flag_codes() -> set[str]:
    """Codes of the flags that the package makes, read from its source; those of ``NOTES`` left out."""
    found: set[str] = set()
    for name, tree in _modules():
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Flag":
                given = next(one.value for one in call.keywords if one.arg == "code")
                found |= _possible(given, name)
    return found


def _possible(given: ast.expr, module: str) -> set[str]:
    """What the expression of a code can be; a name is looked up in its module."""
    if isinstance(given, ast.Constant):
        return {str(given.value)}
    if isinstance(given, ast.Name):
        return {str(getattr(import_module(module), given.id))}
    return {"note.code": set(), "f'copied_{origin}'": {"copied_prompt", "copied_source"}}[ast.unparse(given)]


def _modules() -> Iterator[tuple[str, ast.Module]]:
    """Every module of the package by name."""
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        yield name, ast.parse(path.read_text(encoding="utf-8"))


def correction_codes() -> str:
    """Every kind of mark in the text."""
    told = {code: slip.message for slip in KINDS for code in slip.codes}
    rows = [
        (f"`{code}`", inspect.getdoc(found).split("\n\n")[0], f"`{told[code]}`" if code in told else "")
        for code, found in registry.checks().items()
    ]
    lines = [
        "# Corrections", "",
        "Marks in the text: each has a code, a span, one sentence for the student, and a suggestion where one is safe.",
        f"How often they are right is told in [feedback and corrections](../feedback.md). {MADE}", "",
        *table(("code", "what is marked", "told in the feedback as"), rows),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def message_codes() -> str:
    """The catalogue of feedback messages."""
    kinds = {"strength": "What works", "improve": "What to change", "fix": "What to mend"}
    lines = [
        "# Feedback messages", "",
        "Everything that the program may say to a student, from `scorer/feedback/messages.toml`. Braces are filled with",
        "the essay's own words. Each message has several phrasings; the first is shown. A message comes earlier where the",
        "features that it explains hold the score down. How often each is true is told in [feedback](../feedback.md);",
        f"to change one before a student sees it, see [drafts](../drafts.md). {MADE}",
    ]  # fmt: skip
    for kind, title in kinds.items():
        chosen = [(code, one) for code, one in messages().items() if one.kind == kind]
        chosen.sort(key=lambda pair: (min(map(_topic, pair[1].serves)), -pair[1].priority))
        rows = [
            (
                f"`{code}`", ", ".join(one.serves), one.texts[0],
                str(len(one.texts)), ", ".join(f"`{name}`" for name in one.features),
            )
            for code, one in chosen
        ]  # fmt: skip
        lines += ["", f"## {title}", "", *table(("message", "about", "in words", "phrasings", "explains"), rows)]
    return "\n".join(lines) + "\n"


def _topic(name: str) -> int:
    return TOPICS.index(name) if name in TOPICS else len(TOPICS)


def rubrics() -> str:
    """The built-in rubrics, as a teacher reads them."""
    lines = [
        "# Built-in rubrics", "",
        "What each criterion asks for and what it is scored by. How to write your own is told in",
        f"[rubrics](../rubrics.md). {MADE}",
    ]  # fmt: skip
    for name in builtin_names():
        rubric = load_rubric(name)
        scale = rubric.scale
        lines += [
            "", f"## {rubric.title}: `{name}`", "",
            f"{rubric.description} Overall from {scale.low:g} to {scale.high:g} in steps of {scale.step:g}.",
        ]  # fmt: skip
        for criterion in rubric.criteria:
            lines += [
                "", f"### {criterion.title}", "",
                f"{criterion.description} Weight {criterion.weight:g}. {_scored_by(criterion)}", "",
                *table(
                    ("points", "level", "what it looks like"),
                    ((f"{level.points:g}", level.title, level.description) for level in criterion.levels),
                ),
            ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _scored_by(criterion: Criterion) -> str:
    traits = ", ".join(f"`{name}`" for name in criterion.traits)
    rules = ", ".join(f"`{rule.name}`" for rule in criterion.features)
    if traits and rules:
        return f"Scored by the trained {traits}, adjusted by {rules}."
    return f"Scored by the trained {traits}." if traits else f"Scored by the rules {rules}."


def errors() -> str:
    """Codes of errors, with a sentence of each."""
    rows = [
        (f"`{code}`", ", ".join(f"`{kind}`" for kind in sorted(kinds))) for code, kinds in sorted(_errors().items())
    ]
    lines = [
        "# Error codes", "",
        "An error has a stable code and one sentence that says what is wrong and what to do. A submission that cannot",
        "be read or scored is a row with `error`; a command that cannot begin prints `code: sentence` and ends with",
        "status 2; in the library errors are exceptions, all kinds of `scorer.ScorerError` with `code` and `message`.",
        f"{MADE}", "",
        *table(("code", "raised as"), rows),
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _errors() -> dict[str, set[str]]:
    """Code -> kinds of error, from the docstrings and calls in the package."""
    kinds = {kind.__name__ for kind in (ScorerError, *ScorerError.__subclasses__())}
    found: dict[str, set[str]] = {}
    for _, tree in _modules():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in kinds and node.args:
                for given in ast.walk(node.args[0]):
                    if isinstance(given, ast.Constant) and isinstance(given.value, str) and given.value.islower():
                        found.setdefault(given.value, set()).add(node.func.id)
    for code, _ in REASONS.values():
        found.setdefault(code, set()).add("ReadingError")
    for code, _ in LOST.values():
        found.setdefault(code, set()).add("ScorerError")
    return found


def commands() -> str:
    """Both commands with every option."""
    lines = [
        "# Commands", "",
        "Two programs: `score` grades, `scorer` is the workbench. Both print these texts with `--help`. Results go to",
        "standard output, all else to standard error. Exit status: 0 all scored; 1 some submissions could not be read or",
        f"scored, and the rest were; 2 wrong usage. A low grade is never a failure. {MADE}",
    ]  # fmt: skip
    lines += _command("score", score_app.registered_commands[0].callback)
    lines += _group("scorer", workbench_app)
    return "\n".join(lines) + "\n"


def _group(name: str, app: typer.Typer) -> Iterator[str]:
    """A program's commands, and the groups below it."""
    title = app.registered_callback and app.registered_callback.callback
    said = inspect.getdoc(title) if title else app.info.help
    yield from ("", f"## {name}", "", f"`{name} COMMAND ...`", "", str(said))
    for made in app.registered_commands:
        assert made.callback
        yield from _command(f"{name} {made.name or made.callback.__name__.rpartition('_')[2]}", made.callback)
    for group in app.registered_groups:
        assert group.typer_instance
        yield from _group(f"{name} {group.name}", group.typer_instance)


def _command(name: str, function: Callable[..., Any] | None) -> Iterator[str]:
    """One command, from the signature that Typer reads, too."""
    assert function
    hints = get_type_hints(function, include_extras=True)
    arguments, options = [], []
    for parameter in inspect.signature(function).parameters.values():
        kind, info = get_args(hints[parameter.name])
        if isinstance(info, ArgumentInfo):
            arguments.append((_value(parameter.name, kind, info), info.help or ""))
        else:
            options.append((_option(parameter.name, kind, info), _meaning(info, parameter.default)))
    usage = [name, *(value for value, _ in arguments), *(["[OPTIONS]"] if options else [])]
    yield from ("", f"## {name}", "", f"`{' '.join(usage)}`", "", inspect.getdoc(function) or "")
    if arguments or options:
        yield from ("", *table(("option", "meaning"), ((f"`{one}`", said) for one, said in (*arguments, *options))))


def _option(name: str, kind: Any, info: Any) -> str:
    """Names and value of an option."""
    given = [one for one in (info.default, *(info.param_decls or ())) if isinstance(one, str)]  # Typer shifts the first
    names = ", ".join(given or [f"--{name.replace('_', '-')}"])
    return names if kind is bool else f"{names} {_value(name, kind, info)}"


def _value(name: str, kind: Any, info: Any) -> str:
    """What stands for the value."""
    kinds = [one for one in (kind, *get_args(kind)) if isinstance(one, type)]
    choices = next(("|".join(choice.value for choice in one) for one in kinds if issubclass(one, Enum)), "")
    return str(info.metavar or choices or ("N" if int in kinds else name.upper()))


def _meaning(info: Any, default: Any) -> str:
    """The help and, where one is used silently, the value."""
    value = getattr(default, "value", default)
    silent = isinstance(value, bool) or value in (None, inspect.Parameter.empty)
    said = info.help or ""
    return (
        said
        if silent
        else f"{said} If left out: `{value:g}`."
        if isinstance(value, float)
        else f"{said} If left out: `{value}`."
    )


PAGES: dict[str, Callable[[], str]] = {
    "features.md": features,
    "reference/commands.md": commands,
    "reference/corrections.md": correction_codes,
    "reference/errors.md": errors,
    "reference/flags.md": flags,
    "reference/messages.md": message_codes,
    "reference/rubrics.md": rubrics,
}
"""Path in docs/ -> what makes the page."""


def write() -> None:
    """Write every page that is not as it should be."""
    for name, made in PAGES.items():
        path, content = DOCS / name, made()
        path.parent.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")
            print(f"docs/{name}")
