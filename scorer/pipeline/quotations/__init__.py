"""Quoted words, and quotation marks that have no pair."""

from scorer.pipeline.quotations.component import Quotations

__all__ = ["Quotations"]
