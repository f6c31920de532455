"""Word frequency has moved to :mod:`scorer.pipeline.frequency`; this name goes when its last importer has followed."""

from scorer.pipeline.frequency import commonest, zipf

__all__ = ["commonest", "zipf"]
