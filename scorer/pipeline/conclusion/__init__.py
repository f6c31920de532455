"""The ``essay_conclusion`` component."""

from scorer.pipeline.conclusion.component import Conclusion

__all__ = ["Conclusion"]
