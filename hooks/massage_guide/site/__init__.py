"""The loaded guide as one value, and the questions that can be asked of it."""
