"""Points of rubrics learnt from the levels that readers gave to essays."""
