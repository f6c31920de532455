"""Word lists and messages of the corrections, apart from the logic. Lower-case, with straight apostrophes."""
