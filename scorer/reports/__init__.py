"""Renderers of assessments."""
