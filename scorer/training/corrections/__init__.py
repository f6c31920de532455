"""What the corrections are fitted to and measured on."""
