"""The two commands: ``score`` grades, ``scorer`` is the workbench."""
