"""Linear-chain conditional random fields at prediction time, shared by the components that label tokens."""

from scorer.pipeline.chain.crf import Crf

__all__ = ["Crf"]
