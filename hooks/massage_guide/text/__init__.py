"""Functions on strings, which know nothing of guides."""
