"""Assessments as the JSON that an LMS's web services take."""
