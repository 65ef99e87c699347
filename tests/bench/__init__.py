"""Measurements, one module each. Nothing here is asserted: numbers depend on the machine."""
