"""Training and measuring of the argument component tagger on Argument Annotated Essays."""
