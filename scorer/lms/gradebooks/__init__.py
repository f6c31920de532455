"""Gradebooks as the systems export them: read, filled in place, and otherwise left as they are."""
