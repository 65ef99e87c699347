"""What exists only because MkDocs does."""
