"""The task for Celery's workers: name this module in ``CELERY_IMPORTS``."""

from __future__ import annotations

from typing import Any

from celery import shared_task

from essay_scorer_xblock.scoring import score


@shared_task(name="essay_scorer_xblock.score")
def score_essay(job: dict[str, Any], seconds: float) -> dict[str, Any]:
    """The assessment of a job, as data."""
    return score(job, seconds)
