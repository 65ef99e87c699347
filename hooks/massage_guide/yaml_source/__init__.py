"""YAML text becomes data, and where each value is in it."""
