"""What the notes beside an essay say."""

from __future__ import annotations

THESIS = "The position that the essay defends."
RESTATEMENT = "The position, stated again."
BACKED = ("No evidence was found for it.", "One passage of evidence backs it.", "{} passages of evidence back it.")
COUNTERARGUMENT = "A point against the position."
ANSWERED = "The essay answers it."
UNANSWERED = "No answer to it was found."
REBUTTAL = "Answers the point against the position."
EVIDENCE = {
    "reasons": "Backs reason {}.",
    "counterarguments": "Backs the other side, point {}.",
    None: "Backs no reason in particular.",
}
QUOTATION = {True: "Its source: {}", False: "No citation was found for it."}
CITED = ("No citation of it was found in the text.", "Cited once in the text.", "Cited {} times in the text.")
SUGGESTED = "Suggested: {}."
SURE = "The program is {:.0%} sure."
STYLES = {
    "mla": "MLA",
    "apa": "APA",
    "chicago-author-date": "Chicago, author and date",
    "chicago-note": "Chicago, notes",
    "numeric": "numbered",
    "narrative": "in the sentence",
    "url": "web address",
}
KINDS_OF_FEEDBACK = {"strength": "Works well", "improve": "To improve", "fix": "To mend"}
BASES = {
    "trained": "models of human scores",
    "calibrated": "your own graded essays",
    "rule": "the rubric's rules",
}
