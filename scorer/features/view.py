"""The view has moved to :mod:`scorer.pipeline.view`; this name goes when its last importer has followed."""

from scorer.pipeline.view import CONTENT_POS, EssayView, shared, view

__all__ = ["CONTENT_POS", "EssayView", "shared", "view"]
