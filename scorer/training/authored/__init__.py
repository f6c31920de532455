"""The essays that the project wrote itself: how they are marked, read and compared (``training_data/authored``)."""
