"""Where the assessments of a run go, so that nothing that was done is lost."""
