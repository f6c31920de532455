"""``python -m scorer`` is the workbench, ``scorer``."""

from scorer.cli.workbench import main

main()
